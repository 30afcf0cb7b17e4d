package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: on a ring a small perturbation grows to stop-and-go waves where linear theory
 * says so, dies out where it says so, both at the rate of the theory, and the waves travel upstream
 * as they do on roads.
 *
 * <p>Oracle: {@link Equilibrium}: the criterion of string stability, and the growth of the linear
 * ballistic step. Waves of congested traffic travel at 15 to 20 km/h upstream everywhere (Treiber
 * and Kesting 2013, ch. 18), about 15 km/h with the book's standard parameters.
 */
class C08_InstabilityTest {

    private static final int LINKS = 30;
    private static final int PER_LINK = 2;
    private static final double SECONDS = 1500;
    private static final double SETTLED = 60;
    private static final double LENGTH = 5;
    private static final double V0 = 15;

    /** One ring: theory, and what came of the perturbation. */
    private record Ring(Equilibrium drivers, double density, List<RingPlatoon.Moment> moments) {

        double predicted() {
            return drivers.growth(density, LINKS * PER_LINK, 0.5);
        }

        RingPlatoon.Moment end() {
            return moments.get(moments.size() - 1);
        }

        /**
         * Slope of the logarithm of the spread of speeds, 1/s, after the start has settled and
         * while the spread is small; NaN if that is less than a minute.
         */
        double measured() {
            List<double[]> points = new ArrayList<>();
            for (RingPlatoon.Moment m : moments) {
                double spread = m.spread();
                if (m.time() >= SETTLED && (spread > 0.3 || spread < 1e-7)) {
                    break;
                }
                points.add(new double[] {m.time(), Math.log(spread)});
            }
            List<double[]> late =
                    points.subList(
                            Math.min(points.size(), Math.max((int) SETTLED, points.size() / 3)),
                            points.size());
            return late.size() < 60
                    ? Double.NaN
                    : StraightLine.through(column(late, 0), column(late, 1)).slope();
        }

        /** Speed of the pattern of speeds around the ring, m/s, by cross-correlation. */
        double waveSpeed() {
            int later = 30;
            double sum = 0;
            int n = 0;
            for (int k = 600; k + later < moments.size(); k += 60) {
                sum += shift(profile(moments.get(k)), profile(moments.get(k + later))) / later;
                n++;
            }
            return sum / n;
        }

        /** Speeds along the ring, every metre. */
        private static double[] profile(RingPlatoon.Moment m) {
            int n = (int) Math.round(m.circumference());
            double[] profile = new double[n];
            Integer[] order = new Integer[m.position().length];
            Arrays.setAll(order, v -> v);
            Arrays.sort(order, Comparator.comparingDouble(v -> m.position()[v]));
            for (int k = 0; k < order.length; k++) {
                int own = order[k];
                int ahead = order[(k + 1) % order.length];
                double way =
                        Math.floorMod(
                                Math.round(m.position()[ahead] - m.position()[own]), (long) n);
                for (int x = 0; x <= way; x++) {
                    int place = Math.floorMod((int) m.position()[own] + x, n);
                    profile[place] =
                            m.speed()[own] + (m.speed()[ahead] - m.speed()[own]) * x / (way + 1);
                }
            }
            return profile;
        }

        /** The shift, m, at which the later profile is most like the earlier one. */
        private static double shift(double[] earlier, double[] later) {
            int n = earlier.length;
            double best = Double.NEGATIVE_INFINITY;
            int at = 0;
            for (int shift = -n / 2; shift < n / 2; shift++) {
                double sum = 0;
                for (int x = 0; x < n; x++) {
                    sum += earlier[x] * later[Math.floorMod(x + shift, n)];
                }
                if (sum > best) {
                    best = sum;
                    at = shift;
                }
            }
            return at;
        }
    }

    private static double[] column(List<double[]> points, int k) {
        return points.stream().mapToDouble(p -> p[k]).toArray();
    }

