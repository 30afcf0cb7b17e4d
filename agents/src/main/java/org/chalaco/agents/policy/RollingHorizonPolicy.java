package org.chalaco.agents.policy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Rolling horizon: every second, the stages to come are tried out on a queue model of all vehicles
 * in sight, and the first step of the best try is taken.
 *
 * <p>A try keeps the present stage for x more seconds, goes to a stage s, and from there on serves
 * platoon after platoon (see {@link QueueModel}). Its cost is the delay of all vehicles in sight
 * until the last of them has left, and of those expected to follow them: on each lane vehicles go
 * on coming at the mean rate seen so far for the {@code tail}. If the best try has x = 0, the stage
 * changes now; else it stays for this second, and the next second decides again.
 *
 * <p>What the stop line lets go is learned on the spot; vehicles whose exit is full do not leave,
 * so green is not given to those who could not use it. Not thread-safe.
 *
 * <p>Sources: Gartner, OPAC, <i>Transportation Research Record</i> 906 (1983); Sen and Head,
 * Controlled optimization of phases, <i>Transportation Science</i> 31 (1997); Xie, Smith, Lu and
 * Barlow, Schedule-driven intersection control, <i>Transportation Research C</i> 24 (2012). The
 * tries and the queue model are our own.
 */
public final class RollingHorizonPolicy extends StagePolicy {

    /** Headway to begin with. */
    public static final TunableParameter HEADWAY =
            new TunableParameter(
                    "headway",
                    "time between two vehicles leaving a queue to begin with; learned then, s",
                    1.2,
                    3.5,
                    2.0);

    /** Start-up lost time. */
    public static final TunableParameter START_LOSS =
            new TunableParameter(
                    "start-loss", "time lost by the first vehicle of a queue at green, s", 0, 4, 2);

    /** How long vehicles are expected to follow. */
    public static final TunableParameter TAIL =
            new TunableParameter(
                    "tail",
                    "time after the last vehicle in sight for which more are expected, s",
                    0,
                    90,
                    20);

    /** Cost of a stop. */
    public static final TunableParameter STOP_COST =
            new TunableParameter(
                    "stop-cost",
                    "what a vehicle that must stop counts beside its delay, s",
                    0,
                    20,
                    3);

    private static final double NOTHING = 1e-9;

    private static final double[] STAYS = {0, 1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25};

    private final LaneArrivals arrivals;
    private final Headway headway;
    private final FlowRates rates;
    private final QueueModel model;

    /**
     * A controller for this intersection.
     *
     * @param parameters values by name; those not given are standard
     * @throws IllegalArgumentException if there are no two stages
     */
    public RollingHorizonPolicy(Intersection intersection, Map<String, Double> parameters) {
        super(intersection);
        arrivals = new LaneArrivals(intersection.network(), stages);
        headway = new Headway(SignalControllerProvider.valueOf(HEADWAY, parameters));
        rates = new FlowRates();
        model =
                new QueueModel(
                        stages,
                        SignalControllerProvider.valueOf(START_LOSS, parameters),
                        SignalControllerProvider.valueOf(TAIL, parameters),
                        SignalControllerProvider.valueOf(STOP_COST, parameters));
    }

    @Override
    void observe(SignalView view) {
        headway.observe(view, stages);
        rates.observe(view);
    }

    @Override
    int choose(SignalView view) {
        arrivals.read(view);
        model.fill(arrivals, rates, headway.seconds());
        int stage = view.stage();
        double elapsed = view.stageSeconds();
        double least = model.cost(stage, elapsed, Double.POSITIVE_INFINITY, stage);
        int best = stage;
        for (int next = 0; next < stages.size(); next++) {
            if (next == stage || !model.isWanted(next)) {
                continue;
            }
            for (double stay : STAYS) {
                if (elapsed + stay > stages.maxGreen(stage)) {
                    break;
                }
                double cost = model.cost(stage, elapsed, stay, next);
                // a platoon that is over ends the stage in both tries: then end it now
                if (cost < least - NOTHING || stay == 0 && cost <= least + NOTHING) {
                    least = cost;
                    best = stay < 1 ? next : stage;
                }
            }
        }
        return best;
    }

    /** Makes such controllers, under the name {@code rolling-horizon}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "rolling-horizon";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(HEADWAY, START_LOSS, TAIL, STOP_COST);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new RollingHorizonPolicy(intersection, parameters);
        }
    }
}
