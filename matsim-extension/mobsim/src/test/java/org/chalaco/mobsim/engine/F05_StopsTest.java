package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent.LaneChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.run.VehiclePosition.Place;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.testkit.Trajectories.Sample;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RouteStop;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: vehicles brake for their stops, stand there as long as the service says, in
 * the lane or out of it, and drive on.
 *
 * <p>The road: 500 m and 300 m in a line, 50 km/h; a bus is 12 m long.
 */
class F05_StopsTest {

    private static final VehicleType BUS =
            new VehicleType(
                    "bus",
                    VehicleClass.BUS,
                    12,
                    70 / 3.6,
                    2,
                    DriverParameters.CITY,
                    DriverSpread.NONE);

    private static TrafficCase road(int lanes) {
        return RoadDrawing.of(
                        "A =====> C =====> B      500 m + 300 m, " + lanes + " lanes, 50 km/h")
                .withTypes(VehicleType.CAR, BUS)
                .until(900);
    }

    private static TrafficCase withBus(TrafficCase road, RouteStop... stops) {
        List<Departure> all = new ArrayList<>(road.departures());
        all.add(Departure.of(all.size(), 1, 0, road.route("A-C", "C-B")).withStops(List.of(stops)));
        return road.withDepartures(all);
    }

    private static double standing(List<Sample> samples) {
        return samples.stream().filter(s -> s.speed() == 0).count() * 0.5;
    }

    @Test
    void brakesComfortablyToItsStopAndStandsForItsDwell() {
        TrafficCase road = road(1);
        RouteStop stop = RouteStop.inLane(7, road.link("A-C"), 0.6, 20);
        List<Sample> bus = withBus(road, stop).runAndFollow().trajectories().of(0);
        double place = 0.6 * road.network().laneLength(0);

        Sample stands = bus.stream().filter(s -> s.speed() == 0).findFirst().orElseThrow();
        assertThat(stands.position()).isCloseTo(place, within(1.0));
        assertThat(standing(bus)).isCloseTo(20, within(1.5));
        assertThat(bus.stream().mapToDouble(Sample::acceleration).min().orElseThrow())
                .isGreaterThan(-2.0);
    }

    @Test
    void whoFollowsABusInTheLaneWaitsButNotForOneInABay() {
        TrafficCase road = road(1);
        int link = road.link("A-C");
        double free = follower(withBus(road));
        double behind = follower(withBus(road, RouteStop.inLane(0, link, 0.5, 40)));
        double past = follower(withBus(road, RouteStop.inBay(0, link, 0.5, 40)));

        assertThat(behind - free).isGreaterThan(35);
        assertThat(past - free).isLessThan(20);
    }

    private static double follower(TrafficCase road) {
        TrafficCase both = road.depart(0, 3, "A-C", "C-B");
        return both.run().events().arrived(1) - 3;
    }

    @Test
    void aStopAtTheEndOfTheLinkIsBeforeItsStopLine() {
        TrafficCase road = road(1);
        RouteStop end = RouteStop.inLane(0, road.link("A-C"), 1, 15);
        TrafficCase.Outcome run = withBus(road, end).runAndFollow();
        Sample stands =
                run.trajectories().of(0).stream()
                        .filter(s -> s.speed() == 0)
                        .findFirst()
                        .orElseThrow();

        assertThat(stands.lane()).isZero();
        assertThat(stands.position())
                .isBetween(road.network().laneLength(0) - 2, road.network().laneLength(0));
        assertThat(run.result().arrived()).isEqualTo(1);
    }

