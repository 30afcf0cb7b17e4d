package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalView;

/**
 * Measures the traffic of one intersection between two negotiations: vehicles that crossed each
 * stop line, shared out to the movements of a lane as those on it want to go, plus what the queues
 * have grown by; and how fast vehicles cruise when nothing stands in their way. Not thread-safe.
 */
final class FlowMeter {

    /** Cruising of platoons where nothing was measured: a tenth slower than who drives alone. */
    private static final int USUAL_SLOWNESS = 110;

    private static final int MOST_SLOWNESS = 150;

    /** A queue starts up in the first seconds of a green, s. */
    private static final double START_UP = 5;

    /** Less than this says nothing about a saturation flow, lane seconds. */
    private static final double LEAST_SECONDS = 30;

    /** Slower than this is blocked by what lies ahead, not saturated, veh/h. */
    private static final double LEAST_SATURATION = 900;

    private static final double MOST_SATURATION = 2200;

    /** How much of what a lane discharged earlier still counts in the next measurement. */
    private static final double MEMORY = 0.6;

    /** One lane while somebody waits before its green stop line. */
    private static final class Discharge {
        private long passed = -1;
        private boolean waited;
        private double crossed;
        private double seconds;
    }

    private final IntersectionProfile profile;
    private final double[] freeSpeeds;
    private final Map<String, Integer> approaches = new HashMap<>();
    private final Map<String, Integer> movements = new HashMap<>();
    private final Map<String, Long> passedAtStart = new HashMap<>();
    private final Map<String, double[]> wanting = new HashMap<>();
    private final Map<String, Discharge> discharges = new HashMap<>();
    private final Map<String, double[]> speeds = new HashMap<>();
    private final int[] queueAtStart;
    private double start = Double.NaN;
    private SignalView last;

    /**
     * A meter.
     *
     * @param freeSpeeds of the approaches, m/s
     */
    FlowMeter(IntersectionProfile profile, double[] freeSpeeds) {
        this.profile = profile;
        this.freeSpeeds = freeSpeeds;
        for (int a = 0; a < profile.approaches().size(); a++) {
            approaches.put(profile.approaches().get(a).link(), a);
        }
        for (int m = 0; m < profile.movements().size(); m++) {
            MovementProfile movement = profile.movements().get(m);
            String link = profile.approaches().get(movement.approach()).link();
            movements.put(key(link, movement.exit()), m);
        }
        queueAtStart = new int[profile.movements().size()];
    }

    private static String key(String link, String exit) {
        return link + "\n" + exit;
    }

    /** Sees the intersection; once a second. */
    void see(SignalView view) {
        if (last == null) {
            begin(view);
        }
        last = view;
        for (SignalView.Approach lane : view.approaches()) {
            double[] shares =
                    wanting.computeIfAbsent(
                            laneKey(lane), l -> new double[profile.movements().size()]);
            for (SignalView.Movement movement : lane.movements()) {
                Integer m = movements.get(key(lane.linkId(), movement.toLinkId()));
                if (m != null) {
                    shares[m] += movement.vehicles();
                }
            }
            seeSpeed(view, lane);
            seeDischarge(view, lane);
        }
    }

    private static String laneKey(SignalView.Approach lane) {
        return lane.linkId() + "\n" + lane.lane();
    }

    private void seeSpeed(SignalView view, SignalView.Approach lane) {
        if (lane.queue() == 0 && lane.vehicles() > 0 && isGreen(view, lane)) {
            double[] speed = speeds.computeIfAbsent(laneKey(lane), l -> new double[2]);
            speed[0] += lane.vehicles() * lane.meanSpeed();
            speed[1] += lane.vehicles();
        }
    }

    /** Counts who crosses in a second in which somebody waits although it is green. */
    private void seeDischarge(SignalView view, SignalView.Approach lane) {
        Discharge discharge = discharges.computeIfAbsent(laneKey(lane), l -> new Discharge());
        if (discharge.waited) {
            discharge.crossed += lane.passed() - discharge.passed;
            discharge.seconds++;
        }
        discharge.passed = lane.passed();
        discharge.waited = lane.queue() > 0 && isGreen(view, lane, START_UP);
    }

    private static boolean isGreen(SignalView view, SignalView.Approach lane) {
        return isGreen(view, lane, 2 * START_UP);
    }

