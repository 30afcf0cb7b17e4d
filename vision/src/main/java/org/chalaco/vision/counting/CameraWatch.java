package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.classification.VehicleClassifier;
import org.chalaco.vision.detection.Detection;
import org.chalaco.vision.detection.ForegroundDetector;
import org.chalaco.vision.detection.VehicleDetector;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.LaneGeometry;
import org.chalaco.vision.tracking.TrackPoint;
import org.chalaco.vision.tracking.TrackerParameters;
import org.chalaco.vision.tracking.VehicleTracker;
import org.chalaco.vision.video.Frame;

/**
 * One camera from frame to count: mask, detections, tracks, virtual loops, crossings.
 *
 * <p>Mutable, not thread-safe: one per camera. Same frames, same crossings.
 */
public final class CameraWatch implements AutoCloseable {

    /** More light on the road than this, beside what has edges, means headlights. */
    private static final double DARK_GLARE = 0.4;

    private static final double USUAL_LANE = 0.09;

    private final CameraSite site;
    private final ForegroundDetector foreground;
    private final VehicleDetector detector;
    private final VehicleTracker tracker = new VehicleTracker(TrackerParameters.STANDARD);
    private final TrackFigures figures;
    private final MovementWatch movements;
    private final List<LineWatch> lines = new ArrayList<>();
    private final List<QueueGauge> queues = new ArrayList<>();
    private final FrameTimes times;
    private KindVotes kinds;
    private double queuesAt = Double.NaN;

    /**
     * A watch.
     *
     * @param site what the camera looks at
     * @param framesPerSecond nominal frame rate of its video
     * @param foreground the classical detector, which the virtual loops need; closed with the watch
     * @param network a detector to be used for tracks instead, or null; closed with the watch
     */
    public CameraWatch(
            CameraSite site,
            double framesPerSecond,
            ForegroundDetector foreground,
            VehicleDetector network) {
        this.site = site;
        this.foreground = foreground;
        detector = network == null ? foreground : network;
        figures = new TrackFigures(site.homography());
        movements = new MovementWatch(site);
        times = new FrameTimes(framesPerSecond);
        LaneGeometry lanes = new LaneGeometry(site);
        for (CountingLine line : site.lines()) {
            double width = lanes.widthAt(line);
            double used = Double.isNaN(width) ? USUAL_LANE * site.width() : width;
            lines.add(new LineWatch(line, used, framesPerSecond, lanes));
            queues.add(new QueueGauge(line, site.homography()));
        }
    }

    /** From now on, asks this classifier what vehicles are; closed with the watch. */
    public void classifyWith(VehicleClassifier classifier) {
        kinds = new KindVotes(site, classifier);
    }

    /** Takes the next frame; what was counted by now, in the order of its time. */
    public List<LineCrossing> accept(Frame frame) {
        times.add(frame.index(), frame.time());
        List<LineCrossing> counted = new ArrayList<>();
        if (frame.afterGap()) {
            counted.addAll(endTracks());
        }
        List<Detection> detections = foreground.detect(frame);
        if (!foreground.isReady()) {
            return counted;
        }
        if (detector != foreground) {
            detections = detector.detect(frame);
        }
        if (kinds != null) {
            detections = kinds.on(frame, detections);
        }
        tracker.update(frame.index(), frame.time(), detections);
        for (LineWatch line : lines) {
            tracker.forEachStep(
                    (id, points) ->
                            line.step(
                                    id,
                                    points.get(points.size() - 2),
                                    points.get(points.size() - 1),
                                    figures.speed(points),
                                    figures.classOf(points)));
            counted.addAll(line.add(frame.index(), foreground.mask(), isDark()));
        }
        counted.addAll(movements.ended(tracker.takeEnded(), figures));
        gaugeQueues(frame.time());
        return times.timed(counted);
    }

    /** Ends the video: what was still going on. */
    public List<LineCrossing> finish() {
        List<LineCrossing> counted = new ArrayList<>(endTracks());
        for (LineWatch line : lines) {
            counted.addAll(line.finish(isDark()));
        }
        return times.timed(counted);
    }

    private List<LineCrossing> endTracks() {
        tracker.endAll();
        return movements.ended(tracker.takeEnded(), figures);
    }

    /** Whether headlights light the road. */
    public boolean isDark() {
        return foreground.glare() > DARK_GLARE;
    }

    /** Whether the camera has moved by more than a pixel. */
    public boolean isShaken() {
        return foreground.shake() > 1;
    }

    private void gaugeQueues(double time) {
        if (site.homography() == null || time - queuesAt < 1) {
            return;
        }
        queuesAt = time;
        queues.forEach(QueueGauge::clear);
        tracker.forEachStep(
                (id, points) -> {
                    double speed = figures.speed(points);
                    TrackPoint last = points.get(points.size() - 1);
                    if (speed < QueueGauge.SLOW) {
                        queues.forEach(q -> q.add(new ImagePoint(last.x(), last.y())));
                    }
                });
    }

    /** Length of the queue behind a line just now, m, or NaN without a road plane. */
    public double queue(CountingLine line, boolean forward) {
        int i = site.lines().indexOf(line);
        return site.homography() == null ? Double.NaN : queues.get(i).length(forward);
    }

    /** The tracks in view, for pictures. */
    public VehicleTracker tracker() {
        return tracker;
    }

    @Override
    public void close() {
        foreground.close();
        if (kinds != null) {
            kinds.close();
        }
        if (detector != foreground) {
            detector.close();
        }
        lines.forEach(LineWatch::close);
    }
}
