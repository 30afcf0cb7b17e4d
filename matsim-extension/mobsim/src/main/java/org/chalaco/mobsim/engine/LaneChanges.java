package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.model.Mobil;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.LaneChanging;

/**
 * Who changes to the lane beside: for the next turn, or to get on better (MOBIL).
 *
 * <p>A lane that leads on, but to the wrong side of a short next link, is left where that is easy.
 *
 * <p>Every driver thinks once a second, link by link in turn. A driver whose lane does not lead to
 * the next link moves towards one that does as soon as the stop line is within the look-ahead
 * distance per lane to cross; the nearer the line, the harder others may be asked to brake. If
 * there is no gap, the follower beside is asked to open one.
 *
 * <p>{@link #decide} reads the frozen state and writes the own wish only; {@link #apply} carries
 * the wishes out one after the other, lane by lane, checking again that there is room.
 */
final class LaneChanges {

    /** Smallest gap before and behind after a change, m. */
    private static final double LEAST_GAP = 1.0;

    /** Others may be asked to brake this hard at the very end, m/s². */
    private static final double URGENT_BRAKING = 6.0;

    /** A gap is asked for from here on, m before the stop line. */
    private static final double ASKING_DISTANCE = 100;

    /** Nobody moves sideways for a gain without moving forward, m/s. */
    private static final double ROLLING = 1.0;

    private final LaneChangeWishes wishes;
    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final LaneChoice lanes;
    private final Upstream upstream;
    private final LaneChanging rules;

    LaneChanges(Scene scene, LaneChangeWishes wishes) {
        this.scene = scene;
        this.wishes = wishes;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        lanes = scene.laneChoice;
        upstream = new Upstream(scene);
        rules = scene.parameters.laneChanging();
    }

    /** Everyone on this lane makes a wish. */
    void decide(int lane) {
        if (wishes.toChange[lane] || wishes.toBeLetIn[lane]) {
            forgetWishes(lane);
        }
        int[] order = tracks.order[lane];
        int n = tracks.count[lane];
        for (int i = 0; i < n; i++) {
            int slot = order[i];
            boolean mayWish = state.shift[slot] != 0 || i > 0 && mayGain(slot);
            if (scene.stops.inUse && state.itinerary[slot] != null) {
                mayWish &= !scene.stops.isServing(slot);
            }
            if (mayWish && hasRoomToMove(slot)) {
                think(slot, lane, i);
                wishes.toChange[lane] |= state.wish[slot] != 0;
                wishes.toBeLetIn[lane] |= state.asks[slot] != NONE;
            }
        }
    }

    private void forgetWishes(int lane) {
        for (int i = 0; i < tracks.count[lane]; i++) {
            int slot = tracks.order[lane][i];
            state.wish[slot] = 0;
            state.asks[slot] = NONE;
        }
        wishes.toChange[lane] = false;
        wishes.toBeLetIn[lane] = false;
    }

    /** Whether a driver would change for a better place: who rolls, and has not just done so. */
    private boolean mayGain(int slot) {
        return state.speed[slot] > ROLLING && scene.clock.step() >= state.settledUntil[slot];
    }

    /**
     * Only a vehicle whose whole body is on the lane can move over, and only while it can still
     * stop.
     */
    private boolean hasRoomToMove(int slot) {
        return scene.rear(slot) >= 0 && state.entryNumber[slot] == 0;
    }

    private void think(int slot, int lane, int place) {
        int shift = state.shift[slot];
        double toLine = Math.min(tracks.length[lane], state.stopAt(slot)) - state.position[slot];
        if (shift != 0) {
            if (toLine < rules.lookAhead() * Math.abs(shift)) {
                thinkOfTurn(slot, lane + Integer.signum(shift), toLine);
                return;
            }
        }
        if (place > 0 && mayGain(slot)) {
            thinkOfGain(slot, lane, place, toLine);
        }
    }

    private void thinkOfTurn(int slot, int target, double toLine) {
        if (!scene.closures.isOpen(target)) {
            return;
        }
        // Also who could go on as he is, but would come into the next link on a wrong lane: there
        // he would stand across the others.
        double urgency = Math.max(0, 1 - toLine / rules.lookAhead());
        double braking =
                rules.safeDeceleration() + urgency * (URGENT_BRAKING - rules.safeDeceleration());
        Neighbours beside = new Neighbours(slot, target);
        if (beside.isSafe(braking, braking)) {
            state.wish[slot] = (byte) (target - state.track[slot]);
        } else if (toLine < ASKING_DISTANCE) {
            state.asks[slot] = beside.willingFollower();
        }
    }

