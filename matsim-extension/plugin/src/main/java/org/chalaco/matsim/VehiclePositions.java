// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;

/**
 * Everyone on the road at one moment, link by link, at their true places; worked out once for all
 * links that ask at that moment. A vehicle inside a junction belongs to the link it is entering.
 */
final class VehiclePositions {

    private final MappedNetwork network;
    private final VehicleTrips trips;
    private final RoadCoordinates coordinates;
    private double time = Double.NaN;
    private final Map<Integer, List<AgentSnapshotInfo>> byLink = new HashMap<>();

    VehiclePositions(MappedNetwork network, VehicleTrips trips) {
        this.network = network;
        this.trips = trips;
        coordinates = new RoadCoordinates(network.road());
    }

    /** Those on a link now. */
    List<AgentSnapshotInfo> on(int linkIndex, MobsimSession session) {
        if (time != session.time()) {
            time = session.time();
            byLink.clear();
            session.traffic().forEachVehicle(this::add);
        }
        return byLink.getOrDefault(linkIndex, List.of());
    }

    private void add(
            int vehicleIndex,
            int lane,
            int connector,
            double position,
            double speed,
            double acceleration) {
        RoadNetwork road = network.road();
        VehicleTrip trip = trips.trip(vehicleIndex);
        int link = lane == RoadNetwork.NONE ? road.toLink(connector) : road.linkOfLane(lane);
        double[] xy =
                lane == RoadNetwork.NONE
                        ? coordinates.onConnector(connector, position)
                        : coordinates.onLane(lane, position);
        double desired =
                Math.min(
                        road.freeSpeed(link),
                        trip.vehicle().getVehicle().getType().getMaximumVelocity());
        byLink.computeIfAbsent(link, k -> new ArrayList<>())
                .add(
                        new VehicleOnRoad(
                                trip.vehicle(),
                                network.linkId(link),
                                xy[0],
                                xy[1],
                                Math.min(1, speed / desired)));
    }
}
