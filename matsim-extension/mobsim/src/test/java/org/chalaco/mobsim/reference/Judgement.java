package org.chalaco.mobsim.reference;

import java.util.function.Predicate;
import org.chalaco.mobsim.model.GapAcceptance;
import org.chalaco.mobsim.reference.Connector.Conflict;
import org.chalaco.mobsim.reference.Vehicle.AmberChoice;
import org.chalaco.mobsim.reference.Vehicle.Decision;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.RandomStream;

/** One driver's judgement, once, whether to cross a stop line or to go on inside a box. */
final class Judgement {

    private static final double MARGIN = 2.0;
    private static final double STANDING = 0.3;
    private static final double LATEST_BRAKING = 3.5;
    private static final Predicate<Conflict> YIELDS_TO_NOBODY = c -> false;

    private final MobsimParameters parameters;
    private final Vehicle me;
    private final Connector way;

    /** To the stop line; negative beyond it, m. */
    private final double distance;

    private final double speed;
    private final double topSpeed;

    Judgement(MobsimParameters parameters, Vehicle me, Connector way, double distance) {
        this.parameters = parameters;
        this.me = me;
        this.way = way;
        this.distance = distance;
        speed = me.speed;
        topSpeed = way == null ? Double.NaN : me.desiredSpeed(way);
    }

    /** Distance from which on a driver decides, m. */
    static double decisionDistance(double v) {
        return v * v / 4.0 + v + 10;
    }

    Decision atStopLine() {
        if (way == null) {
            return Decision.STOP_WRONG_LANE;
        }
        if (way.isRuled() && !signalLets()) {
            return Decision.STOP_SIGNAL;
        }
        if (distance > decisionDistance(speed) || isCommitted()) {
            return Decision.GO;
        }
        if (someoneBesideIsFirst() || zipsBehindOthers()) {
            return Decision.STOP_YIELD;
        }
        if (way.conflicts.isEmpty()) {
            return Decision.GO;
        }
        if (wouldBlockOthers()) {
            return Decision.STOP_EXIT;
        }
        return mayEnter() ? Decision.GO : Decision.STOP_YIELD;
    }

    private boolean isCommitted() {
        return me.decision == Decision.GO
                && speed * speed > 2 * LATEST_BRAKING * distance
                && speed > 1;
    }

    private boolean signalLets() {
        if (way.aspect == Aspect.GREEN) {
            me.amberChoice = AmberChoice.UNDECIDED;
            return true;
        }
        boolean easy =
                speed * speed / (2 * parameters.junctions().stopDeceleration())
                                + speed * parameters.junctions().reactionTime()
                        <= distance;
        boolean possible = speed * speed / (2 * 9.0) <= distance;
        if (me.amberChoice == AmberChoice.UNDECIDED) {
            boolean stops = way.aspect == Aspect.AMBER ? easy : possible;
            me.amberChoice = stops ? AmberChoice.STOP : AmberChoice.PASS;
        } else if (way.aspect != Aspect.AMBER && easy) {
            me.amberChoice = AmberChoice.STOP;
        }
        return me.amberChoice == AmberChoice.PASS;
    }

    /** Who goes first, as long as the signal here is as it is. */
    private Predicate<Conflict> rule() {
        return way.isRuled() ? Conflict::filters : Conflict::yieldsUnsignalised;
    }

    private boolean someoneBesideIsFirst() {
        Vehicle other = way.from.claimant;
        return other != null
                && other != me
                && !other.gone
                && other.connector == way
                && other.track != way.from
                && other.track instanceof Lane
                && other.decision == Decision.GO;
    }

    private boolean zipsBehindOthers() {
        Vehicle last = way.to.last();
        if (last == null || last.position >= 40 || last.speed >= 8.0) {
            return false;
        }
        return way.conflicts.stream()
                .filter(c -> c.merge() && !c.yieldsUnsignalised())
                .map(Conflict::other)
                .filter(other -> other.rank == way.rank && !other.isRuled())
                .filter(other -> !other.from.vehicles.isEmpty())
                .anyMatch(other -> hasWaitedToJoin(other.from.vehicles.get(0), other));
    }

