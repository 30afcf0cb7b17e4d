package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.RouteStop;

/** Vehicles that serve stops, in the lane or in a bay. */
final class Stopping {

    private final Town town;
    private final MobsimParameters parameters;
    private final Entering entering;
    final List<Vehicle> inBays = new ArrayList<>();

    Stopping(Town town, MobsimParameters parameters, Entering entering) {
        this.town = town;
        this.parameters = parameters;
        this.entering = entering;
    }

    /** Those who are done pull out where they find a gap. */
    void release() {
        for (Vehicle parked : List.copyOf(inBays)) {
            Lane lane = (Lane) parked.track;
            if (parked.leavesBay) {
                double speed = entering.speedFromKerb(parked, lane);
                if (speed >= 0) {
                    inBays.remove(parked);
                    Vehicle back = parked.copy();
                    back.speed = Math.min(speed, Entering.beforeStop(back, lane));
                    lane.insert(back);
                    town.plan(back, lane);
                }
            }
        }
    }

    void serve(double now) {
        for (Lane lane : town.lanes) {
            List.copyOf(lane.vehicles).forEach(me -> serve(me, lane, now));
        }
        inBays.forEach(me -> serveInBay(me, now));
    }

    private void serve(Vehicle me, Lane lane, double now) {
        if (!me.hasStop()) {
            return;
        }
        Errands errands = me.errands;
        if (!errands.isServing()) {
            if (!hasReached(me)) {
                return;
            }
            errands.arrive(now);
        }
        if (now < errands.askedAgainAt - 1e-9) {
            return;
        }
        boolean bay = errands.next().place() == RouteStop.Place.BAY;
        if (errands.isDone(now)) {
            me.standing = 0;
            town.planAnew(me);
        } else if (bay && me.shift == 0) {
            enterBay(me, lane);
        }
    }

    private boolean hasReached(Vehicle me) {
        boolean stands = me.speed < 0.3 && me.stopAt - me.position <= 1.0;
        double waited = me.standing * parameters.stepSeconds();
        return stands && (me.shift == 0 || waited > parameters.laneChanging().wrongLanePatience());
    }

    private void enterBay(Vehicle me, Lane lane) {
        town.forgetClaim(me);
        lane.vehicles.remove(me);
        Vehicle parked = me.copy();
        parked.track = lane;
        me.gone = true;
        inBays.add(parked);
        inBays.sort(Comparator.comparingInt(v -> v.index));
    }

    private void serveInBay(Vehicle me, double now) {
        Errands errands = me.errands;
        boolean due = now >= errands.askedAgainAt - 1e-9 || !errands.isServing();
        if (me.leavesBay || !due || errands.isServing() && !errands.isDone(now)) {
            return;
        }
        RouteStop next = errands.next();
        Lane lane = (Lane) me.track;
        if (next != null
                && next.place() == RouteStop.Place.BAY
                && next.linkIndex() == lane.link
                && Math.abs(next.position() * lane.length - me.position) <= 1.0) {
            errands.arrive(now);
        } else {
            me.leavesBay = true;
        }
    }
}
