package org.chalaco.vision.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Turns what the simulation knows (lane, connector, distance) into where vehicles stand on the
 * ground around one point.
 *
 * <p>In the simulation a lane change takes no time; on the film it takes {@value #LANE_CHANGE} s: a
 * vehicle that has changed drifts over from where it was. Not thread-safe.
 */
public final class StreetObserver {

    /** How long the drift to another lane is filmed, s. */
    static final double LANE_CHANGE = 2.5;

    private final StreetPlan plan;
    private final IntFunction<VehicleType> typeOfVehicle;
    private final double x;
    private final double y;
    private final double radius;
    private final boolean[] nearLane;
    private final boolean[] nearConnector;
    private final Map<Integer, Drift> drifts = new HashMap<>(); // looked up, never walked through

    private static final class Drift {
        int lane = RoadNetwork.NONE;
        double aside; // m left of its lane
        double time;
    }

    /**
     * An observer of what happens around a point.
     *
     * @param typeOfVehicle type by vehicle index
     * @param x easting of the point, m
     * @param y northing, m
     * @param radius m
     */
    public StreetObserver(
            StreetPlan plan,
            IntFunction<VehicleType> typeOfVehicle,
            double x,
            double y,
            double radius) {
        this.plan = plan;
        this.typeOfVehicle = typeOfVehicle;
        this.x = x;
        this.y = y;
        this.radius = radius;
        RoadNetwork network = plan.network();
        nearLane = new boolean[network.laneCount()];
        nearConnector = new boolean[network.connectorCount()];
        for (int lane = 0; lane < nearLane.length; lane++) {
            nearLane[lane] = passesNear(plan.lane(lane));
        }
        for (int c = 0; c < nearConnector.length; c++) {
            nearConnector[c] = passesNear(plan.connector(c));
        }
    }

    private boolean passesNear(double[] path) {
        return StreetPlan.distance(path, x, y) <= radius;
    }

    /** Everyone near the point, in the order in which the simulation shows them. */
    public List<VehiclePose> look(TrafficView view) {
        List<VehiclePose> poses = new ArrayList<>();
        view.forEachVehicle(
                (vehicle, lane, connector, position, speed, acceleration) -> {
                    boolean onLane = lane != RoadNetwork.NONE;
                    if (onLane ? nearLane[lane] : nearConnector[connector]) {
                        double[] at =
                                onLane
                                        ? plan.onLane(lane, position)
                                        : plan.onConnector(connector, position);
                        if (Math.hypot(at[0] - x, at[1] - y) <= radius) {
                            RoadNetwork network = plan.network();
                            VehicleType type = typeOfVehicle.apply(vehicle);
                            VehiclePose pose =
                                    new VehiclePose(
                                            vehicle,
                                            type.vehicleClass(),
                                            type.length(),
                                            at[0],
                                            at[1],
                                            at[2],
                                            speed,
                                            acceleration,
                                            onLane
                                                    ? network.linkOfLane(lane)
                                                    : network.toLink(connector),
                                            lane,
                                            position);
                            poses.add(drifting(pose, view.time()));
                        }
                    }
                });
        return poses;
    }

    private VehiclePose drifting(VehiclePose pose, double time) {
        Drift drift = drifts.computeIfAbsent(pose.vehicle(), v -> new Drift());
        double elapsed = time - drift.time;
        drift.time = time;
        if (isChange(drift.lane, pose.lane())) {
            drift.aside += (drift.lane - pose.lane()) * RoadNetwork.LANE_WIDTH;
        }
        drift.lane = pose.lane() == RoadNetwork.NONE ? drift.lane : pose.lane();
        double reach = RoadNetwork.LANE_WIDTH * elapsed / LANE_CHANGE;
        drift.aside =
                Math.abs(drift.aside) <= reach ? 0 : drift.aside - Math.signum(drift.aside) * reach;
        if (drift.aside == 0) {
            return pose;
        }
        double slant =
                -Math.signum(drift.aside)
                        * Math.atan2(
                                RoadNetwork.LANE_WIDTH / LANE_CHANGE, Math.max(3, pose.speed()));
        return pose.shiftedLeft(drift.aside).turnedTo(pose.heading() + slant);
    }

    private boolean isChange(int before, int now) {
        return before != RoadNetwork.NONE
                && now != RoadNetwork.NONE
                && before != now
                && plan.network().linkOfLane(before) == plan.network().linkOfLane(now);
    }
}
