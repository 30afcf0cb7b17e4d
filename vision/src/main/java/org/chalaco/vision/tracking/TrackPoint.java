package org.chalaco.vision.tracking;

import org.chalaco.vision.detection.Detection;

/**
 * A track at one frame.
 *
 * @param frame number of the frame
 * @param time s since midnight
 * @param detection what was seen, or null where the vehicle was hidden and its place is a forecast
 * @param x middle of the lower edge of the smoothed box, pixels
 * @param y lower edge of the smoothed box, pixels
 * @param width of the smoothed box, pixels
 * @param height of the smoothed box, pixels
 */
public record TrackPoint(
        long frame,
        double time,
        Detection detection,
        double x,
        double y,
        double width,
        double height) {}