    @Test
    void theServiceIsAskedAgainUntilItLetsTheVehicleGo() {
        TrafficCase road = road(1);
        List<String> calls = new ArrayList<>();
        StopService oneSecondAtATime =
                (vehicle, stop, arrivedAt, time) -> {
                    calls.add("%d %.1f".formatted(stop.stopIndex(), time - arrivedAt));
                    return time - arrivedAt < 3 ? 1 : 0;
                };
        TrafficCase bus =
                withBus(
                        road,
                        RouteStop.inLane(4, road.link("A-C"), 0.3, 0),
                        RouteStop.inBay(5, road.link("A-C"), 0.6, 0),
                        RouteStop.inBay(6, road.link("A-C"), 0.6, 0));
        RunResult result = bus.simulation().stopService(oneSecondAtATime).run();

        assertThat(result.arrived()).isEqualTo(1);
        assertThat(calls)
                .containsExactly(
                        "4 0.0", "4 1.0", "4 2.0", "4 3.0", "5 0.0", "5 1.0", "5 2.0", "5 3.0",
                        "6 0.5", "6 1.5", "6 2.5", "6 3.5");
    }

    @Test
    void aServiceMayNameTheStopsThatFollow() {
        TrafficCase road = road(1);
        MobsimSession[] holder = new MobsimSession[1];
        List<Integer> served = new ArrayList<>();
        StopService service =
                (vehicle, stop, arrivedAt, time) -> {
                    if (time < arrivedAt + 5) {
                        return 5;
                    }
                    served.add(stop.stopIndex());
                    if (stop.stopIndex() < 3) {
                        int next = stop.stopIndex() + 1;
                        holder[0].setStops(
                                vehicle,
                                List.of(RouteStop.inLane(next, stop.linkIndex(), 0.2 * next, 0)));
                    }
                    return 0;
                };
        TrafficCase bus = withBus(road, RouteStop.inLane(1, road.link("A-C"), 0.2, 0));
        try (MobsimSession session = bus.simulation().stopService(service).start()) {
            holder[0] = session;
            session.advance(300);
            assertThat(session.finish().arrived()).isEqualTo(1);
        }

        assertThat(served).containsExactly(1, 2, 3);
    }

    @Test
    void aBusOnTheLeftMovesToTheKerbBeforeItsStop() {
        TrafficCase road = road(3);
        RouteStop stop = RouteStop.inLane(0, road.link("C-B"), 0.7, 10);
        for (double position : new double[] {0.7, 0.9}) {
            RouteStop here = RouteStop.inLane(0, road.link("C-B"), position, 10);
            TrafficCase crowd = withBus(road, here);
            for (int v = 0; v < 60; v++) {
                crowd = crowd.depart(0, 2.0 * v, "A-C", "C-B");
            }
            TrafficCase.Outcome run = crowd.runAndFollow();
            assertThat(run.result().arrived()).isEqualTo(61);
            Sample stands =
                    run.trajectories().of(0).stream()
                            .filter(s -> s.speed() == 0)
                            .findFirst()
                            .orElseThrow();
            assertThat(road.network().positionOnLink(stands.lane())).isZero();
        }
        assertThat(stop.place()).isEqualTo(RouteStop.Place.IN_LANE);
    }

    @Test
    void whoCannotReachTheKerbServesItsStopBesideIt() {
        TrafficCase road = road(2);
        int link = road.link("A-C");
        TrafficCase bus =
                withBus(road, RouteStop.inBay(0, link, 0.5, 10)).depart(0, 0, "A-C", "C-B");
        TrafficCase noChanges =
                bus.withParameters(
                        bus.parameters().withLaneChanging(org.chalaco.mobsim.run.LaneChanging.OFF));
        EventLog events = new EventLog();
        try (MobsimSession session = noChanges.simulation().events(events).start()) {
            session.closeLane(road.network().firstLane(link));
            session.advance(300);
            assertThat(session.finish().arrived()).isEqualTo(2);
        }

        assertThat(events.of(LaneChange.class)).isEmpty();
        assertThat(events.arrived(0)).isGreaterThan(70);
    }