    private boolean hasWaitedToJoin(Vehicle rival, Connector other) {
        boolean hasWaited =
                rival.standing * parameters.stepSeconds() > 5.0 && rival.standing > me.standing;
        boolean hasBegun = rival.decision == Decision.GO && rival.stopped && rival.speed > 0;
        return rival.connector == other && (hasWaited || hasBegun);
    }

    boolean wouldBlockOthers() {
        boolean onlyJoins =
                !way.isRuled()
                        && way.conflicts.stream().allMatch(c -> c.other().to.link == way.to.link);
        return blocksOthers()
                && keepsClear()
                && !way.to.holds(me)
                && !(onlyJoins && way.to.flows());
    }

    private boolean blocksOthers() {
        return way.conflicts.stream()
                .anyMatch(
                        c ->
                                c.other().to.link != way.to.link
                                        || way.isRuled() && c.other().from.link != way.from.link
                                        || c.yieldsUnsignalised());
    }

    private boolean keepsClear() {
        double share = parameters.junctions().keepClear();
        return share >= 1
                || RandomStream.of(parameters.seed(), me.index, "keeps clear").nextDouble() < share;
    }

    private boolean mayEnter() {
        if (!way.isRuled() && way.allWayStop && !hasStopped()) {
            return false;
        }
        if (way.isRuled() && way.waitingPoint > 0) {
            return waitingRoom() >= 0 && othersLet(YIELDS_TO_NOBODY, true);
        }
        return othersLet(rule(), false);
    }

    /** Room before the waiting point beside those who are not beyond it, m. */
    private double waitingRoom() {
        double room = way.waitingPoint;
        for (Vehicle other : way.vehicles) {
            room -= other.position <= way.waitingPoint + 0.6 ? other.jamSpace() : 0;
        }
        return room;
    }

    private boolean hasStopped() {
        return me.standing > 0 && isAtLine() || hasBegun();
    }

    private boolean hasBegun() {
        return me.decision == Decision.GO && me.stopped && isAtLine();
    }

    private boolean isAtLine() {
        return distance < me.driver.standstillGap() + 1.0;
    }

    /** Where to stop inside the box, m from the start of the connector, or infinity. */
    double stopInsideBox() {
        if (way.waitingPoint == 0 || !way.isRuled()) {
            return Double.POSITIVE_INFINITY;
        }
        double toWaitingPoint = way.waitingPoint + 0.6 - me.position;
        if (toWaitingPoint < 0 || speed * speed > 2 * LATEST_BRAKING * toWaitingPoint) {
            return Double.POSITIVE_INFINITY;
        }
        return othersLet(Conflict::filters, false) ? Double.POSITIVE_INFINITY : way.waitingPoint;
    }

    private boolean othersLet(Predicate<Conflict> yields, boolean waitsInside) {
        for (Conflict c : way.conflicts) {
            if (-distance > Passing.begins(c.ownDistance())) {
                continue;
            }
            boolean stopsBefore =
                    waitsInside && c.permissive() && c.ownDistance() > way.waitingPoint;
            if (!stopsBefore && !boxIsFree(c)) {
                return false;
            }
            if (yields.test(c) && !approachIsFree(c)) {
                return false;
            }
        }
        return true;
    }

    private double timeFor(double metres) {
        return GapAcceptance.timeToCover(
                metres, speed, me.driver.maxAcceleration(), Math.max(1, topSpeed));
    }

    private boolean boxIsFree(Conflict c) {
        if (c.merge()) {
            return c.other().vehicles.stream().noneMatch(o -> standsInTheWay(c, o));
        }
        double free = c.otherDistance() + MARGIN;
        if (c.other().tail() != null && c.other().length - c.other().tailReach() < free) {
            return false;
        }
        return c.other().vehicles.stream().allMatch(o -> isGoneInTime(c, o, free));
    }

