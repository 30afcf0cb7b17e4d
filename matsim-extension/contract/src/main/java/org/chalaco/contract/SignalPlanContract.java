package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.SIGNAL;

import java.util.List;

/** Behaviour 25: which plan of a signal holds, and when. */
interface SignalPlanContract extends ContractCase {

    double SEVEN = 7 * 3600;

    /** Somebody drives now and then until ten, so that the run goes on. */
    private static ScenarioFiles road() {
        ScenarioFiles road = SignalContract.road(100, 300, 300);
        for (int k = 0; k <= 18; k++) {
            road.person(
                    Traveller.named("p%02d".formatted(k))
                            .home("1", SEVEN + 60 + 600 * k)
                            .drives("1 2 3")
                            .at("work", "3"));
        }
        return road.set("qsim", "startTime", "07:00:00");
    }

    /** When a group got green in some time, s since midnight. */
    private static List<Double> onsets(RecordedRun run, double from, double until) {
        return run
                .list(
                        e ->
                                e.is(SIGNAL)
                                        && e.get("signalGroupState").equals("GREEN")
                                        && e.time() >= from
                                        && e.time() < until)
                .stream()
                .map(RecordedEvent::time)
                .toList();
    }

    @Holds(Behaviour.PLAN_SWITCH)
    default void plansHoldInTheirHoursAndThenTheSignalIsOff() {
        SignalPlans plans =
                new SignalPlans()
                        .group("g", "2")
                        .plan("slow", 120, 0, SEVEN, SEVEN + 3600)
                        .green("g", 10, 60)
                        .plan("fast", 60, 0, SEVEN + 3600, SEVEN + 7200)
                        .green("g", 10, 30);
        RecordedRun run = run(plans.addTo(road()));

        assertThat(onsets(run, SEVEN, SEVEN + 3600)).hasSizeBetween(29, 31);
        assertThat(onsets(run, SEVEN + 3720, SEVEN + 7200)).hasSizeBetween(57, 59);
        assertThat(onsets(run, SEVEN + 7205, SEVEN + 20000)).isEmpty();
        assertThat(run.list(e -> e.get("signalGroupState").equals("OFF")))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.time()).isBetween(SEVEN + 7200, SEVEN + 7205));
    }

    @Holds(Behaviour.PLAN_OFFSET)
    default void offsetsShiftTheCycle() {
        List<Double> none = onsets(offset(0), SEVEN + 120, SEVEN + 3600);
        List<Double> shifted = onsets(offset(40), SEVEN + 120, SEVEN + 3600);
        List<Double> wrapped = onsets(offset(100), SEVEN + 120, SEVEN + 3600);

        assertThat(none).hasSizeGreaterThan(50).allMatch(t -> t % 60 == 10);
        assertThat(shifted).hasSizeGreaterThan(50).allMatch(t -> t % 60 == 50);
        assertThat(wrapped).isEqualTo(shifted);
    }

    private RecordedRun offset(int seconds) {
        return run(
                new SignalPlans()
                        .group("g", "2")
                        .plan("p", 60, seconds)
                        .green("g", 10, 30)
                        .addTo(road()));
    }

    @Holds(Behaviour.PLAN_OVERLAP)
    default void twoPlansForOneHourAreRefused() {
        RecordedRun touching = tryToRun(twoPlans(SEVEN + 3600), event -> {});
        RecordedRun overlapping = tryToRun(twoPlans(SEVEN + 1800), event -> {});

        assertThat(touching.failure()).isNull();
        assertThat(overlapping.failure()).isNotNull();
    }

    private static ScenarioFiles twoPlans(double startOfSecond) {
        return new SignalPlans()
                .group("g", "2")
                .plan("one", 120, 0, SEVEN, SEVEN + 3600)
                .green("g", 10, 60)
                .plan("two", 60, 0, startOfSecond, SEVEN + 7200)
                .green("g", 10, 30)
                .addTo(road());
    }
}
