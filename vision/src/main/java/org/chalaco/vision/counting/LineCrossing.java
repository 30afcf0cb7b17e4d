package org.chalaco.vision.counting;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * One vehicle crosses a counting line, or makes a movement: then line and direction are its id.
 *
 * @param lineId the line
 * @param direction name of the direction, as the site file has it
 * @param trackId the track, or -1 where only the line itself saw the vehicle
 * @param frame number of the frame in which its middle is on the line
 * @param time when, s since midnight
 * @param x where on the image, pixels
 * @param y where on the image, pixels
 * @param lane id of the lane, or null where the site has none there
 * @param vehicleClass what crossed
 * @param speed m/s, or NaN without a homography
 * @param length of the vehicle, m, or NaN
 * @param confidence how sure the crossing is, 0 to 1
 */
public record LineCrossing(
        String lineId,
        String direction,
        long trackId,
        long frame,
        double time,
        double x,
        double y,
        String lane,
        VehicleClass vehicleClass,
        double speed,
        double length,
        double confidence) {

    /** The same at another time, s since midnight. */
    public LineCrossing at(double newTime) {
        return new LineCrossing(
                lineId,
                direction,
                trackId,
                frame,
                newTime,
                x,
                y,
                lane,
                vehicleClass,
                speed,
                length,
                confidence);
    }
}
