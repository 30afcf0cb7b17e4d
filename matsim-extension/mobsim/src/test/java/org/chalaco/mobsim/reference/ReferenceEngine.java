package org.chalaco.mobsim.reference;

import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.reference.Vehicle.AmberChoice;
import org.chalaco.mobsim.reference.Vehicle.Decision;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.testkit.Script;
import org.chalaco.mobsim.testkit.TrafficCase;

/**
 * The step as a textbook would write it: vehicles, lanes and connectors are objects, lists are
 * walked from the front, nothing is packed, indexed or shared out to threads.
 *
 * <p>It gives the same events as the array engine, bit for bit, since it computes every formula in
 * the same order; only how things are kept and found differs. It knows no approach zones, no relief
 * for hopeless cases, no controllers of signals and no departures that are added on the way, and
 * refuses what it does not know. Slow; for tests.
 */
public final class ReferenceEngine {

    private final Town town;
    private final MobsimParameters parameters;
    private final Passing passing;
    private final Following following;
    private final LaneChanger laneChanger;
    private final Entering entering;
    private final Steering steering;
    private final Stopping stopping;
    private final Outsider outsider;
    private final EventSink sink;
    private long step;
    private long arrived;
    private long removed;

    private ReferenceEngine(TrafficCase road, Script script, EventSink sink) {
        parameters = road.parameters();
        if (parameters.approachZones() != ApproachZones.OFF
                || Double.isFinite(parameters.junctions().reliefAfter())) {
            throw new IllegalArgumentException(
                    "The reference engine knows neither approach zones nor relief.");
        }
        this.sink = sink;
        town = new Town(road.network(), road.signals());
        passing = new Passing(parameters.stepSeconds());
        following = new Following(town, parameters, passing);
        laneChanger = new LaneChanger(town, following.model, parameters);
        steering = new Steering(town, script.guide(), parameters.stepMillis());
        entering = new Entering(town, following.model, parameters, road, steering);
        stopping = new Stopping(town, parameters, entering);
        outsider = new Outsider(script, town, steering, this::remove);
    }

    /** What a run counted. */
    public record Counts(
            long departures,
            long entered,
            long arrived,
            long laneChanges,
            long wrongLaneTurns,
            double waitingOutsideSeconds,
            long removed,
            long steps) {}

    /** Runs the case and tells the sink what happens. */
    public static Counts run(TrafficCase road, EventSink sink) {
        return run(road, Script.NONE, sink);
    }

    /** Runs the case with somebody meddling. */
    public static Counts run(TrafficCase road, Script script, EventSink sink) {
        ReferenceEngine engine = new ReferenceEngine(road, script, sink);
        engine.run();
        return new Counts(
                engine.entering.departed,
                engine.entering.entered,
                engine.arrived,
                engine.laneChanger.changes,
                engine.laneChanger.wrongLaneTurns,
                engine.entering.waitingSeconds,
                engine.removed,
                engine.step);
    }

    private double timeOf(long steps) {
        return (Math.round(parameters.startTime() * 1000) + steps * parameters.stepMillis())
                / 1000.0;
    }

    private void run() {
        while (timeOf(step) < parameters.endTime() && !isOver()) {
            double now = timeOf(step);
            outsider.act(now);
            town.showSignals(now, sink);
            stopping.release();
            entering.release(now, sink);
            steering.askAgain(now, step);
            laneChanger.change(step, now, sink);
            town.lanes.forEach(following::accelerateLane);
            town.connectors.forEach(following::accelerateConnector);
            town.tracks.forEach(passing::settle);
            forAll(vehicle -> vehicle.decision = vehicle.nextDecision);
            forAll(this::move);
            town.tracks.forEach(this::serve);
            letGo();
            stopping.serve(timeOf(step + 1));
            step++;
        }
        reportUnfinished();
    }

    private boolean isOver() {
        return town.tracks.stream().allMatch(track -> track.vehicles.isEmpty())
                && stopping.inBays.isEmpty()
                && entering.isEmpty()
                && outsider.isDone();
    }

    /** Takes those off the road whom the guide wants off. */
    private void letGo() {
        for (Track track : town.tracks) {
            for (Vehicle me : List.copyOf(track.vehicles)) {
                if (me.errands != null && me.errands.aborted) {
                    remove(me, timeOf(step + 1));
                }
            }
        }
    }

    private void remove(Vehicle me, double now) {
        Track track = me.track;
        if (track instanceof Connector connector) {
            connector.to.free(me);
        }
        town.forgetClaim(me);
        track.vehicles.remove(me);
        me.gone = true;
        tellRemoved(me, now);
    }

    private void tellRemoved(Vehicle me, double now) {
        removed++;
        int link = me.track instanceof Connector c ? c.to.link : ((Lane) me.track).link;
        sink.accept(new TrafficEvent.VehicleStuck(now, me.index, link));
    }

    /** Takes a vehicle off, wherever it is. */
    private void remove(int vehicle) {
        double now = timeOf(step);
        for (Track track : town.tracks) {
            for (Vehicle me : List.copyOf(track.vehicles)) {
                if (me.index == vehicle) {
                    remove(me, now);
                }
            }
        }
        for (Vehicle me : List.copyOf(stopping.inBays)) {
            if (me.index == vehicle) {
                stopping.inBays.remove(me);
                tellRemoved(me, now);
            }
        }
        entering.withdraw(vehicle);
    }

