package org.chalaco.agents.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Delay-based: green lasts as long as somebody who has already lost time can still pass.
 *
 * <p>Of each vehicle within {@code range} of a stop line, the time lost there is added up: {@code 1
 * - v / v0} s every second. A stage goes on while one of its vehicles that has lost more than
 * {@code least-loss} could reach the stop line, at free speed, before the longest green; else it
 * gives way to the next stage in order before which somebody has lost as much. If there is nobody,
 * it stays.
 *
 * <p>Not thread-safe. Source: Oertel and Wagner, Delay-time actuated traffic signal control for an
 * isolated intersection, <i>TRB Annual Meeting</i>, 2011, as SUMO's {@code delay_based} does it
 * (which goes on to the next stage always, and knows no stage order of its own).
 */
public final class DelayBasedPolicy extends StagePolicy {

    /** Where delay is measured. */
    public static final TunableParameter RANGE =
            new TunableParameter(
                    "range",
                    "distance before the stop line where delay is measured, m",
                    20,
                    400,
                    100);

    /** Loss that counts. */
    public static final TunableParameter LEAST_LOSS =
            new TunableParameter("least-loss", "time lost from which on it counts, s", 0, 20, 1);

    /** The longest green. */
    public static final TunableParameter LONGEST_GREEN =
            new TunableParameter(
                    "longest-green",
                    "green after which a stage ends although it has delayed vehicles, s",
                    10,
                    120,
                    50);

    private final double range;
    private final double leastLoss;
    private final double longestGreen;
    private Map<Integer, Double> lost = new HashMap<>();

    /**
     * A controller for this intersection.
     *
     * @param parameters values by name; those not given are standard
     * @throws IllegalArgumentException if there are no two stages
     */
    public DelayBasedPolicy(Intersection intersection, Map<String, Double> parameters) {
        super(intersection);
        range = SignalControllerProvider.valueOf(RANGE, parameters);
        leastLoss = SignalControllerProvider.valueOf(LEAST_LOSS, parameters);
        longestGreen = SignalControllerProvider.valueOf(LONGEST_GREEN, parameters);
    }

    @Override
    void observe(SignalView view) {
        Map<Integer, Double> now = new HashMap<>();
        for (SignalView.Vehicle vehicle : view.vehicles()) {
            if (vehicle.distance() <= range) {
                double loss = Math.max(0, 1 - vehicle.speed() / freeSpeed(vehicle));
                now.put(vehicle.index(), lost.getOrDefault(vehicle.index(), 0.0) + loss);
            }
        }
        lost = now;
    }

    private double freeSpeed(SignalView.Vehicle vehicle) {
        int link = intersection.network().findLink(vehicle.linkId());
        return link == RoadNetwork.NONE ? 10 : intersection.network().freeSpeed(link);
    }

    @Override
    int choose(SignalView view) {
        boolean[] delayed = new boolean[stages.groupCount()];
        for (SignalView.Vehicle vehicle : view.vehicles()) {
            int group = stages.group(vehicle.group());
            double passes = view.stageSeconds() + vehicle.distance() / freeSpeed(vehicle);
            boolean inTime = !stages.serves(view.stage(), group) || passes <= longestGreen;
            if (group >= 0 && inTime && lost.getOrDefault(vehicle.index(), 0.0) > leastLoss) {
                delayed[group] = true;
            }
        }
        if (view.vehicles().isEmpty()) {
            for (int g = 0; g < delayed.length; g++) {
                delayed[g] = view.groups().get(g).queue() > 0 && inTime(view, g);
            }
        }
        if (serves(view.stage(), delayed, -1)) {
            return view.stage();
        }
        for (int k = 1; k < stages.size(); k++) {
            int next = (view.stage() + k) % stages.size();
            if (serves(next, delayed, view.stage())) {
                return next;
            }
        }
        return view.stage();
    }

    private boolean inTime(SignalView view, int group) {
        return !stages.serves(view.stage(), group) || view.stageSeconds() <= longestGreen;
    }

    /** Whether a stage serves one of these groups that another stage does not. */
    private boolean serves(int stage, boolean[] groups, int other) {
        for (int g = 0; g < groups.length; g++) {
            if (groups[g] && stages.serves(stage, g) && (other < 0 || !stages.serves(other, g))) {
                return true;
            }
        }
        return false;
    }

    /** Makes such controllers, under the name {@code delay-based}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "delay-based";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(RANGE, LEAST_LOSS, LONGEST_GREEN);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new DelayBasedPolicy(intersection, parameters);
        }
    }
}