    private void thinkOfGain(int slot, int lane, int place, double toLine) {
        double now = state.acceleration[slot];
        int profile = state.profile[slot];
        double v = state.speed[slot];
        double v0 = scene.desiredSpeed(profile, lane);
        double free = scene.free(profile, v, v0);
        if (free - now <= rules.threshold()) {
            return; // nothing to gain anywhere
        }
        int link = network.linkOfLane(lane);
        double best = 0;
        for (int target = lane - 1; target <= lane + 1; target += 2) {
            if (target < network.firstLane(link)
                    || target >= network.firstLane(link) + network.laneCount(link)) {
                continue;
            }
            if (!leadsOn(slot, target, toLine)) {
                continue;
            }
            double gain = gain(slot, lane, place, target, v0);
            if (gain > best) {
                best = gain;
                state.wish[slot] = (byte) (target - lane);
            }
        }
    }

    private boolean leadsOn(int slot, int target, double toLine) {
        if (!scene.closures.isOpen(target)) {
            return false;
        }
        int next = state.nextLink[slot];
        boolean stops = state.stopAt(slot) != Double.POSITIVE_INFINITY;
        if (next == NONE && !stops) {
            return true;
        }
        if (stops) {
            int toKerb = target - network.firstLane(network.linkOfLane(target));
            return isFarEnough(toLine, toKerb);
        }
        return isFarEnough(toLine, lanes.shiftFrom(target, slot, state));
    }

    private boolean isFarEnough(double toLine, int shift) {
        return toLine > rules.lookAhead() * Math.abs(shift)
                && (shift == 0 || toLine > 2 * rules.lookAhead());
    }

    /**
     * MOBIL's incentive beyond its threshold, m/s²; negative infinity where the change is unsafe.
     */
    private double gain(int slot, int lane, int place, int target, double v0) {
        Neighbours beside = new Neighbours(slot, target);
        if (!beside.isSafe(rules.safeDeceleration(), rules.safeDeceleration())) {
            return Double.NEGATIVE_INFINITY;
        }
        double own = beside.ownAfter(v0) - state.acceleration[slot];
        double newFollower = beside.followerAfter() - beside.followerBefore();
        double oldFollower = oldFollowerGain(slot, lane, place);
        double bias = target > lane ? -rules.keepRightBias() : rules.keepRightBias();
        double politeness = scene.profiles.politeness[state.profile[slot]];
        return Mobil.incentive(own, newFollower + oldFollower, politeness)
                + bias
                - rules.threshold();
    }

    private double oldFollowerGain(int slot, int lane, int place) {
        if (place == tracks.count[lane] - 1) {
            return 0;
        }
        int follower = tracks.order[lane][place + 1];
        int leader = tracks.order[lane][place - 1];
        int profile = state.profile[follower];
        double v = state.speed[follower];
        double v0 = scene.desiredSpeed(profile, lane);
        double gap = scene.rear(leader) - state.position[follower];
        return scene.follow(profile, v, v0, gap, v - state.speed[leader])
                - state.acceleration[follower];
    }

    /** Carries out the wishes of this lane's drivers. */
    void apply(int lane, double now, EventSink sink) {
        if (!wishes.toChange[lane]) {
            return;
        }
        for (int i = 0; i < tracks.count[lane]; i++) {
            int slot = tracks.order[lane][i];
            int wish = state.wish[slot];
            if (wish != 0 && isStillSafe(slot, lane + wish)) {
                change(slot, lane, lane + wish, now, sink);
                i--; // the next one moved up
            }
        }
    }

    /** Whether nobody has taken the gap meanwhile, in this very step. */
    private boolean isStillSafe(int slot, int target) {
        return new Neighbours(slot, target).isSafe(URGENT_BRAKING, URGENT_BRAKING);
    }

    /** Those who found no gap ask for one, after all changes are made. */
    void negotiate(int lane) {
        if (!wishes.toBeLetIn[lane]) {
            return;
        }
        wishes.someoneIsLetIn[network.linkOfLane(lane)] = true;
        for (int i = 0; i < tracks.count[lane]; i++) {
            int slot = tracks.order[lane][i];
            int asked = state.asks[slot];
            if (asked != NONE && state.letsIn[asked] == NONE) {
                state.letsIn[asked] = slot;
            }
        }
    }

