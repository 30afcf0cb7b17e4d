package org.chalaco.mobsim.reference;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.Idm;
import org.chalaco.mobsim.model.IdmPlus;
import org.chalaco.mobsim.model.Iidm;
import org.chalaco.mobsim.reference.Connector.Conflict;
import org.chalaco.mobsim.reference.Vehicle.Decision;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.RouteStop;

/** Accelerations: towards the leader, the stop line, a bend, a waiting point and a guest. */
final class Following {

    /** The vehicle or obstacle ahead. */
    private record Leader(double gap, double speed) {

        static final Leader NONE = new Leader(CarFollowingModel.NO_LEADER, 0);

        /** The nearer of two; the first one of equals. */
        Leader or(double otherGap, double otherSpeed) {
            return otherGap < gap ? new Leader(otherGap, otherSpeed) : this;
        }
    }

    private final MobsimParameters parameters;
    private final double dt;
    final CarFollowingModel model;
    private final Passing passing;
    private final Town town;

    Following(Town town, MobsimParameters parameters, Passing passing) {
        this.town = town;
        this.parameters = parameters;
        this.passing = passing;
        dt = parameters.stepSeconds();
        model =
                switch (parameters.carFollowing()) {
                    case IDM -> new Idm();
                    case IIDM -> new Iidm();
                    case IDM_PLUS -> new IdmPlus();
                };
    }

    void accelerateLane(Lane lane) {
        for (int i = 0; i < lane.vehicles.size(); i++) {
            Vehicle me = lane.vehicles.get(i);
            Vehicle ahead = i == 0 ? null : lane.vehicles.get(i - 1);
            if (me.speed == 0 && (ahead == null ? staysAtRed(me) : staysBehind(me, ahead))) {
                me.acceleration = 0;
                lane.asks |= me.entryNumber != 0;
            } else {
                me.acceleration = Math.max(onLane(me, lane, ahead), -9.0);
            }
        }
    }

    private static boolean staysBehind(Vehicle me, Vehicle ahead) {
        return ahead.speed == 0 && ahead.rear() - me.position <= me.driver.standstillGap();
    }

    private static boolean staysAtRed(Vehicle me) {
        return me.decision == Decision.STOP_SIGNAL && me.standing > 2 && !me.connector.lets();
    }

    private double onLane(Vehicle me, Lane lane, Vehicle ahead) {
        double toLine = lane.length - me.position;
        double v0 = me.desiredSpeed(lane);
        Leader leader =
                ahead == null
                        ? beyondLane(me, lane)
                        : new Leader(ahead.rear() - me.position, ahead.speed);
        double a = follow(me, v0, leader.gap(), leader.speed());
        double sight = ahead == null ? 300 : Judgement.decisionDistance(me.speed);
        if (me.hasStop()) {
            a = Math.min(a, towardsStop(me, v0));
        } else if (toLine < sight) {
            a = Math.min(a, towardsStopLine(me, v0, toLine));
        }
        a = Math.min(a, courtesy(me, v0));
        boolean near = toLine < Judgement.decisionDistance(me.speed) && me.connector != null;
        return near ? passing.restrain(me, me.connector, -toLine, a) : a;
    }

    void accelerateConnector(Connector connector) {
        for (int i = 0; i < connector.vehicles.size(); i++) {
            Vehicle me = connector.vehicles.get(i);
            Leader leader = onConnector(me, connector, i);
            double v0 = me.desiredSpeed(connector);
            double a = follow(me, v0, leader.gap(), leader.speed());
            double stop = new Judgement(parameters, me, connector, -me.position).stopInsideBox();
            if (stop != Double.POSITIVE_INFINITY) {
                double toStop = stop - me.position + me.driver.standstillGap();
                a = Math.min(a, follow(me, v0, Math.max(0.1, toStop), 0));
            }
            a = passing.restrain(me, connector, me.position, a);
            me.acceleration = Math.max(a, -9.0);
        }
    }

    private double follow(Vehicle me, double v0, double gap, double leaderSpeed) {
        double a = me.driver.follow(model, me.speed, v0, gap, me.speed - leaderSpeed);
        if (gap < 20) {
            double room = Math.max(0, gap - CarFollowingModel.SMALLEST_GAP / 2);
            a = Math.min(a, hardest(me.speed, room));
        }
        return a;
    }

