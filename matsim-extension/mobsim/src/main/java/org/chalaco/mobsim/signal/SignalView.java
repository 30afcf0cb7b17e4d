package org.chalaco.mobsim.signal;

import java.util.List;
import java.util.Locale;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What a controller may see of its intersection at one moment: frozen, so it can be kept, sent and
 * compared.
 *
 * <p>Queues and movements are the truth of the simulation; a controller that shall work with what a
 * street really has uses {@link Approach#passed} and {@link Approach#sinceLastVehicle} only, which
 * a loop at the stop line and one {@value #DETECTOR} m before it would tell.
 *
 * @param time s since midnight
 * @param stage index of the stage that is green or about to be
 * @param stageSeconds since its green began, s; 0 while the stage before is still being cleared
 * @param isSwitching whether the stage before is still being cleared
 * @param groups every group of the system, in its order
 * @param approaches every lane that the system's signals speak to, in order of lane index
 * @param vehicles everyone who comes, by approach link, the nearest lane by lane; empty where
 *     nobody can tell (loops only)
 * @param calls vehicles on these lanes that carry a transponder, lane by lane, from the stop line
 */
public record SignalView(
        double time,
        int stage,
        double stageSeconds,
        boolean isSwitching,
        List<Group> groups,
        List<Approach> approaches,
        List<Vehicle> vehicles,
        List<Call> calls) {

    /** Vehicles before the approach links are seen up to this distance from the stop line, m. */
    public static final double REACH = 400;

    /** Distance of the loop from the stop line, m. */
    public static final double DETECTOR = 30;

    /** Slower than this is queued, m/s. */
    public static final double QUEUED = 2.0;

    public SignalView {
        groups = List.copyOf(groups);
        approaches = List.copyOf(approaches);
        vehicles = List.copyOf(vehicles);
        calls = List.copyOf(calls);
    }

    /** A view of someone who sees single vehicles, of which none carries a transponder. */
    public SignalView(
            double time,
            int stage,
            double stageSeconds,
            boolean isSwitching,
            List<Group> groups,
            List<Approach> approaches,
            List<Vehicle> vehicles) {
        this(time, stage, stageSeconds, isSwitching, groups, approaches, vehicles, List.of());
    }

    /** A view of someone who has loops only and does not see single vehicles. */
    public SignalView(
            double time,
            int stage,
            double stageSeconds,
            boolean isSwitching,
            List<Group> groups,
            List<Approach> approaches) {
        this(time, stage, stageSeconds, isSwitching, groups, approaches, List.of(), List.of());
    }

    /**
     * A vehicle that carries a transponder, so that a controller may know it by name and give it
     * priority: buses and those who come to help.
     *
     * @param vehicleIndex the vehicle
     * @param type its type
     * @param group id of the group that lets it go
     * @param distance to the stop line, m
     * @param speed m/s
     */
    public record Call(
            int vehicleIndex, VehicleType type, String group, double distance, double speed) {

        /** Whether vehicles of this type carry a transponder. */
        public static boolean isCarriedBy(VehicleType type) {
            return type.vehicleClass() == VehicleClass.BUS || helps(type);
        }

        /** Whether vehicles of this type come to help: ambulances, fire engines, police. */
        public static boolean helps(VehicleType type) {
            String id = type.id().toLowerCase(Locale.ROOT);
            return id.contains("ambulance") || id.contains("fire") || id.contains("police");
        }
    }

    /**
     * A group at this moment.
     *
     * @param id the group
     * @param aspect what it shows
     * @param seconds for how long, s
     * @param queue vehicles in queues that wait for this group
     * @param vehicles vehicles on the approach lanes that will drive under this group
     */
    public record Group(String id, Aspect aspect, double seconds, int queue, int vehicles) {}

    /**
     * One lane before a stop line.
     *
     * @param linkId its link
     * @param lane its place on the link, 0 at the kerb
     * @param vehicles vehicles on the lane
     * @param queue those of them slower than {@link SignalView#QUEUED}
     * @param queueLength from the stop line to the rear of the last of these, m
     * @param meanSpeed of all vehicles on the lane, m/s; NaN where there is none
     * @param passed vehicles that crossed the stop line since the controller began
     * @param sinceLastVehicle time since a vehicle was over the loop {@link SignalView#DETECTOR} m
     *     before the stop line, s; 0 while one is; infinite if there never was one
     * @param movements where they want to go
     */
    public record Approach(
            String linkId,
            int lane,
            int vehicles,
            int queue,
            double queueLength,
            double meanSpeed,
            long passed,
            double sinceLastVehicle,
            List<Movement> movements) {
        public Approach {
            movements = List.copyOf(movements);
        }
    }

    /**
     * Those on one lane who want to the same link.
     *
     * @param toLinkId where to
     * @param group id of the group that lets them go, or null
     * @param vehicles of the lane that want there
     * @param queue those of them in the queue
     * @param downstreamVehicles on all lanes of that link, those inside the box counted
     * @param downstreamRoom free metres of its lanes together, m: length less jam space of who is
     *     there
     * @param downstreamLength of its lanes together, m
     */
    public record Movement(
            String toLinkId,
            String group,
            int vehicles,
            int queue,
            int downstreamVehicles,
            double downstreamRoom,
            double downstreamLength) {}

    /**
     * One who comes: on an approach link, inside the box before it, or on the roads before as long
     * as no other signal stands between, up to {@link SignalView#REACH}. Cameras or vehicles that
     * tell their place would know it.
     *
     * @param index the vehicle
     * @param linkId the approach link
     * @param lane its lane there, 0 at the kerb; -1 while it is not there yet
     * @param toLinkId where it wants to go then
     * @param group id of the group that lets it go, or null
     * @param distance from its front to the stop line, m
     * @param speed m/s
     * @param jamSpace room that it takes in a standing queue, m
     */
    public record Vehicle(
            int index,
            String linkId,
            int lane,
            String toLinkId,
            String group,
            double distance,
            double speed,
            double jamSpace) {}
}
