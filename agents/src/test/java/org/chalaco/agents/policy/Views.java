package org.chalaco.agents.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.TrafficCase;

/**
 * Draws what a controller sees of a cross of four arms with one lane each, where north and south
 * are green together (stage 0), then east and west (stage 1): vehicles by arm and distance.
 */
final class Views {

    static final int NORTH_SOUTH = 0;
    static final int EAST_WEST = 1;

    private static final double FREE = 50 / 3.6;

    private final Map<String, List<double[]>> vehicles = new TreeMap<>();
    private final Map<String, Double> occupancy = new TreeMap<>();
    private double time = 1000;
    private int stage;
    private double seconds = 20;
    private boolean loopsOnly;

    private Views() {}

    /** Strategies that decide for themselves; those that negotiate have tests of their own. */
    static List<SignalControllerProvider> strategies() {
        return SignalControllerProvider.listAll().stream()
                .filter(p -> !p.name().startsWith("negotiated"))
                .toList();
    }

    static TrafficCase cross() {
        return CrossJunction.of("N", "E", "S", "W").signals(26, 4, "N S", "E W");
    }

    /** The cross with stages of 5 to 60 s and 4 s between them. */
    static SignalSystem system() {
        return staged(cross().signals().get(0), 5, 60);
    }

    static SignalSystem staged(SignalSystem plain, int least, int most) {
        StageTiming timing = new StageTiming(least, most);
        Map<String, Map<String, Integer>> seconds = new TreeMap<>();
        for (String a : List.of("N", "S")) {
            for (String b : List.of("E", "W")) {
                seconds.computeIfAbsent(a, x -> new TreeMap<>()).put(b, 4);
                seconds.computeIfAbsent(b, x -> new TreeMap<>()).put(a, 4);
            }
        }
        return new SignalSystem(
                plain.id(),
                plain.groups(),
                List.of(
                        new Stage("N S", List.of("N", "S"), timing),
                        new Stage("E W", List.of("E", "W"), timing)),
                new IntergreenMatrix(seconds),
                3,
                0,
                plain.plan());
    }

    static Intersection intersection() {
        return new Intersection(cross().network(), system());
    }

    static Intersection intersection(SignalPlan plan) {
        return new Intersection(cross().network(), system().withPlan(plan));
    }

    /** Nobody there; stage 0 green for 20 s. */
    static Views empty() {
        return new Views();
    }

    Views at(double newTime) {
        time = newTime;
        return this;
    }

    Views green(int newStage, double newSeconds) {
        stage = newStage;
        seconds = newSeconds;
        return this;
    }

    /** Vehicles of one arm that stand in a queue, from the stop line on. */
    Views queue(String arm, int n) {
        for (int k = 0; k < n; k++) {
            vehicle(arm, 1 + 7 * k, 0);
        }
        return this;
    }

    /** A vehicle of an arm that wants straight on. */
    Views vehicle(String arm, double distance, double speed) {
        vehicles.computeIfAbsent(arm, a -> new ArrayList<>()).add(new double[] {distance, speed});
        return this;
    }

    Views coming(String arm, double... distances) {
        for (double d : distances) {
            vehicle(arm, d, FREE);
        }
        return this;
    }

    /** How full the exit of an arm is, 0 to 1. */
    Views full(String arm, double share) {
        occupancy.put(arm, share);
        return this;
    }

    Views loopsOnly() {
        loopsOnly = true;
        return this;
    }

    SignalView view() {
        RoadNetwork network = cross().network();
        List<SignalView.Group> groups = new ArrayList<>();
        for (String arm : List.of("N", "E", "S", "W")) {
            boolean green = (stage == NORTH_SOUTH) == (arm.equals("N") || arm.equals("S"));
            groups.add(
                    new SignalView.Group(
                            arm,
                            green ? Aspect.GREEN : Aspect.RED,
                            seconds,
                            queued(arm),
                            of(arm).size()));
        }
        List<SignalView.Approach> approaches = new ArrayList<>();
        List<SignalView.Vehicle> all = new ArrayList<>();
        for (String arm : List.of("N", "E", "S", "W")) {
            approaches.add(approach(arm, network));
            for (double[] v : of(arm)) {
                all.add(
                        new SignalView.Vehicle(
                                all.size(), arm + "-in", 0, across(arm), arm, v[0], v[1], 7));
            }
        }
        return new SignalView(
                time, stage, seconds, false, groups, approaches, loopsOnly ? List.of() : all);
    }

    private SignalView.Approach approach(String arm, RoadNetwork network) {
        double length = network.laneLength(network.firstLane(network.findLink(arm + "-in")));
        String to = across(arm);
        double share = occupancy.getOrDefault(to.substring(0, 1), 0.0);
        return new SignalView.Approach(
                arm + "-in",
                0,
                of(arm).size(),
                queued(arm),
                7 * queued(arm),
                of(arm).isEmpty() ? Double.NaN : FREE,
                0,
                100,
                List.of(
                        new SignalView.Movement(
                                to,
                                arm,
                                of(arm).size(),
                                queued(arm),
                                (int) Math.round(share * length / 7),
                                (1 - share) * length,
                                length)));
    }

    private static String across(String arm) {
        return switch (arm) {
            case "N" -> "S-out";
            case "S" -> "N-out";
            case "E" -> "W-out";
            default -> "E-out";
        };
    }

    private List<double[]> of(String arm) {
        return vehicles.getOrDefault(arm, List.of());
    }

    private int queued(String arm) {
        return (int) of(arm).stream().filter(v -> v[1] < SignalView.QUEUED).count();
    }
}
