package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;

/**
 * Who comes to a signalised intersection: on its approach links, inside the boxes before them and
 * on the roads before those, as far as no other signal stands between.
 */
final class ComingVehicles {

    /**
     * A lane or connector that leads to an approach.
     *
     * @param approach index of the approach link
     * @param track the lane or connector
     * @param rest from its end to the stop line, m
     * @param links to be entered before the vehicle is on the approach
     */
    private record Stretch(int approach, int track, double rest, int links) {}

    private final Scene scene;
    private final RoadNetwork network;
    private final SignalSystem system;
    private final IntBinaryOperator groupFor;
    private final List<Stretch> stretches = new ArrayList<>();

    /**
     * Those who come to this system.
     *
     * @param lanes that its signals speak to, ascending
     * @param groupFor group of a lane and the link entered from it, or NONE
     */
    ComingVehicles(Scene scene, SignalSystem system, int[] lanes, IntBinaryOperator groupFor) {
        this.scene = scene;
        this.system = system;
        this.groupFor = groupFor;
        network = scene.network;
        int before = NONE;
        for (int lane : lanes) {
            int link = network.linkOfLane(lane);
            if (link != before) {
                addStretches(link);
            }
            before = link;
        }
    }

    private void addStretches(int approach) {
        List<Stretch> open = new ArrayList<>();
        open.add(new Stretch(approach, approach, 0, 0));
        boolean[] seen = new boolean[network.linkCount()];
        seen[approach] = true;
        for (int k = 0; k < open.size(); k++) {
            int link = open.get(k).track();
            double rest = open.get(k).rest();
            int links = open.get(k).links();
            int first = network.firstLane(link);
            for (int lane = first; lane < first + network.laneCount(link); lane++) {
                stretches.add(new Stretch(approach, lane, rest, links));
            }
            for (int lane = first; lane < first + network.laneCount(link); lane++) {
                double start = rest + network.laneLength(lane);
                for (int connector : scene.tracks.connectorsInto(lane)) {
                    int track = scene.tracks.ofConnector(connector);
                    stretches.add(new Stretch(approach, track, start, links + 1));
                    int from = network.fromLink(connector);
                    double further = start + network.connectorLength(connector);
                    boolean signal = scene.signals.rules(connector);
                    if (!signal && further < SignalView.REACH && !seen[from]) {
                        seen[from] = true;
                        open.add(new Stretch(approach, from, further, links + 1));
                    }
                }
            }
        }
    }

    /** Who comes now. */
    List<SignalView.Vehicle> look() {
        List<SignalView.Vehicle> vehicles = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int track = stretch.track();
            for (int i = 0; i < scene.tracks.count[track]; i++) {
                add(stretch, scene.tracks.order[track][i], vehicles);
            }
        }
        return vehicles;
    }

    private void add(Stretch stretch, int slot, List<SignalView.Vehicle> vehicles) {
        VehicleState state = scene.state;
        int links = stretch.links();
        int to = linkAhead(slot, links + 1);
        double distance =
                stretch.rest()
                        + Math.max(0, scene.tracks.length[stretch.track()] - state.position[slot]);
        boolean comes = links == 0 || linkAhead(slot, links) == stretch.approach();
        if (to == NONE || !comes || links > 0 && distance > SignalView.REACH) {
            return;
        }
        int lane = links == 0 ? stretch.track() : network.firstLane(stretch.approach());
        int group = groupFor.applyAsInt(lane, to);
        vehicles.add(
                new SignalView.Vehicle(
                        state.vehicle[slot],
                        network.link(stretch.approach()).id(),
                        links == 0 ? network.positionOnLink(lane) : NONE,
                        network.link(to).id(),
                        group == NONE ? null : system.groups().get(group).id(),
                        distance,
                        state.speed[slot],
                        scene.jamSpace(slot)));
    }

    /** The link that a vehicle enters as the n-th from now, or NONE. */
    private int linkAhead(int slot, int n) {
        if (n == 1) {
            return scene.state.nextLink[slot];
        }
        if (n == 2) {
            return scene.state.linkAfter[slot];
        }
        Itinerary itinerary = scene.state.itinerary[slot];
        int place = scene.state.leg[slot] + n;
        boolean known = itinerary == null || !itinerary.guided;
        return known && place < scene.state.route[slot].size()
                ? scene.state.route[slot].link(place)
                : NONE;
    }
}
