package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StandingVehicle.Reason;
import org.chalaco.mobsim.run.VehiclePosition.Place;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a simulation driven from outside: advanced in pieces, fed with departures on
 * the way, asked between the steps, ended early.
 */
class P02_SessionTest {

    private static final TrafficCase ROAD =
            RoadDrawing.of("A =====> C =====> B      300 m + 300 m, 1 lane, 50 km/h");

    @Test
    void unevenPiecesGiveTheBitsOfOneRun() {
        TrafficCase town = RandomRoads.seed(5).vehicles(120).within(300).build().until(400);
        String inOne = town.run().events().hash();
        EventLog events = new EventLog();
        RandomStream random = RandomStream.of(1, 1, "pieces");
        try (MobsimSession session = town.simulation().events(events).start()) {
            while (session.time() < 400 && !session.isEmpty()) {
                session.advance(Math.min(400, session.time() + 9 * random.nextDouble()));
            }
            session.finish();
        }

        assertThat(events.hash()).isEqualTo(inOne);
    }

    @Test
    void departuresOnTheWayGiveTheBitsOfThoseKnownBefore() {
        TrafficCase town = RandomRoads.seed(6).vehicles(120).within(300).build().until(500);
        String known = town.run().events().hash();
        EventLog events = new EventLog();
        List<Departure> later = new ArrayList<>(town.departures());
        TrafficCase empty = town.withDepartures(List.of());
        try (MobsimSession session = empty.simulation().events(events).start()) {
            while (session.time() < 500 && !(later.isEmpty() && session.isEmpty())) {
                later.removeIf(d -> isDue(d, session));
                session.step();
            }
            session.finish();
        }

        assertThat(events.hash()).isEqualTo(known);
    }

    private static boolean isDue(Departure d, MobsimSession session) {
        boolean due = d.time() < session.time() + 20;
        if (due) {
            session.depart(d);
        }
        return due;
    }

    @Test
    void advancesByWholeStepsThatEndInTime() {
        try (MobsimSession session = ROAD.simulation().start()) {
            session.advance(1.9);
            assertThat(session.time()).isEqualTo(1.5);
            session.advance(2);
            assertThat(session.time()).isEqualTo(2);
            session.advance(1);
            assertThat(session.time()).isEqualTo(2);
            assertThat(session.traffic().time()).isEqualTo(2);
        }
    }

    @Test
    void tellsWhereVehiclesAre() {
        TrafficCase road = ROAD.depart(0, "A-C", "C-B").depart(0, "A-C", "C-B");
        try (MobsimSession session = road.simulation().start()) {
            session.step();
            assertThat(session.findVehicle(0).orElseThrow().place()).isEqualTo(Place.ON_ROAD);
            assertThat(session.findVehicle(1).orElseThrow().place()).isEqualTo(Place.OUTSIDE);
            assertThat(session.listWaiting())
                    .singleElement()
                    .satisfies(w -> assertThat(w.vehicleIndex()).isEqualTo(1))
                    .satisfies(w -> assertThat(w.linkIndex()).isEqualTo(road.link("A-C")));
            assertThat(session.findVehicle(2)).isEmpty();
            session.advance(120);
            assertThat(session.findVehicle(0)).isEmpty();
            assertThat(session.isEmpty()).isTrue();
        }
    }

    @Test
    void tellsWhoStandsAndWhy() {
        TrafficCase red =
                RoadDrawing.of("A ==|R|====> B      400 m, 1 lane, 50 km/h, stop line at 200 m")
                        .depart(0, "A-S", "S-B")
                        .depart(5, "A-S", "S-B");
        try (MobsimSession session = red.simulation().start()) {
            session.advance(100);
            assertThat(session.listStanding(20)).hasSize(2);
            assertThat(session.listStanding(20).get(0).reason()).isEqualTo(Reason.SIGNAL);
            assertThat(session.listStanding(20).get(0).isFirst()).isTrue();
            assertThat(session.listStanding(20).get(1).reason()).isEqualTo(Reason.TRAFFIC);
            assertThat(session.listStanding(100)).isEmpty();
        }
    }

