package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: identical vehicles settle in the steady state of the model's closed form.
 *
 * <p>Oracle: {@link Equilibrium}. On a ring density is exact; where linear theory says that a
 * steady state is unstable, it is left to the test of instability.
 */
class C06_SteadyStateTest {

    private static final double V0 = 50 / 3.6;

    /** A fundamental diagram: theory and what was simulated. */
    private record Diagram(
            String name, Equilibrium theory, double[] density, double[] flow, double[] gapError) {}

    private static Equilibrium of(CarFollowing model, VehicleType type) {
        DriverParameters driver = type.driver();
        return new Equilibrium(model, driver, driver.speedFactor() * V0, type.length());
    }

    private static Diagram simulate(String name, Equilibrium theory) {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k <= 19; k++) {
            double density = k == 0 ? theory.capacityDensity() : k / 20.0 * theory.jamDensity();
            if (theory.growth(density, 48, 0.5) > 0.002) {
                continue;
            }
            RingPlatoon ring = new RingPlatoon(theory, 24, 2, 1 / density, 500);
            List<RingPlatoon.Moment> moments = ring.run(900, 300, 0);
            RingPlatoon.Moment end = moments.get(moments.size() - 1);
            density = end.density();
            double v = end.meanSpeed();
            double gap = 1 / density - theory.length();
            // as a share of the gap; near v0 any gap is in equilibrium
            double error = v > 0.97 * theory.v0() ? 0 : theory.gap(v) / gap - 1;
            points.add(new double[] {density, density * v, error});
        }
        return new Diagram(name, theory, column(points, 0), column(points, 1), column(points, 2));
    }

    private static double[] column(List<double[]> points, int k) {
        return points.stream().mapToDouble(p -> p[k]).toArray();
    }

    private static double most(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static double largestFlowError(Diagram d) {
        double most = 0;
        for (int k = 0; k < d.density().length; k++) {
            double expected = d.theory().flowAtDensity(d.density()[k]);
            most = Math.max(most, Math.abs(d.flow()[k] / expected - 1));
        }
        return most;
    }

    @Test
    void ringsSettleInTheClosedForm() {
        VehicleType city = ParameterSet.CITY_TREIBER.type(VehicleClass.CAR);
        VehicleType lima = ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR);
        VehicleType bus = ParameterSet.LIMA_CALLAO.type(VehicleClass.BUS);
        List<Diagram> diagrams =
                List.of(
                        simulate("IDM, city-treiber car", of(CarFollowing.IDM, city)),
                        simulate("IIDM, city-treiber car", of(CarFollowing.IIDM, city)),
                        simulate("IDM+, city-treiber car", of(CarFollowing.IDM_PLUS, city)),
                        simulate("IDM, lima-callao car", of(CarFollowing.IDM, lima)),
                        simulate("IIDM, lima-callao car", of(CarFollowing.IIDM, lima)),
                        simulate("IDM+, lima-callao car", of(CarFollowing.IDM_PLUS, lima)),
                        simulate("IIDM, lima-callao bus", of(CarFollowing.IIDM, bus)));
        Evidence evidence = Evidence.of("steady-state");
        evidence.columns(
                "Rings of 48 vehicles, 5 to 95 % of the jam density and the density of greatest flow, dt 0.5 s; unstable states left out.",
                "model and drivers",
                "states",
                "largest error of flow (≤ 1 %)",
                "largest error of gap (≤ 0.5 %)",
                "greatest flow, veh/h",
                "closed form, veh/h");
        Plot plot =
                Plot.titled("Fundamental diagram, 50 km/h: closed form and rings")
                        .axes("density, veh/km", "flow, veh/h")
                        .xRange(0, 165)
                        .yRange(0, 2500);
        for (Diagram d : diagrams) {
            claims(evidence, d);
            draw(plot, d);
        }
        evidence.diagram("fundamental-diagram", plot).settle();
    }

    private static void claims(Evidence evidence, Diagram d) {
        double flowError = 100 * largestFlowError(d);
        double gapError = 100 * most(d.gapError());
        evidence.cells(
                d.name(),
                String.valueOf(d.density().length),
                Evidence.number(flowError, 2) + " %",
                Evidence.number(gapError, 2) + " %",
                Evidence.number(3600 * most(d.flow()), 0),
                Evidence.number(3600 * d.theory().capacity(), 0));
        evidence.require(
                        d.density().length >= 6, "%s: only %d states", d.name(), d.density().length)
                .require(flowError <= 1, "%s: flow off by %.2f %%", d.name(), flowError)
                .require(gapError <= 0.5, "%s: gap off by %.2f %%", d.name(), gapError);
    }

    private static void draw(Plot plot, Diagram d) {
        int n = 120;
        double[] density = new double[n];
        double[] flow = new double[n];
        for (int k = 0; k < n; k++) {
            double rho = d.theory().jamDensity() * (k + 0.5) / n;
            density[k] = 1000 * rho;
            flow[k] = 3600 * d.theory().flowAtDensity(rho);
        }
        plot.curve(d.name(), density, flow)
                .pointsOfSameColour("", scaled(d.density(), 1000), scaled(d.flow(), 3600));
    }

    private static double[] scaled(double[] values, double factor) {
        return java.util.Arrays.stream(values).map(v -> factor * v).toArray();
    }
}
