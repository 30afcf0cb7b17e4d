package org.chalaco.vision.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What really happened while a film was made: who crossed which stop line, who turned where, and
 * how long the queues were, second by second. Not thread-safe.
 */
public final class FilmTruth {

    /** Slower than this stands in a queue, m/s; as a signal controller sees it. */
    static final double QUEUED = 2.0;

    /**
     * A vehicle's front passes the counting line of an approach.
     *
     * @param frame first frame in which it has passed
     * @param time s since midnight
     * @param vehicle its index in the run
     * @param vehicleClass its class
     * @param length m
     * @param link id of the approach
     * @param lane place on it, 0 at the kerb
     * @param speed m/s
     */
    public record Crossing(
            long frame,
            double time,
            int vehicle,
            VehicleClass vehicleClass,
            double length,
            String link,
            int lane,
            double speed) {}

    /**
     * A vehicle comes out of the junction.
     *
     * @param frame first frame in which its front is on the exit
     * @param time s since midnight
     * @param vehicle its index in the run
     * @param vehicleClass its class
     * @param fromLink id of the approach
     * @param toLink id of the exit
     */
    public record Movement(
            long frame,
            double time,
            int vehicle,
            VehicleClass vehicleClass,
            String fromLink,
            String toLink) {}

    /**
     * The queue before one stop line.
     *
     * @param time s since midnight
     * @param link id of the approach
     * @param lane place on it, 0 at the kerb
     * @param vehicles slower than walking pace, that reach into the filmed area
     * @param metres from the stop line to the rear of the last of them; 0 without any
     */
    public record Queue(double time, String link, int lane, int vehicles, double metres) {}

    private final StreetPlan plan;
    private final int junction;
    private final double inSight;
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final Map<Integer, VehiclePose> before = new HashMap<>(); // looked up only
    private final Map<Integer, Integer> approachOf = new HashMap<>(); // looked up only
    private double nextQueueTime = Double.NEGATIVE_INFINITY;

    /**
     * The truth of films of this junction.
     *
     * @param inSight how far queues are looked at, m from the stop line
     */
    public FilmTruth(StreetPlan plan, int junctionIndex, double inSight) {
        this.plan = plan;
        junction = junctionIndex;
        this.inSight = inSight;
    }

    /** Takes down one frame. */
    public void note(long frame, double time, List<VehiclePose> poses) {
        for (VehiclePose pose : poses) {
            VehiclePose last = before.put(pose.vehicle(), pose);
            if (last != null) {
                noteCrossing(frame, time, last, pose);
                noteMovement(frame, time, last, pose);
            }
        }
        if (time >= nextQueueTime - 1e-6) {
            noteQueues(time, poses);
            nextQueueTime = Math.floor(time + 1e-6) + 1;
        }
    }

    private void noteCrossing(long frame, double time, VehiclePose last, VehiclePose now) {
        if (isBeforeLine(last) && !isBeforeLine(now)) {
            RoadNetwork network = plan.network();
            // It may have changed lanes in the very step in which it passed: the last lane counts.
            VehiclePose onApproach = now.lane() != RoadNetwork.NONE && isApproach(now) ? now : last;
            approachOf.put(now.vehicle(), onApproach.link());
            crossings.add(
                    new Crossing(
                            frame,
                            time,
                            now.vehicle(),
                            now.vehicleClass(),
                            now.length(),
                            network.link(onApproach.link()).id(),
                            network.positionOnLink(onApproach.lane()),
                            now.speed()));
        }
    }

    private boolean isApproach(VehiclePose pose) {
        return plan.network().toJunction(pose.link()) == junction;
    }

    private boolean isBeforeLine(VehiclePose pose) {
        return pose.lane() != RoadNetwork.NONE
                && isApproach(pose)
                && pose.position() < plan.network().laneLength(pose.lane()) - SiteSurvey.LINE_AT;
    }

    private void noteMovement(long frame, double time, VehiclePose last, VehiclePose now) {
        boolean cameOut =
                now.lane() != RoadNetwork.NONE
                        && plan.network().fromJunction(now.link()) == junction
                        && (last.lane() == RoadNetwork.NONE || last.link() != now.link());
        Integer from = cameOut ? approachOf.remove(now.vehicle()) : null;
        if (from != null) {
            movements.add(
                    new Movement(
                            frame,
                            time,
                            now.vehicle(),
                            now.vehicleClass(),
                            plan.network().link(from).id(),
                            plan.network().link(now.link()).id()));
        }
    }

    private void noteQueues(double time, List<VehiclePose> poses) {
        RoadNetwork network = plan.network();
        int[] vehicles = new int[network.laneCount()];
        double[] metres = new double[network.laneCount()];
        for (VehiclePose pose : poses) {
            if (pose.lane() != RoadNetwork.NONE && isApproach(pose) && pose.speed() < QUEUED) {
                double front = network.laneLength(pose.lane()) - pose.position();
                if (front < inSight) {
                    vehicles[pose.lane()]++;
                    metres[pose.lane()] = Math.max(metres[pose.lane()], front + pose.length());
                }
            }
        }
        for (int lane = 0; lane < vehicles.length; lane++) {
            int link = network.linkOfLane(lane);
            if (network.toJunction(link) == junction) {
                queues.add(
                        new Queue(
                                time,
                                network.link(link).id(),
                                network.positionOnLink(lane),
                                vehicles[lane],
                                metres[lane]));
            }
        }
    }

    /** Who crossed the counting lines, in order of time. */
    public List<Crossing> crossings() {
        return List.copyOf(crossings);
    }

    /** Who turned where, in order of time. */
    public List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** The queues of every approach lane, once a second. */
    public List<Queue> queues() {
        return List.copyOf(queues);
    }

    // ---------------------------------------------------------------- tables

    /** Writes the crossings as CSV. */
    public void writeCrossings(Appendable out) {
        row(out, "frame,time,vehicle,class,length_m,line,lane,speed_ms");
        for (Crossing c : crossings) {
            row(
                    out,
                    "%d,%.3f,%d,%s,%.1f,%s,%d,%.2f",
                    c.frame(),
                    c.time(),
                    c.vehicle(),
                    c.vehicleClass().name().toLowerCase(Locale.ROOT),
                    c.length(),
                    c.link(),
                    c.lane(),
                    c.speed());
        }
    }

    /** Writes the movements as CSV. */
    public void writeMovements(Appendable out) {
        row(out, "frame,time,vehicle,class,from,to");
        for (Movement m : movements) {
            row(
                    out,
                    "%d,%.3f,%d,%s,%s,%s",
                    m.frame(),
                    m.time(),
                    m.vehicle(),
                    m.vehicleClass().name().toLowerCase(Locale.ROOT),
                    m.fromLink(),
                    m.toLink());
        }
    }

    /** Writes the queues as CSV. */
    public void writeQueues(Appendable out) {
        row(out, "time,line,lane,vehicles,metres");
        for (Queue q : queues) {
            row(out, "%.0f,%s,%d,%d,%.1f", q.time(), q.link(), q.lane(), q.vehicles(), q.metres());
        }
    }

    private static void row(Appendable out, String form, Object... values) {
        try {
            out.append(String.format(Locale.ROOT, form, values)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
