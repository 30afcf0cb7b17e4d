package org.chalaco.vision.tracking;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.detection.Detection;

/**
 * Follows vehicles from frame to frame.
 *
 * <p>Each track forecasts its box with constant velocity (Kalman); detections are given to tracks
 * so that the sum of costs is least (Hungarian method). Sure detections come first, then those that
 * are less sure are offered to the tracks that are left, as a vehicle half hidden gives a weak
 * detection just there; only sure ones begin a track.
 *
 * <p>The cost of a pair is the distance of foot points in standard deviations of the forecast, less
 * if the boxes overlap. Mutable, not thread-safe: one per camera; same detections, same tracks.
 *
 * <p>Zhang et al., <i>ByteTrack: Multi-Object Tracking by Associating Every Detection Box</i>, ECCV
 * 2022.
 */
public final class VehicleTracker {

    private static final double FARTHEST = 4;

    private final TrackerParameters parameters;
    private final List<GrowingTrack> running = new ArrayList<>();
    private final List<Track> ended = new ArrayList<>();
    private long nextId;
    private double lastTime = Double.NaN;

    /** A tracker without tracks. */
    public VehicleTracker(TrackerParameters parameters) {
        this.parameters = parameters;
    }

    /** Takes the detections of the next frame. */
    public void update(long frame, double time, List<Detection> detections) {
        double elapsed = Double.isNaN(lastTime) ? 0 : time - lastTime;
        lastTime = time;
        running.forEach(track -> track.predict(elapsed));
        List<Detection> sure = new ArrayList<>();
        List<Detection> unsure = new ArrayList<>();
        for (Detection detection : detections) {
            if (detection.confidence() >= parameters.sureConfidence()) {
                sure.add(detection);
            } else if (detection.confidence() >= parameters.leastConfidence()) {
                unsure.add(detection);
            }
        }
        List<GrowingTrack> free = match(running, sure, frame, time);
        free = match(free, unsure, frame, time);
        free.forEach(track -> track.miss(frame, time));
        endLost(time);
        for (Detection detection : sure) {
            running.add(new GrowingTrack(nextId++, frame, time, detection));
        }
    }

    /** Gives detections to tracks, takes those out of the list; the tracks that got none. */
    private static List<GrowingTrack> match(
            List<GrowingTrack> tracks, List<Detection> detections, long frame, double time) {
        double[][] cost = new double[tracks.size()][detections.size()];
        for (int t = 0; t < tracks.size(); t++) {
            for (int d = 0; d < detections.size(); d++) {
                cost[t][d] = tracks.get(t).distance(detections.get(d));
            }
        }
        int[] columns = Assignment.solve(cost, FARTHEST);
        List<GrowingTrack> free = new ArrayList<>();
        List<Detection> used = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            if (columns[t] == Assignment.NONE) {
                free.add(tracks.get(t));
            } else {
                Detection detection = detections.get(columns[t]);
                tracks.get(t).see(frame, time, detection);
                used.add(detection);
            }
        }
        for (Detection detection : used) {
            removeSame(detections, detection);
        }
        return free;
    }

    private static void removeSame(List<Detection> detections, Detection wanted) {
        for (int i = 0; i < detections.size(); i++) {
            if (detections.get(i) == wanted) {
                detections.remove(i);
                return;
            }
        }
    }

    private void endLost(double time) {
        for (int i = running.size() - 1; i >= 0; i--) {
            GrowingTrack track = running.get(i);
            boolean unborn = track.sightings() < parameters.confirmation();
            double patience = unborn ? parameters.patience() / 4 : parameters.patience();
            if (time - track.lastSeen() > patience) {
                running.remove(i);
                if (!unborn) {
                    ended.add(track.toTrack());
                }
            }
        }
    }

    /** The vehicles in view that were seen often enough to be sure of, oldest first. */
    public List<Track> running() {
        return running.stream()
                .filter(track -> track.sightings() >= parameters.confirmation())
                .map(GrowingTrack::toTrack)
                .toList();
    }

    /** What is done with the points of a track so far, two or more, the last of this frame. */
    @FunctionalInterface
    public interface StepListener {
        /**
         * Takes a track.
         *
         * @param id of the track
         * @param points its points; not to be kept, as they go on
         */
        void step(long id, List<TrackPoint> points);
    }

    /** Shows the tracks in view that were seen often enough, without copying them. */
    public void forEachStep(StepListener listener) {
        for (GrowingTrack track : running) {
            if (track.sightings() >= parameters.confirmation()) {
                listener.step(track.id(), track.points());
            }
        }
    }

    /** The tracks that ended since the last call. */
    public List<Track> takeEnded() {
        List<Track> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /** Ends all tracks, at the end of a video or when a source was lost. */
    public void endAll() {
        for (GrowingTrack track : running) {
            if (track.sightings() >= parameters.confirmation()) {
                ended.add(track.toTrack());
            }
        }
        running.clear();
        lastTime = Double.NaN;
    }
}