    private void forAll(java.util.function.Consumer<Vehicle> action) {
        town.tracks.forEach(track -> track.vehicles.forEach(action));
    }

    private void move(Vehicle me) {
        double dt = parameters.stepSeconds();
        double v = me.speed;
        double a = me.acceleration;
        if (v == 0 && a <= 0) {
            me.standing++;
            return;
        }
        double next = v + a * dt;
        double way = Math.max(0, v * dt + 0.5 * a * dt * dt);
        if (next < 0) {
            way = a < 0 ? v * v / (-2 * a) : 0;
            next = 0;
        }
        me.position += way;
        me.odometer += way;
        me.speed = next;
        if (next < 0.1) {
            me.standing++;
            me.stops += me.stopped ? 0 : 1;
            me.stopped = true;
        } else {
            me.standing = 0;
            me.stopped = me.stopped && next < 2.0;
        }
    }

    /** Lets those go who have arrived or come to the end of the track. */
    private void serve(Track track) {
        if (track instanceof Lane) {
            for (Vehicle vehicle : List.copyOf(track.vehicles)) {
                if (vehicle.hasArrived()) {
                    leave(vehicle);
                }
            }
        }
        while (!track.vehicles.isEmpty()) {
            Vehicle first = track.vehicles.get(0);
            if (first.position <= track.length || !goesOn(first)) {
                return;
            }
        }
    }

    private boolean goesOn(Vehicle me) {
        while (me.position > me.track.length) {
            Track next = me.track instanceof Connector c ? c.to : me.connector;
            if (next == null || mustWait(me) || !hasRoom(me, next)) {
                setBack(me, me.track.length);
                me.speed = 0;
                return false;
            }
            enter(me, next);
        }
        if (me.track instanceof Lane && me.hasArrived()) {
            leave(me);
        }
        return true;
    }

    private boolean mustWait(Vehicle me) {
        return me.track instanceof Lane && (lostItsRoom(me) || !passing.mayCross(me));
    }

    private boolean lostItsRoom(Vehicle me) {
        return me.speed < 3.0 && new Judgement(parameters, me, me.connector, 0).wouldBlockOthers();
    }

    private static void setBack(Vehicle me, double position) {
        me.odometer -= me.position - position;
        me.position = position;
    }

    private static boolean hasRoom(Vehicle me, Track next) {
        Vehicle last = next.last();
        double beyond = me.position - me.track.length;
        double room = last == null ? Double.POSITIVE_INFINITY : last.rear() - 0.05;
        if (beyond <= room) {
            return true;
        }
        if (room <= 0) {
            return false;
        }
        setBack(me, me.track.length + room);
        me.speed = Math.min(me.speed, last.speed);
        return true;
    }

    private void enter(Vehicle me, Track next) {
        Track before = me.track;
        double beyond = me.position - before.length;
        if (before instanceof Lane lane) {
            crossStopLine(me, lane);
        } else {
            ((Lane) next).free(me);
            me.entryNumber = 0;
            me.crossingNumber = 0;
            me.leg++;
        }
        before.vehicles.remove(me);
        before.leaveTail(me, beyond);
        me.position = beyond;
        next.insert(me);
        if (next instanceof Lane lane) {
            town.plan(me, lane);
        }
    }

    private void crossStopLine(Vehicle me, Lane lane) {
        double now = timeOf(step + 1);
        me.connector.to.reserve(me);
        if (me.connector.from != lane) {
            me.connector.from.claimant = null;
        }
        if (me.hasStop()) {
            me.errands.skip();
            me.stopAt = Double.POSITIVE_INFINITY;
        }
        sink.accept(
                new TrafficEvent.LinkLeave(now, me.index, lane.link, me.connector.index, me.stops));
        sink.accept(new TrafficEvent.LinkEnter(now, me.index, me.connector.to.link));
        me.stops = 0;
        me.decision = Decision.GO;
        me.nextDecision = Decision.GO;
        me.amberChoice = AmberChoice.UNDECIDED;
        me.letsIn = null;
        me.target = null;
        me.asks = null;
        steering.crossed(me, me.connector, now);
    }

    private void leave(Vehicle me) {
        Lane lane = (Lane) me.track;
        arrived++;
        sink.accept(
                new TrafficEvent.VehicleLeavesTraffic(
                        timeOf(step + 1), me.index, lane.link, me.arrivalPosition, me.stops));
        lane.vehicles.remove(me);
        me.gone = true;
    }

    private void reportUnfinished() {
        RoadNetwork network = town.network;
        for (Vehicle v : stopping.inBays) {
            int link = ((Lane) v.track).link;
            sink.accept(new TrafficEvent.VehicleStuck(timeOf(step), v.index, link));
        }
        for (Track track : town.tracks) {
            int link = track instanceof Lane lane ? lane.link : network.toLink(track.index);
            track.vehicles.forEach(
                    v -> sink.accept(new TrafficEvent.VehicleStuck(timeOf(step), v.index, link)));
        }
    }
}
