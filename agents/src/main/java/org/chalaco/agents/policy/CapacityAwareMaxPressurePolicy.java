package org.chalaco.agents.policy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Max-pressure with roads of finite length: a long road may hold more than a short one before it
 * presses as hard, and nobody presses towards an exit that is full.
 *
 * <p>The pressure of a movement on a lane is {@code max(0, n (1 - o))}: n are the vehicles that
 * want it, o is how full the link entered is (0 to 1); it is 0 if that link has not the room for
 * one car. A stage changes only if another one's pressure exceeds its own by the share {@code
 * hysteresis}, which pays for the time that a change loses.
 *
 * <p>Not thread-safe. Source: Gregoire, Qian, Frazzoli, de La Fortelle and Wongpiromsarn,
 * Capacity-aware backpressure traffic signal control, <i>IEEE Transactions on Control of Network
 * Systems</i> 2 (2015); the form of the weight is our own.
 */
public final class CapacityAwareMaxPressurePolicy extends StagePolicy {

    /** How much more another stage must press. */
    public static final TunableParameter HYSTERESIS =
            new TunableParameter(
                    "hysteresis",
                    "share by which another stage must press more than the present one, -",
                    0,
                    2,
                    0.2);

    private static final double CAR = 7;

    private final double hysteresis;

    /**
     * A controller for this intersection.
     *
     * @param hysteresis share
     * @throws IllegalArgumentException if there are no two stages
     */
    public CapacityAwareMaxPressurePolicy(Intersection intersection, double hysteresis) {
        super(intersection);
        this.hysteresis = hysteresis;
    }

    @Override
    int choose(SignalView view) {
        double[] pressure = new double[stages.size()];
        for (SignalView.Approach approach : view.approaches()) {
            for (SignalView.Movement movement : approach.movements()) {
                int group = stages.group(movement.group());
                double weight = weight(movement);
                for (int s = 0; s < pressure.length; s++) {
                    pressure[s] += stages.serves(s, group) ? weight : 0;
                }
            }
        }
        int best = view.stage();
        double most = pressure[best] * (1 + hysteresis);
        for (int s = 0; s < pressure.length; s++) {
            if (pressure[s] > most) {
                most = pressure[s];
                best = s;
            }
        }
        return best;
    }

    private static double weight(SignalView.Movement movement) {
        boolean known = movement.downstreamLength() > 0;
        if (known && movement.downstreamRoom() < CAR) {
            return 0;
        }
        return movement.vehicles() * Math.max(0, 1 - Loads.occupancy(movement));
    }

    /** Makes such controllers, under the name {@code max-pressure-capacity}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "max-pressure-capacity";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(HYSTERESIS);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            return new CapacityAwareMaxPressurePolicy(
                    intersection, SignalControllerProvider.valueOf(HYSTERESIS, parameters));
        }
    }
}
