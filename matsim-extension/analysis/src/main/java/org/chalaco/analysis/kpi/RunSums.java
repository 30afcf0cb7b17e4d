package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What a run adds up to so far: by interval, by link and connector inside it, and by vehicle class.
 * Intervals appear when something happens in them. Not thread-safe; serves one run.
 */
final class RunSums {

    private final RoadNetwork network;
    private final IntervalGrid grid;
    private final List<IntervalCells> cells = new ArrayList<>();
    private final ClassCells[] classes = new ClassCells[VehicleClass.values().length];

    RunSums(RoadNetwork network, IntervalGrid grid) {
        this.network = network;
        this.grid = grid;
        for (int c = 0; c < classes.length; c++) {
            classes[c] = new ClassCells();
        }
    }

    /** Sums of the interval of this time, s since midnight. */
    IntervalCells at(double time) {
        return cell(grid.index(time));
    }

    private IntervalCells cell(int k) {
        while (cells.size() <= k) {
            cells.add(new IntervalCells(network.linkCount(), network.connectorCount()));
        }
        return cells.get(k);
    }

    /** Sums of a vehicle class. */
    ClassCells ofClass(VehicleClass vehicleClass) {
        return classes[vehicleClass.ordinal()];
    }

    /**
     * A vehicle waited outside.
     *
     * @param mine sums of its class
     * @param wanted when it wanted to leave, s since midnight; after {@code until}: it did not wait
     */
    void waited(ClassCells mine, double wanted, double until) {
        if (until > wanted) {
            mine.waitingSeconds += until - wanted;
            for (int k = grid.index(wanted); k <= grid.index(until); k++) {
                cell(k).waitingSeconds += grid.overlap(k, wanted, until);
            }
        }
    }

    /**
     * Shares out one drive over a link to the intervals it took, in proportion to the time.
     *
     * @param free s it takes alone on the road
     */
    void drove(int link, double since, double until, double metres, double free) {
        int first = grid.index(since);
        int last = grid.index(until);
        double seconds = until - since;
        for (int k = first; k <= last; k++) {
            double inside = first == last ? seconds : grid.overlap(k, since, until);
            double share = first == last ? 1 : inside / seconds;
            IntervalCells cell = cell(k);
            cell.linkSeconds[link] += inside;
            cell.linkMetres[link] += share * metres;
            cell.linkFreeSeconds[link] += share * free;
        }
    }

    IntervalGrid grid() {
        return grid;
    }

    /** All intervals so far, from the first on. */
    List<IntervalCells> cells() {
        return cells;
    }
}
