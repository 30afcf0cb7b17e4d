package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * One junction with up to eight arms named by the compass: N, NE, E, SE, S, SW, W, NW. The arm N
 * has the links {@code N-in} and {@code N-out}; the junction is called {@code box}, the ends {@code
 * N}, {@code E} and so on.
 *
 * <pre>{@code
 * TrafficCase cross = CrossJunction.of("N", "E", "S", "W")
 *         .control(JunctionControl.PRIORITY).lanes(2).rank("N", 40).rank("S", 40).build();
 * }</pre>
 *
 * <p>Mutable, not thread-safe.
 */
public final class CrossJunction {

    private static final List<String> COMPASS = List.of("E", "NE", "N", "NW", "W", "SW", "S", "SE");

    private final List<String> arms;
    private final Map<String, Integer> lanesIn = new TreeMap<>();
    private final Map<String, Integer> lanesOut = new TreeMap<>();
    private final Map<String, Integer> ranks = new TreeMap<>();
    private final List<String[]> forbidden = new ArrayList<>();
    private JunctionControl control = JunctionControl.PRIORITY;
    private double length = 200;
    private double speed = 50 / 3.6;
    private int lanes = 1;
    private double turned;
    private boolean mirrored;
    private boolean uTurns;

    private CrossJunction(String... arms) {
        this.arms = List.of(arms);
    }

    /** A junction with these arms, one lane each way, 200 m long, 50 km/h, equal ranks. */
    public static CrossJunction of(String... arms) {
        return new CrossJunction(arms);
    }

    public CrossJunction control(JunctionControl newControl) {
        control = newControl;
        return this;
    }

    /** Lanes of every link that has none of its own. */
    public CrossJunction lanes(int count) {
        lanes = count;
        return this;
    }

    /** Lanes of one arm; 0 for a direction that does not exist. */
    public CrossJunction lanes(String arm, int in, int out) {
        lanesIn.put(arm, in);
        lanesOut.put(arm, out);
        return this;
    }

    /** Rank of an arm; by default all have the same. */
    public CrossJunction rank(String arm, int rank) {
        ranks.put(arm, rank);
        return this;
    }

    /** Length of every arm, m. */
    public CrossJunction length(double metres) {
        length = metres;
        return this;
    }

    /** Free speed of every arm, m/s. */
    public CrossJunction speed(double metresPerSecond) {
        speed = metresPerSecond;
        return this;
    }

    /** Turns the whole junction to the left, degrees. */
    public CrossJunction turned(double degrees) {
        turned = Math.toRadians(degrees);
        return this;
    }

    /** Swaps east and west, and so right and left. */
    public CrossJunction mirrored() {
        mirrored = true;
        return this;
    }

    /** Forbids the movement from one arm to another. */
    public CrossJunction forbid(String fromArm, String toArm) {
        forbidden.add(new String[] {fromArm + "-in", toArm + "-out"});
        return this;
    }

    /** Allows U-turns. */
    public CrossJunction uTurns() {
        uTurns = true;
        return this;
    }

    /** The junction as an empty case without signals. */
    public TrafficCase build() {
        RoadNetwork.Builder builder = RoadNetwork.builder().allowUTurns(uTurns);
        builder.junction(new Junction("box", 0, 0, control));
        for (String arm : arms) {
            double angle = Math.PI / 4 * COMPASS.indexOf(arm) + turned;
            double x = length * Math.cos(angle);
            builder.junction(Junction.priority(arm, mirrored ? -x : x, length * Math.sin(angle)));
            link(builder, arm + "-in", arm, "box", lanesIn.getOrDefault(arm, lanes), arm);
            link(builder, arm + "-out", "box", arm, lanesOut.getOrDefault(arm, lanes), arm);
        }
        forbidden.forEach(f -> builder.forbid(f[0], f[1]));
        return TrafficCase.on(builder.build());
    }

    private void link(
            RoadNetwork.Builder builder, String id, String from, String to, int count, String arm) {
        if (count > 0) {
            int rank = ranks.getOrDefault(arm, 50);
            builder.link(
                    new Link(id, from, to, length, count, speed, rank, Set.of("car"), Map.of()));
        }
    }

    /**
     * The junction with a signal of one stage after the other.
     *
     * @param green of every stage, s
     * @param clearance after every stage, s
     * @param stages arms that are green together, as {@code "N S"}
     */
    public TrafficCase signals(int green, int clearance, String... stages) {
        TrafficCase cross = build();
        List<SignalGroup> groups = new ArrayList<>();
        for (String arm : arms) {
            if (cross.network().findLink(arm + "-in") != RoadNetwork.NONE) {
                groups.add(new SignalGroup(arm, List.of(SignalHead.ofLink(arm + "-in"))));
            }
        }
        List<SignalPlan.StageGreen> plan = new ArrayList<>();
        for (String stage : stages) {
            plan.add(
                    new SignalPlan.StageGreen(
                            new Stage(stage, List.of(stage.split(" ")), new StageTiming(1, green)),
                            green,
                            clearance));
        }
        SignalSystem system =
                SignalSystem.of("box", groups, SignalPlan.ofStages("stages", 0, plan));
        return cross.withSignals(List.of(system));
    }
}