    /** The book's city driver with another acceleration and time gap. */
    private static Equilibrium driver(double a, double timeGap) {
        return new Equilibrium(
                CarFollowing.IDM, new DriverParameters(1, timeGap, 2, a, 1.5, 4, 0), V0, LENGTH);
    }

    private static Ring ring(Equilibrium drivers, double density) {
        RingPlatoon ring = new RingPlatoon(drivers, LINKS, PER_LINK, 1 / density, 500);
        return new Ring(drivers, density, ring.run(SECONDS, 1, 0.5));
    }

    private static final double[][] DRIVERS = {{0.6, 1.0}, {1.0, 1.0}, {1.5, 1.0}, {2.0, 1.5}};
    private static final double[] DENSITIES = {0.03, 0.05, 0.065, 0.08, 0.11};

    @Test
    void perturbationsGrowWhereTheorySaysSo() {
        Evidence evidence = Evidence.of("instability");
        evidence.columns(
                "Rings of 60 vehicles of 5 m, IDM, v0 54 km/h, dt 0.5 s, one vehicle half a metre behind its place; after 25 min.",
                "a, T, density",
                "criterion, 1/s² (< 0: unstable)",
                "growth by theory, 1/s",
                "growth measured, 1/s (± 0.001 ± 10 %)",
                "slowest, m/s",
                "spread of speeds, m/s",
                "expected",
                "seen");
        Plot plot =
                Plot.titled("Growth of perturbations: linear theory and rings")
                        .axes("density, veh/km", "growth, 1/s")
                        .yRange(-0.01, 0.05);
        int unstable = 0;
        int stable = 0;
        for (double[] c : DRIVERS) {
            Equilibrium drivers = driver(c[0], c[1]);
            String name = String.format(Locale.ROOT, "a %.1f m/s², T %.1f s", c[0], c[1]);
            double[] measured = new double[DENSITIES.length];
            for (int k = 0; k < DENSITIES.length; k++) {
                Ring ring = ring(drivers, DENSITIES[k]);
                measured[k] = ring.measured();
                claims(evidence, name, ring);
                unstable += ring.predicted() > GROWING ? 1 : 0;
                stable += ring.predicted() < 0 ? 1 : 0;
            }
            draw(plot, name, drivers, measured);
        }
        evidence.require(unstable >= 5 && stable >= 8, "%d unstable, %d stable", unstable, stable);
        waves(evidence);
        sets(evidence);
        evidence.diagram("growth-of-perturbations", plot)
                .diagram("stop-and-go", spaceTime())
                .settle();
    }

    /** Growth that makes waves of a perturbation in the time of the run, 1/s. */
    private static final double GROWING = 0.008;

    private static void claims(Evidence evidence, String drivers, Ring ring) {
        RingPlatoon.Moment end = ring.end();
        double predicted = ring.predicted();
        double measured = ring.measured();
        String expected =
                predicted > GROWING ? "stop and go" : predicted < 0 ? "steady" : "slow growth";
        String seen =
                end.spread() > 1 && end.slowest() < 0.5
                        ? "stop and go"
                        : end.spread() < 0.02 ? "steady" : "growing";
        String name = "%s, %s veh/km".formatted(drivers, Evidence.number(1000 * ring.density(), 0));
        evidence.cells(
                name,
                Evidence.number(ring.drivers().stability(ring.density()), 3),
                Evidence.number(predicted, 4),
                Double.isNaN(measured) ? "too fast to see" : Evidence.number(measured, 4),
                Evidence.number(end.slowest(), 2),
                Evidence.number(end.spread(), 3),
                expected,
                seen);
        evidence.require(
                expected.equals("slow growth") || expected.equals(seen),
                "%s: expected %s, saw %s",
                name,
                expected,
                seen);
        evidence.require(
                !(Math.abs(measured - predicted) > 0.001 + 0.1 * Math.abs(predicted)),
                "%s: grows with %.4f instead of %.4f",
                name,
                measured,
                predicted);
    }

