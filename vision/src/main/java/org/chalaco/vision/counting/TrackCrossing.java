package org.chalaco.vision.counting;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * A track goes over a line.
 *
 * @param trackId the track
 * @param frame in which the middle of its box does
 * @param along where on the line, pixels from its first point
 * @param forward which way
 * @param speed m/s, or NaN
 * @param vehicleClass what it is, or null
 */
record TrackCrossing(
        long trackId,
        long frame,
        double along,
        boolean forward,
        double speed,
        VehicleClass vehicleClass) {}
