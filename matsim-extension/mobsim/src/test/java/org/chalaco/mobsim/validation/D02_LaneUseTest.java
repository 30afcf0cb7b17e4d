package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: MOBIL spreads traffic over the lanes: none is left empty when the road is
 * full, none is so slow that changing would pay, and cars get past trucks.
 *
 * <p>Oracle: lanes of one road are in a user equilibrium: as the flow grows shares approach 1/n and
 * speeds of the lanes differ little; without a bias to the right nothing is left to tell them
 * apart.
 */
class D02_LaneUseTest {

    private static final double LENGTH = 3000;
    private static final double[] FLOWS = {300, 600, 1200, 1800, 2400, 3000};
    private static final double TRUCKS = 0.1;

    /** Lane by lane: vehicles counted and mean speeds; and mean travel times by type. */
    private static final class Survey {
        private final double[] vehicles;
        private final double[] speed;

        Survey(int lanes) {
            vehicles = new double[lanes];
            speed = new double[lanes];
        }

        void look(TrafficView view) {
            view.forEachVehicle(
                    (vehicle, lane, connector, x, v, a) -> {
                        if (lane >= 0 && x > 0.4 * LENGTH && view.time() > 600) {
                            vehicles[lane]++;
                            speed[lane] += v;
                        }
                    });
        }

        double flowShare(int lane) {
            double sum = 0;
            for (double v : speed) {
                sum += v;
            }
            return speed[lane] / sum;
        }

        double meanSpeed(int lane) {
            return speed[lane] / vehicles[lane];
        }
    }

    private record Road(Survey survey, double carDelay, long arrived, long departures) {}

    private static Road road(int lanes, double flow, boolean changing) {
        TrafficCase road =
                RoadDrawing.of("A ====> B      3000 m, %d lanes, 60 km/h".formatted(lanes));
        VehicleType car = ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR);
        VehicleType truck = ParameterSet.LIMA_CALLAO.type(VehicleClass.TRUCK);
        RandomStream random = RandomStream.of(1, 0, "lane use");
        List<Departure> departures = new ArrayList<>();
        for (double t = 0; t < 1800; t += random.nextExponential(3600 / flow)) {
            int type = random.nextDouble() < TRUCKS ? 1 : 0;
            departures.add(Departure.of(departures.size(), type, t, road.route("A-B")));
        }
        TrafficCase full = road.withTypes(car, truck).withDepartures(departures);
        Survey survey = new Survey(lanes);
        double[] times = new double[] {0, 0};
        TrafficCase run =
                full.withParameters(
                        SignalisedLane.quick(full.parameters())
                                .withTimes(0, 3000)
                                .withLaneChanging(
                                        changing ? LaneChanging.STANDARD : LaneChanging.OFF));
        double[] left = new double[departures.size()];
        long arrived =
                run.simulation()
                        .observe(5, survey::look)
                        .events(
                                e -> {
                                    if (e
                                            instanceof
                                            org.chalaco.mobsim.event.TrafficEvent
                                                            .VehicleLeavesTraffic
                                                    leaves) {
                                        left[leaves.vehicleIndex()] = leaves.time();
                                    }
                                })
                        .run()
                        .arrived();
        for (Departure d : departures) {
            if (d.typeIndex() == 0 && d.time() > 300) {
                times[0] += left[d.vehicleIndex()] - d.time();
                times[1]++;
            }
        }
        double free = LENGTH / (60 / 3.6);
        return new Road(survey, times[0] / times[1] - free, arrived, departures.size());
    }

    /** Shares near a half, speeds alike, and cars that gain by changing lanes; everyone arrives. */
    private static void claims(Evidence evidence, double flow, Road with, Road without) {
        double share = with.survey().flowShare(0);
        double apart = Math.abs(with.survey().meanSpeed(0) / with.survey().meanSpeed(1) - 1);
        evidence.require(
                        flow < 600 || share > 0.42 && share < 0.58,
                        "%.0f veh/h: the right lane has %.2f of the flow",
                        flow,
                        share)
                .require(share < 0.75, "%.0f veh/h: the left lane starves, %.2f", flow, share)
                .require(apart < 0.08, "%.0f veh/h: speeds %.2f apart", flow, apart)
                .require(
                        flow > 2400 || with.carDelay() < 0.75 * without.carDelay(),
                        "%.0f veh/h: cars lose %.1f s, %.1f s without changing",
                        flow,
                        with.carDelay(),
                        without.carDelay())
                .require(
                        with.arrived() == with.departures(),
                        "%.0f veh/h: %d of %d arrived",
                        flow,
                        with.arrived(),
                        with.departures());
    }

    @Test
    void lanesShareTheTraffic() {
        Evidence evidence = Evidence.of("lane-use");
        evidence.columns(
                "Two lanes, 3 km, 60 km/h, a tenth of trucks, drivers differ (lima-callao); from 1200 m on.",
                "flow, veh/h",
                "share of the right lane (42 to 58 % from 600 veh/h)",
                "speed right, km/h (± 8 % of left)",
                "speed left, km/h",
                "cars lose, s (≤ 75 % up to 2400 veh/h)",
                "cars lose without changing lanes, s");
        double[][] shares = new double[2][FLOWS.length];
        for (int k = 0; k < FLOWS.length; k++) {
            Road with = road(2, FLOWS[k], true);
            Road without = road(2, FLOWS[k], false);
            Survey s = with.survey();
            shares[0][k] = s.flowShare(0);
            shares[1][k] = s.flowShare(1);
            evidence.cells(
                    Evidence.number(FLOWS[k], 0),
                    Evidence.number(100 * s.flowShare(0), 0) + " %",
                    Evidence.number(3.6 * s.meanSpeed(0), 1),
                    Evidence.number(3.6 * s.meanSpeed(1), 1),
                    Evidence.number(with.carDelay(), 1),
                    Evidence.number(without.carDelay(), 1));
            claims(evidence, FLOWS[k], with, without);
        }
        Survey three = road(3, 3600, true).survey();
        evidence.table("Three lanes, 3600 veh/h.");
        for (int lane = 0; lane < 3; lane++) {
            evidence.between(
                    "share of lane %d from the right".formatted(lane + 1),
                    100 * three.flowShare(lane),
                    new double[] {25, 42},
                    "%",
                    0);
        }
        evidence.diagram(
                        "lane-use",
                        Plot.titled("Share of the flow by lane, two lanes, a tenth of trucks")
                                .axes("flow, veh/h", "share of the flow")
                                .yRange(0, 1)
                                .xRange(0, 3200)
                                .curve("right lane", FLOWS, shares[0])
                                .pointsOfSameColour("", FLOWS, shares[0])
                                .curve("left lane", FLOWS, shares[1])
                                .pointsOfSameColour("", FLOWS, shares[1]))
                .settle();
    }
}
