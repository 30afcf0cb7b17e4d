package org.chalaco.mobsim.reference;

import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.Mobil;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;

/** Lane changes of one step. */
final class LaneChanger {

    private final Town town;
    private final CarFollowingModel model;
    private final LaneChanging rules;
    private final double dt;
    private final int cooldownSteps;
    private final int turns;

    long changes;
    long wrongLaneTurns;

    LaneChanger(Town town, CarFollowingModel model, MobsimParameters parameters) {
        this.town = town;
        this.model = model;
        rules = parameters.laneChanging();
        dt = parameters.stepSeconds();
        turns = stepsIn(1, parameters);
        cooldownSteps = stepsIn(rules.cooldown(), parameters);
    }

    private static int stepsIn(double seconds, MobsimParameters parameters) {
        return (int) Math.max(1, Math.round(seconds * 1000 / parameters.stepMillis()));
    }

    void change(long step, double now, EventSink sink) {
        List<Lane> thinking =
                town.lanes.stream()
                        .filter(l -> l.linkLanes.size() > 1 && l.link % turns == step % turns)
                        .toList();
        if (rules.enabled()) {
            change(thinking, step, now, sink);
        }
        thinking.stream()
                .filter(lane -> !lane.vehicles.isEmpty())
                .forEach(lane -> turnFromWrongLane(lane.vehicles.get(0), lane));
    }

    private void change(List<Lane> thinking, long step, double now, EventSink sink) {
        thinking.forEach(lane -> lane.vehicles.forEach(me -> think(me, lane, step)));
        for (Lane lane : thinking) {
            for (Vehicle me : List.copyOf(lane.vehicles)) {
                if (me.target != null && new Beside(me, me.target).isSafe(6.0)) {
                    move(me, lane, step, now, sink);
                }
            }
        }
        thinking.forEach(lane -> lane.vehicles.forEach(me -> me.letsIn = null));
        thinking.forEach(this::negotiate);
    }

    private void think(Vehicle me, Lane lane, long step) {
        me.target = null;
        me.asks = null;
        boolean serves = me.hasStop() && me.errands.isServing();
        if (me.rear() < 0 || me.entryNumber != 0 || serves) {
            return;
        }
        double toLine = Math.min(lane.length, me.stopAt) - me.position;
        if (me.shift != 0 && toLine < rules.lookAhead() * Math.abs(me.shift)) {
            thinkOfTurn(me, lane.beside(Integer.signum(me.shift)), toLine);
        } else if (lane.vehicles.get(0) != me && me.speed > 1.0 && step >= me.settledUntil) {
            thinkOfGain(me, lane, toLine);
        }
    }

    private void thinkOfTurn(Vehicle me, Lane target, double toLine) {
        if (target.closed) {
            return;
        }
        double urgency = Math.max(0, 1 - toLine / rules.lookAhead());
        double braking = rules.safeDeceleration() + urgency * (6.0 - rules.safeDeceleration());
        Beside beside = new Beside(me, target);
        if (beside.isSafe(braking)) {
            me.target = target;
        } else if (toLine < 100) {
            me.asks = beside.willingFollower();
        }
    }

    private void thinkOfGain(Vehicle me, Lane lane, double toLine) {
        double v0 = me.desiredSpeed(lane);
        double free = me.driver.follow(model, me.speed, v0, CarFollowingModel.NO_LEADER, 0);
        if (free - me.acceleration <= rules.threshold()) {
            return;
        }
        double best = 0;
        for (int side : new int[] {-1, 1}) {
            Lane target = lane.beside(side);
            if (target != null && leadsOn(me, target, toLine)) {
                double gain = gain(me, lane, target, side, v0);
                if (gain > best) {
                    best = gain;
                    me.target = target;
                }
            }
        }
    }

    private boolean leadsOn(Vehicle me, Lane target, double toLine) {
        if (target.closed) {
            return false;
        }
        if (me.isOnLastLink() && !me.hasStop()) {
            return true;
        }
        int shift = me.hasStop() ? target.position : Math.abs(town.shift(me, target));
        return toLine > rules.lookAhead() * shift && (shift == 0 || toLine > 2 * rules.lookAhead());
    }

    private double gain(Vehicle me, Lane lane, Lane target, int side, double v0) {
        Beside beside = new Beside(me, target);
        if (!beside.isSafe(rules.safeDeceleration())) {
            return Double.NEGATIVE_INFINITY;
        }
        double own = beside.ownAfter(v0) - me.acceleration;
        double others =
                beside.followerAfter() - beside.followerBefore() + oldFollowerGain(me, lane);
        double bias = side > 0 ? -rules.keepRightBias() : rules.keepRightBias();
        return Mobil.incentive(own, others, me.driver.politeness()) + bias - rules.threshold();
    }

