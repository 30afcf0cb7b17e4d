package org.chalaco.vision.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chalaco.vision.detection.Detection;

/** A track that may still go on: four filters, for foot point, width and height of its box. */
final class GrowingTrack {

    /**
     * Standard deviations as shares of the box's size: of a measurement, its speed and its change,
     * 1/s.
     */
    private static final double MEASUREMENT = 0.08;

    private static final double SPEED = 6;
    private static final double ACCELERATION = 6;
    private static final double OVERLAP_WORTH = 2;

    private final long id;
    private final List<TrackPoint> points = new ArrayList<>();
    private final ConstantVelocity x;
    private final ConstantVelocity y;
    private final ConstantVelocity width;
    private final ConstantVelocity height;
    private int sightings;
    private double lastSeen;

    GrowingTrack(long id, long frame, double time, Detection first) {
        this.id = id;
        double size = Math.sqrt(first.width() * first.height());
        double r = Math.max(1, MEASUREMENT * size);
        x = new ConstantVelocity(first.foot().x(), r, SPEED * size, ACCELERATION * size);
        y = new ConstantVelocity(first.foot().y(), r, SPEED * size, ACCELERATION * size);
        width = new ConstantVelocity(first.width(), 2 * r, size, size);
        height = new ConstantVelocity(first.height(), 2 * r, size, size);
        remember(frame, time, first);
    }

    private void remember(long frame, double time, Detection detection) {
        if (detection != null) {
            sightings++;
            lastSeen = time;
        }
        points.add(
                new TrackPoint(
                        frame,
                        time,
                        detection,
                        x.position(),
                        y.position(),
                        width.position(),
                        height.position()));
    }

    void predict(double elapsed) {
        x.predict(elapsed);
        y.predict(elapsed);
        width.predict(elapsed);
        height.predict(elapsed);
    }

    /** How badly a detection fits the forecast, standard deviations. */
    double distance(Detection detection) {
        double dx = (detection.foot().x() - x.position()) / x.deviation();
        double dy = (detection.foot().y() - y.position()) / y.deviation();
        double dw = (detection.width() - width.position()) / width.deviation();
        double overlap = box().overlap(detection);
        return Math.sqrt(dx * dx + dy * dy + dw * dw / 4) - OVERLAP_WORTH * overlap;
    }

    private Detection box() {
        double w = Math.max(1, width.position());
        double h = Math.max(1, height.position());
        return new Detection(x.position() - w / 2, y.position() - h, w, h, 1, null);
    }

    void see(long frame, double time, Detection detection) {
        x.correct(detection.foot().x());
        y.correct(detection.foot().y());
        width.correct(detection.width());
        height.correct(detection.height());
        remember(frame, time, detection);
    }

    void miss(long frame, double time) {
        remember(frame, time, null);
    }

    long id() {
        return id;
    }

    List<TrackPoint> points() {
        return Collections.unmodifiableList(points);
    }

    int sightings() {
        return sightings;
    }

    double lastSeen() {
        return lastSeen;
    }

    /** The track so far, without the forecasts after it was last seen. */
    Track toTrack() {
        int end = points.size();
        while (end > 1 && points.get(end - 1).detection() == null) {
            end--;
        }
        return new Track(id, points.subList(0, end));
    }
}
