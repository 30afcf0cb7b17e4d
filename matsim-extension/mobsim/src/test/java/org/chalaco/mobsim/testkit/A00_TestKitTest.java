package org.chalaco.mobsim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.traffic.Departure;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the roads and instruments of the tests are what they are drawn as. */
class A00_TestKitTest {

    @Test
    void aDrawnRoadHasItsLengthsLanesAndSpeeds() {
        TrafficCase road =
                RoadDrawing.of("A ====> C ==> B      300 m + 100.5 m, 1 lane + 2 lanes, 50 km/h");

        assertThat(road.network().linkCount()).isEqualTo(2);
        assertThat(road.network().length(road.link("A-C"))).isEqualTo(300);
        assertThat(road.network().length(road.link("C-B"))).isEqualTo(100.5);
        assertThat(road.network().laneCount(road.link("A-C"))).isEqualTo(1);
        assertThat(road.network().laneCount(road.link("C-B"))).isEqualTo(2);
        assertThat(road.network().freeSpeed(road.link("C-B"))).isCloseTo(13.889, within(1e-3));
    }

    @Test
    void aDrawnSignalCutsTheRoadAndDigitsAreVehicles() {
        TrafficCase road =
                RoadDrawing.of(
                        "A ==2=1===|S|=====> B      300 m, 1 lane, 50 km/h, stop line at 200 m, signal green 10 s to 40 s of 90 s");

        assertThat(road.network().length(road.link("A-S"))).isEqualTo(200);
        assertThat(road.network().length(road.link("S-B"))).isEqualTo(100);
        assertThat(road.departures()).hasSize(2);
        assertThat(road.departures().get(0).departurePosition()).isCloseTo(4.5 / 8, within(1e-9));
        assertThat(road.departures().get(1).departurePosition()).isCloseTo(2.5 / 8, within(1e-9));
        FixedTimeController controller = new FixedTimeController(road.signals().get(0));
        assertThat(controller.aspect(0, 9)).isEqualTo(Aspect.RED);
        assertThat(controller.aspect(0, 10)).isEqualTo(Aspect.GREEN);
        assertThat(controller.aspect(0, 40)).isEqualTo(Aspect.AMBER);
        assertThat(controller.aspect(0, 99)).isEqualTo(Aspect.RED);
    }

    @Test
    void redAndGreenAreForEver() {
        FixedTimeController red =
                new FixedTimeController(RoadDrawing.of("A ==|R|==> B   50 m").signals().get(0));
        FixedTimeController green =
                new FixedTimeController(RoadDrawing.of("A ==|G|==> B   50 m").signals().get(0));

        for (int t = 0; t < 200; t++) {
            assertThat(red.aspect(0, t)).isEqualTo(Aspect.RED);
            assertThat(green.aspect(0, t)).isEqualTo(Aspect.GREEN);
        }
    }

    @Test
    void aRingGoesStraightOnForEver() {
        TrafficCase ring = RingRoad.withVehicles(RingRoad.of(900, 12, 2, 14), 3, 0, 6);

        assertThat(ring.departures()).hasSize(2);
        assertThat(ring.departures().get(1).route().size()).isEqualTo(36);
        for (int c = 0; c < ring.network().connectorCount(); c++) {
            assertThat(ring.network().turn(c)).isEqualTo(Turn.THROUGH);
        }
        assertRoutesConnect(ring);
    }

    @Test
    void aGridHasStubsAllAround() {
        TrafficCase town = GridTown.of(3, 2, 100, 1, 14, JunctionControl.PRIORITY);

        assertThat(town.network().junctionCount()).isEqualTo(6 + 10);
        assertThat(town.network().linkCount()).isEqualTo(2 * (7 + 10));
        assertThat(town.network().connects(town.link("0/0-1/0"), town.link("1/0-2/0"))).isTrue();
    }

    @Test
    void randomTownsHaveEverythingAndValidRoutes() {
        EnumSet<JunctionControl> controls = EnumSet.noneOf(JunctionControl.class);
        EnumSet<Turn> turns = EnumSet.noneOf(Turn.class);
        int signals = 0;
        int roundabouts = 0;
        int widest = 0;
        for (long seed = 1; seed <= 30; seed++) {
            TrafficCase town = RandomRoads.seed(seed).build();
            town.network().junctions().forEach(j -> controls.add(j.control()));
            for (int c = 0; c < town.network().connectorCount(); c++) {
                turns.add(town.network().turn(c));
            }
            for (Link link : town.network().links()) {
                roundabouts += link.rank() == 1000 ? 1 : 0;
                widest = Math.max(widest, link.laneCount());
            }
            signals += town.signals().size();
            town.signals().forEach(FixedTimeController::new);
            assertRoutesConnect(town);
        }
        assertThat(controls).containsExactlyInAnyOrder(JunctionControl.values());
        assertThat(turns).containsExactlyInAnyOrder(Turn.values());
        assertThat(signals).isGreaterThan(10);
        assertThat(roundabouts).isGreaterThan(30);
        assertThat(widest).isEqualTo(4);
    }

