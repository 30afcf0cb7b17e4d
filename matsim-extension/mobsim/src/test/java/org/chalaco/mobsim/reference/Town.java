package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.ConflictPoint;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RouteStop;

/** The road as objects, and the signals. */
final class Town {

    /** A signal group and the connectors whose stop lines it speaks to. */
    private static final class Group {
        final int system;
        final int index;
        final List<Connector> connectors = new ArrayList<>();
        Aspect aspect;

        Group(int system, int index) {
            this.system = system;
            this.index = index;
        }
    }

    final RoadNetwork network;
    final List<Lane> lanes = new ArrayList<>();
    final List<Connector> connectors = new ArrayList<>();

    /** Lanes, then connectors. */
    final List<Track> tracks = new ArrayList<>();

    private final List<FixedTimeController> controllers = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    Town(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        for (int link = 0; link < network.linkCount(); link++) {
            addLanes(link);
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            addConnector(c);
        }
        for (Connector connector : connectors) {
            for (ConflictPoint p : network.listConflicts(connector.index)) {
                connector.conflicts.add(conflict(p));
            }
        }
        tracks.addAll(lanes);
        tracks.addAll(connectors);
        for (int s = 0; s < systems.size(); s++) {
            addSignals(s, systems.get(s));
        }
    }

    private void addLanes(int link) {
        List<Lane> linkLanes = new ArrayList<>();
        for (int k = 0; k < network.laneCount(link); k++) {
            int index = network.firstLane(link) + k;
            Lane lane =
                    new Lane(index, link, k, network.laneLength(index), network.freeSpeed(link));
            lane.linkLanes = linkLanes;
            linkLanes.add(lane);
            lanes.add(lane);
        }
    }

    private void addConnector(int c) {
        Lane from = lanes.get(network.fromLane(c));
        Lane to = lanes.get(network.toLane(c));
        Connector connector =
                new Connector(
                        c,
                        from,
                        to,
                        network.junction(network.junctionOfConnector(c)).control(),
                        network.link(network.fromLink(c)).rank(),
                        network.connectorLength(c),
                        network.connectorSpeed(c));
        connectors.add(connector);
        from.outgoing.add(connector);
        to.incoming.add(connector);
    }

    private Connector.Conflict conflict(ConflictPoint p) {
        return new Connector.Conflict(
                connectors.get(p.connector()),
                connectors.get(p.other()),
                p.distance(),
                p.otherDistance(),
                p.merge(),
                p.yieldsUnsignalised(),
                p.yieldsWhenBothGreen(),
                p.permissive());
    }

    private void addSignals(int s, SignalSystem system) {
        controllers.add(new FixedTimeController(system));
        for (int g = 0; g < system.groups().size(); g++) {
            Group group = new Group(s, g);
            groups.add(group);
            for (SignalHead head : system.groups().get(g).heads()) {
                for (Connector connector : connectors) {
                    if (speaksTo(head, connector)) {
                        groups.forEach(other -> other.connectors.remove(connector));
                        group.connectors.add(connector);
                        connector.findWaitingPoint();
                    }
                }
            }
        }
    }

    private boolean speaksTo(SignalHead head, Connector c) {
        return network.link(c.from.link).id().equals(head.linkId())
                && (head.lanes().isEmpty() || head.lanes().contains(c.from.position))
                && (head.toLinkIds().isEmpty()
                        || head.toLinkIds().contains(network.link(c.to.link).id()));
    }

    /** Sets what the signals show from this time on. */
    void showSignals(double time, EventSink sink) {
        for (Group group : groups) {
            Aspect aspect = controllers.get(group.system).aspect(group.index, time);
            if (aspect != group.aspect) {
                group.aspect = aspect;
                group.connectors.forEach(c -> c.aspect = aspect);
                sink.accept(new TrafficEvent.SignalChange(time, group.system, group.index, aspect));
            }
        }
    }

    /** Chooses connector, lane shift and destination for a vehicle that came onto this lane. */
    void plan(Vehicle vehicle, Lane lane) {
        planWay(vehicle, lane);
        planStop(vehicle, lane);
    }

    private void planWay(Vehicle vehicle, Lane lane) {
        if (vehicle.leg == vehicle.route.size() - 1) {
            vehicle.destination = vehicle.arrivalPosition * lane.length;
            vehicle.connector = null;
            vehicle.shift = 0;
            return;
        }
        vehicle.destination = Double.POSITIVE_INFINITY;
        int next = vehicle.nextLink();
        vehicle.connector = bestConnector(lane, next, linkAfterNext(vehicle), c -> true);
        vehicle.shift = shift(vehicle, lane);
        if (isPartlyClosed(next)) {
            Connector open = bestOpen(lane, next, linkAfterNext(vehicle));
            int shift = open == null ? lane.nearestOpen(next) : 0;
            if (open != null || shift != 0) {
                vehicle.connector = open;
                vehicle.shift = shift;
            }
        }
    }

