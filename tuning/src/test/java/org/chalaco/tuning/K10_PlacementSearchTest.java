package org.chalaco.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.Racing;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the search switches signals off where they cost more than they bring. */
class K10_PlacementSearchTest {

    private final Arterial street = new Arterial(2, 300);

    private int signals(double cost) {
        TuningProblem problem =
                TuningProblem.on(street.network())
                        .signals(street.systems(30, 30), Placement.REMOVABLE)
                        .demand(street.demand(200, 150, 60, 0, 240))
                        .window(new EvaluationWindow(0, 60, 240))
                        .build();
        try (LocalThreads backend = LocalThreads.of(problem, 2)) {
            TuningResult result =
                    SignalTuning.of(problem, backend)
                            .objectives(List.of(Objective.delay().withSignalCost(cost)))
                            .settings(
                                    TuningSettings.STANDARD
                                            .withSize(10, 6)
                                            .withReplications(Racing.halving(2), 3)
                                            .withSteadyStop(0, 0))
                            .run();
            return problem.systems(result.best()).size();
        }
    }

    @Test
    void aDearSignalGoes() {
        assertThat(signals(100)).isZero();
    }

    @Test
    void aSignalThatEarnsMoneyStays() {
        assertThat(signals(-100)).isEqualTo(2);
    }
}
