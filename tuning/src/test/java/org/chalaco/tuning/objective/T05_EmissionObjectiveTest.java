package org.chalaco.tuning.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chalaco.analysis.emission.EmissionCollector;
import org.chalaco.analysis.emission.Pollutant;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.SignalTuning;
import org.chalaco.tuning.TuningResult;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.evaluation.Evaluation;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.evaluation.RunAddition;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.Racing;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: signals tuned for what comes out of the exhausts. */
class T05_EmissionObjectiveTest {

    private static TuningProblem problem() {
        return new Arterial(2, 300).problem(300).meter(EmissionMeter.of(Pollutant.CO2)).build();
    }

    private static TrafficSums sums(TuningProblem problem, RunAddition addition) {
        return Evaluation.of(problem, new EvaluationTask(problem.presentPlans(), 3), addition);
    }

    @Test
    void theMeterSaysWhatACollectorOfTheSameRunSays() {
        TuningProblem problem = problem();
        EmissionCollector[] beside = new EmissionCollector[1];
        TrafficSums sums =
                sums(
                        problem,
                        (run, traffic) -> {
                            beside[0] =
                                    EmissionCollector.on(
                                                    problem.network(),
                                                    v -> VehicleType.CAR,
                                                    problem.window().start())
                                            .countFrom(problem.window().countFrom())
                                            .build();
                            run.observe(EmissionCollector.EVERY, beside[0]);
                        });
        double perKm = beside[0].totals().all().gramsPerKm(Pollutant.CO2);
        assertThat(sums.metered()[0]).isEqualTo(perKm).isBetween(150.0, 500.0);
        Objective objective = Objective.metered("co2", "g/veh km", 0);
        assertThat(objective.score(sums)).isEqualTo(perKm);
    }

    @Test
    void lookingOnChangesNothingElse() {
        TuningProblem plain = new Arterial(2, 300).problem(300).build();
        TrafficSums without = sums(plain, RunAddition.NONE);
        TrafficSums with = sums(problem(), RunAddition.NONE);
        assertThat(with.totalDelaySeconds()).isEqualTo(without.totalDelaySeconds());
        assertThat(with.vehicleUpdates()).isEqualTo(without.vehicleUpdates());
    }

    @Test
    void delayAndCarbonDioxideMakeAFrontWhereNothingIsBeatenInBoth() {
        TuningProblem problem = problem();
        try (LocalThreads backend = LocalThreads.of(problem, 2)) {
            TuningResult result =
                    SignalTuning.of(problem, backend)
                            .objectives(
                                    List.of(
                                            Objective.delay(),
                                            Objective.metered("co2", "g/veh km", 0)))
                            .settings(
                                    TuningSettings.STANDARD
                                            .withSeed(1)
                                            .withSize(8, 3)
                                            .withReplications(Racing.halving(2), 2))
                            .run();
            assertThat(result.finalists()).isNotEmpty();
            for (var a : result.finalists()) {
                assertThat(a.scores()).hasSize(2);
                for (var b : result.finalists()) {
                    boolean beaten = b.scores()[0] < a.scores()[0] && b.scores()[1] < a.scores()[1];
                    assertThat(beaten).isFalse();
                }
            }
            double present = sums(problem, RunAddition.NONE).metered()[0];
            assertThat(result.finalists())
                    .anySatisfy(c -> assertThat(c.scores()[1]).isLessThan(present));
        }
    }
}