    private boolean isGoneInTime(Conflict c, Vehicle other, double free) {
        double toGo = free - other.rear();
        if (toGo <= 0 || c.otherGivesWay(other.position) || letsPass(c, other)) {
            return true;
        }
        double arrives = timeFor(distance + c.ownDistance() - MARGIN);
        double clears = GapAcceptance.timeToCover(toGo, other.speed, 1.0, 8.0);
        return !mayStillStop(other) && GapAcceptance.goesAfter(arrives, clears);
    }

    private boolean standsInTheWay(Conflict c, Vehicle other) {
        return mayStillStop(other) && !c.otherGivesWay(other.position) && !isBehind(other);
    }

    private boolean isBehind(Vehicle other) {
        double own = me.track.length - me.position;
        double others = other.track.length - other.position;
        return distance < 0 && (others > own || others == own && me.index < other.index);
    }

    private static boolean mayStillStop(Vehicle other) {
        double wait = other.connector.waitingPoint;
        return other.speed < STANDING || wait > 0 && other.position <= wait;
    }

    private boolean letsPass(Conflict c, Vehicle other) {
        return distance < 0
                && other.position <= Passing.begins(c.otherDistance())
                && other.speed < STANDING
                && me.standsLongerThan(other);
    }

    private boolean approachIsFree(Conflict c) {
        Connector other = c.other();
        if (other.isRuled() && !other.lets()) {
            return true;
        }
        boolean zip = other.from.link == way.from.link;
        boolean joinsSlow = c.merge() && other.from.speedLimit <= 10;
        double gap = zip ? 1.0 : joinsSlow ? 3.0 : parameters.junctions().criticalGap();
        double toClear =
                joinsSlow
                        ? timeFor(distance + c.ownDistance()) + 0.5
                        : timeFor(distance + c.ownDistance() + me.driver.length() + MARGIN);
        for (Vehicle rival : other.from.vehicles) {
            if (rival == me || cannotGo(rival)) {
                return true;
            }
            if (rival.connector != other) {
                if (rival.decision == Decision.STOP_YIELD && rival.speed < STANDING) {
                    return true;
                }
                continue;
            }
            double metres = other.from.length - rival.position + c.otherDistance();
            double arrives = rivalTime(rival, other, metres - MARGIN);
            if (GapAcceptance.goesBefore(timeFor(distance), toClear, arrives, gap)) {
                return true;
            }
            double clears = rivalTime(rival, other, metres + rival.driver.length() + MARGIN);
            double toArrive = timeFor(distance + c.ownDistance() - MARGIN);
            if (!GapAcceptance.goesAfter(toArrive, clears)) {
                return false;
            }
        }
        return true;
    }

    private static double rivalTime(Vehicle rival, Connector connector, double metres) {
        return GapAcceptance.timeToCover(
                metres,
                rival.speed,
                rival.driver.maxAcceleration(),
                rival.desiredSpeed(connector.from));
    }

    private boolean cannotGo(Vehicle rival) {
        if (isStillToStop(rival)) {
            return true;
        }
        return switch (rival.decision) {
            case STOP_SIGNAL -> true;
            case GO -> rival.speed < STANDING && rival.standing * parameters.stepSeconds() > 2.0;
            case STOP_YIELD -> rival.speed <= 3.0 && (hasBegun() || me.standsLongerThan(rival));
            default -> rival.speed <= 3.0;
        };
    }

    /** At an all-way stop, whether the rival has not come to the line yet. */
    private static boolean isStillToStop(Vehicle rival) {
        Connector first = ((Lane) rival.track).outgoing.get(0);
        return first.allWayStop
                && !first.isRuled()
                && rival.track.length - rival.position >= rival.driver.standstillGap() + 1.0;
    }
}
