package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.chalaco.mobsim.testkit.Script;
import org.chalaco.mobsim.testkit.Script.Act;

/** Does what a script says, between the steps. */
final class Outsider {

    private final List<Act> rest;
    private final Town town;
    private final Steering steering;
    private final IntConsumer remove;

    Outsider(Script script, Town town, Steering steering, IntConsumer remove) {
        rest = new ArrayList<>(script.acts());
        this.town = town;
        this.steering = steering;
        this.remove = remove;
    }

    boolean isDone() {
        return rest.isEmpty();
    }

    void act(double now) {
        while (!rest.isEmpty() && rest.get(0).time() <= now) {
            perform(rest.remove(0));
        }
    }

    private void perform(Act act) {
        if (act instanceof Script.SpeedLimit a) {
            lanesOf(a.link()).forEach(lane -> lane.speedLimit = a.metresPerSecond());
        } else if (act instanceof Script.Closure a) {
            close(lanesOf(a.link()), a.closed());
        } else if (act instanceof Script.LaneClosure a) {
            close(List.of(town.lanes.get(a.lane())), a.closed());
        } else if (act instanceof Script.Removal a) {
            remove.accept(a.vehicle());
        } else if (act instanceof Script.Detour a) {
            withVehicle(a.vehicle(), me -> detour(me, a.seed()));
        } else if (act instanceof Script.NewStops a) {
            withVehicle(a.vehicle(), me -> newStops(me, a));
        } else {
            throw new IllegalArgumentException("The reference engine does not know " + act);
        }
    }

    private List<Lane> lanesOf(int link) {
        return town.lanes.get(town.network.firstLane(link)).linkLanes;
    }

    private void close(List<Lane> lanes, boolean closed) {
        boolean changes = lanes.stream().anyMatch(lane -> lane.closed != closed);
        lanes.forEach(lane -> lane.closed = closed);
        if (!changes) {
            return;
        }
        int link = lanes.get(0).link;
        for (Lane lane : town.lanes) {
            for (Vehicle me : lane.vehicles) {
                if (!me.isOnLastLink() && me.nextLink() == link && steering.canStop(me)) {
                    town.planAnew(me);
                }
            }
        }
    }

    private void withVehicle(int vehicle, Consumer<Vehicle> action) {
        town.tracks.stream()
                .flatMap(track -> track.vehicles.stream())
                .filter(me -> me.index == vehicle)
                .findFirst()
                .ifPresent(action);
    }

    private void detour(Vehicle me, long seed) {
        int link = me.track instanceof Connector c ? c.to.link : ((Lane) me.track).link;
        steering.apply(me, Script.walk(town.network, seed, link));
    }

    private void newStops(Vehicle me, Script.NewStops act) {
        if (me.errands == null) {
            me.errands = new Errands(false, List.of());
        }
        me.errands.replace(act.stops());
        town.planAnew(me);
    }
}