    private void change(int slot, int lane, int target, double now, EventSink sink) {
        tracks.remove(lane, slot);
        tracks.insert(target, slot, state);
        lanes.plan(slot, target, state);
        state.wish[slot] = 0;
        state.asks[slot] = NONE;
        state.settledUntil[slot] = (int) scene.clock.step() + scene.clock.stepsIn(rules.cooldown());
        scene.counters.laneChanges++;
        sink.accept(
                new TrafficEvent.LaneChange(
                        now,
                        state.vehicle[slot],
                        network.linkOfLane(lane),
                        network.positionOnLink(lane),
                        network.positionOnLink(target)));
    }

    /** Forgets who was let in; before anyone on the link asks anew. */
    void forgetCourtesies(int lane) {
        int link = network.linkOfLane(lane);
        if (!wishes.someoneIsLetIn[link]) {
            return;
        }
        if (lane == network.firstLane(link) + network.laneCount(link) - 1) {
            wishes.someoneIsLetIn[link] = false; // the last lane of the link to forget
        }
        for (int i = 0; i < tracks.count[lane]; i++) {
            state.letsIn[tracks.order[lane][i]] = NONE;
        }
    }

    /** Who would be before and behind after a change. */
    private final class Neighbours {

        private final int slot;
        private final int lane;
        private final int leader;
        private final int follower;
        private final double gapAhead;
        private final double gapBehind;

        Neighbours(int slot, int lane) {
            this.slot = slot;
            this.lane = lane;
            int at = tracks.firstAtOrBehind(lane, state.position[slot], state);
            leader = at > 0 ? tracks.order[lane][at - 1] : NONE;
            double rear = scene.rear(slot);
            if (at < tracks.count[lane]) {
                follower = tracks.order[lane][at];
                gapBehind = rear - state.position[follower];
            } else {
                follower = tracks.nextInto(lane, state);
                gapBehind = follower == NONE ? Double.POSITIVE_INFINITY : rear + toEnd(follower);
            }
            gapAhead = leader == NONE ? aheadOfLane() : scene.rear(leader) - state.position[slot];
        }

        private double toEnd(int inbound) {
            return tracks.length[state.track[inbound]] - state.position[inbound];
        }

        /** Nobody ahead on the lane: a tail may still reach back onto it. */
        private double aheadOfLane() {
            int tail = tracks.tail(lane, state);
            return tail == NONE
                    ? Double.POSITIVE_INFINITY
                    : tracks.length[lane]
                            - tracks.tailReach(lane, tail, state)
                            - state.position[slot];
        }

        boolean hasGaps() {
            return gapAhead >= LEAST_GAP && gapBehind >= LEAST_GAP;
        }

        boolean isSafe(double ownBraking, double othersBraking) {
            return hasGaps()
                    && ownAfter(scene.desiredSpeed(state.profile[slot], lane)) >= -ownBraking
                    && othersCanFollow(othersBraking);
        }

        private boolean othersCanFollow(double braking) {
            return follower == NONE
                    ? upstream.canFollow(lane, scene.rear(slot), state.speed[slot], braking)
                    : followerAfter() >= -braking;
        }

        double ownAfter(double v0) {
            double v = state.speed[slot];
            int profile = state.profile[slot];
            if (leader == NONE) {
                double toLine = tracks.length[lane] - state.position[slot];
                double gap = mayCross() ? gapAhead : Math.min(gapAhead, toLine);
                return scene.follow(profile, v, v0, gap, gap == Double.POSITIVE_INFINITY ? 0 : v);
            }
            return scene.follow(profile, v, v0, gapAhead, v - state.speed[leader]);
        }

        private boolean mayCross() {
            int next = state.nextLink[slot];
            if (next == NONE) {
                return true;
            }
            int connector = network.findConnector(lane, next);
            return connector != NONE && scene.signals.lets(connector);
        }

        double followerAfter() {
            if (follower == NONE) {
                return 0;
            }
            double v = state.speed[follower];
            int profile = state.profile[follower];
            return scene.follow(
                    profile,
                    v,
                    scene.desiredSpeed(profile, lane),
                    gapBehind,
                    v - state.speed[slot]);
        }

        double followerBefore() {
            return follower == NONE ? 0 : state.acceleration[follower];
        }

        /** The first behind the own rear bumper, if it is on the lane. */
        int willingFollower() {
            int at = tracks.firstAtOrBehind(lane, state.position[slot], state);
            while (at < tracks.count[lane]) {
                int candidate = tracks.order[lane][at];
                if (state.position[candidate] < scene.rear(slot)) {
                    return candidate;
                }
                at++;
            }
            return NONE;
        }
    }
}
