package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a minor road with a queue passes as many vehicles through the gaps of the
 * major road as gap-acceptance theory and the manuals say.
 *
 * <p>Oracles: Siegloch (1973), {@code c = 3600 / t_f exp(-q (t_c - t_f / 2))}, fitted to what was
 * simulated, must be a straight line in {@code ln c}, with a critical gap t_c and a follow-up time
 * t_f as observed; and the curve of the HCM, {@code c = q exp(-q t_c) / (1 - exp(-q t_f))}, with
 * its values for crossing a two-lane major street, 6.5 and 4.0 s, and for a right turn, 6.2 and 3.3
 * s.
 */
class E08_GapAcceptanceCapacityTest {

    private static final double[] MAJOR = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000};
    private static final double HOUR = 3600;

    private static final VehicleType CAR =
            ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR).withSpread(DriverSpread.NONE);

    private static TrafficCase cross() {
        return CrossJunction.of("N", "E", "S", "W")
                .rank("N", 60)
                .rank("S", 60)
                .length(300)
                .build()
                .withTypes(CAR);
    }

    /** Vehicles an hour out of a queue on the minor road, through a random stream. */
    private static double capacity(double major, String exit, int seed) {
        TrafficCase road = cross();
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < 1900; v++) {
            departures.add(Departure.of(v, 0, v * 1.9, road.route("W-in", exit)));
        }
        if (major > 0) {
            departures.addAll(
                    new PoissonFlow(road.route("N-in", "S-out"), 0, major, 0, HOUR)
                            .departures(seed, 2000));
        }
        Passages passages = new Passages(road.link("W-in"), 6000);
        road.withDepartures(departures)
                .withParameters(SignalisedLane.quick(road.parameters()).withTimes(0, HOUR))
                .simulation()
                .events(passages)
                .run();
        double[] crossings = passages.inOrder();
        long counted = java.util.Arrays.stream(crossings).filter(t -> t > 300).count();
        return counted * HOUR / (HOUR - 300);
    }

    private static double[] capacities(String exit) {
        double[] capacity = new double[MAJOR.length];
        for (int k = 0; k < MAJOR.length; k++) {
            for (int seed = 1; seed <= 2; seed++) {
                capacity[k] += capacity(MAJOR[k], exit, seed) / 2;
            }
        }
        return capacity;
    }

    private static double hcm(double major, double criticalGap, double followUp) {
        double q = Math.max(major, 0.01) / 3600;
        return 3600 * q * Math.exp(-q * criticalGap) / (1 - Math.exp(-q * followUp));
    }

    @Test
    void aMinorRoadPassesAsManyAsTheoryAllows() {
        Evidence evidence = Evidence.of("gap-acceptance");
        Plot plot =
                Plot.titled("Capacity of a minor road, lima-callao cars, 50 km/h")
                        .axes("flow of the major road, one lane, veh/h", "capacity, veh/h")
                        .xRange(0, 1000)
                        .yRange(0, 1800);
        evidence.table("A queue on the minor road, random arrivals on one lane of the major road.");
        double[] right = capacities("S-out");
        claims(evidence, plot, "to the right", right, new double[] {6.2, 3.3});
        for (int k = 0; k < MAJOR.length; k += 2) {
            evidence.near(
                    "to the right, major %.0f veh/h: HCM".formatted(MAJOR[k]),
                    right[k],
                    hcm(MAJOR[k], 6.2, 3.3),
                    0.12,
                    "veh/h",
                    0);
        }
        double followUp =
                claims(evidence, plot, "straight on", capacities("E-out"), new double[] {6.5, 4.0});
        evidence.require(followUp >= 3, "straight on they follow after %.2f s", followUp);
        evidence.diagram("gap-acceptance", plot).settle();
    }

    private static final double[] FOLLOW_UP = {1.8, 4};

    private static double claims(
            Evidence evidence, Plot plot, String what, double[] capacity, double[] hcm) {
        int n = MAJOR.length;
        double[] q = new double[n];
        double[] ln = new double[n];
        for (int k = 0; k < n; k++) {
            q[k] = MAJOR[k] / 3600;
            ln[k] = Math.log(capacity[k] / 3600);
        }
        StraightLine line = StraightLine.through(q, ln);
        double followUp = Math.exp(-line.intercept());
        double criticalGap = followUp / 2 - line.slope();
        evidence.between(what + ": follow-up time", followUp, FOLLOW_UP, "s", 2);
        evidence.between(what + ": critical gap", criticalGap, new double[] {5.5, 7.1}, "s", 2);
        double[] siegloch = new double[n];
        double[] manual = new double[n];
        double worst = 0;
        for (int k = 0; k < n; k++) {
            siegloch[k] = 3600 * Math.exp(line.at(q[k]));
            manual[k] = hcm(MAJOR[k], hcm[0], hcm[1]);
            worst = Math.max(worst, Math.abs(capacity[k] / siegloch[k] - 1));
        }
        evidence.atMost(what + ": farthest from Siegloch's curve", 100 * worst, 15, "%", 0);
        plot.curve(what + ": HCM", MAJOR, manual)
                .pointsOfSameColour(what + ": simulated", MAJOR, capacity)
                .dashedOfSameColour("Siegloch, fitted", MAJOR, siegloch);
        return followUp;
    }
}