    @Test
    void aBusLeavesItsBayWhenTheStreamLeavesAGap() {
        TrafficCase road = road(1);
        TrafficCase bus = withBus(road, RouteStop.inBay(0, road.link("A-C"), 0.4, 20));
        for (int v = 0; v < 40; v++) {
            bus = bus.depart(0, 5 + 2.2 * v, "A-C", "C-B"); // 1600 veh/h for 88 s
        }
        EventLog events = new EventLog();
        try (MobsimSession session = bus.simulation().events(events).start()) {
            session.advance(60);
            assertThat(session.findVehicle(0).orElseThrow().place()).isEqualTo(Place.IN_BAY);
            assertThat(session.traffic().vehiclesOnRoad()).isGreaterThan(5);
            assertThat(session.reroute(0, road.route("A-C", "C-B"))).isTrue();
            session.advance(400);
            assertThat(session.finish().arrived()).isEqualTo(41);
        }
        assertThat(events.arrived(0)).isBetween(90.0, 200.0);
    }

    @Test
    void whoStandsAtAStopIsNotHopeless() {
        TrafficCase road = road(1);
        TrafficCase bus = withBus(road, RouteStop.inLane(0, road.link("A-C"), 0.4, 200));
        JunctionRules rules = bus.parameters().junctions().withReliefAfter(60);
        TrafficCase relieved = bus.withParameters(bus.parameters().withJunctions(rules));

        assertThat(relieved.run().result().removedAsHopeless()).isZero();
        assertThat(relieved.run().result().arrived()).isEqualTo(1);
    }

    @Test
    void aVehicleInABayCanBeRemovedAndIsUnfinishedAtTheEnd() {
        TrafficCase road = road(1);
        RouteStop stop = RouteStop.inBay(0, road.link("A-C"), 0.1, 600);
        TrafficCase two = withBus(withBus(road, stop), stop).until(300);
        EventLog events = new EventLog();
        try (MobsimSession session = two.simulation().events(events).start()) {
            session.advance(100);
            assertThat(session.traffic().vehiclesOnRoad()).isEqualTo(2);
            assertThat(session.listInBays()).extracting("vehicleIndex").containsExactly(0, 1);
            assertThat(session.isEmpty()).isFalse();
            assertThat(session.remove(0)).isTrue();
            session.advance(110);
            RunResult result = session.finish();
            assertThat(result.removedAsHopeless()).isEqualTo(1);
            assertThat(result.onRoadAtEnd()).isEqualTo(1);
        }
        assertThat(events.of(VehicleStuck.class)).hasSize(2);
    }

    @Test
    void aStopSetBehindTheVehicleIsServedWhereItCanStop() {
        TrafficCase road = road(1).depart(0, 0, "A-C", "C-B");
        Trajectories trajectories = Trajectories.on(road.network());
        try (MobsimSession session = road.simulation().observe(0.5, trajectories).start()) {
            session.advance(20);
            double x = session.findVehicle(0).orElseThrow().position();
            session.setStops(0, List.of(RouteStop.inLane(0, road.link("A-C"), 0.1, 10)));
            session.advance(60);
            Sample stands =
                    trajectories.of(0).stream()
                            .filter(s -> s.speed() == 0)
                            .findFirst()
                            .orElseThrow();
            assertThat(stands.position()).isBetween(x + 40, x + 90);
        }
        assertThat(standing(trajectories.of(0))).isGreaterThan(9);
    }

    @Test
    void stopsMustLieOnTheWay() {
        TrafficCase road = road(1);
        RouteStop late = RouteStop.inLane(3, road.link("C-B"), 0.5, 10);
        RouteStop early = RouteStop.inLane(4, road.link("A-C"), 0.5, 10);
        RouteStop nowhere = RouteStop.inLane(5, 99, 0.5, 10);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> withBus(road, late, early).run())
                .withMessageContaining("Stop (4) of vehicle (0)")
                .withMessageContaining("order");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> withBus(road, nowhere).run())
                .withMessageContaining("link (99), which does not exist");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                withBus(road, early)
                                        .simulation()
                                        .stopService((v, s, a, t) -> Double.NaN)
                                        .run())
                .withMessageContaining("stand at stop (4) for (NaN s)");
    }
}
