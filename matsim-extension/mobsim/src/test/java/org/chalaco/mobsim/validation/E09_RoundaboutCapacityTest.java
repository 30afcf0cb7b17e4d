package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a single-lane entry of a roundabout passes, beside a circulating stream, what
 * is observed.
 *
 * <p>Oracles, with the circulating flow q_c in veh/h: HCM 2010 {@code 1130 exp(-0.0010 q_c)}, HCM
 * 2016 {@code 1380 exp(-0.00102 q_c)}, Brilon and Bondzio {@code 1218 - 0.74 q_c}. Roads differ by
 * a third and more, so the band is from 0.7 times the least to 1.3 times the greatest of the three.
 */
class E09_RoundaboutCapacityTest {

    private static final double[] CIRCULATING = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900};
    private static final String[] ARMS = {"N", "E", "S", "W"};
    private static final double RADIUS = 18;
    private static final double SPEED = 50 / 3.6;

    /** Counter-clockwise: traffic from E passes the entry N, as from N passes W. */
    private static TrafficCase roundabout() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int k = 0; k < 4; k++) {
            double x = Math.sin(Math.PI / 2 * k);
            double y = Math.cos(Math.PI / 2 * k);
            builder.junction(Junction.priority("ring" + ARMS[k], RADIUS * x, RADIUS * y));
            builder.junction(Junction.priority(ARMS[k], 300 * x, 300 * y));
        }
        for (int k = 0; k < 4; k++) {
            String ring = "ring" + ARMS[k];
            String next = "ring" + ARMS[(k + 3) % 4];
            builder.link(Link.of(ARMS[k] + "-in", ARMS[k], ring, 282, 1, SPEED));
            builder.link(Link.of(ARMS[k] + "-out", ring, ARMS[k], 282, 1, SPEED));
            builder.link(Link.of("ring-" + ARMS[k], ring, next, 28, 1, 30 / 3.6).withRank(1000));
        }
        return TrafficCase.on(builder.build())
                .withTypes(
                        ParameterSet.LIMA_CALLAO
                                .type(VehicleClass.CAR)
                                .withSpread(DriverSpread.NONE));
    }

    /** Circulating flow and entries an hour at N, as counted. */
    private static double[] counted(double circulating, int seed) {
        TrafficCase road = roundabout();
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < 1900; v++) {
            departures.add(Departure.of(v, 0, v * 1.9, road.route("N-in", "ring-N", "W-out")));
        }
        if (circulating > 0) {
            departures.addAll(
                    new PoissonFlow(
                                    road.route("E-in", "ring-E", "ring-N", "ring-W", "S-out"),
                                    0,
                                    circulating,
                                    0,
                                    3600)
                            .departures(seed, 2000));
        }
        Passages entries = new Passages(road.link("N-in"), 6000);
        Passages passing = new Passages(road.link("ring-E"), 6000);
        road.withDepartures(departures)
                .withParameters(SignalisedLane.quick(road.parameters()).withTimes(0, 3600))
                .simulation()
                .events(entries)
                .events(passing)
                .run();
        return new double[] {perHour(passing), perHour(entries)};
    }

    private static double perHour(Passages passages) {
        double[] times = passages.inOrder();
        return java.util.Arrays.stream(times).filter(t -> t > 300).count() * 3600.0 / 3300;
    }

    private static double[] over(java.util.function.DoubleUnaryOperator f, double[] x) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    @Test
    void anEntryPassesWhatIsObserved() {
        Evidence evidence = Evidence.of("roundabout");
        evidence.columns(
                "A queue at one entry of a roundabout of 36 m, random circulating traffic, lima-callao cars.",
                "circulating, veh/h",
                "entry capacity, veh/h",
                "HCM 2010",
                "HCM 2016",
                "Brilon, Bondzio",
                "band");
        double[] flow = new double[CIRCULATING.length];
        double[] capacity = new double[CIRCULATING.length];
        for (int k = 0; k < CIRCULATING.length; k++) {
            for (int seed = 1; seed <= 2; seed++) {
                double[] counted = counted(CIRCULATING[k], seed);
                flow[k] += counted[0] / 2;
                capacity[k] += counted[1] / 2;
            }
            claim(evidence, flow[k], capacity[k]);
        }
        evidence.diagram("roundabout", plot(flow, capacity)).settle();
    }

    private static double hcm2010(double q) {
        return 1130 * Math.exp(-0.0010 * q);
    }

    private static double hcm2016(double q) {
        return 1380 * Math.exp(-0.00102 * q);
    }

    private static double brilon(double q) {
        return 1218 - 0.74 * q;
    }

    private static boolean inBand(double q, double capacity) {
        return capacity >= least(q) && capacity <= most(q);
    }

    private static double least(double q) {
        return 0.7 * Math.min(brilon(q), hcm2010(q));
    }

    private static double most(double q) {
        return 1.3 * Math.max(hcm2016(q), brilon(q));
    }

    private static void claim(Evidence evidence, double q, double capacity) {
        evidence.cells(
                Evidence.number(q, 0),
                Evidence.number(capacity, 0),
                Evidence.number(hcm2010(q), 0),
                Evidence.number(hcm2016(q), 0),
                Evidence.number(brilon(q), 0),
                "%s to %s".formatted(Evidence.number(least(q), 0), Evidence.number(most(q), 0)));
        evidence.require(inBand(q, capacity), "circulating %.0f: %.0f veh/h enter", q, capacity);
    }

    private static Plot plot(double[] flow, double[] capacity) {
        double[] q = over(x -> x, new double[] {0, 150, 300, 450, 600, 750, 900});
        return Plot.titled("Entry capacity of a roundabout, one lane")
                .axes("circulating flow, veh/h", "entry capacity, veh/h")
                .xRange(0, 900)
                .yRange(0, 1800)
                .curve("HCM 2010", q, over(E09_RoundaboutCapacityTest::hcm2010, q))
                .curve("HCM 2016", q, over(E09_RoundaboutCapacityTest::hcm2016, q))
                .curve("Brilon, Bondzio", q, over(E09_RoundaboutCapacityTest::brilon, q))
                .points("simulated", flow, capacity)
                .band(
                        "band",
                        q,
                        over(E09_RoundaboutCapacityTest::least, q),
                        over(E09_RoundaboutCapacityTest::most, q));
    }
}
