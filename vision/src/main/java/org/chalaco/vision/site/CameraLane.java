package org.chalaco.vision.site;

import java.util.List;

/**
 * A lane as the camera sees it, on the road surface.
 *
 * @param id name of the lane
 * @param left its left edge, in the direction of travel, two points or more
 * @param right its right edge, the same number of points, beside those of the left edge
 */
public record CameraLane(String id, List<ImagePoint> left, List<ImagePoint> right) {

    public CameraLane {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
