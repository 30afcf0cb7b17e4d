package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ACTIVITY_END;
import static org.chalaco.contract.RecordedEvent.ACTIVITY_START;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.DEPARTURE;
import static org.chalaco.contract.RecordedEvent.ENTERED_LINK;
import static org.chalaco.contract.RecordedEvent.ENTERS_TRAFFIC;
import static org.chalaco.contract.RecordedEvent.ENTERS_VEHICLE;
import static org.chalaco.contract.RecordedEvent.LEAVES_TRAFFIC;
import static org.chalaco.contract.RecordedEvent.LEAVES_VEHICLE;
import static org.chalaco.contract.RecordedEvent.LEFT_LINK;
import static org.chalaco.contract.RecordedEvent.TRAVELLED;

import java.util.ArrayList;
import java.util.List;

/** Behaviours 1 to 7: trips, their events and their times. */
interface TripContract extends ContractCase {

    double SIX = 6 * 3600;

    /** What a drive over some crossings consists of. */
    static List<String> drive(int crossings) {
        List<String> types =
                new ArrayList<>(List.of(ACTIVITY_END, DEPARTURE, ENTERS_VEHICLE, ENTERS_TRAFFIC));
        for (int k = 0; k < crossings; k++) {
            types.add(LEFT_LINK);
            types.add(ENTERED_LINK);
        }
        types.addAll(List.of(LEAVES_TRAFFIC, LEAVES_VEHICLE, ARRIVAL, ACTIVITY_START));
        return types;
    }

    private static Traveller commuter(String id, double departure) {
        return Traveller.named(id).home("1", departure).drives("1 2 3").at("work", "3");
    }

    @Holds(Behaviour.SINGLE_TRIP)
    default void aTripHasItsEventsInOrder() {
        RecordedRun run =
                run(ScenarioFiles.straight(10, 100, 1000, 100).person(commuter("p", SIX)));

        assertThat(run.types()).isEqualTo(drive(2));
        for (String type : List.of(ACTIVITY_END, DEPARTURE, ENTERS_VEHICLE)) {
            assertThat(run.time("p", type)).as(type).isEqualTo(SIX);
        }
        // nobody is in the way: on the road with the next second
        assertThat(run.time("p", ENTERS_TRAFFIC)).isBetween(SIX, SIX + 1);
        for (String type : List.of(LEAVES_VEHICLE, ARRIVAL, ACTIVITY_START)) {
            assertThat(run.time("p", type)).as(type).isEqualTo(run.time("p", LEAVES_TRAFFIC));
        }
        assertThat(run.exits("p", "1")).isEqualTo(run.entries("p", "2"));
        assertThat(run.exits("p", "2")).isEqualTo(run.entries("p", "3"));
        assertThat(run.events()).extracting(RecordedEvent::time).isSorted();
    }

    @Holds(Behaviour.SINGLE_TRIP)
    default void aTripTakesTheTimeOfItsRoad() {
        RecordedRun run =
                run(ScenarioFiles.straight(10, 100, 1000, 100).person(commuter("p", SIX)));

        assertThat(run.way("p")).containsExactly("2", "3");
        double first = run.entries("p", "2").get(0);
        double second = run.entries("p", "3").get(0);
        assertThat(first - SIX).isBetween(0.0, FreeDrive.most(100, 10));
        assertThat(second - first).isBetween(FreeDrive.least(1000, 10), FreeDrive.most(1000, 10));
    }

    @Holds(Behaviour.SINGLE_TRIP)
    default void eventsSayWhoAndWhere() {
        RecordedRun run =
                run(ScenarioFiles.straight(10, 100, 1000, 100).person(commuter("p", SIX)));

        RecordedEvent enters = run.ofType(ENTERS_TRAFFIC).get(0);
        RecordedEvent leaves = run.ofType(LEAVES_TRAFFIC).get(0);
        assertThat(enters.link()).isEqualTo("1");
        assertThat(leaves.link()).isEqualTo("3");
        for (RecordedEvent event : List.of(enters, leaves)) {
            assertThat(event.person()).isEqualTo("p");
            assertThat(event.get("networkMode")).isEqualTo("car");
            assertThat(Double.parseDouble(event.get("relativePosition"))).isBetween(0.0, 1.0);
        }
        assertThat(run.ofType(DEPARTURE).get(0).get("legMode")).isEqualTo("car");
        assertThat(run.ofType(DEPARTURE).get(0).get("computationalRoutingMode")).isEqualTo("car");
        assertThat(run.ofType(ARRIVAL).get(0).get("legMode")).isEqualTo("car");
        assertThat(run.ofType(ACTIVITY_END).get(0).get("actType")).isEqualTo("home");
        assertThat(run.ofType(ACTIVITY_START).get(0).get("actType")).isEqualTo("work");
        assertThat(run.list(e -> !e.vehicle().isEmpty()))
                .extracting(RecordedEvent::vehicle)
                .containsOnly(enters.vehicle());
    }

