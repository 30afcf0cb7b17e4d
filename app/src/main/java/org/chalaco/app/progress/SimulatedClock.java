package org.chalaco.app.progress;

import java.util.Locale;

/** Times of day as people read them. */
public final class SimulatedClock {

    private SimulatedClock() {}

    /** {@code 27900} as {@code 07:45}; hours go on after 23, as in MATSim. */
    public static String hoursAndMinutes(double seconds) {
        long minutes = (long) Math.floor(seconds / 60);
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
