package org.chalaco.scenario.od;

import java.util.Arrays;
import java.util.List;

/**
 * Who goes from where to where by what and when: trips by cell. Cells that are not there have no
 * trips and never get any. Immutable; the array is not copied on reading.
 */
public final class OdMatrix {

    private final double sliceLength;
    private final List<OdCell> cells;
    private final double[] trips;

    /**
     * A matrix.
     *
     * @param sliceLength s; slice k starts at k times it after midnight
     * @param cells in any order, each once
     * @param trips vehicles per cell, not negative
     */
    public OdMatrix(double sliceLength, List<OdCell> cells, double[] trips) {
        if (cells.size() != trips.length || Arrays.stream(trips).anyMatch(t -> !(t >= 0))) {
            throw new IllegalArgumentException(
                    "An OD matrix needs a number of trips, not negative, for each of its (%d) cells."
                            .formatted(cells.size()));
        }
        this.sliceLength = sliceLength;
        this.cells = List.copyOf(cells);
        this.trips = trips.clone();
    }

    /** Length of a slice, s. */
    public double sliceLength() {
        return sliceLength;
    }

    /** The cells. */
    public List<OdCell> cells() {
        return cells;
    }

    /** Trips per cell. */
    public double[] trips() {
        return trips.clone();
    }

    /** All trips. */
    public double total() {
        return Arrays.stream(trips).sum();
    }

    /** The same cells with other trips. */
    public OdMatrix withTrips(double[] other) {
        return new OdMatrix(sliceLength, cells, other);
    }
}
