package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StandingVehicle.Reason;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: speed limits change and links and lanes close and open while traffic runs.
 */
class F06_NetworkChangeTest {

    private static final TrafficCase ROAD =
            RoadDrawing.of("A =====> C =====> B      1000 m + 1000 m, 1 lane, 50 km/h");

    @Test
    void vehiclesOnALinkFollowItsNewSpeedLimit() {
        TrafficCase road = ROAD.depart(0, "A-C", "C-B");
        Trajectories seen = Trajectories.on(road.network());
        try (MobsimSession session = road.simulation().observe(0.5, seen).start()) {
            session.advance(25);
            session.setSpeedLimit(road.link("A-C"), 5);
            session.advance(60);
            session.setSpeedLimit(road.link("A-C"), 12);
            session.setSpeedLimit(road.link("C-B"), 8);
            session.advance(400);
            assertThat(session.isEmpty()).isTrue();
        }
        assertThat(seen.at(0, 25).speed()).isCloseTo(50 / 3.6, within(0.2));
        assertThat(seen.at(0, 50).speed()).isCloseTo(5, within(0.2));
        assertThat(seen.at(0, 85).speed()).isCloseTo(12, within(0.3));
        assertThat(seen.last(0).speed()).isCloseTo(8, within(0.2));
        assertThat(seen.all()).allSatisfy(s -> assertThat(s.acceleration()).isGreaterThan(-4));
    }

    @Test
    void nobodyEntersAClosedLinkUntilItOpens() {
        TrafficCase road = ROAD;
        for (int v = 0; v < 10; v++) {
            road = road.depart(10 * v, "A-C", "C-B");
        }
        EventLog events = new EventLog();
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.advance(100);
            session.closeLink(road.link("C-B"));
            session.advance(110); // who could not stop any more
            int passed = events.of(LinkLeave.class).size();
            session.advance(300);
            assertThat(events.of(LinkLeave.class)).hasSize(passed);
            assertThat(session.listStanding(100).get(0).reason()).isEqualTo(Reason.CLOSURE);
            assertThat(events.arrived(0)).isNotNaN(); // who was on it went on
            session.openLink(road.link("C-B"));
            session.advance(600);
            assertThat(session.finish().arrived()).isEqualTo(10);
        }
    }

    @Test
    void nobodyComesFromOutsideOntoAClosedLink() {
        TrafficCase road = ROAD.depart(10, "A-C");
        try (MobsimSession session = road.simulation().start()) {
            session.closeLink(road.link("A-C"));
            session.advance(100);
            assertThat(session.listWaiting()).hasSize(1);
            session.openLink(road.link("A-C"));
            session.advance(101);
            assertThat(session.listWaiting()).isEmpty();
        }
    }

    @Test
    void aClosedLaneIsPassedByOnTheOthers() {
        TrafficCase road =
                RoadDrawing.of("A =====> C =====> B      400 m + 400 m, 2 lanes, 50 km/h");
        for (int v = 0; v < 60; v++) {
            road = road.depart(3 * v, "A-C", "C-B");
        }
        RoadNetwork network = road.network();
        for (int closed = 0; closed < 2; closed++) {
            int lane = network.firstLane(road.link("C-B")) + closed;
            EventLog events = new EventLog();
            Trajectories seen = Trajectories.on(network);
            try (MobsimSession session =
                    road.simulation().events(events).observe(0.5, seen).start()) {
                session.closeLane(lane);
                session.advance(600);
                assertThat(session.finish().arrived()).isEqualTo(60);
            }
            assertThat(seen.all()).noneMatch(s -> s.lane() == lane);
        }
    }

    @Test
    void aDriverTurnedBackByAClosureGoesAnotherWayWhenToldSo() {
        TrafficCase cross = CrossJunction.of("N", "E", "S", "W").build().depart(0, "S-in", "N-out");
        EventLog events = new EventLog();
        try (MobsimSession session = cross.simulation().events(events).start()) {
            session.closeLink(cross.link("N-out"));
            session.advance(60);
            assertThat(session.listStanding(10)).hasSize(1);
            assertThat(session.reroute(0, cross.route("S-in", "E-out"))).isTrue();
            session.advance(120);
            assertThat(session.finish().arrived()).isEqualTo(1);
        }
        assertThat(events.crossed(0, cross.link("S-in"))).isBetween(60.0, 75.0);
    }

    @Test
    void aSpeedLimitOfNothingIsRefused() {
        try (MobsimSession session = ROAD.simulation().start()) {
            for (double limit : List.of(0.0, -3.0, Double.NaN, Double.POSITIVE_INFINITY)) {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> session.setSpeedLimit(0, limit))
                        .withMessageContaining("Maybe close the link?");
            }
        }
    }
}
