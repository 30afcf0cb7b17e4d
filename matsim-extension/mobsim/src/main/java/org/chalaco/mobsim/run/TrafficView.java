package org.chalaco.mobsim.run;

/**
 * The road at one moment, for observers. Valid only during {@link StepObserver#observe}; vehicles
 * are visited lane by lane, from the stop line backwards, then those inside junctions.
 */
public interface TrafficView {

    /** Seconds since midnight. */
    double time();

    /** Vehicles on the road. */
    int vehiclesOnRoad();

    /** Vehicles that wait outside to enter. */
    int vehiclesWaitingOutside();

    /** Vehicles that arrived so far. */
    long vehiclesArrived();

    /** What a signal group shows. */
    org.chalaco.mobsim.signal.Aspect aspect(int systemIndex, int groupIndex);

    /** Visits every vehicle on the road. */
    void forEachVehicle(VehicleVisitor visitor);

    /** Sees one vehicle at a time. */
    @FunctionalInterface
    interface VehicleVisitor {

        /**
         * One vehicle.
         *
         * @param vehicleIndex the vehicle
         * @param laneIndex lane it is on, or -1 inside a junction
         * @param connectorIndex connector it is on, or -1 on a lane
         * @param position of its front bumper from the start of the lane or connector, m
         * @param speed m/s
         * @param acceleration in the last step, m/s²
         */
        void visit(
                int vehicleIndex,
                int laneIndex,
                int connectorIndex,
                double position,
                double speed,
                double acceleration);
    }
}
