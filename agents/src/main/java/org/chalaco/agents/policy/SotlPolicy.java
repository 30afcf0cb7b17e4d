package org.chalaco.agents.policy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Self-organising traffic lights with platoons (SOTL-platoon): red collects votes, platoons keep
 * their green.
 *
 * <p>Every group that is not green counts each second the vehicles within the {@code reach} of its
 * stop lines. When the counter of a stage (the sum of those of its groups) has come to the {@code
 * threshold}, the stage wants green. It gets it unless a small platoon is about to pass: at least
 * one and fewer than {@code platoon} vehicles within {@code tail} of the stop lines that are green.
 * A counter begins again when its group becomes green.
 *
 * <p>Not thread-safe. Sources: Gershenson, Self-organizing traffic lights, <i>Complex Systems</i>
 * 16 (2005); Cools, Gershenson and D'Hooghe, Self-organizing traffic lights: a realistic
 * simulation, in <i>Advances in Applied Self-Organizing Systems</i>, 2013. More than two stages:
 * the fullest counter wins; that is our own.
 */
public final class SotlPolicy extends StagePolicy {

    /** Votes that are enough. */
    public static final TunableParameter THRESHOLD =
            new TunableParameter(
                    "threshold",
                    "vehicle seconds at red after which it changes, veh s",
                    5,
                    300,
                    40);

    /** Where vehicles are counted. */
    public static final TunableParameter REACH =
            new TunableParameter(
                    "reach",
                    "distance before red stop lines where vehicles count, m",
                    20,
                    400,
                    100);

    /** Where platoons are looked for. */
    public static final TunableParameter TAIL =
            new TunableParameter(
                    "tail", "distance before green stop lines where a platoon ends, m", 5, 80, 25);

    /** The largest platoon that is spared. */
    public static final TunableParameter PLATOON =
            new TunableParameter("platoon", "vehicles from which on a platoon is cut, -", 1, 12, 4);

    private final double threshold;
    private final double reach;
    private final double tail;
    private final double platoon;
    private final double[] votes;

    /**
     * A controller for this intersection.
     *
     * @param parameters values by name; those not given are standard
     * @throws IllegalArgumentException if there are no two stages
     */
    public SotlPolicy(Intersection intersection, Map<String, Double> parameters) {
        super(intersection);
        threshold = SignalControllerProvider.valueOf(THRESHOLD, parameters);
        reach = SignalControllerProvider.valueOf(REACH, parameters);
        tail = SignalControllerProvider.valueOf(TAIL, parameters);
        platoon = SignalControllerProvider.valueOf(PLATOON, parameters);
        votes = new double[stages.groupCount()];
    }

    @Override
    void observe(SignalView view) {
        int[] close = within(view, reach);
        for (int g = 0; g < votes.length; g++) {
            boolean green = view.groups().get(g).aspect() == Aspect.GREEN;
            votes[g] = green ? 0 : votes[g] + close[g];
        }
    }

    @Override
    int choose(SignalView view) {
        int fullest = view.stage();
        double most = 0;
        for (int s = 0; s < stages.size(); s++) {
            double sum = 0;
            for (int g = 0; g < votes.length; g++) {
                sum += stages.serves(s, g) ? votes[g] : 0;
            }
            if (s != view.stage() && sum >= threshold && sum > most) {
                most = sum;
                fullest = s;
            }
        }
        int passing = passing(view, fullest);
        return passing > 0 && passing < platoon ? view.stage() : fullest;
    }

    /** Vehicles about to pass at green that would lose it. */
    private int passing(SignalView view, int next) {
        int[] close = within(view, tail);
        int passing = 0;
        for (int g = 0; g < close.length; g++) {
            boolean loses = stages.serves(view.stage(), g) && !stages.serves(next, g);
            passing += loses ? close[g] : 0;
        }
        return passing;
    }

    /** Vehicles of each group so close; all on the approach where single ones are not seen. */
    private int[] within(SignalView view, double metres) {
        int[] close = new int[votes.length];
        for (SignalView.Vehicle vehicle : view.vehicles()) {
            int group = stages.group(vehicle.group());
            if (group >= 0 && vehicle.distance() <= metres) {
                close[group]++;
            }
        }
        if (view.vehicles().isEmpty()) {
            for (int g = 0; g < close.length; g++) {
                close[g] = view.groups().get(g).vehicles();
            }
        }
        return close;
    }

    /** Makes such controllers, under the name {@code sotl}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "sotl";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(THRESHOLD, REACH, TAIL, PLATOON);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new SotlPolicy(intersection, parameters);
        }
    }
}
