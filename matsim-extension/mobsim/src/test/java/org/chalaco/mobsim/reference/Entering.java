package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RouteStop;
import org.chalaco.mobsim.traffic.VehicleType;

/** Those who wait to come onto the road. */
final class Entering {

    private static final int TRIED_PER_LINK = 4;

    private final Town town;
    private final CarFollowingModel model;
    private final MobsimParameters parameters;
    private final List<VehicleType> types;
    private final Steering steering;
    private final List<Departure> later;
    private final Map<Integer, List<Departure>> waiting = new TreeMap<>();

    long departed;
    long entered;
    double waitingSeconds;

    Entering(
            Town town,
            CarFollowingModel model,
            MobsimParameters parameters,
            TrafficCase road,
            Steering steering) {
        this.town = town;
        this.steering = steering;
        this.model = model;
        this.parameters = parameters;
        types = road.types();
        later = new ArrayList<>(road.departures());
        later.sort(
                Comparator.comparingDouble(Departure::time)
                        .thenComparingInt(Departure::vehicleIndex));
    }

    int waitingCount() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    boolean isEmpty() {
        return later.isEmpty() && waitingCount() == 0;
    }

    void release(double now, EventSink sink) {
        while (!later.isEmpty() && later.get(0).time() <= now) {
            Departure d = later.remove(0);
            waiting.computeIfAbsent(d.route().firstLink(), l -> new ArrayList<>()).add(d);
            departed++;
        }
        for (List<Departure> queue : waiting.values()) {
            List<Departure> tried =
                    List.copyOf(queue.subList(0, Math.min(TRIED_PER_LINK, queue.size())));
            for (Departure d : tried) {
                if (enters(d, now, sink)) {
                    queue.remove(d);
                }
            }
        }
        waitingSeconds += waitingCount() * parameters.stepSeconds();
    }

