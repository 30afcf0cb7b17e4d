package org.chalaco.tuning.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: signals may be removed where they stand and drafted where they do not. */
class K09_PlacementTest {

    private final Arterial street = new Arterial(3, 300);

    @Test
    void aDraftSeparatesWhatCrosses() {
        int junction = street.network().findJunction("J1");
        Optional<SignalSystem> draft =
                new SignalDrafts(street.network(), TimingRules.STANDARD).of(junction);
        assertThat(draft).isPresent();
        TunedIntersection found =
                TunedIntersection.of(
                        draft.orElseThrow(),
                        street.network(),
                        TimingRules.STANDARD,
                        Placement.ADDABLE);
        assertThat(found.stages().stages())
                .extracting(Stage::groupIds)
                .containsExactlyInAnyOrder(List.of("e1", "w2"), List.of("nin1", "sin1"));
        assertThat(found.stages().clearances(new int[] {0, 1})).containsExactly(5, 5);
        assertThat(
                        new SignalDrafts(street.network(), TimingRules.STANDARD)
                                .of(street.network().findJunction("W")))
                .isEmpty();
    }

    @Test
    void plansWithoutASignalLeaveItOut() {
        List<SignalSystem> systems = street.systems(30, 20);
        TuningProblem problem = street.problem(60).signals(List.of(), Placement.FIXED).build();
        assertThat(problem.systems(problem.presentPlans())).hasSize(3);
        TuningProblem addable =
                TuningProblem.on(street.network())
                        .signals(systems.subList(0, 2))
                        .signals(systems.subList(2, 3), Placement.ADDABLE)
                        .demand(street.demand(100, 100, 50, 0, 60))
                        .window(new EvaluationWindow(0, 0, 60))
                        .build();
        assertThat(addable.systems(addable.presentPlans()))
                .extracting(SignalSystem::id)
                .containsExactly("J0", "J1");
        PlanSet again = PlanSet.ofNumbers(addable.presentPlans().numbers());
        assertThat(again).isEqualTo(addable.presentPlans());
        assertThat(again.plans(addable.intersections()).get(2)).isNull();
    }
}
