package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.STUCK;

import java.util.List;

/** Behaviours 11 and 12: when a run begins and ends. */
interface TimeContract extends ContractCase {

    double HOUR = 3600;

    private static ScenarioFiles longWalk() {
        return ScenarioFiles.straight(10, 100, 200, 200)
                .person(
                        Traveller.named("p")
                                .home("1", 7 * HOUR)
                                .walks("1", "3", 5 * HOUR, 5000)
                                .at("work", "3"));
    }

    @Holds(Behaviour.START_AND_END)
    default void untoldTheRunTakesAsLongAsItsTrips() {
        RecordedRun run = run(longWalk());

        assertThat(run.events().get(0).time()).isEqualTo(7 * HOUR);
        assertThat(last(run).time()).isEqualTo(12 * HOUR);
        assertThat(last(run).is(RecordedEvent.ACTIVITY_START)).isTrue();
    }

    @Holds(Behaviour.START_AND_END)
    default void toldItBeginsAndEndsThen() {
        RecordedRun run =
                run(
                        longWalk()
                                .set("qsim", "startTime", "08:00:00")
                                .set("qsim", "endTime", "11:00:00"));

        assertThat(run.events().get(0).time()).isEqualTo(8 * HOUR);
        assertThat(last(run).time()).isEqualTo(11 * HOUR);
        assertThat(run.ofType(ARRIVAL)).isEmpty();
        assertThat(run.ofType(STUCK)).hasSize(1);
    }

    private static RecordedEvent last(RecordedRun run) {
        List<RecordedEvent> events = run.events();
        return events.get(events.size() - 1);
    }

    @Holds(Behaviour.EARLY_END)
    default void whoeverIsUnderWayAtTheEndIsStuckThen() {
        RecordedRun run =
                run(
                        ScenarioFiles.straight(10, 100, 20000, 100)
                                .set("qsim", "endTime", "08:00:00")
                                .person(
                                        Traveller.named("driver")
                                                .home("1", 8 * HOUR - 600)
                                                .drives("1 2 3")
                                                .at("work", "3"))
                                .person(
                                        Traveller.named("walker")
                                                .home("1", 8 * HOUR - 600)
                                                .walks("1", "3", HOUR, 3000)
                                                .at("work", "3"))
                                .person(
                                        Traveller.named("sleeper")
                                                .home("1", 9 * HOUR)
                                                .drives("1 2 3")
                                                .at("work", "3")));

        assertThat(last(run).time()).isEqualTo(8 * HOUR);
        for (String person : List.of("driver", "walker")) {
            assertThat(run.time(person, STUCK)).as(person).isEqualTo(8 * HOUR);
            assertThat(run.time(person, ARRIVAL)).as(person).isNaN();
        }
        assertThat(run.time("sleeper", RecordedEvent.DEPARTURE)).isNaN();
    }
}
