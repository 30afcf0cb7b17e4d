package org.chalaco.vision.counting;

import java.util.Arrays;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.Homography;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.RoadPoint;

/**
 * How far a queue reaches back from a line, m: vehicles slower than {@value #SLOW} m/s, each within
 * {@value #GAP} m of the one before it.
 */
final class QueueGauge {

    static final double SLOW = 1.4;
    static final double GAP = 15;

    private static final int MOST = 256;

    private final CountingLine line;
    private final Homography homography;
    private final double[] forward = new double[MOST];
    private final double[] backward = new double[MOST];
    private int forwardCount;
    private int backwardCount;

    QueueGauge(CountingLine line, Homography homography) {
        this.line = line;
        this.homography = homography;
    }

    /** Begins a new look. */
    void clear() {
        forwardCount = 0;
        backwardCount = 0;
    }

    /** Takes a slow vehicle by where it stands in the picture. */
    void add(ImagePoint foot) {
        double along = line.along(foot);
        if (along < -0.1 || along > 1.1) {
            return;
        }
        RoadPoint place = homography.toRoad(foot);
        RoadPoint a = homography.toRoad(line.from());
        RoadPoint b = homography.toRoad(line.to());
        double length = a.distance(b);
        double distance =
                Math.abs(
                                (b.x() - a.x()) * (place.y() - a.y())
                                        - (b.y() - a.y()) * (place.x() - a.x()))
                        / length;
        if (line.side(foot) < 0 && forwardCount < MOST) {
            forward[forwardCount++] = distance;
        } else if (line.side(foot) >= 0 && backwardCount < MOST) {
            backward[backwardCount++] = distance;
        }
    }

    /** Length of the queue that waits to go this way, m. */
    double length(boolean isForward) {
        double[] distances = isForward ? forward : backward;
        int count = isForward ? forwardCount : backwardCount;
        Arrays.sort(distances, 0, count);
        double end = 0;
        for (int i = 0; i < count && distances[i] - end <= GAP; i++) {
            end = distances[i];
        }
        return end;
    }
}
