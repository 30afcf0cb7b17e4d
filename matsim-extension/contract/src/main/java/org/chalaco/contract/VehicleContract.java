package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ACTIVITY_END;
import static org.chalaco.contract.RecordedEvent.ACTIVITY_START;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.DEPARTURE;
import static org.chalaco.contract.RecordedEvent.ENTERS_TRAFFIC;
import static org.chalaco.contract.RecordedEvent.ENTERS_VEHICLE;
import static org.chalaco.contract.RecordedEvent.TRAVELLED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** Behaviours 8, 9 and 20: which vehicle is driven, and where it is. */
interface VehicleContract extends ContractCase {

    double SIX = 6 * 3600;

    /** Walks away from the car and then wants to drive. */
    private static ScenarioFiles walkAway(String vehicleBehaviour) {
        return ScenarioFiles.straight(10, 100, 200, 200)
                .set("qsim", "vehicleBehavior", vehicleBehaviour)
                .person(
                        Traveller.named("p")
                                .home("1", SIX)
                                .walks("1", "2", 15, 20)
                                .at("work", "2", SIX + 600)
                                .drives("2 3")
                                .at("home", "3"));
    }

    @Holds(Behaviour.VEHICLE_TELEPORTED)
    default void aCarThatStandsElsewhereIsBrought() {
        RecordedRun run = run(walkAway("teleport"));

        List<String> walk = List.of(ACTIVITY_END, DEPARTURE, TRAVELLED, ARRIVAL, ACTIVITY_START);
        assertThat(run.types())
                .isEqualTo(Stream.concat(walk.stream(), TripContract.drive(1).stream()).toList())
                .hasSize(15);
        assertThat(run.time("p", ENTERS_TRAFFIC)).isBetween(SIX + 600, SIX + 601);
    }

    @Holds(Behaviour.VEHICLE_MISSING)
    default void aMissingCarEndsTheRun() {
        RecordedRun run = tryToRun(walkAway("exception"), event -> {});

        assertThat(run.failure()).isInstanceOf(RuntimeException.class);
        assertThat(run.types())
                .containsExactly(
                        ACTIVITY_END,
                        DEPARTURE,
                        TRAVELLED,
                        ARRIVAL,
                        ACTIVITY_START,
                        ACTIVITY_END,
                        DEPARTURE);
    }

    @Holds(Behaviour.VEHICLE_AWAITED)
    default void aDriverWaitsForTheSharedCar() {
        // both begin the day where the car stands: MATSim puts vehicles there
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 2000, 200, 200)
                                .set("qsim", "vehicleBehavior", "wait")
                                .vehicle("shared", "car")
                                .person(
                                        Traveller.named("bringer")
                                                .with("shared")
                                                .home("1", SIX)
                                                .drives("1 2 3")
                                                .at("work", "3"))
                                .person(
                                        Traveller.named("waiter")
                                                .home("1", SIX - 120)
                                                .walks("1", "3", 60, 2100)
                                                .at("pass", "3", SIX)
                                                .with("shared")
                                                .drives("3 4")
                                                .at("work", "4")));

        List<RecordedEvent> events = run.events();
        int brought = indexOf(events, "bringer", ACTIVITY_START);
        int taken = indexOf(events, "waiter", ENTERS_VEHICLE);
        assertThat(indexOf(events, "waiter", DEPARTURE)).isBetween(0, brought - 1);
        assertThat(taken).isGreaterThan(brought);
        assertThat(events.get(taken).vehicle()).isEqualTo("shared");
        assertThat(run.typesOf("waiter")).endsWith(TripContract.drive(1).toArray(String[]::new));
    }

    private static int indexOf(List<RecordedEvent> events, String person, String type) {
        for (int k = 0; k < events.size(); k++) {
            if (events.get(k).person().equals(person) && events.get(k).is(type)) {
                return k;
            }
        }
        return -1;
    }

    @Holds(Behaviour.ASSIGNED_VEHICLE)
    default void theVehicleOfTheRouteIsDriven() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 200, 200)
                                .vehicle("first", "car")
                                .vehicle("second", "car")
                                .person(
                                        Traveller.named("p")
                                                .with("second")
                                                .home("1", SIX)
                                                .drives("1 2 3")
                                                .at("work", "3")));

        assertThat(run.list(event -> !event.vehicle().isEmpty()))
                .hasSizeGreaterThan(4)
                .extracting(RecordedEvent::vehicle)
                .containsOnly("second");
    }

    @Holds(Behaviour.LAPS)
    default void lapsAllEnd() {
        ScenarioFiles square = TripContract.square();
        for (int k = 0; k < 10; k++) {
            square.person(
                    Traveller.named("p" + k)
                            .home("1", SIX + k)
                            .drives("1 2 3 4 1 2 3 4 1")
                            .atFor("pass", "1", 60)
                            .drives("1 2 3 4 1")
                            .atFor("pass", "1", 60)
                            .drives("1 2 3")
                            .at("work", "3"));
        }
        RecordedRun run = run(square);

        assertThat(run.ofType(ARRIVAL)).hasSize(30);
        assertThat(run.way("p0")).hasSize(8 + 4 + 2);
        assertThat(run.ofType(RecordedEvent.STUCK)).isEmpty();
    }

    @Holds(Behaviour.FAILING_HANDLER)
    @Timeout(60)
    default void aHandlerThatFailsEndsTheRun() {
        RecordedRun run =
                tryToRun(
                        ScenarioFiles.straight(10, 100, 200, 200)
                                .person(
                                        Traveller.named("p")
                                                .home("1", SIX)
                                                .drives("1 2 3")
                                                .at("work", "3")),
                        event -> {
                            if (event.is(RecordedEvent.ENTERED_LINK)) {
                                throw new IllegalStateException("a handler of the user failed");
                            }
                        });

        assertThat(run.failure()).isNotNull();
        assertThat(causes(run.failure())).contains("a handler of the user failed");
        assertThat(run.ofType(ARRIVAL)).isEmpty();
    }

    private static List<String> causes(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .toList();
    }
}