    private static void assertRoutesConnect(TrafficCase town) {
        for (Departure d : town.departures()) {
            for (int k = 1; k < d.route().size(); k++) {
                assertThat(town.network().connects(d.route().link(k - 1), d.route().link(k)))
                        .isTrue();
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameTown() {
        String one = RandomRoads.seed(8).build().printAsTest();

        assertThat(RandomRoads.seed(8).build().printAsTest()).isEqualTo(one);
        assertThat(RandomRoads.seed(9).build().printAsTest()).isNotEqualTo(one);
    }

    @Test
    void aPrintedCaseNamesEverythingToTheLastBit() {
        TrafficCase drawn =
                RoadDrawing.of("A ==1==|S|==> B      300 m, 1 lane, 50 km/h").depart(7.25, "A-S");
        String code = drawn.printAsTest();

        assertThat(code)
                .contains(".junction(new Junction(\"A\", 0.0, 0.0, JunctionControl.PRIORITY))")
                .contains(
                        "new Link(\"A-S\", \"A\", \"S\", "
                                + drawn.network().length(0)
                                + ", 1, "
                                + 50 / 3.6)
                .contains("new SignalPlan.GroupGreen(\"S\"")
                .contains("new Departure(1, 0, 7.25, Route.of(0), 0.0, 1.0)")
                .contains("Double.POSITIVE_INFINITY")
                .contains("CheckMode.FULL")
                .doesNotContain("LaneConnection");
        assertThat(code.chars().filter(c -> c == '(').count())
                .isEqualTo(code.chars().filter(c -> c == ')').count());
    }

    @Test
    void aPrintedCaseKeepsLaneConnectionsThatWereGiven() {
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("A", 0, 0))
                        .junction(Junction.priority("B", 100, 0))
                        .junction(Junction.priority("C", 200, 0))
                        .link(Link.of("AB", "A", "B", 100, 2, 10))
                        .link(Link.of("BC", "B", "C", 100, 2, 10))
                        .connect(new LaneConnection("AB", 0, "BC", 1))
                        .build();

        assertThat(TrafficCase.on(network).printAsTest())
                .contains(".connect(new LaneConnection(\"AB\", 0, \"BC\", 1))")
                .containsOnlyOnce("LaneConnection(");
    }

    private static final List<TrafficEvent> EVENTS =
            List.of(
                    new TrafficEvent.VehicleEntersTraffic(1, 7, 0, 0.5),
                    new TrafficEvent.SignalChange(2, 0, 1, Aspect.AMBER),
                    new TrafficEvent.LaneChange(2.5, 7, 0, 0, 1),
                    new TrafficEvent.LinkLeave(3, 7, 0, 4, 1),
                    new TrafficEvent.LinkEnter(3, 7, 1),
                    new TrafficEvent.VehicleLeavesTraffic(9, 7, 1, 1, 0),
                    new TrafficEvent.VehicleStuck(9, 8, 1));

    private static EventLog log(List<TrafficEvent> events) {
        EventLog log = new EventLog();
        events.forEach(log::accept);
        return log;
    }

    @Test
    void theLogAnswersQuestions() {
        EventLog log = log(EVENTS);

        assertThat(log.ofVehicle(7)).hasSize(5);
        assertThat(log.crossings(0)).containsExactly(3);
        assertThat(log.entered(7)).isEqualTo(1);
        assertThat(log.arrived(7)).isEqualTo(9);
        assertThat(log.crossed(7, 0)).isEqualTo(3);
        assertThat(log.arrived(8)).isNaN();
    }

    @Test
    void theHashSeesEveryFieldOfEveryEvent() {
        String hash = log(EVENTS).hash();
        List<TrafficEvent> changed =
                List.of(
                        new TrafficEvent.VehicleEntersTraffic(1, 7, 0, Math.nextUp(0.5)),
                        new TrafficEvent.SignalChange(2, 0, 1, Aspect.RED),
                        new TrafficEvent.LaneChange(2.5, 7, 0, 0, 2),
                        new TrafficEvent.LinkLeave(3, 7, 0, 4, 2),
                        new TrafficEvent.LinkEnter(3, 7, 2),
                        new TrafficEvent.VehicleLeavesTraffic(9, 7, 1, 1, 1),
                        new TrafficEvent.VehicleStuck(9, 8, 2));
        Set<String> hashes = new java.util.HashSet<>(Set.of(hash));
        for (int k = 0; k < EVENTS.size(); k++) {
            TrafficEvent[] other = EVENTS.toArray(TrafficEvent[]::new);
            other[k] = changed.get(k);
            assertThat(hashes.add(log(Arrays.asList(other)).hash())).isTrue();
        }
        assertThat(log(EVENTS).hash()).isEqualTo(hash).hasSize(64);
    }
}