    private static void draw(Plot plot, String name, Equilibrium drivers, double[] measured) {
        double[] density = new double[60];
        double[] growth = new double[60];
        for (int k = 0; k < density.length; k++) {
            double rho = 0.02 + 0.0018 * k;
            density[k] = 1000 * rho;
            growth[k] = drivers.growth(rho, LINKS * PER_LINK, 0.5);
        }
        plot.curve(name, density, growth)
                .pointsOfSameColour(
                        "", Arrays.stream(DENSITIES).map(d -> 1000 * d).toArray(), measured);
    }

    private static void waves(Evidence evidence) {
        evidence.table("Speed of the waves, by cross-correlation of the speeds along the ring.");
        for (double density : new double[] {0.07, 0.08, 0.095}) {
            evidence.between(
                    "a 1.0 m/s², T 1.0 s, %s veh/km".formatted(Evidence.number(1000 * density, 0)),
                    3.6 * ring(driver(1.0, 1.0), density).waveSpeed(),
                    new double[] {-18, -12},
                    "km/h",
                    1);
        }
    }

    /** Where the cars of the parameter sets are unstable by linear theory, 50 km/h. */
    private static void sets(Evidence evidence) {
        evidence.columns(
                "Congested densities at which cars of the parameter sets are unstable by linear theory, growth above 0.001 1/s, 50 km/h.",
                "set",
                "IDM",
                "IIDM",
                "IDM+");
        double[][] shares = new double[2][];
        for (int k = 0; k < 2; k++) {
            ParameterSet set = ParameterSet.listAll().get(k);
            shares[k] =
                    Arrays.stream(CarFollowing.values())
                            .mapToDouble(model -> unstableShare(model, set))
                            .toArray();
            evidence.cells(
                    set.id(),
                    Evidence.number(100 * shares[k][0], 0) + " %",
                    Evidence.number(100 * shares[k][1], 0) + " %",
                    Evidence.number(100 * shares[k][2], 0) + " %");
        }
        for (int k = 0; k < 3; k++) {
            evidence.require(
                    shares[0][k] > 0.5 && shares[1][k] < 0.15,
                    "unstable: city %.2f, lima %.2f",
                    shares[0][k],
                    shares[1][k]);
        }
    }

    private static double unstableShare(CarFollowing model, ParameterSet set) {
        VehicleType car = set.type(VehicleClass.CAR);
        Equilibrium drivers = new Equilibrium(model, car.driver(), 50 / 3.6, car.length());
        double capacity = drivers.capacityDensity();
        int unstable = 0;
        int states = 200;
        for (int k = 0; k < states; k++) {
            double density = capacity + (drivers.jamDensity() - capacity) * (k + 0.5) / states;
            unstable += drivers.growth(density, LINKS * PER_LINK, 0.5) > 0.001 ? 1 : 0;
        }
        return (double) unstable / states;
    }

    /** Ways of every second vehicle over five minutes of stop and go. */
    private static Plot spaceTime() {
        Ring ring = ring(driver(1.0, 1.0), 0.08);
        List<double[]> ways = new ArrayList<>();
        for (int v = 0; v < LINKS * PER_LINK; v += 2) {
            double last = 0;
            for (RingPlatoon.Moment m : ring.moments()) {
                if (m.time() >= 400 && m.time() <= 700 && m.time() % 3 == 0) {
                    double x = m.position()[v];
                    if (x < last) {
                        ways.add(new double[] {Double.NaN, Double.NaN});
                    }
                    last = x;
                    ways.add(new double[] {m.time(), x});
                }
            }
            ways.add(new double[] {Double.NaN, Double.NaN});
        }
        double slope = ring.waveSpeed();
        double start = ring.end().circumference();
        return Plot.titled("Stop and go on a ring, a 1.0 m/s², T 1.0 s, 80 veh/km")
                .axes("time, s", "place on the ring, m")
                .xRange(400, 700)
                .yRange(0, 750)
                .curve("every second vehicle", column(ways, 0), column(ways, 1))
                .dashed(
                        "measured wave speed",
                        new double[] {440, 440 - start / slope},
                        new double[] {start, 0});
    }
}