    private double hardest(double v, double room) {
        double endsAt = 2 * (room - v * dt) / (dt * dt);
        if (v + endsAt * dt >= 0) {
            return endsAt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }

    private double towardsStopLine(Vehicle me, double v0, double toLine) {
        if (me.destination != Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        me.nextDecision =
                isClosedAhead(me, toLine)
                        ? Decision.STOP_CLOSED
                        : new Judgement(parameters, me, me.connector, toLine).atStopLine();
        if (me.nextDecision == Decision.STOP_SIGNAL) {
            double room = toLine - 1.0;
            double needed = room > 0 ? me.speed * me.speed / (2 * room) : 9.0;
            double hardest = Math.max(parameters.junctions().stopDeceleration(), needed);
            return Math.max(follow(me, v0, toLine, 0), -hardest);
        }
        if (me.nextDecision != Decision.GO) {
            return follow(me, v0, toLine, 0);
        }
        double bend = me.desiredSpeed(me.connector);
        if (me.connector.isFromMinorRoad() && !me.connector.isRuled()) {
            bend = Math.min(bend, 2.3);
        }
        if (me.speed <= bend) {
            return Double.POSITIVE_INFINITY;
        }
        double needed = (me.speed * me.speed - bend * bend) / (2 * Math.max(toLine, 0.5));
        return needed < me.driver.comfortableDeceleration()
                ? Double.POSITIVE_INFINITY
                : -Math.min(needed, 3.0);
    }

    private static boolean isClosedAhead(Vehicle me, double toLine) {
        boolean goesOn =
                me.decision == Decision.GO
                        && me.speed * me.speed > 2 * 3.5 * toLine
                        && me.speed > 1;
        return me.connector != null
                && me.connector.to.closed
                && !goesOn
                && (me.entryNumber == 0 || me.speed == 0);
    }

    private double towardsStop(Vehicle me, double v0) {
        me.nextDecision = Decision.STOP_SERVICE;
        double v = me.speed;
        if (me.errands.isServing()) {
            return v > 0 ? -v / dt : 0;
        }
        double room = me.stopAt - me.position;
        double gap = Math.max(0.1, room + me.driver.standstillGap());
        double a = me.driver.follow(model, v, v0, gap, v);
        return Math.min(a, hardest(v, Math.max(0, room + 0.4)));
    }

    private double courtesy(Vehicle me, double v0) {
        Vehicle guest = me.letsIn;
        if (guest == null || !(me.standing * dt < 3.0) || !isBeside(guest, me)) {
            return Double.POSITIVE_INFINITY;
        }
        double gap = Math.max(guest.rear() - me.position, 0.5);
        return Math.max(me.driver.follow(model, me.speed, v0, gap, me.speed - guest.speed), -2.0);
    }

    private static boolean isBeside(Vehicle guest, Vehicle me) {
        return !guest.gone
                && guest.track instanceof Lane beside
                && me.track instanceof Lane own
                && beside.link == own.link
                && Math.abs(beside.position - own.position) == 1
                && guest.rear() > me.position;
    }

    private Leader beyondLane(Vehicle me, Lane lane) {
        double toEnd = lane.length - me.position;
        Leader leader = tail(Leader.NONE, lane, toEnd);
        return me.connector != null && toEnd < sight(me)
                ? along(leader, me, me.connector, toEnd, me.leg)
                : leader;
    }

    private Leader onConnector(Vehicle me, Connector connector, int place) {
        double toEnd = connector.length - me.position;
        Leader leader = Leader.NONE;
        if (place > 0) {
            Vehicle ahead = connector.vehicles.get(place - 1);
            leader = leader.or(ahead.rear() - me.position, ahead.speed);
        } else {
            leader = tail(leader, connector, toEnd);
            leader = along(leader, me, connector.to, toEnd, me.leg + 1);
        }
        return merging(leader, me, connector, toEnd);
    }

    private static double sight(Vehicle me) {
        return Math.max(40, 6.0 * me.speed);
    }

    private static Leader tail(Leader leader, Track track, double toEnd) {
        Vehicle tail = track.tail();
        return tail == null ? leader : leader.or(toEnd - track.tailReach(), tail.speed);
    }

    private Leader along(Leader found, Vehicle me, Connector next, double offset, int leg) {
        double toEnd = offset + next.length;
        Leader leader = merging(found, me, next, toEnd);
        Vehicle last = next.last();
        if (last != null) {
            return leader.or(offset + last.rear(), last.speed);
        }
        return along(tail(leader, next, toEnd), me, next.to, toEnd, leg + 1);
    }

    private Leader along(Leader before, Vehicle me, Lane lane, double offset, int leg) {
        Leader found = stopOn(before, me, lane, offset);
        Vehicle last = lane.last();
        if (last != null) {
            return found.or(offset + last.rear(), last.speed);
        }
        double toEnd = offset + lane.length;
        if (toEnd > sight(me) || leg >= me.route.size() - 1) {
            return found;
        }
        Leader leader = tail(found, lane, toEnd);
        Connector next = lane.connectorTo(me.route.link(leg + 1));
        if (next == null) {
            return leader;
        }
        boolean goes = next.lets() && !town.isClosed(next.to.link);
        return goes ? along(leader, me, next, toEnd, leg) : leader.or(toEnd, 0);
    }

    /** A stop of the own on a lane that is not reached yet. */
    private static Leader stopOn(Leader found, Vehicle me, Lane lane, double offset) {
        RouteStop stop = me.errands == null ? null : me.errands.next();
        if (stop == null || stop.linkIndex() != lane.link) {
            return found;
        }
        double place = Math.min(lane.length - 0.5, stop.position() * lane.length);
        return found.or(offset + place + me.driver.standstillGap(), 0);
    }

    /** Vehicles that are nearer to the lane where both streams end. */
    private Leader merging(Leader found, Vehicle me, Connector own, double toEnd) {
        Leader leader = found;
        for (Conflict c : own.conflicts) {
            if (!c.merge()) {
                continue;
            }
            for (Vehicle rival : c.other().vehicles) {
                double rivalToEnd = c.other().length - rival.position;
                boolean ahead = rivalToEnd < toEnd || rivalToEnd == toEnd && rival.index < me.index;
                if (ahead
                        && !c.otherGivesWay(rival.position)
                        && !passing.isPassedBy(me, rival, rivalToEnd)) {
                    leader = leader.or(toEnd - rivalToEnd - rival.driver.length(), rival.speed);
                }
            }
        }
        return leader;
    }
}
