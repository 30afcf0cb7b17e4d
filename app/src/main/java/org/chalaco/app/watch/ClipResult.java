package org.chalaco.app.watch;

import java.util.List;
import org.chalaco.vision.counting.CountAccuracy;
import org.chalaco.vision.counting.IntervalCount;
import org.chalaco.vision.counting.LineCrossing;

/**
 * What one video gave.
 *
 * @param name of the video, without folder and ending
 * @param frames looked at
 * @param cpuSeconds that counting took, without the decoder's process
 * @param dark whether it was taken in the dark
 * @param crossings in the order of time
 * @param counts per interval
 * @param accuracy against the marks made by hand, or null
 */
record ClipResult(
        String name,
        long frames,
        double cpuSeconds,
        boolean dark,
        List<LineCrossing> crossings,
        List<IntervalCount> counts,
        CountAccuracy accuracy) {

    /** Processor time per frame, ms. */
    double millisecondsPerFrame() {
        return 1000 * cpuSeconds / Math.max(1, frames);
    }
}
