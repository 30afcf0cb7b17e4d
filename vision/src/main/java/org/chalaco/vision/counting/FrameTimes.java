package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When the last frames were taken: crossings are found some time after they happened. */
final class FrameTimes {

    private static final int SECONDS = 120;

    private final double[] times;
    private long newest = -1;

    FrameTimes(double framesPerSecond) {
        times = new double[(int) Math.ceil(SECONDS * framesPerSecond)];
    }

    void add(long frame, double time) {
        for (long f = newest + 1; f <= frame; f++) {
            times[(int) (f % times.length)] = time;
        }
        newest = frame;
    }

    /** The crossings with their times, in order of time. */
    List<LineCrossing> timed(List<LineCrossing> crossings) {
        List<LineCrossing> timed = new ArrayList<>();
        for (LineCrossing crossing : crossings) {
            timed.add(
                    Double.isNaN(crossing.time()) ? crossing.at(time(crossing.frame())) : crossing);
        }
        timed.sort(Comparator.comparingDouble(LineCrossing::time));
        return timed;
    }

    private double time(long frame) {
        long known = Math.max(newest - times.length + 1, Math.min(newest, frame));
        return times[(int) (Math.max(0, known) % times.length)];
    }
}
