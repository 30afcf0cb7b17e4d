package org.chalaco.analysis;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.signal.Aspect;

/** A view of vehicles put by hand, in the order they are put. */
public final class StillTraffic implements TrafficView {

    private record Placed(int vehicle, int lane, int connector, double position, double speed) {}

    private final double time;
    private final List<Placed> vehicles = new ArrayList<>();

    public StillTraffic(double time) {
        this.time = time;
    }

    /** Puts a vehicle on a lane; those nearer to the stop line first. */
    public StillTraffic onLane(int vehicle, int lane, double position, double speed) {
        vehicles.add(new Placed(vehicle, lane, -1, position, speed));
        return this;
    }

    /** Puts a vehicle inside a junction. */
    public StillTraffic onConnector(int vehicle, int connector, double position, double speed) {
        vehicles.add(new Placed(vehicle, -1, connector, position, speed));
        return this;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public int vehiclesOnRoad() {
        return vehicles.size();
    }

    @Override
    public int vehiclesWaitingOutside() {
        return 0;
    }

    @Override
    public long vehiclesArrived() {
        return 0;
    }

    @Override
    public Aspect aspect(int systemIndex, int groupIndex) {
        return Aspect.OFF;
    }

    @Override
    public void forEachVehicle(VehicleVisitor visitor) {
        for (Placed p : vehicles) {
            visitor.visit(p.vehicle(), p.lane(), p.connector(), p.position(), p.speed(), 0);
        }
    }
}
