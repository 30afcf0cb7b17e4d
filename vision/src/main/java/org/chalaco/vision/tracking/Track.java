package org.chalaco.vision.tracking;

import java.util.List;

/**
 * A vehicle followed through the frames.
 *
 * @param id number of the track, from 0 in the order of first sight
 * @param points frame by frame, the last one newest
 */
public record Track(long id, List<TrackPoint> points) {

    public Track {
        points = List.copyOf(points);
    }

    /** Where it was seen first. */
    public TrackPoint first() {
        return points.get(0);
    }

    /** Where it was seen last. */
    public TrackPoint last() {
        return points.get(points.size() - 1);
    }
}