    private static boolean isGreen(SignalView view, SignalView.Approach lane, double since) {
        for (SignalView.Movement movement : lane.movements()) {
            for (SignalView.Group group : view.groups()) {
                boolean mine = group.id().equals(movement.group());
                if (mine && (group.aspect() != Aspect.GREEN || group.seconds() < since)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void begin(SignalView view) {
        start = view.time();
        for (SignalView.Approach lane : view.approaches()) {
            passedAtStart.put(laneKey(lane), lane.passed());
        }
        int[] queues = queues(view);
        System.arraycopy(queues, 0, queueAtStart, 0, queues.length);
    }

    private int[] queues(SignalView view) {
        int[] queues = new int[profile.movements().size()];
        for (SignalView.Approach lane : view.approaches()) {
            for (SignalView.Movement movement : lane.movements()) {
                Integer m = movements.get(key(lane.linkId(), movement.toLinkId()));
                if (m != null) {
                    queues[m] += movement.queue();
                }
            }
        }
        return queues;
    }

    /** Whether anything was measured yet. */
    boolean hasMeasured() {
        return last != null && last.time() > start;
    }

    /** Demand by movement since the start, vehicles per hour. */
    List<Integer> flows() {
        double[] passed = new double[profile.movements().size()];
        for (SignalView.Approach lane : last.approaches()) {
            double crossed = lane.passed() - passedAtStart.getOrDefault(laneKey(lane), 0L);
            shareOut(crossed, wanting.get(laneKey(lane)), passed);
        }
        int[] queues = queues(last);
        double hours = (last.time() - start) / 3600;
        List<Integer> flows = new ArrayList<>();
        for (int m = 0; m < passed.length; m++) {
            double wanted = Math.max(0, passed[m] + queues[m] - queueAtStart[m]);
            flows.add((int) Math.min(20_000, Math.round(wanted / hours)));
        }
        return flows;
    }

    private static void shareOut(double crossed, double[] shares, double[] passed) {
        double all = 0;
        for (double share : shares) {
            all += share;
        }
        for (int m = 0; m < passed.length && all > 0; m++) {
            passed[m] += crossed * shares[m] / all;
        }
    }

    /** Vehicles that wait now, by movement. */
    List<Integer> queues() {
        List<Integer> queues = new ArrayList<>();
        for (int queue : queues(last)) {
            queues.add(queue);
        }
        return queues;
    }

    /** Vehicles per hour of green and lane by movement, 0 where too few waited. */
    List<Integer> saturations() {
        List<Integer> saturations = new ArrayList<>();
        for (int m = 0; m < profile.movements().size(); m++) {
            double crossed = 0;
            double seconds = 0;
            for (SignalView.Approach lane : last.approaches()) {
                double[] shares = wanting.get(laneKey(lane));
                Discharge discharge = discharges.get(laneKey(lane));
                if (shares[m] > 0 && discharge.seconds > 0) {
                    crossed += discharge.crossed;
                    seconds += discharge.seconds;
                }
            }
            double flow = seconds < LEAST_SECONDS ? 0 : 3600 * crossed / seconds;
            saturations.add(
                    flow == 0
                            ? 0
                            : (int)
                                    Math.round(
                                            Math.max(
                                                    LEAST_SATURATION,
                                                    Math.min(MOST_SATURATION, flow))));
        }
        return saturations;
    }

    /**
     * Cruising time over free time by approach, percent: that of its fastest lane, since those who
     * turn are slow for another reason.
     */
    List<Integer> slowness() {
        double[] fastest = new double[freeSpeeds.length];
        for (SignalView.Approach lane : last.approaches()) {
            Integer a = approaches.get(lane.linkId());
            double[] speed = speeds.get(laneKey(lane));
            if (a != null && speed != null && speed[1] > 0) {
                fastest[a] = Math.max(fastest[a], speed[0] / speed[1]);
            }
        }
        List<Integer> slowness = new ArrayList<>();
        for (int a = 0; a < fastest.length; a++) {
            long percent =
                    fastest[a] > 0 ? Math.round(100 * freeSpeeds[a] / fastest[a]) : USUAL_SLOWNESS;
            slowness.add((int) Math.max(100, Math.min(MOST_SLOWNESS, percent)));
        }
        return slowness;
    }

    /** Begins a new measurement with what was seen last; cruising speeds are kept. */
    void restart() {
        wanting.clear();
        for (Discharge discharge : discharges.values()) {
            discharge.crossed *= MEMORY;
            discharge.seconds *= MEMORY;
        }
        begin(last);
    }
}
