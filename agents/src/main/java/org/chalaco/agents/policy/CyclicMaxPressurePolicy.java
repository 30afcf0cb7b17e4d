package org.chalaco.agents.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Max-pressure in a cycle: all stages come in their order, so that drivers and pedestrians know
 * what to expect; when a cycle begins, its greens are shared out by the pressure of the one before.
 *
 * <p>The green of stage s is {@code minGreen + G e^(η P_s) / Σ e^(η P)}, where P are the mean
 * pressures of {@link MaxPressurePolicy} over the last cycle, divided by the largest of them, G
 * what is left of the cycle after minimum greens and clearances, η how sharply green follows
 * pressure.
 *
 * <p>Not thread-safe. Source: Le, Kovács, Walton, Vu, Andrew and Hoogendoorn, Decentralized signal
 * control for urban road networks, <i>Transportation Research C</i> 58 (2015) 431-450.
 */
public final class CyclicMaxPressurePolicy extends StagePolicy {

    /** Length of the cycle. */
    public static final TunableParameter CYCLE =
            new TunableParameter("cycle", "length of the cycle, s", 20, 180, 60);

    /** Sharpness. */
    public static final TunableParameter SHARPNESS =
            new TunableParameter(
                    "sharpness", "how sharply green follows pressure, -; 0: not at all", 0, 10, 2);

    private final double cycle;
    private final double sharpness;
    private final double[] pressures;
    private double[] greens;

    /**
     * A controller for this intersection.
     *
     * @param cycle s
     * @param sharpness -
     * @throws IllegalArgumentException if there are no two stages
     */
    public CyclicMaxPressurePolicy(Intersection intersection, double cycle, double sharpness) {
        super(intersection);
        this.cycle = cycle;
        this.sharpness = sharpness;
        pressures = new double[stages.size()];
    }

    @Override
    void observe(SignalView view) {
        double[] now = MaxPressurePolicy.pressures(intersection, stages, view);
        for (int s = 0; s < now.length; s++) {
            pressures[s] += Math.max(0, now[s]);
        }
    }

    @Override
    int choose(SignalView view) {
        if (greens == null) {
            greens = greens(pressures, cycle, sharpness, stages);
            Arrays.fill(pressures, 0);
        }
        // stages last whole seconds, so a green that is over within this one is over
        if (view.stageSeconds() + 0.5 < greens[view.stage()]) {
            return view.stage();
        }
        int next = (view.stage() + 1) % stages.size();
        if (next == 0) {
            greens = null;
        }
        return next;
    }

    /** Greens that share out a cycle by the pressures of the one before, s. */
    static double[] greens(double[] pressures, double cycle, double sharpness, StageMap stages) {
        double largest = 1e-9;
        for (double p : pressures) {
            largest = Math.max(largest, p);
        }
        double spare = cycle;
        double sum = 0;
        for (int s = 0; s < pressures.length; s++) {
            spare -= stages.minGreen(s) + stages.clearance(s, (s + 1) % stages.size());
            sum += Math.exp(sharpness * pressures[s] / largest);
        }
        double[] green = new double[pressures.length];
        for (int s = 0; s < green.length; s++) {
            double share = Math.exp(sharpness * pressures[s] / largest) / sum;
            green[s] = stages.minGreen(s) + Math.max(0, spare) * share;
        }
        return green;
    }

    /** Makes such controllers, under the name {@code max-pressure-cyclic}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "max-pressure-cyclic";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(CYCLE, SHARPNESS);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new CyclicMaxPressurePolicy(
                    intersection,
                    SignalControllerProvider.valueOf(CYCLE, parameters),
                    SignalControllerProvider.valueOf(SHARPNESS, parameters));
        }
    }
}
