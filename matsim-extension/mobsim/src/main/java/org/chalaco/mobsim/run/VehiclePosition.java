package org.chalaco.mobsim.run;

/**
 * Where a vehicle is.
 *
 * @param vehicleIndex the vehicle
 * @param place outside, on the road, or in a bay
 * @param linkIndex link it is on, waits for, or is entering
 * @param laneIndex its lane, beside it the bay; -1 inside a junction and outside
 * @param connectorIndex its connector, or -1
 * @param position of its front bumper from the start of the lane or connector, m; NaN outside
 * @param speed m/s; 0 outside and in a bay
 */
public record VehiclePosition(
        int vehicleIndex,
        Place place,
        int linkIndex,
        int laneIndex,
        int connectorIndex,
        double position,
        double speed) {

    /** Where that is. */
    public enum Place {
        /** Waits outside to enter. */
        OUTSIDE,
        /** On a lane or inside a junction. */
        ON_ROAD,
        /** In a bay, at a stop. */
        IN_BAY
    }
}
