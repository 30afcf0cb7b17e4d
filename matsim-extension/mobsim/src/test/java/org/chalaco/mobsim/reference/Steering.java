package org.chalaco.mobsim.reference;

import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.traffic.Route;

/** Ways that are told link by link, or changed on the way. */
final class Steering {

    private final Town town;
    private final RouteGuide guide;
    private final int stepsBetween;

    Steering(Town town, RouteGuide guide, int stepMillis) {
        this.town = town;
        this.guide = guide;
        stepsBetween = Math.round(10_000f / stepMillis);
    }

    boolean guides(int vehicle) {
        return guide != RouteGuide.NONE && guide.guides(vehicle);
    }

    void entered(Vehicle me, Lane lane, double now) {
        if (me.isGuided()) {
            me.route = rest(me, lane.link, guide.nextLink(me.index, lane.link, now), now);
            me.leg = 0;
            town.plan(me, lane);
        }
    }

    void crossed(Vehicle me, Connector connector, double now) {
        if (me.isGuided()) {
            int link = connector.to.link;
            Route rest = rest(me, link, guide.nextLink(me.index, link, now), now);
            me.route = rest.after(connector.from.link);
            me.leg = 0;
        }
    }

    void askAgain(double now, long step) {
        for (Lane lane : town.lanes) {
            for (Vehicle me : lane.vehicles) {
                boolean turn = (step + me.index) % stepsBetween == 0;
                if (me.isGuided() && !me.errands.aborted && (turn || mayDecide(me, lane))) {
                    askAgain(me, lane, now);
                }
            }
        }
    }

    private static boolean mayDecide(Vehicle me, Lane lane) {
        double toLine = lane.length - me.position;
        return toLine <= me.speed * me.speed / (2 * 3.5) + me.speed + 5
                && (me.speed > 1.0 || lane.vehicles.get(0) == me);
    }

    private void askAgain(Vehicle me, Lane lane, double now) {
        int before = me.isOnLastLink() ? RouteGuide.ARRIVE : me.nextLink();
        int next = guide.nextLink(me.index, lane.link, now);
        if (next != before && (!me.isOnLastLink() || canStop(me))) {
            apply(me, rest(me, lane.link, next, now));
        }
    }

    private Route rest(Vehicle me, int link, int next, double now) {
        if (next < 0) {
            me.errands.aborted = next == RouteGuide.ABORT;
            me.arrivalPosition = me.errands.aborted ? 1 : guide.arrivalPosition(me.index, link);
            return Route.of(link);
        }
        int after = guide.linkAfter(me.index, next, now);
        return after < 0 ? Route.of(link, next) : Route.of(link, next, after);
    }

    boolean canStop(Vehicle me) {
        if (me.entryNumber != 0) {
            return me.speed == 0;
        }
        double toLine = me.track.length - me.position;
        return me.speed <= 1.0 || me.speed * me.speed <= 2 * 3.5 * toLine;
    }

    /** Drives these links, if the vehicle can still stop where that matters. */
    void apply(Vehicle me, Route rest) {
        if (me.track instanceof Connector connector) {
            me.route = rest.after(connector.from.link);
            me.leg = 0;
            return;
        }
        int before = me.isOnLastLink() ? -1 : me.nextLink();
        int next = rest.size() > 1 ? rest.link(1) : -1;
        if (before != next && next >= 0 && !canStop(me)) {
            return;
        }
        me.route = rest;
        me.leg = 0;
        if (before != next) {
            town.planAnew(me);
        }
    }
}
