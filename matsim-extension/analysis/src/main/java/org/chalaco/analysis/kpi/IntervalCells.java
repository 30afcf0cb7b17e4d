package org.chalaco.analysis.kpi;

/**
 * Sums of one interval: per link, per connector, and of the network. Plain arrays, written by
 * {@link KpiCollector} alone. Memory: 60 bytes a link and 32 bytes a connector.
 */
final class IntervalCells {

    // per link
    final int[] linkEntered;
    final int[] linkLeft;
    final int[] linkUnfinished;
    final int[] linkStops;
    final double[] linkMetres;
    final double[] linkSeconds;
    final double[] linkFreeSeconds;
    final double[] linkDelaySeconds;
    final double[] linkUnfinishedDelaySeconds; // contained in linkDelaySeconds

    // per connector, of vehicles that took it
    final int[] movedVehicles;
    final int[] movedStops;
    final double[] movedPcu;
    final double[] movedDelaySeconds;

    // of the network
    long departures;
    long entered;
    long arrived;
    long removed;
    double waitingSeconds;

    IntervalCells(int links, int connectors) {
        linkEntered = new int[links];
        linkLeft = new int[links];
        linkUnfinished = new int[links];
        linkStops = new int[links];
        linkMetres = new double[links];
        linkSeconds = new double[links];
        linkFreeSeconds = new double[links];
        linkDelaySeconds = new double[links];
        linkUnfinishedDelaySeconds = new double[links];
        movedVehicles = new int[connectors];
        movedStops = new int[connectors];
        movedPcu = new double[connectors];
        movedDelaySeconds = new double[connectors];
    }

    /** The sums of all these. */
    static IntervalCells sum(Iterable<IntervalCells> parts, int links, int connectors) {
        IntervalCells sum = new IntervalCells(links, connectors);
        for (IntervalCells part : parts) {
            sum.add(part);
        }
        return sum;
    }

    private void add(IntervalCells o) {
        for (int l = 0; l < linkEntered.length; l++) {
            linkEntered[l] += o.linkEntered[l];
            linkLeft[l] += o.linkLeft[l];
            linkUnfinished[l] += o.linkUnfinished[l];
            linkStops[l] += o.linkStops[l];
            linkMetres[l] += o.linkMetres[l];
            linkSeconds[l] += o.linkSeconds[l];
            linkFreeSeconds[l] += o.linkFreeSeconds[l];
            linkDelaySeconds[l] += o.linkDelaySeconds[l];
            linkUnfinishedDelaySeconds[l] += o.linkUnfinishedDelaySeconds[l];
        }
        for (int c = 0; c < movedVehicles.length; c++) {
            movedVehicles[c] += o.movedVehicles[c];
            movedStops[c] += o.movedStops[c];
            movedPcu[c] += o.movedPcu[c];
            movedDelaySeconds[c] += o.movedDelaySeconds[c];
        }
        departures += o.departures;
        entered += o.entered;
        arrived += o.arrived;
        removed += o.removed;
        waitingSeconds += o.waitingSeconds;
    }
}
