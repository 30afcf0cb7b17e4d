package org.chalaco.mobsim.validation;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;
import org.chalaco.mobsim.model.Idm;
import org.chalaco.mobsim.model.IdmPlus;
import org.chalaco.mobsim.model.Iidm;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.traffic.DriverParameters;

/**
 * Steady states of identical drivers in closed form, and whether they are stable.
 *
 * <p>Gap in equilibrium: {@code s_e(v) = (s0 + v T) / √(1 - (v/v0)^δ)} for the IDM, {@code s0 + v
 * T} up to v0 for IIDM and IDM+. Flow at spacing {@code s + l}: {@code q = v / (s + l)}.
 *
 * <p>String stability: small perturbations of a platoon decay if and only if {@code f_s ≤ (f_v² -
 * f_l²) / 2} with the derivatives of the acceleration f(s, v, v_l) to gap, own and leader's speed.
 * Treiber and Kesting, <i>Traffic Flow Dynamics</i>, 2013, chapters 11 and 15.
 *
 * @param model car-following model
 * @param driver of everyone
 * @param v0 desired speed, m/s
 * @param length of everyone, m
 */
record Equilibrium(CarFollowing model, DriverParameters driver, double v0, double length) {

    private static final double STEP = 1e-5;

    /** Gap at this speed, m; infinite at v0. */
    double gap(double v) {
        double gap = driver.standstillGap() + v * driver.timeGap();
        return model == CarFollowing.IDM
                ? gap / Math.sqrt(1 - Math.pow(v / v0, driver.exponent()))
                : gap;
    }

    /** Speed at this gap, m/s. */
    double speed(double gap) {
        if (model != CarFollowing.IDM) {
            return Math.max(0, Math.min(v0, (gap - driver.standstillGap()) / driver.timeGap()));
        }
        double low = 0;
        double high = v0;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            if (gap(middle) < gap) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Speed at this density, veh/m. */
    double speedAtDensity(double density) {
        return speed(1 / density - length);
    }

    /** Flow at this density, veh/s. */
    double flowAtDensity(double density) {
        return density * speedAtDensity(density);
    }

    /** The greatest flow of all steady states, veh/s. */
    double capacity() {
        double most = 0;
        for (double v = 0.001 * v0; v < v0; v += 0.001 * v0) {
            most = Math.max(most, v / (gap(v) + length));
        }
        return most;
    }

    /** The density at which that flow is reached, veh/m. */
    double capacityDensity() {
        double best = 0;
        for (double v = 0.001 * v0; v < v0; v += 0.001 * v0) {
            double density = 1 / (gap(v) + length);
            best = flowAtDensity(density) > flowAtDensity(Math.max(best, 1e-9)) ? density : best;
        }
        return best;
    }

    /** Density of standing traffic, veh/m. */
    double jamDensity() {
        return 1 / (driver.standstillGap() + length);
    }

    /**
     * How far a platoon is from instability, 1/s²: {@code (f_v² - f_l²) / 2 - f_s}, negative where
     * perturbations grow.
     */
    double stability(double density) {
        double s = 1 / density - length;
        double v = speed(s);
        double ofGap = (f(s + STEP, v, v) - f(s - STEP, v, v)) / (2 * STEP);
        double ofSpeed = (f(s, v + STEP, v) - f(s, v - STEP, v)) / (2 * STEP);
        double ofLeader = (f(s, v, v + STEP) - f(s, v, v - STEP)) / (2 * STEP);
        return (ofSpeed * ofSpeed - ofLeader * ofLeader) / 2 - ofGap;
    }

    /**
     * Growth of the fastest growing wave on a ring of so many vehicles that are moved by ballistic
     * steps, 1/s: {@code ln |μ| / dt} of the largest eigenvalue μ of the linearised step, over
     * every wave number {@code φ = 2 π k / n} that fits the ring. For dt to 0 it is that of the
     * differential equation.
     */
    double growth(double density, int vehicles, double dt) {
        double s = 1 / density - length;
        double v = speed(s);
        double ofGap = (f(s + STEP, v, v) - f(s - STEP, v, v)) / (2 * STEP);
        double ofSpeed = (f(s, v + STEP, v) - f(s, v - STEP, v)) / (2 * STEP);
        double ofLeader = (f(s, v, v + STEP) - f(s, v, v - STEP)) / (2 * STEP);
        double most = 0;
        for (int k = 1; k <= vehicles / 2; k++) {
            double phi = 2 * Math.PI * k / vehicles;
            Complex z = new Complex(Math.cos(phi), Math.sin(phi));
            Complex opening = z.plus(-1);
            Complex bySpeed = z.times(ofLeader).plus(ofSpeed);
            // gap' = gapGap gap + gapSpeed v, v' = speedGap gap + speedSpeed v
            Complex gapGap = opening.times(dt * dt / 2 * ofGap).plus(1);
            Complex gapSpeed = opening.times(dt).times(bySpeed.times(dt / 2).plus(1));
            Complex speedGap = new Complex(dt * ofGap, 0);
            Complex speedSpeed = bySpeed.times(dt).plus(1);
            Complex half = gapGap.plus(speedSpeed).times(0.5);
            Complex determinant = gapGap.times(speedSpeed).minus(gapSpeed.times(speedGap));
            Complex root = half.times(half).minus(determinant).squareRoot();
            most = Math.max(most, half.plus(root).size());
            most = Math.max(most, half.minus(root).size());
        }
        return Math.log(most) / dt;
    }

    /** A complex number. */
    private record Complex(double re, double im) {

        Complex plus(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        Complex plus(double real) {
            return new Complex(re + real, im);
        }

        Complex minus(Complex o) {
            return new Complex(re - o.re, im - o.im);
        }

        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        Complex times(double real) {
            return new Complex(re * real, im * real);
        }

        Complex squareRoot() {
            double root = Math.sqrt((size() + re) / 2);
            double other = Math.sqrt(Math.max(0, (size() - re) / 2));
            return new Complex(root, im < 0 ? -other : other);
        }

        double size() {
            return Math.hypot(re, im);
        }
    }

    private double f(double gap, double v, double leader) {
        return following()
                .acceleration(
                        v,
                        v0,
                        gap,
                        v - leader,
                        new FollowingParameters(
                                driver.timeGap(),
                                driver.standstillGap(),
                                driver.maxAcceleration(),
                                driver.comfortableDeceleration(),
                                driver.exponent()));
    }

    private CarFollowingModel following() {
        return switch (model) {
            case IDM -> new Idm();
            case IIDM -> new Iidm();
            case IDM_PLUS -> new IdmPlus();
        };
    }
}
