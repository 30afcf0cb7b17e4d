package org.chalaco.analysis.count;

import java.util.List;

/**
 * Observed and simulated counts side by side.
 *
 * @param rows one per station, interval and class that both sides have, in the order of the
 *     observed
 */
public record CountComparison(List<StationComparison> rows) {

    public CountComparison {
        rows = List.copyOf(rows);
    }
}