    /** Tries the lanes that lead on first, then those beside them. */
    private boolean enters(Departure d, double now, EventSink sink) {
        Driver driver =
                Driver.draw(
                        parameters.seed(),
                        d.vehicleIndex(),
                        d.typeIndex(),
                        types.get(d.typeIndex()),
                        parameters.sampleFactor());
        Vehicle newcomer = new Vehicle(d, driver);
        newcomer.errands = d.stops().isEmpty() ? null : new Errands(false, d.stops());
        int link = d.route().firstLink();
        List<Lane> lanes = town.lanes.get(town.network.firstLane(link)).linkLanes;
        for (int away = 0; away < lanes.size(); away++) {
            for (Lane lane : lanes) {
                if (shift(newcomer, lane) == away && !lane.closed) {
                    newcomer.position = position(d, driver, lane);
                    double speed = safeSpeed(newcomer, d, lane);
                    if (speed >= 0) {
                        newcomer.speed = speed;
                        enter(newcomer, lane, now, sink);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** How far a lane is from where the newcomer wants to be. */
    private static int shift(Vehicle newcomer, Lane lane) {
        RouteStop stop = newcomer.errands == null ? null : newcomer.errands.next();
        if (stop != null && stop.linkIndex() == lane.link) {
            return lane.position;
        }
        return newcomer.isOnLastLink() ? 0 : Math.abs(lane.nearest(newcomer.nextLink()));
    }

    private static double position(Departure d, Driver driver, Lane lane) {
        double least = Math.min(driver.length(), lane.length);
        return Math.min(lane.length, Math.max(least, d.departurePosition() * lane.length));
    }

    private double safeSpeed(Vehicle newcomer, Departure d, Lane lane) {
        double desired = newcomer.desiredSpeed(lane);
        double top = d.departurePosition() > 0 ? Math.min(5.0, desired) : desired;
        return safeSpeed(newcomer, lane, Math.min(top, beforeStop(newcomer, lane)));
    }

    /** Speed for pulling out from the kerb, or -1. */
    double speedFromKerb(Vehicle parked, Lane lane) {
        return safeSpeed(parked, lane, Math.min(5.0, parked.desiredSpeed(lane)));
    }

    /** The fastest speed from which the first stop on this lane can be reached. */
    static double beforeStop(Vehicle newcomer, Lane lane) {
        RouteStop stop = newcomer.errands == null ? null : newcomer.errands.next();
        if (stop == null || stop.linkIndex() != lane.link) {
            return Double.POSITIVE_INFINITY;
        }
        double room = Math.max(0, stop.position() * lane.length - 0.5 - newcomer.position);
        return Math.sqrt(2 * newcomer.driver.comfortableDeceleration() * room);
    }

    private double safeSpeed(Vehicle newcomer, Lane lane, double top) {
        int place = lane.placeOf(newcomer.position);
        Vehicle leader = place > 0 ? lane.vehicles.get(place - 1) : null;
        double gap = gapAhead(newcomer, leader, lane);
        double s0 = newcomer.driver.standstillGap();
        if (gap < s0) {
            return -1;
        }
        double safe = safeSpeed(newcomer.driver, gap - s0, leader == null ? 0 : leader.speed);
        double speed = Math.min(top, Math.min(safe, beforeRed(newcomer, lane)));
        return othersCanFollow(newcomer, lane, place, speed) ? speed : -1;
    }

    private static double beforeRed(Vehicle newcomer, Lane lane) {
        Connector next = newcomer.isOnLastLink() ? null : lane.connectorTo(newcomer.nextLink());
        if (next == null || !next.isRuled() || next.lets()) {
            return Double.POSITIVE_INFINITY;
        }
        double toLine = lane.length - newcomer.position;
        return Math.sqrt(2 * newcomer.driver.comfortableDeceleration() * toLine);
    }

    private static double gapAhead(Vehicle newcomer, Vehicle leader, Lane lane) {
        if (leader != null) {
            return leader.rear() - newcomer.position;
        }
        double toLine = lane.length - newcomer.position;
        return lane.tail() == null ? toLine + 10.0 : toLine - lane.tailReach();
    }

    private static double safeSpeed(Driver driver, double room, double leaderSpeed) {
        double b = driver.comfortableDeceleration();
        double reaction = b * driver.timeGap();
        double square = reaction * reaction + leaderSpeed * leaderSpeed + 2 * b * Math.max(0, room);
        return Math.max(0, Math.sqrt(square) - reaction);
    }

    private boolean othersCanFollow(Vehicle newcomer, Lane lane, int place, double speed) {
        boolean onLane = place < lane.vehicles.size();
        Vehicle follower = onLane ? lane.vehicles.get(place) : lane.nextInto();
        if (follower == null) {
            return Upstream.canFollow(model, lane, newcomer.rear(), speed, 2.0);
        }
        double gap =
                onLane
                        ? newcomer.rear() - follower.position
                        : newcomer.rear() + follower.track.length - follower.position;
        if (gap < 0.5 * follower.driver.standstillGap()) {
            return false;
        }
        double v = follower.speed;
        return follower.driver.follow(model, v, follower.desiredSpeed(lane), gap, v - speed)
                >= -2.0;
    }

    private void enter(Vehicle newcomer, Lane lane, double now, EventSink sink) {
        if (steering.guides(newcomer.index)) {
            List<RouteStop> stops = newcomer.errands == null ? List.of() : newcomer.errands.stops;
            newcomer.errands = new Errands(true, stops);
        }
        lane.insert(newcomer);
        town.plan(newcomer, lane);
        entered++;
        sink.accept(
                new TrafficEvent.VehicleEntersTraffic(
                        now, newcomer.index, lane.link, newcomer.position / lane.length));
        steering.entered(newcomer, lane, now);
    }

    /** Forgets one who has not entered yet. */
    void withdraw(int vehicle) {
        later.removeIf(d -> d.vehicleIndex() == vehicle);
        for (List<Departure> queue : waiting.values()) {
            if (queue.removeIf(d -> d.vehicleIndex() == vehicle)) {
                departed--;
            }
        }
    }
}
