package org.chalaco.vision.tracking;

/**
 * How vehicles are followed.
 *
 * @param sureConfidence detections at least this sure begin tracks and are matched first
 * @param leastConfidence less sure ones are ignored; those between only continue tracks
 * @param patience how long a vehicle may be hidden, s
 * @param confirmation sightings that make a track
 */
public record TrackerParameters(
        double sureConfidence, double leastConfidence, double patience, int confirmation) {

    /** As ByteTrack does, with patience for vehicles that pass behind a lamp post. */
    public static final TrackerParameters STANDARD = new TrackerParameters(0.5, 0.1, 0.8, 3);
}
