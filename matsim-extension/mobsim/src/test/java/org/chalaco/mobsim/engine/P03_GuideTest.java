package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: drivers are told the way link by link, may be told otherwise as long as they
 * can stop before the line, and stay lawful when they are.
 *
 * <p>The road: a cross of four arms of 200 m.
 */
class P03_GuideTest {

    private static final TrafficCase CROSS =
            CrossJunction.of("N", "E", "S", "W").lanes(3).build().until(600);

    /** Says the same link until a moment, then another. */
    private static final class ChangingGuide implements RouteGuide {
        final String first;
        final String then;
        final double moment;
        final List<String> asked = new ArrayList<>();
        final List<String> tooLate = new ArrayList<>();

        ChangingGuide(String first, String then, double moment) {
            this.first = first;
            this.then = then;
            this.moment = moment;
        }

        @Override
        public int nextLink(int vehicle, int link, double time) {
            asked.add(CROSS.network().link(link).id() + " " + time);
            if (!CROSS.network().link(link).id().equals("S-in")) {
                return ARRIVE;
            }
            return CROSS.link(time < moment ? first : then);
        }

        @Override
        public void tooLate(int vehicle, int link, int taken, double time) {
            tooLate.add(CROSS.network().link(taken).id());
        }
    }

    private static EventLog drive(TrafficCase road, RouteGuide guide) {
        EventLog events = new EventLog();
        RunResult result = road.simulation().guide(guide).events(events).run();
        assertThat(result.redLightsRun()).isZero();
        return events;
    }

    private static TrafficCase oneCar() {
        return CROSS.depart(0, "S-in");
    }

    private static int entered(EventLog events) {
        return events.of(LinkEnter.class).get(0).linkIndex();
    }

    @Test
    void goesWhereTheGuideSaysAndArrivesWhenItSays() {
        ChangingGuide guide = new ChangingGuide("E-out", "E-out", 0);
        EventLog events = drive(oneCar(), guide);

        assertThat(entered(events)).isEqualTo(CROSS.link("E-out"));
        assertThat(events.arrived(0)).isGreaterThan(20);
        assertThat(guide.asked.get(0)).isEqualTo("S-in 0.0");
        double crossed = events.crossed(0, CROSS.link("S-in"));
        // in every step near the line, the one in which it crosses included; then for the next link
        assertThat(guide.asked).contains("S-in " + (crossed - 0.5), "E-out " + crossed);
    }

    @Test
    void aNewAnswerIsFollowedAsLongAsTheDriverCanStop() {
        double crosses =
                drive(oneCar(), new ChangingGuide("N-out", "N-out", 0))
                        .crossed(0, CROSS.link("S-in"));
        ChangingGuide inTime = new ChangingGuide("N-out", "W-out", crosses - 4);
        ChangingGuide late = new ChangingGuide("N-out", "W-out", crosses - 0.5);
        EventLog followed = drive(oneCar(), inTime);
        EventLog gone = drive(oneCar(), late);

        assertThat(entered(followed)).isEqualTo(CROSS.link("W-out"));
        assertThat(inTime.tooLate).isEmpty();
        assertThat(entered(gone)).isEqualTo(CROSS.link("N-out"));
        assertThat(late.tooLate).containsExactly("N-out");
    }

    @Test
    void manyWhoChangeTheirMindsAtTheLineAllGetThroughLawfully() {
        TrafficCase road = CROSS;
        for (int v = 0; v < 80; v++) {
            road = road.depart(3 * v, List.of("N-in", "E-in", "S-in", "W-in").get(v % 4));
        }
        String[] exits = {"N-out", "E-out", "S-out", "W-out"};
        RouteGuide fickle =
                new RouteGuide() {
                    @Override
                    public int nextLink(int vehicle, int link, double time) {
                        if (CROSS.network().link(link).id().endsWith("-out")) {
                            return ARRIVE;
                        }
                        int turn = (int) (vehicle + time / 11);
                        for (int k = 0; k < 4; k++) {
                            int exit = CROSS.link(exits[(turn + k) % 4]);
                            if (CROSS.network().connects(link, exit)) {
                                return exit;
                            }
                        }
                        return ABORT;
                    }
                };
        EventLog events = drive(road, fickle);

        assertThat(events.of(VehicleStuck.class)).isEmpty();
        assertThat(events.of(LinkEnter.class)).hasSize(80);
    }

    @Test
    void anAbortTakesTheVehicleOffTheRoad() {
        RouteGuide guide =
                (vehicle, link, time) -> time < 5 ? CROSS.link("N-out") : RouteGuide.ABORT;
        EventLog events = new EventLog();
        RunResult result = oneCar().simulation().guide(guide).events(events).run();

        assertThat(result.removedAsHopeless()).isEqualTo(1);
        assertThat(events.of(VehicleStuck.class))
                .singleElement()
                .satisfies(e -> assertThat(e.linkIndex()).isEqualTo(CROSS.link("S-in")));
    }

    @Test
    void arrivesAtOnceWhenToldSoOnTheWay() {
        RouteGuide guide =
                (vehicle, link, time) -> time < 10 ? CROSS.link("N-out") : RouteGuide.ARRIVE;
        EventLog events = drive(oneCar(), guide);

        assertThat(events.of(LinkEnter.class)).isEmpty();
        assertThat(events.arrived(0)).isNotNaN();
    }

