package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;

/**
 * Those who want to drive: each comes onto the road when the first safe gap passes.
 *
 * <p>A gap is safe if the newcomer, at the speed chosen for it, keeps its standstill gap to the
 * vehicle ahead and can follow it without braking harder than comfortable, and if the one behind
 * need not brake harder than {@value #OTHERS_BRAKING} m/s². Who finds none waits outside; the
 * waiting is counted. Of those who wait at one link the first {@value #TRIED_PER_LINK} are tried
 * each step, as they may stand at different places.
 */
final class InsertionQueue {

    private static final int TRIED_PER_LINK = 4;

    /** Braking that a newcomer may cause, m/s². */
    private static final double OTHERS_BRAKING = 2.0;

    /** Speed of a start from the kerb, away from the beginning of a link, m/s. */
    private static final double KERB_SPEED = 5.0;

    /** Room counted beyond the stop line, m. */
    private static final double STOP_LINE_ALLOWANCE = 10.0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final LaneChoice lanes;
    private final Upstream upstream;
    private PriorityQueue<Departure> later =
            new PriorityQueue<>(
                    (one, other) ->
                            one.time() != other.time()
                                    ? Double.compare(one.time(), other.time())
                                    : Integer.compare(one.vehicleIndex(), other.vehicleIndex()));
    private final List<ArrayDeque<Departure>> waiting;
    private final BitSet linksWaiting = new BitSet();
    private int waitingCount;

    /** Departures that {@link #later} has room for. */
    private int room;

