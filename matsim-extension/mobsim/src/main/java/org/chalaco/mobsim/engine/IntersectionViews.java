package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGuard;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.traffic.VehicleType;

/** Looks at one signalised intersection for its controller. */
final class IntersectionViews {

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final SignalSystem system;
    private final SignalGuard guard;
    private final int firstGroup;
    private final int[] lanes;
    private final boolean hasTransponders;
    private final ComingVehicles coming;

    IntersectionViews(Scene scene, int systemIndex, SignalGuard guard) {
        this.scene = scene;
        this.guard = guard;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        system = scene.signals.systems().get(systemIndex);
        firstGroup = scene.signals.firstGroup(systemIndex);
        hasTransponders = scene.types.stream().anyMatch(SignalView.Call::isCarriedBy);
        lanes =
                IntStream.range(0, network.connectorCount())
                        .filter(c -> groupOf(c) != NONE)
                        .map(network::fromLane)
                        .sorted()
                        .distinct()
                        .toArray();
        coming = new ComingVehicles(scene, system, lanes, this::groupFor);
    }

    /** Group of this system that lets a connector go, or NONE. */
    private int groupOf(int connector) {
        int group = scene.signals.group(connector) - firstGroup;
        return group >= 0 && group < system.groups().size() ? group : NONE;
    }

    /** Lanes that the system's signals speak to. */
    int[] lanes() {
        return lanes;
    }

    /** The intersection now. */
    SignalView look(double time) {
        int n = system.groups().size();
        int[] queues = new int[n];
        int[] vehicles = new int[n];
        List<SignalView.Approach> approaches = new ArrayList<>(lanes.length);
        for (int lane : lanes) {
            approaches.add(approach(lane, time, queues, vehicles));
        }
        List<SignalView.Call> calls = new ArrayList<>();
        if (hasTransponders) {
            for (int lane : lanes) {
                listCalls(lane, calls);
            }
        }
        List<SignalView.Group> groups = new ArrayList<>(n);
        for (int group = 0; group < n; group++) {
            groups.add(
                    new SignalView.Group(
                            system.groups().get(group).id(),
                            guard.aspect(group),
                            time - guard.since(group),
                            queues[group],
                            vehicles[group]));
        }
        return new SignalView(
                time,
                guard.stage(),
                guard.stageSeconds(time),
                guard.isSwitching(),
                groups,
                approaches,
                coming.look(),
                calls);
    }

    private void listCalls(int lane, List<SignalView.Call> calls) {
        for (int i = 0; i < tracks.count[lane]; i++) {
            int slot = tracks.order[lane][i];
            VehicleType type = scene.types.get(DriverProfiles.type(state.profile[slot]));
            int group = state.nextLink[slot] == NONE ? NONE : groupFor(lane, state.nextLink[slot]);
            if (group != NONE && SignalView.Call.isCarriedBy(type)) {
                calls.add(
                        new SignalView.Call(
                                state.vehicle[slot],
                                type,
                                system.groups().get(group).id(),
                                tracks.length[lane] - state.position[slot],
                                state.speed[slot]));
            }
        }
    }

    /** Vehicles that wait for each group. */
    int[] queues(SignalView view) {
        int[] queues = new int[view.groups().size()];
        for (int group = 0; group < queues.length; group++) {
            queues[group] = view.groups().get(group).queue();
        }
        return queues;
    }

    private SignalView.Approach approach(int lane, double time, int[] queues, int[] vehicles) {
        int link = network.linkOfLane(lane);
        int turns = network.nextLinkCount(link);
        int[] wanting = new int[turns];
        int[] queued = new int[turns];
        double speeds = 0;
        double back = tracks.length[lane];
        int queue = 0;
        int n = tracks.count[lane];
        for (int i = 0; i < n; i++) {
            int slot = tracks.order[lane][i];
            boolean waits = state.speed[slot] < SignalView.QUEUED;
            speeds += state.speed[slot];
            queue += waits ? 1 : 0;
            back = waits ? scene.rear(slot) : back;
            int turn = turn(link, state.nextLink[slot]);
            if (turn != NONE) {
                wanting[turn]++;
                queued[turn] += waits ? 1 : 0;
                count(lane, state.nextLink[slot], waits, queues, vehicles);
            }
        }
        return new SignalView.Approach(
                network.link(link).id(),
                network.positionOnLink(lane),
                n,
                queue,
                tracks.length[lane] - back,
                n == 0 ? Double.NaN : speeds / n,
                scene.loops.passed(lane),
                scene.loops.sinceLastVehicle(lane, time),
                movements(lane, wanting, queued));
    }

    private int turn(int link, int next) {
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            if (network.nextLink(link, k) == next) {
                return k;
            }
        }
        return NONE;
    }

    private void count(int lane, int next, boolean waits, int[] queues, int[] vehicles) {
        int group = groupFor(lane, next);
        if (group != NONE) {
            vehicles[group]++;
            queues[group] += waits ? 1 : 0;
        }
    }

    /** Group for a movement, by this lane or else by the nearest one that leads there. */
    private int groupFor(int lane, int next) {
        int connector = network.findConnector(lane + scene.laneChoice.nearest(lane, next), next);
        return connector == NONE ? NONE : groupOf(connector);
    }

    private List<SignalView.Movement> movements(int lane, int[] wanting, int[] queued) {
        int link = network.linkOfLane(lane);
        List<SignalView.Movement> movements = new ArrayList<>();
        for (int k = 0; k < wanting.length; k++) {
            int next = network.nextLink(link, k);
            if (wanting[k] > 0 || network.findConnector(lane, next) != NONE) {
                movements.add(movement(lane, next, wanting[k], queued[k]));
            }
        }
        return movements;
    }

    private SignalView.Movement movement(int lane, int next, int wanting, int queued) {
        int group = groupFor(lane, next);
        int vehicles = 0;
        double length = 0;
        double room = 0;
        int first = network.firstLane(next);
        for (int to = first; to < first + network.laneCount(next); to++) {
            vehicles += tracks.count[to] + inside(to);
            length += tracks.length[to];
            room += Math.max(0, tracks.length[to] - tracks.inbound[to] - jam(to));
        }
        return new SignalView.Movement(
                network.link(next).id(),
                group == NONE ? null : system.groups().get(group).id(),
                wanting,
                queued,
                vehicles,
                room,
                length);
    }

    private int inside(int lane) {
        int vehicles = 0;
        for (int connector : tracks.connectorsInto(lane)) {
            vehicles += tracks.count[tracks.ofConnector(connector)];
        }
        return vehicles;
    }

    private double jam(int lane) {
        double jam = 0;
        for (int i = 0; i < tracks.count[lane]; i++) {
            jam += scene.jamSpace(tracks.order[lane][i]);
        }
        return jam;
    }
}