    private double oldFollowerGain(Vehicle me, Lane lane) {
        int place = lane.vehicles.indexOf(me);
        if (place == lane.vehicles.size() - 1) {
            return 0;
        }
        Vehicle follower = lane.vehicles.get(place + 1);
        Vehicle leader = lane.vehicles.get(place - 1);
        double gap = leader.rear() - follower.position;
        return follow(follower, lane, gap, leader.speed) - follower.acceleration;
    }

    private double follow(Vehicle vehicle, Lane lane, double gap, double leaderSpeed) {
        double v = vehicle.speed;
        return vehicle.driver.follow(model, v, vehicle.desiredSpeed(lane), gap, v - leaderSpeed);
    }

    private void move(Vehicle me, Lane lane, long step, double now, EventSink sink) {
        Lane target = me.target;
        lane.vehicles.remove(me);
        target.insert(me);
        town.plan(me, target);
        me.target = null;
        me.asks = null;
        me.settledUntil = step + cooldownSteps;
        changes++;
        sink.accept(
                new TrafficEvent.LaneChange(
                        now, me.index, lane.link, lane.position, target.position));
    }

    private void negotiate(Lane lane) {
        for (Vehicle me : lane.vehicles) {
            if (me.asks != null && me.asks.letsIn == null) {
                me.asks.letsIn = me;
            }
        }
    }

    private void turnFromWrongLane(Vehicle me, Lane lane) {
        boolean wrong = me.connector == null && me.destination == Double.POSITIVE_INFINITY;
        double toLine = lane.length - me.position;
        if (wrong
                && !me.hasStop()
                && toLine < me.driver.standstillGap() + 2.0
                && me.standing * dt > rules.wrongLanePatience()) {
            int next = me.nextLink();
            me.connector = town.connectorBeside(lane, next);
            me.connector.from.claimant = me;
            me.shift = 0;
            wrongLaneTurns++;
        }
    }

    /** Who would be before and behind after a change. */
    private final class Beside {

        private final Vehicle me;
        private final Lane lane;
        private final Vehicle leader;
        private final Vehicle follower;
        private final double gapAhead;
        private final double gapBehind;

        Beside(Vehicle me, Lane lane) {
            this.me = me;
            this.lane = lane;
            int place = lane.placeOf(me.position);
            leader = place > 0 ? lane.vehicles.get(place - 1) : null;
            if (place < lane.vehicles.size()) {
                follower = lane.vehicles.get(place);
                gapBehind = me.rear() - follower.position;
            } else {
                follower = lane.nextInto();
                gapBehind =
                        follower == null
                                ? Double.POSITIVE_INFINITY
                                : me.rear() + (follower.track.length - follower.position);
            }
            gapAhead = leader == null ? aheadOfLane() : leader.rear() - me.position;
        }

        private double aheadOfLane() {
            return lane.tail() == null
                    ? Double.POSITIVE_INFINITY
                    : lane.length - lane.tailReach() - me.position;
        }

        boolean hasGaps() {
            return gapAhead >= 1.0 && gapBehind >= 1.0;
        }

        boolean isSafe(double braking) {
            return hasGaps()
                    && ownAfter(me.desiredSpeed(lane)) >= -braking
                    && othersCanFollow(braking);
        }

        private boolean othersCanFollow(double braking) {
            return follower == null
                    ? Upstream.canFollow(model, lane, me.rear(), me.speed, braking)
                    : followerAfter() >= -braking;
        }

        double ownAfter(double v0) {
            double v = me.speed;
            if (leader != null) {
                return me.driver.follow(model, v, v0, gapAhead, v - leader.speed);
            }
            double gap = mayCross() ? gapAhead : Math.min(gapAhead, lane.length - me.position);
            return me.driver.follow(model, v, v0, gap, gap == Double.POSITIVE_INFINITY ? 0 : v);
        }

        private boolean mayCross() {
            if (me.isOnLastLink()) {
                return true;
            }
            Connector next = lane.connectorTo(me.nextLink());
            return next != null && next.lets();
        }

        double followerAfter() {
            return follower == null ? 0 : follow(follower, lane, gapBehind, me.speed);
        }

        double followerBefore() {
            return follower == null ? 0 : follower.acceleration;
        }

        Vehicle willingFollower() {
            return lane.vehicles.stream()
                    .skip(lane.placeOf(me.position))
                    .filter(v -> v.position < me.rear())
                    .findFirst()
                    .orElse(null);
        }
    }
}
