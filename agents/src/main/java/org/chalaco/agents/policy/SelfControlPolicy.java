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
 * Self-control after Lämmer and Helbing: whoever can be served fastest goes next, unless somebody
 * must be served to keep all queues bounded.
 *
 * <p><em>Optimisation.</em> The priority of a stage i is {@code n_i / (τpen + τ_i + g_i)}: n_i are
 * the vehicles that it would serve until the queue that it meets has cleared, arrivals on the way
 * there included; τ_i is the clearance still to pass, g_i the green that this takes; τpen is the
 * clearance of the way back, 0 for the present stage. The stage with the highest priority is green.
 *
 * <p><em>Stabilisation.</em> z_i is the time since stage i ended its green, with the clearance to
 * come. It must be served as soon as the vehicles that wait have come to {@code n_crit = q_i T
 * (Tmax - z_i) / (Tmax - T)}: all that arrive in a cycle T when z_i is T, nobody any more when it
 * is Tmax. q_i is the mean rate at which its vehicles come. Stages that must be served queue up,
 * and each stays green until its queue is gone or it has had {@code q_i T h}, its share of the
 * cycle, h being the headway per lane.
 *
 * <p>Not thread-safe. Source: Lämmer and Helbing, Self-control of traffic lights and vehicle flows
 * in urban road networks, <i>Journal of Statistical Mechanics</i> (2008) P04019, where the units
 * are streams; here they are stages, each with the stream that takes longest.
 */
public final class SelfControlPolicy extends StagePolicy {

    /** Cycle aimed at. */
    public static final TunableParameter CYCLE =
            new TunableParameter(
                    "cycle", "mean time between two greens of a stage, s", 30, 150, 90);

    /** The longest time between two greens. */
    public static final TunableParameter LONGEST_CYCLE =
            new TunableParameter(
                    "longest-cycle", "longest time between two greens of a stage, s", 60, 240, 140);

    /** Headway to begin with. */
    public static final TunableParameter HEADWAY = RollingHorizonPolicy.HEADWAY;

    private static final double START_LOSS = 2;

    private final double cycle;
    private final double longestCycle;
    private final LaneArrivals arrivals;
    private final Headway headway;
    private final FlowRates rates = new FlowRates();
    private final double[] lastGreen;
    private int stabilised = -1;

    /**
     * A controller for this intersection.
     *
     * @param parameters values by name; those not given are standard
     * @throws IllegalArgumentException if there are no two stages
     */
    public SelfControlPolicy(Intersection intersection, Map<String, Double> parameters) {
        super(intersection);
        cycle = SignalControllerProvider.valueOf(CYCLE, parameters);
        longestCycle =
                Math.max(cycle + 1, SignalControllerProvider.valueOf(LONGEST_CYCLE, parameters));
        arrivals = new LaneArrivals(intersection.network(), stages);
        headway = new Headway(SignalControllerProvider.valueOf(HEADWAY, parameters));
        lastGreen = new double[stages.size()];
        Arrays.fill(lastGreen, Double.NaN);
    }

    @Override
    void observe(SignalView view) {
        headway.observe(view, stages);
        rates.observe(view);
        for (int s = 0; s < lastGreen.length; s++) {
            if (Double.isNaN(lastGreen[s]) || s == view.stage() && !view.isSwitching()) {
                lastGreen[s] = view.time();
            }
        }
    }

    @Override
    int choose(SignalView view) {
        arrivals.read(view);
        int stage = view.stage();
        if (stabilised == stage && !isServed(view)) {
            return stage;
        }
        stabilised = mostUrgent(view);
        if (stabilised >= 0) {
            return stabilised;
        }
        int best = stage;
        double highest = priority(stage, stage);
        for (int s = 0; s < stages.size(); s++) {
            double priority = priority(s, stage);
            if (priority > highest) {
                highest = priority;
                best = s;
            }
        }
        return best;
    }

    /** Whether the stabilised stage has cleared its queue or had its share. */
    private boolean isServed(SignalView view) {
        Service service = service(view.stage(), 0);
        double share = cycle * busiestRate(view.stage()) * headway.seconds();
        return service.vehicles() == 0 || view.stageSeconds() >= Math.max(share, 1);
    }

    /** The stage that must be served and has waited longest, or -1. */
    private int mostUrgent(SignalView view) {
        int urgent = -1;
        for (int s = 0; s < stages.size(); s++) {
            if (s == view.stage()) {
                continue;
            }
            double clearance = stages.clearance(view.stage(), s);
            double red = view.time() - lastGreen[s] + clearance;
            double critical =
                    rate(s, view.stage()) * cycle * (longestCycle - red) / (longestCycle - cycle);
            double waiting = service(s, clearance, view.stage()).vehicles();
            boolean must = waiting > 0 && red >= stages.minGreen(s) && waiting >= critical;
            if (must && (urgent < 0 || lastGreen[s] < lastGreen[urgent])) {
                urgent = s;
            }
        }
        return urgent;
    }

    private double priority(int stage, int present) {
        double clearance = stage == present ? 0 : stages.clearance(present, stage);
        double back = stage == present ? 0 : stages.clearance(stage, present);
        Service service = service(stage, clearance);
        double green =
                stage == present
                        ? service.seconds()
                        : Math.max(service.seconds(), stages.minGreen(stage));
        return service.vehicles() == 0 ? 0 : service.vehicles() / (back + clearance + green);
    }

    /**
     * What a stage would do.
     *
     * @param vehicles served until its queues are gone
     * @param seconds of green that this takes
     */
    private record Service(int vehicles, double seconds) {}

    private Service service(int stage, double clearance) {
        return service(stage, clearance, -1);
    }

    /** The same for those only whom another stage does not serve. */
    private Service service(int stage, double clearance, int other) {
        int vehicles = 0;
        double longest = 0;
        double h = headway.seconds();
        for (int lane = 0; lane < arrivals.lanes(); lane++) {
            double end = clearance > 0 ? START_LOSS : 0;
            int n = 0;
            for (int k = 0; k < arrivals.count(lane); k++) {
                int group = arrivals.group(lane, k);
                boolean wanted =
                        stages.serves(stage, group) && (other < 0 || !stages.serves(other, group));
                if (!wanted || arrivals.arrival(lane, k) > clearance + end + h) {
                    break;
                }
                end = Math.max(end, arrivals.arrival(lane, k) - clearance) + h;
                n++;
            }
            vehicles += n;
            longest = n > 0 ? Math.max(longest, end) : longest;
        }
        return new Service(vehicles, longest);
    }

    /** Vehicles per second that come to lanes whose first vehicle needs this stage. */
    private double rate(int stage, int other) {
        double sum = 0;
        for (int lane = 0; lane < arrivals.lanes(); lane++) {
            if (isWantedBy(lane, stage, other)) {
                sum += rates.of(lane);
            }
        }
        return sum;
    }

    private double busiestRate(int stage) {
        double most = 0;
        for (int lane = 0; lane < arrivals.lanes(); lane++) {
            if (isWantedBy(lane, stage, -1)) {
                most = Math.max(most, rates.of(lane));
            }
        }
        return most;
    }

    private boolean isWantedBy(int lane, int stage, int other) {
        if (arrivals.count(lane) == 0) {
            return false;
        }
        int group = arrivals.group(lane, 0);
        return stages.serves(stage, group) && (other < 0 || !stages.serves(other, group));
    }

    /** Makes such controllers, under the name {@code self-control}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "self-control";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(CYCLE, LONGEST_CYCLE, HEADWAY);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new SelfControlPolicy(intersection, parameters);
        }
    }
}