    @Holds(Behaviour.NO_MEMORY)
    default void whoDrivesAnHourLaterDoesTheSame() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .person(commuter("p", SIX))
                                .person(commuter("q", SIX + 3600)));

        List<Double> early = run.of("p").stream().map(e -> e.time() + 3600).toList();
        assertThat(run.of("q")).extracting(RecordedEvent::time).isEqualTo(early);
        assertThat(run.typesOf("q")).isEqualTo(drive(2)).isEqualTo(run.typesOf("p"));
    }

    @Holds(Behaviour.IMMEDIATE_DEPARTURE)
    default void whoLeavesAtMidnightLeavesAtMidnight() {
        RecordedRun run = run(ScenarioFiles.straight(10, 100, 1000, 100).person(commuter("p", 0)));

        assertThat(run.types()).isEqualTo(drive(2));
        assertThat(run.events().get(0).time()).isZero();
        assertThat(run.time("p", DEPARTURE)).isZero();
        assertThat(run.time("p", ENTERS_TRAFFIC)).isBetween(0.0, 1.0);
        assertThat(run.entries("p", "2").get(0)).isBetween(0.0, FreeDrive.most(100, 10));
    }

    @Holds(Behaviour.EMPTY_ROUTE)
    default void aTripFromALinkToItselfTakesNoTime() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .person(
                                        Traveller.named("p")
                                                .home("2", SIX)
                                                .drives("2")
                                                .at("work", "2")));

        assertThat(run.types()).isEqualTo(drive(0)).hasSize(8);
        assertThat(run.events()).extracting(RecordedEvent::time).containsOnly(SIX);
    }

    @Holds(Behaviour.LOOPS)
    default void theLastLinkMayBeALoop() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .link(RoadLink.of("loop", "3", "3", 100, 10))
                                .person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .drives("1 2 3 loop")
                                                .at("work", "loop")));

        assertThat(run.types()).isEqualTo(drive(3)).hasSize(14);
        assertThat(run.way("p")).containsExactly("2", "3", "loop");
    }

    @Holds(Behaviour.LOOPS)
    default void aRouteMayBeACircle() {
        RecordedRun run =
                run(
                        square().person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .drives("1 2 3 4 1")
                                                .at("work", "1")));

        assertThat(run.types()).isEqualTo(drive(4)).hasSize(16);
        assertThat(run.way("p")).containsExactly("2", "3", "4", "1");
    }

    @Holds(Behaviour.LOOPS)
    default void aRouteMayPassItsLastLinkBeforeItEndsThere() {
        RecordedRun run =
                run(
                        square().person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .drives("1 2 3 4 1 2 3")
                                                .at("work", "3")));

        assertThat(run.types()).isEqualTo(drive(6)).hasSize(20);
        assertThat(run.way("p")).containsExactly("2", "3", "4", "1", "2", "3");
    }

    /** A block of houses with a one-way road around it. */
    static ScenarioFiles square() {
        return new ScenarioFiles()
                .node("a", 0, 0)
                .node("b", 200, 0)
                .node("c", 200, 200)
                .node("d", 0, 200)
                .link(RoadLink.of("1", "a", "b", 200, 10))
                .link(RoadLink.of("2", "b", "c", 200, 10))
                .link(RoadLink.of("3", "c", "d", 200, 10))
                .link(RoadLink.of("4", "d", "a", 200, 10));
    }

    @Holds(Behaviour.TELEPORTATION)
    default void aTeleportedTripTakesWhatWasPlanned() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .walks("1", "3", 15, 20)
                                                .at("work", "3")));

        assertThat(run.types())
                .containsExactly(ACTIVITY_END, DEPARTURE, TRAVELLED, ARRIVAL, ACTIVITY_START);
        assertThat(run.events())
                .extracting(RecordedEvent::time)
                .containsExactly(SIX, SIX, SIX + 15, SIX + 15, SIX + 15);
        assertThat(Double.parseDouble(run.ofType(TRAVELLED).get(0).get("distance"))).isEqualTo(20);
    }

    @Holds(Behaviour.NO_LEG)
    default void whoStaysAtHomeTroublesNobody() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .person(Traveller.named("without end").at("home", "1"))
                                .person(commuter("p", SIX)));

        assertThat(run.ofType(ENTERED_LINK)).hasSize(2);
        assertThat(run.typesOf("without end")).isEmpty();
    }

    @Holds(Behaviour.NO_LEG)
    default void aLastActivityMayHaveAnEnd() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 1000, 100)
                                .person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .drives("1 2 3")
                                                .at("work", "3", SIX + 3600)));

        assertThat(run.types()).startsWith(drive(2).toArray(String[]::new));
        assertThat(run.ofType(ENTERED_LINK)).hasSize(2);
    }
}
