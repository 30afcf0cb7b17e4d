package org.chalaco.agents.policy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.StageDecision;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Fixed time through the guard: always the stage that the system's plan shows at this second; while
 * the plan is between two stages, the one that it goes to.
 *
 * <p>Whatever the plan is (of today, Webster's, tuned, a green wave), this is how it plays beside
 * strategies that see traffic, under the same minimum greens and intergreens. A plan that keeps to
 * them shows the same as played directly.
 *
 * <p>Not thread-safe.
 */
public final class PlanPolicy implements SignalController {

    private final int[] stageOfSecond;
    private final int offset;
    private final StageMap stages;

    /**
     * A controller that plays the plan of this intersection.
     *
     * @throws IllegalArgumentException if there are no two stages
     */
    public PlanPolicy(Intersection intersection) {
        stages = new StageMap(intersection.system());
        offset = intersection.system().plan().offset();
        stageOfSecond = stageOfSecond(intersection);
    }

    private static int[] stageOfSecond(Intersection intersection) {
        var system = intersection.system();
        FixedTimeController plan = new FixedTimeController(system);
        int cycle = system.plan().cycle();
        int[] stage = new int[cycle];
        for (int t = 0; t < cycle; t++) {
            stage[t] = -1;
            for (int s = 0; s < system.stages().size(); s++) {
                boolean same = true;
                for (int g = 0; g < system.groups().size(); g++) {
                    boolean green = plan.aspect(g, system.plan().offset() + t) == Aspect.GREEN;
                    String id = system.groups().get(g).id();
                    same &= green == system.stages().get(s).groupIds().contains(id);
                }
                stage[t] = same && stage[t] < 0 ? s : stage[t];
            }
        }
        // between two stages the next one is wanted: its intergreens run then
        for (int round = 0; round < 2; round++) {
            for (int t = cycle - 1; t >= 0; t--) {
                stage[t] = stage[t] < 0 ? stage[(t + 1) % cycle] : stage[t];
            }
        }
        return stage;
    }

    @Override
    public StageDecision decide(SignalView view) {
        int second = Math.floorMod((int) Math.floor(view.time()) - offset, stageOfSecond.length);
        int wanted = stageOfSecond[second];
        boolean may = !view.isSwitching() && view.stageSeconds() >= stages.minGreen(view.stage());
        return wanted < 0 || wanted == view.stage() || !may
                ? StageDecision.HOLD
                : StageDecision.switchTo(wanted);
    }

    /** Makes such controllers, under the name {@code fixed-time}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "fixed-time";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of();
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new PlanPolicy(intersection);
        }
    }
}