    InsertionQueue(Scene scene, List<Departure> departures) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        lanes = scene.laneChoice;
        upstream = new Upstream(scene);
        later.addAll(departures);
        room = later.size();
        departures.forEach(departure -> scene.vehicles.begins(departure.vehicleIndex()));
        waiting = new ArrayList<>(Collections.nCopies(network.linkCount(), null));
    }

    /** Checks the stops of all who depart later. */
    void checkStops() {
        DemandCheck.checkStops(network, later);
    }

    /** Adds a departure while the run goes on. */
    void add(Departure departure) {
        DemandCheck.check(network, scene.typeCount, departure);
        if (!scene.guidance.inUse) {
            DemandCheck.checkStops(network, List.of(departure));
        }
        later.add(departure);
        scene.vehicles.begins(departure.vehicleIndex());
    }

    /** Visits those who wait outside, link by link, in the order they came. */
    void forEachWaiting(Consumer<Departure> visitor) {
        for (int link = linksWaiting.nextSetBit(0);
                link >= 0;
                link = linksWaiting.nextSetBit(link + 1)) {
            waiting.get(link).forEach(visitor);
        }
    }

    /** Who waits outside or departs later, or null. */
    Departure find(int vehicle) {
        for (Departure departure : later) {
            if (departure.vehicleIndex() == vehicle) {
                return departure;
            }
        }
        Departure[] found = new Departure[1];
        forEachWaiting(d -> found[0] = d.vehicleIndex() == vehicle ? d : found[0]);
        return found[0];
    }

    /** Gives one who waits or departs later another departure from the same link, in its place. */
    void replace(Departure departure, Departure by) {
        if (later.remove(departure)) {
            later.add(by);
            return;
        }
        ArrayDeque<Departure> queue = waiting.get(departure.route().firstLink());
        for (int k = queue.size(); k > 0; k--) {
            Departure first = queue.poll();
            queue.add(first == departure ? by : first);
        }
    }

    /** Forgets one who waits or departs later: it counts as if it had never wanted to. */
    void withdraw(Departure departure) {
        scene.vehicles.ends(departure.vehicleIndex());
        if (later.remove(departure)) {
            return;
        }
        int link = departure.route().firstLink();
        waiting.get(link).remove(departure);
        waitingCount--;
        scene.counters.departures--;
        if (waiting.get(link).isEmpty()) {
            linksWaiting.clear(link);
        }
    }

    int waitingCount() {
        return waitingCount;
    }

    /** Whether anyone still wants to enter, now or later. */
    boolean isEmpty() {
        return waitingCount == 0 && later.isEmpty();
    }

    /** Lets those enter whose time has come and who find a gap. */
    void release(EventSink sink) {
        double now = scene.clock.time();
        while (!later.isEmpty() && later.peek().time() <= now) {
            Departure departure = later.poll();
            int link = departure.route().firstLink();
            if (waiting.get(link) == null) {
                waiting.set(link, new ArrayDeque<>());
            }
            waiting.get(link).add(departure);
            linksWaiting.set(link);
            waitingCount++;
            scene.counters.departures++;
        }
        for (int link = linksWaiting.nextSetBit(0);
                link >= 0;
                link = linksWaiting.nextSetBit(link + 1)) {
            releaseOn(link, now, sink);
        }
        scene.counters.waitingOutsideSeconds += waitingCount * scene.clock.dt();
        giveRoomBack();
    }

    /** Most of a day has departed when the road is fullest. */
    private void giveRoomBack() {
        if (later.size() < room / 2) {
            later = new PriorityQueue<>(later);
            room = later.size();
        }
    }

    private void releaseOn(int link, double now, EventSink sink) {
        int tried = 0;
        for (Iterator<Departure> it = waiting.get(link).iterator();
                it.hasNext() && tried < TRIED_PER_LINK;
                tried++) {
            Departure departure = it.next();
            if (tryToEnter(departure, link, now, sink)) {
                it.remove();
                waitingCount--;
            }
        }
        if (waiting.get(link).isEmpty()) {
            waiting.set(link, null); // most links are empty most of the time
            linksWaiting.clear(link);
        }
    }

    private boolean tryToEnter(Departure departure, int link, double now, EventSink sink) {
        int profile =
                DriverProfiles.draw(
                        scene.parameters.seed(), departure.vehicleIndex(), departure.typeIndex());
        int next = departure.route().size() > 1 ? departure.route().link(1) : NONE;
        int first = network.firstLane(link);
        int n = network.laneCount(link);
        for (int away = 0; away < n; away++) {
            for (int lane = first; lane < first + n; lane++) {
                int shift = next == NONE ? 0 : Math.abs(lanes.nearest(lane, next));
                if (RouteStops.isOnLink(departure, link)) {
                    shift = lane - first; // from the kerb to the stop
                }
                if (shift == away && scene.closures.isOpen(lane)) {
                    double speed = safeSpeed(departure, profile, lane);
                    if (speed >= 0) {
                        enter(departure, profile, lane, speed, now, sink);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Front bumper of a newcomer: the whole vehicle stands on the lane, where the lane is long
     * enough.
     */
    private double positionOf(Departure departure, int profile, int lane) {
        double length = tracks.length[lane];
        double least = Math.min(scene.profiles.length[profile], length);
        return Math.min(length, Math.max(least, departure.departurePosition() * length));
    }

    /** Speed at which the departure may enter this lane now, m/s, or -1. */
    private double safeSpeed(Departure departure, int profile, int lane) {
        double x = positionOf(departure, profile, lane);
        double desired = scene.desiredSpeed(profile, lane);
        double top = departure.departurePosition() > 0 ? Math.min(KERB_SPEED, desired) : desired;
        double stop = RouteStops.safeSpeed(scene, departure, profile, lane, x);
        Route route = departure.route();
        int next = route.size() > 1 ? route.link(1) : NONE;
        return safeSpeed(profile, lane, x, Math.min(top, stop), next);
    }

    /** Speed at which a vehicle may pull out onto this lane from the kerb now, m/s, or -1. */
    double safeSpeedFromKerb(int profile, int lane, double x, int next) {
        double top = Math.min(KERB_SPEED, scene.desiredSpeed(profile, lane));
        return safeSpeed(profile, lane, x, top, next);
    }

    private double safeSpeed(int profile, int lane, double x, double top, int next) {
        double s0 = scene.profiles.standstillGap[profile];
        int at = tracks.firstAtOrBehind(lane, x, state);
        double gap = gapAhead(lane, x, at);
        if (gap < s0) {
            return -1;
        }
        int leader = at > 0 ? tracks.order[lane][at - 1] : NONE;
        double speed =
                Math.min(
                        top,
                        Math.min(
                                safeSpeed(
                                        profile,
                                        gap - s0,
                                        leader == NONE ? 0 : state.speed[leader]),
                                beforeRed(profile, lane, tracks.length[lane] - x, next)));
        return othersCanFollow(lane, at, x - scene.profiles.length[profile], speed) ? speed : -1;
    }

    /** The fastest speed from which a newcomer stops comfortably before a red line, m/s. */
    private double beforeRed(int profile, int lane, double toLine, int next) {
        int connector = next == NONE ? NONE : network.findConnector(lane, next);
        if (connector == NONE || !scene.signals.rules(connector) || scene.signals.lets(connector)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(2 * scene.profiles.comfortableDeceleration[profile] * toLine);
    }

    /** Gap to the vehicle ahead on the lane, to a tail on it, or to the stop line. */
    private double gapAhead(int lane, double x, int at) {
        if (at > 0) {
            return scene.rear(tracks.order[lane][at - 1]) - x;
        }
        int tail = tracks.tail(lane, state);
        double reach = tail == NONE ? 0 : tracks.tailReach(lane, tail, state);
        double toLine = tracks.length[lane] - x;
        // The stop line is no vehicle: one may start right at it.
        return tail == NONE ? toLine + STOP_LINE_ALLOWANCE : toLine - reach;
    }

    /**
     * The fastest speed from which a driver who brakes comfortably stays behind the leader, m/s.
     */
    private double safeSpeed(int profile, double room, double leaderSpeed) {
        double b = scene.profiles.comfortableDeceleration[profile];
        double reaction = b * scene.profiles.timeGap[profile];
        return Math.max(
                0,
                Math.sqrt(
                                reaction * reaction
                                        + leaderSpeed * leaderSpeed
                                        + 2 * b * Math.max(0, room))
                        - reaction);
    }

    private boolean othersCanFollow(int lane, int at, double rear, double speed) {
        int follower =
                at < tracks.count[lane] ? tracks.order[lane][at] : tracks.nextInto(lane, state);
        if (follower == NONE) {
            return upstream.canFollow(lane, rear, speed, OTHERS_BRAKING);
        }
        double gap =
                at < tracks.count[lane]
                        ? rear - state.position[follower]
                        : rear + tracks.length[state.track[follower]] - state.position[follower];
        int profile = state.profile[follower];
        if (gap < 0.5 * scene.profiles.standstillGap[profile]) {
            return false;
        }
        double v = state.speed[follower];
        double a = scene.follow(profile, v, scene.desiredSpeed(profile, lane), gap, v - speed);
        return a >= -OTHERS_BRAKING;
    }

    private void enter(
            Departure departure, int profile, int lane, double speed, double now, EventSink sink) {
        int slot = state.take();
        double x = positionOf(departure, profile, lane);
        state.clear(slot);
        state.vehicle[slot] = departure.vehicleIndex();
        state.profile[slot] = profile;
        state.route[slot] = departure.route();
        state.leg[slot] = 0;
        state.position[slot] = x;
        state.speed[slot] = speed;
        state.arrivalPosition[slot] = departure.arrivalPosition();
        tracks.insert(lane, slot, state);
        state.itinerary[slot] = scene.stops.itinerary(departure);
        lanes.plan(slot, lane, state);
        scene.counters.entered++;
        sink.accept(
                new TrafficEvent.VehicleEntersTraffic(
                        now,
                        departure.vehicleIndex(),
                        network.linkOfLane(lane),
                        x / tracks.length[lane]));
        scene.guidance.entered(slot, lane);
    }
}
