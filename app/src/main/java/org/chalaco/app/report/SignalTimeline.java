package org.chalaco.app.report;

import java.util.List;
import org.chalaco.mobsim.signal.Aspect;

/**
 * What one signal group shows during the film.
 *
 * @param laneIndexes the lanes at whose stop lines it stands
 * @param times s since midnight at which it changes, ascending; the first one holds from the start
 * @param aspects what it shows from then on
 */
public record SignalTimeline(int[] laneIndexes, double[] times, List<Aspect> aspects) {

    public SignalTimeline {
        laneIndexes = laneIndexes.clone();
        times = times.clone();
        aspects = List.copyOf(aspects);
        if (times.length != aspects.size()) {
            throw new IllegalArgumentException(
                    "A signal timeline has (%d) times for (%d) aspects."
                            .formatted(times.length, aspects.size()));
        }
    }
}
