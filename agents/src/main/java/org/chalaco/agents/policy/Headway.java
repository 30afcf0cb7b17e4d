package org.chalaco.agents.policy;

import java.util.HashMap;
import java.util.Map;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalView;

/**
 * The time between two vehicles that leave a queue, learned on the spot: seconds in which a lane
 * had green for longer than {@value #STARTED} s and vehicles close behind each other, by the
 * vehicles that crossed in them. It begins with a value that weighs as much as a hundred vehicles.
 */
final class Headway {

    private static final double STARTED = 5;
    private static final double CLOSE = 45;
    private static final int ENOUGH = 4;
    private static final double WEIGHT = 100;

    private final double start;
    private final Map<String, Long> passed = new HashMap<>();
    private final Map<String, Boolean> wasBusy = new HashMap<>();
    private double seconds;
    private double vehicles;

    /**
     * Begins with this.
     *
     * @param start s
     */
    Headway(double start) {
        this.start = start;
        seconds = WEIGHT * start;
        vehicles = WEIGHT;
    }

    /** Looks; once a second. */
    void observe(SignalView view, StageMap stages) {
        Map<String, Integer> close = new HashMap<>();
        for (SignalView.Vehicle vehicle : view.vehicles()) {
            if (vehicle.distance() < CLOSE && vehicle.lane() >= 0) {
                close.merge(key(vehicle.linkId(), vehicle.lane()), 1, Integer::sum);
            }
        }
        for (SignalView.Approach approach : view.approaches()) {
            String lane = key(approach.linkId(), approach.lane());
            Long before = passed.put(lane, approach.passed());
            if (wasBusy.getOrDefault(lane, false) && before != null) {
                seconds += 1;
                vehicles += approach.passed() - before;
            }
            boolean green = isGreen(view, stages, approach);
            wasBusy.put(lane, green && close.getOrDefault(lane, 0) >= ENOUGH);
        }
    }

    private static String key(String link, int lane) {
        return link + " " + lane;
    }

    private static boolean isGreen(SignalView view, StageMap stages, SignalView.Approach approach) {
        for (SignalView.Movement movement : approach.movements()) {
            int g = stages.group(movement.group());
            if (g < 0) {
                return false;
            }
            SignalView.Group group = view.groups().get(g);
            if (group.aspect() != Aspect.GREEN || group.seconds() < STARTED) {
                return false;
            }
        }
        return true;
    }

    /** What is known now, s; not less than half and not more than twice what it began with. */
    double seconds() {
        return Math.max(start / 2, Math.min(2 * start, seconds / Math.max(1, vehicles)));
    }
}
