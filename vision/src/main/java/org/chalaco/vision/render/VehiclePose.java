package org.chalaco.vision.render;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Where a vehicle stands on the ground at one moment.
 *
 * @param vehicle its index in the run
 * @param vehicleClass its class
 * @param length bumper to bumper, m
 * @param x easting of the middle of its front bumper, m
 * @param y northing of it, m
 * @param heading where it looks, radians, 0 = east, counter-clockwise
 * @param speed m/s
 * @param acceleration m/s²
 * @param link index of the link it is on, or is entering
 * @param lane index of its lane, or -1 inside a junction
 * @param position of its front from the start of the lane or connector, m
 */
public record VehiclePose(
        int vehicle,
        VehicleClass vehicleClass,
        double length,
        double x,
        double y,
        double heading,
        double speed,
        double acceleration,
        int link,
        int lane,
        double position) {

    /** The same vehicle moved sideways, m to the left of its heading. */
    VehiclePose shiftedLeft(double metres) {
        return new VehiclePose(
                vehicle,
                vehicleClass,
                length,
                x - Math.sin(heading) * metres,
                y + Math.cos(heading) * metres,
                heading,
                speed,
                acceleration,
                link,
                lane,
                position);
    }

    /** The same vehicle looking elsewhere, radians. */
    VehiclePose turnedTo(double newHeading) {
        return new VehiclePose(
                vehicle,
                vehicleClass,
                length,
                x,
                y,
                newHeading,
                speed,
                acceleration,
                link,
                lane,
                position);
    }
}
