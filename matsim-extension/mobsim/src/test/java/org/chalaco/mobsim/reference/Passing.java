package org.chalaco.mobsim.reference;

import java.util.function.Predicate;
import org.chalaco.mobsim.reference.Connector.Conflict;

/** Numbers that vehicles draw before a box, and who stops for whom before a crossing point. */
final class Passing {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final double dt;
    private int last;
    private int first;

    Passing(double dt) {
        this.dt = dt;
    }

    /** From here on a front is on the crossing point, m. */
    static double begins(double distance) {
        return Math.max(0, distance - 1.0);
    }

    /** What of the acceleration is left where others pass first. */
    double restrain(Vehicle me, Connector way, double x, double a) {
        if (!way.crossesPaths()) {
            return a;
        }
        double end = numberedTo(me, way, x);
        double allowed = a;
        if (me.entryNumber != 0) {
            double stop = firstTaken(me, way, x, end, c -> holds(me, c, false));
            allowed = Math.min(a, toStopBy(stop - x, me.speed));
        }
        boolean waits = me.isIdle() && (x < 0 || allowed < a && hasWaited(me));
        me.track.asks |= waits || isOver(me.speed, allowed, end - x);
        return allowed;
    }

    private boolean hasWaited(Vehicle me) {
        return me.standing * dt > 2.0;
    }

    void settle(Track track) {
        if (!track.asks) {
            return;
        }
        track.asks = false;
        for (Vehicle me : track.vehicles) {
            boolean onLane = track instanceof Lane;
            Connector way = onLane ? me.connector : (Connector) track;
            if (way == null || !way.crossesPaths()) {
                continue;
            }
            double x = onLane ? me.position - track.length : me.position;
            if (onLane && me.isIdle() && !isOver(me.speed, me.acceleration, -x)) {
                me.entryNumber = 0;
                me.crossingNumber = 0;
            } else if (!onLane && me.isIdle() && hasWaited(me) && onlyStandingAhead(me, way, x)) {
                first--;
                me.entryNumber = first;
                me.crossingNumber = me.crossingNumber != 0 ? first : 0;
            }
            draw(me, way, x);
        }
    }

    private boolean onlyStandingAhead(Vehicle me, Connector way, double x) {
        return firstTaken(me, way, x, numberedTo(me, way, x), c -> holds(me, c, true)) == INFINITE;
    }

    private void draw(Vehicle me, Connector way, double x) {
        double v = me.speed;
        double end = numberedTo(me, way, x);
        while (isOver(v, me.acceleration, end - x)) {
            boolean toWaitingPoint = way.isRuled() && end < boundary(way);
            double next = toWaitingPoint ? boundary(way) : INFINITE;
            double stop = firstTaken(me, way, x, next, c -> holds(me, c, numberOrNew(me, c)));
            me.acceleration = Math.min(me.acceleration, Math.max(toStopBy(stop - x, v), -9.0));
            if (!isOver(v, me.acceleration, end - x)) {
                return;
            }
            number(me, next);
            end = next;
        }
    }

    private void number(Vehicle me, double to) {
        last++;
        me.entryNumber = me.entryNumber == 0 ? last : me.entryNumber;
        me.crossingNumber = to == INFINITE ? last : me.crossingNumber;
    }

    /** At the line, whether a vehicle without a number may go on. */
    boolean mayCross(Vehicle me) {
        Connector way = me.connector;
        if (!way.crossesPaths() || me.entryNumber != 0) {
            return true;
        }
        if (firstTaken(me, way, 0, INFINITE, c -> holds(me, c, numberOrNew(me, c))) != INFINITE) {
            return false;
        }
        number(me, INFINITE);
        return true;
    }

    /** Whether one that stands well before the lane both will join, and came later, is passed. */
    boolean isPassedBy(Vehicle me, Vehicle rival, double rivalToEnd) {
        return rivalToEnd > 6.0
                && hasWaited(rival)
                && me.entryNumber != 0
                && me.entryNumber < rival.entryNumber;
    }

    private static double numberedTo(Vehicle me, Connector way, double x) {
        if (me.crossingNumber != 0) {
            return INFINITE;
        }
        return me.entryNumber != 0 ? boundary(way) : Math.max(0, x);
    }

    private static double boundary(Connector way) {
        return way.waitingPoint > 0 ? way.waitingPoint + 0.6 : INFINITE;
    }

    private static double firstTaken(
            Vehicle me, Connector way, double x, double to, Predicate<Conflict> isTaken) {
        return way.conflicts.stream()
                .filter(c -> !c.merge())
                .filter(c -> x <= begins(c.ownDistance()) && begins(c.ownDistance()) < to)
                .filter(isTaken)
                .mapToDouble(c -> begins(c.ownDistance()))
                .min()
                .orElse(INFINITE);
    }

    private static int numberAt(Vehicle who, Connector way, double place) {
        return place < boundary(way) ? who.entryNumber : who.crossingNumber;
    }

    private static int numberOrNew(Vehicle me, Conflict c) {
        int number = numberAt(me, c.own(), begins(c.ownDistance()));
        return number == 0 ? Integer.MAX_VALUE : number;
    }

    private static boolean holds(Vehicle me, Conflict c, boolean standingOnesAside) {
        int number = numberAt(me, c.own(), begins(c.ownDistance()));
        return holds(me, c, rival -> isBefore(rival, c, number, standingOnesAside));
    }

    private static boolean holds(Vehicle me, Conflict c, int number) {
        return holds(me, c, rival -> isBefore(rival, c, number, false));
    }

    /** Whether somebody's body is on the crossing point, or somebody comes before. */
    private static boolean holds(Vehicle me, Conflict c, Predicate<Vehicle> comesBefore) {
        Connector other = c.other();
        double from = begins(c.otherDistance());
        double to = c.otherDistance() + 1.0;
        Vehicle tail = other.tail();
        if (tail != null && tail != me && other.length - other.tailReach() < to) {
            return true;
        }
        return other.vehicles.stream()
                        .filter(rival -> rival.rear() < to)
                        .anyMatch(rival -> rival.position > from || comesBefore.test(rival))
                || other.from.linkLanes.stream()
                        .flatMap(lane -> lane.vehicles.stream())
                        .filter(rival -> rival.connector == other)
                        .anyMatch(comesBefore);
    }

    private static boolean isBefore(
            Vehicle rival, Conflict c, int number, boolean standingOnesAside) {
        int drawn = numberAt(rival, c.other(), begins(c.otherDistance()));
        return drawn != 0 && drawn < number && !(standingOnesAside && rival.standing > 0);
    }

    private boolean isOver(double v, double a, double room) {
        double next = v + a * dt;
        if (next < 0) {
            return v * v > -2 * a * room;
        }
        return v * dt + 0.5 * a * dt * dt + next * next / (2 * 6.0) > room;
    }

    private double toStopBy(double way, double v) {
        if (way == INFINITE) {
            return way;
        }
        double room = way - 0.05;
        double half = 6.0 * dt / 2;
        double square = half * half + 2 * 6.0 * room - 6.0 * v * dt;
        double next = square > 0 ? Math.sqrt(square) - half : -1;
        if (next >= 0) {
            return (next - v) / dt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }
}
