package org.chalaco.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.tuning.evaluation.Interval;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the default method is chosen by a benchmark, not by belief: six signals on a
 * main street, 20 minutes, all methods with the same population and number of generations. The
 * table of docs/guide/tuning.md is what this test prints.
 */
@Tag("slow")
class K11_MethodComparisonTest {

    private static final List<String> METHODS =
            List.of("genetic", "genetic-plain", "hill-climb", "cma-es", "random");

    @Test
    void theDefaultIsTheBest() {
        TuningProblem problem = new Arterial(6, 300).problem(900).build();
        Map<String, Interval> scores = new LinkedHashMap<>();
        List<String> table = new ArrayList<>();
        for (String method : METHODS) {
            try (LocalThreads backend = LocalThreads.of(problem, 2)) {
                TuningResult result =
                        SignalTuning.of(problem, backend)
                                .method(SearchMethods.getMethod(method))
                                .settings(
                                        TuningSettings.STANDARD
                                                .withSize(20, 15)
                                                .withSteadyStop(0, 0))
                                .run();
                for (RankedPlan plan : result.ranking()) {
                    boolean tuned = plan.name().equals(SignalTuning.TUNED);
                    String name = tuned ? method : plan.name();
                    if (scores.put(name, plan.score()) == null) {
                        table.add(row(name, plan, tuned ? result.simulations() : 0));
                    }
                }
            }
        }
        System.out.println(String.join(System.lineSeparator(), table));
        Interval genetic = scores.get("genetic");
        for (String rival : List.of("present", "uniform", "webster", "green-wave", "random")) {
            assertThat(genetic.high()).as(rival).isLessThan(0.9 * scores.get(rival).low());
        }
        for (String rival : METHODS) {
            assertThat(genetic.low()).as(rival).isLessThanOrEqualTo(scores.get(rival).high());
        }
    }

    private static String row(String name, RankedPlan plan, long simulations) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f ± %.2f | %.1f %% ± %.1f | %s |",
                name,
                plan.score().mean(),
                plan.score().halfWidth(),
                100 * plan.change().mean(),
                100 * plan.change().halfWidth(),
                simulations == 0 ? "-" : Long.toString(simulations));
    }
}