    @Test
    void aVehicleThatArrivesMayDepartAgainFromTheEvent() {
        EventLog events = new EventLog();
        MobsimSession[] holder = new MobsimSession[1];
        MicroSimulation simulation =
                ROAD.depart(0, "A-C")
                        .simulation()
                        .events(events)
                        .events(
                                e -> {
                                    if (e instanceof TrafficEvent.VehicleLeavesTraffic
                                            && e.time() < 30) {
                                        holder[0].depart(
                                                Departure.of(0, 0, e.time(), ROAD.route("C-B")));
                                    }
                                });
        try (MobsimSession session = simulation.start()) {
            holder[0] = session;
            session.advance(100);
            assertThat(session.isEmpty()).isTrue();
            RunResult result = session.finish();
            assertThat(result.arrived()).isEqualTo(2);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        TrafficCase road = ROAD.depart(50, "A-C");
        try (MobsimSession session = road.simulation().start()) {
            session.advance(10);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> session.depart(Departure.of(9, 0, 5, road.route("A-C"))))
                    .withMessageContaining("it is (10.0 s) already");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> session.depart(Departure.of(0, 0, 60, road.route("A-C"))))
                    .withMessageContaining("cannot depart again");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(
                            () -> session.depart(Departure.of(3, 0, 60, road.route("C-B", "A-C"))))
                    .withMessageContaining("do not connect");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> session.reroute(77, road.route("A-C")))
                    .withMessageContaining("no vehicle (77)");
            session.finish();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(session::step)
                    .withMessageContaining("over");
        }
    }

    @Test
    void whatChangesTheRoadIsRefusedDuringAStep() {
        MobsimSession[] holder = new MobsimSession[1];
        MicroSimulation simulation =
                ROAD.depart(0, "A-C").simulation().events(e -> holder[0].remove(0));
        try (MobsimSession session = simulation.start()) {
            holder[0] = session;
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(session::step)
                    .withMessageContaining("while a step is being taken");
        }
    }

    @Test
    void cancelEndsAnAdvance() {
        MobsimSession[] holder = new MobsimSession[1];
        MicroSimulation simulation = ROAD.simulation().observe(5, view -> holder[0].cancel());
        try (MobsimSession session = simulation.start()) {
            holder[0] = session;
            session.advance(1000);
            assertThat(session.time()).isEqualTo(5);
            assertThat(session.isCancelled()).isTrue();
        }
    }

    @Test
    void whoIsUnfinishedIsToldAndCounted() {
        EventLog events = new EventLog();
        TrafficCase road = ROAD.depart(0, "A-C", "C-B").depart(0, "A-C", "C-B");
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.step();
            RunResult result = session.finish();
            assertThat(result.onRoadAtEnd()).isEqualTo(1);
            assertThat(result.waitingOutsideAtEnd()).isEqualTo(1);
            assertThat(result.endTime()).isEqualTo(0.5);
        }
        assertThat(events.of(TrafficEvent.VehicleStuck.class)).hasSize(1);
    }

    @Test
    void removesVehiclesWhereverTheyAre() {
        TrafficCase road = ROAD.depart(0, "A-C", "C-B").depart(0, "A-C").depart(50, "A-C");
        EventLog events = new EventLog();
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.step();
            assertThat(session.remove(0)).isTrue();
            assertThat(session.remove(1)).isTrue();
            assertThat(session.remove(2)).isTrue();
            assertThat(session.remove(2)).isFalse();
            assertThat(session.isEmpty()).isTrue();
            session.advance(5);
            RunResult result = session.finish();
            assertThat(result.departures()).isEqualTo(1);
            assertThat(result.removedAsHopeless()).isEqualTo(1);
        }
        assertThat(events.of(TrafficEvent.VehicleStuck.class)).hasSize(1);
    }
}
