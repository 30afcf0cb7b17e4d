package org.chalaco.vision.render;

/**
 * What is true of one vehicle in one frame.
 *
 * @param pose where it stands on the ground
 * @param left column of the left edge of its picture, pixels, cut at the frame
 * @param top row of the upper edge
 * @param right column of the right edge
 * @param bottom row of the lower edge
 * @param visible share of its outline that is in the frame and not behind another vehicle
 */
public record VehicleTruth(
        VehiclePose pose, double left, double top, double right, double bottom, double visible) {}