    private static void planStop(Vehicle vehicle, Lane lane) {
        RouteStop stop = vehicle.errands == null ? null : vehicle.errands.next();
        if (stop == null || stop.linkIndex() != lane.link) {
            vehicle.stopAt = Double.POSITIVE_INFINITY;
            return;
        }
        double v = vehicle.speed;
        double b = vehicle.driver.comfortableDeceleration();
        double comfortable = vehicle.position + v * v / (2 * b);
        double end = Math.min(lane.length, vehicle.destination);
        vehicle.stopAt = Math.min(end - 0.5, Math.max(comfortable, stop.position() * lane.length));
        vehicle.shift = -lane.position;
    }

    /** Plans anew for a vehicle whose way or stops have changed. */
    void planAnew(Vehicle vehicle) {
        if (vehicle.track instanceof Lane lane) {
            vehicle.entryNumber = 0;
            vehicle.crossingNumber = 0;
            forgetClaim(vehicle);
            plan(vehicle, lane);
            vehicle.decision =
                    vehicle.connector == null
                            ? Vehicle.Decision.STOP_WRONG_LANE
                            : Vehicle.Decision.STOP_YIELD;
            vehicle.nextDecision = vehicle.decision;
            vehicle.amberChoice = Vehicle.AmberChoice.UNDECIDED;
        }
    }

    void forgetClaim(Vehicle vehicle) {
        if (vehicle.connector != null && vehicle.connector.from.claimant == vehicle) {
            vehicle.connector.from.claimant = null;
        }
    }

    private boolean isPartlyClosed(int link) {
        return lanes.get(network.firstLane(link)).linkLanes.stream().anyMatch(l -> l.closed);
    }

    boolean isClosed(int link) {
        return lanes.get(network.firstLane(link)).linkLanes.stream().allMatch(l -> l.closed);
    }

    private static Connector bestOpen(Lane lane, int next, int after) {
        return bestConnector(lane, next, after, c -> !c.to.closed);
    }

    /** By which to turn from a lane that does not lead there. */
    Connector connectorBeside(Lane lane, int next) {
        int shift = isPartlyClosed(next) ? lane.nearestOpen(next) : 0;
        return shift == 0
                ? lane.beside(lane.nearest(next)).connectorTo(next)
                : bestOpen(lane.beside(shift), next, RoadNetwork.NONE);
    }

    private static int linkAfterNext(Vehicle vehicle) {
        int beyond = vehicle.leg + 2;
        return beyond < vehicle.route.size() ? vehicle.route.link(beyond) : RoadNetwork.NONE;
    }

    /** Lanes to move if the vehicle were on this lane of its present link, not its last. */
    int shift(Vehicle vehicle, Lane lane) {
        return shift(lane, vehicle.nextLink(), linkAfterNext(vehicle));
    }

    private static Connector bestConnector(
            Lane lane, int next, int after, Predicate<Connector> counts) {
        Connector best = null;
        int least = Integer.MAX_VALUE;
        for (Connector c : lane.outgoing) {
            if (c.to.link == next && counts.test(c)) {
                int changes = after == RoadNetwork.NONE ? 0 : Math.abs(c.to.nearest(after));
                int cost = 1000 * changes + c.to.vehicles.size();
                if (cost < least) {
                    least = cost;
                    best = c;
                }
            }
        }
        return best;
    }

    private int shift(Lane lane, int next, int after) {
        boolean looksFurther = after != RoadNetwork.NONE && network.length(next) < 300;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (Lane candidate : lane.linkLanes) {
            if (candidate.connectorTo(next) == null) {
                continue;
            }
            int away = Math.abs(candidate.index - lane.index);
            int beyond = 0;
            if (looksFurther) {
                beyond =
                        candidate.outgoing.stream()
                                .filter(c -> c.to.link == next)
                                .mapToInt(c -> Math.abs(c.to.nearest(after)))
                                .min()
                                .orElseThrow();
            }
            int cost = 2 * (away + beyond) + (away > 0 ? 1 : 0);
            if (cost < least) {
                least = cost;
                best = candidate.index - lane.index;
            }
        }
        return best;
    }
}