    @Test
    void aLinkThatDoesNotFollowIsAnError() {
        RouteGuide wrong = (vehicle, link, time) -> CROSS.link("S-in");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> drive(oneCar(), wrong))
                .withMessageContaining("vehicle (0) from link (S-in) to link (S-in)")
                .withMessageContaining("ABORT");
    }

    @Test
    void whoIsNotGuidedDrivesItsRoute() {
        RouteGuide odd =
                new RouteGuide() {
                    @Override
                    public boolean guides(int vehicle) {
                        return vehicle % 2 == 1;
                    }

                    @Override
                    public int nextLink(int vehicle, int link, double time) {
                        assertThat(vehicle).isOdd();
                        return link == CROSS.link("S-in") ? CROSS.link("W-out") : ARRIVE;
                    }
                };
        TrafficCase two = CROSS.depart(0, "S-in", "E-out").depart(20, "S-in");
        EventLog events = drive(two, odd);

        assertThat(events.of(LinkEnter.class))
                .extracting(LinkEnter::linkIndex)
                .containsExactly(CROSS.link("E-out"), CROSS.link("W-out"));
    }

    @Test
    void aGuideThatTellsTheRouteGivesTheBitsOfTheRoute() {
        TrafficCase town = RandomRoads.seed(12).vehicles(150).within(300).build().until(900);
        int[] leg = new int[town.departures().size()];
        RouteGuide byRoute =
                new RouteGuide() {
                    private Route route(int vehicle) {
                        return town.departures().get(vehicle).route();
                    }

                    private int at(int vehicle, int k) {
                        Route route = route(vehicle);
                        return k < route.size() ? route.link(k) : ARRIVE;
                    }

                    @Override
                    public int nextLink(int vehicle, int link, double time) {
                        leg[vehicle] += route(vehicle).link(leg[vehicle]) == link ? 0 : 1;
                        return at(vehicle, leg[vehicle] + 1);
                    }

                    @Override
                    public int linkAfter(int vehicle, int next, double time) {
                        return at(vehicle, leg[vehicle] + 2);
                    }

                    @Override
                    public double arrivalPosition(int vehicle, int link) {
                        return town.departures().get(vehicle).arrivalPosition();
                    }
                };

        assertThat(drive(town, byRoute).hash()).isEqualTo(town.run().events().hash());
    }

    @Test
    void aChangeOfMindOnTheWayIsInTimeForTheLane() {
        TrafficCase road = CROSS.depart(0, "S-in");
        ChangingGuide early = new ChangingGuide("E-out", "W-out", 3);
        EventLog events = drive(road, early);

        assertThat(entered(events)).isEqualTo(CROSS.link("W-out"));
        assertThat(road.simulation().guide(early).run().wrongLaneTurns()).isZero();
    }

    // ------------------------------------------------------------ reroute

    @Test
    void aRouteCanBeChangedOutsideOnTheRoadAndUntilItIsTooLate() {
        TrafficCase road = CROSS.depart(0, "S-in", "N-out").depart(30, "S-in", "N-out");
        EventLog events = new EventLog();
        try (MobsimSession session = road.simulation().events(events).start()) {
            assertThat(session.reroute(1, road.route("S-in", "E-out"))).isTrue(); // not begun
            session.advance(5);
            assertThat(session.reroute(0, road.route("S-in", "W-out"))).isTrue();
            boolean tooLate = false;
            while (events.of(LinkEnter.class).isEmpty()) {
                tooLate |= !session.reroute(0, road.route("S-in", "W-out"));
                session.step();
            }
            assertThat(tooLate).isFalse(); // the same link can always be asked for
            session.advance(120);
            assertThat(session.finish().arrived()).isEqualTo(2);
        }
        assertThat(events.of(LinkEnter.class))
                .extracting(LinkEnter::linkIndex)
                .containsExactly(CROSS.link("W-out"), CROSS.link("E-out"));
    }

    @Test
    void reroutingIsRefusedWhenItIsTooLate() {
        TrafficCase road = CROSS.depart(0, "S-in", "N-out");
        double crosses = road.run().events().crossed(0, road.link("S-in"));
        try (MobsimSession session = road.simulation().start()) {
            session.advance(crosses - 0.5);
            assertThat(session.reroute(0, road.route("S-in", "W-out"))).isFalse();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> session.reroute(0, road.route("N-in", "W-out")))
                    .withMessageContaining("but the vehicle is on link");
            session.advance(crosses + 1);
            assertThat(session.findVehicle(0).orElseThrow().linkIndex())
                    .isEqualTo(road.link("N-out"));
            assertThat(session.reroute(0, road.route("N-out"))).isTrue(); // inside the box
            session.setArrivalPosition(0, 0.5);
            session.advance(60);
            assertThat(session.findVehicle(0)).isEmpty();
        }
    }

    @Test
    void aRouteThatEndsBehindTheVehicleEndsAtOnce() {
        TrafficCase road =
                CROSS.withDepartures(
                        List.of(new Departure(0, 0, 0, CROSS.route("S-in", "N-out"), 0, 0.1)));
        try (MobsimSession session = road.simulation().start()) {
            session.advance(10);
            assertThat(session.reroute(0, road.route("S-in"))).isTrue();
            session.step();
            assertThat(session.findVehicle(0)).isEmpty();
            assertThat(session.finish().arrived()).isEqualTo(1);
        }
    }
}
