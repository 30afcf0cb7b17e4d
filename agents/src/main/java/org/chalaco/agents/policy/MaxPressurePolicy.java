package org.chalaco.agents.policy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Max-pressure: green goes where most vehicles stand before and fewest behind.
 *
 * <p>The pressure of a movement is {@code w = x - y}: x are the vehicles before the stop line that
 * want it, y those on the link entered, shared out to the turns from there. The pressure of a stage
 * is the sum over its movements of {@code c w}, c being the lanes that serve the movement (a lane
 * for two movements is half a lane to each). Every interval the stage with the largest pressure
 * becomes green; a tie leaves what is. With an interval of 1 s only the minimum greens hold it
 * back; the larger the interval, the nearer it is to the published form with fixed stage lengths.
 *
 * <p>Not thread-safe. Source: Varaiya, Max pressure control of a network of signalized
 * intersections, <i>Transportation Research C</i> 36 (2013) 177-195.
 */
public final class MaxPressurePolicy extends StagePolicy {

    /** How often it decides. */
    public static final TunableParameter INTERVAL =
            new TunableParameter(
                    "interval", "least time a stage is green before the next choice, s", 1, 40, 10);

    private final double interval;

    /**
     * A controller for this intersection.
     *
     * @param interval s
     * @throws IllegalArgumentException if there are no two stages
     */
    public MaxPressurePolicy(Intersection intersection, double interval) {
        super(intersection);
        this.interval = interval;
    }

    @Override
    int choose(SignalView view) {
        if (view.stageSeconds() < interval) {
            return view.stage();
        }
        double[] pressure = pressures(intersection, stages, view);
        int best = view.stage();
        for (int s = 0; s < pressure.length; s++) {
            if (pressure[s] > pressure[best]) {
                best = s;
            }
        }
        return best;
    }

    /** Pressure of every stage, vehicles times lanes. */
    static double[] pressures(Intersection intersection, StageMap stages, SignalView view) {
        double[] pressure = new double[stages.size()];
        for (SignalView.Approach approach : view.approaches()) {
            double share = 1.0 / Math.max(1, approach.movements().size());
            for (SignalView.Movement movement : approach.movements()) {
                int group = stages.group(movement.group());
                double weight =
                        movement.vehicles()
                                - share * Loads.downstreamPerTurn(intersection.network(), movement);
                for (int s = 0; s < pressure.length; s++) {
                    pressure[s] += stages.serves(s, group) ? weight : 0;
                }
            }
        }
        return pressure;
    }

    /** Makes such controllers, under the name {@code max-pressure}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "max-pressure";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(INTERVAL);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new MaxPressurePolicy(
                    intersection, SignalControllerProvider.valueOf(INTERVAL, parameters));
        }
    }
}
