package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where drivers who must give way while showing green wait: inside the box, short of the stream
 * that goes first, as left turners do. They clear the box when that stream stops.
 */
final class WaitingPoints {

    /** Distance kept to the stream one gives way to, m: half a lane and half a vehicle's width. */
    private static final double CLEARANCE = 2.5;

    /** Who is this far beyond the waiting point has begun to cross, m. */
    static final double OVERSHOOT = 0.6;

    /** A waiting point nearer to the stop line than this is of no use, m. */
    private static final double SHORTEST = 1.5;

    /** Set where the own connector yields to a stream that is green at the same time. */
    static final byte FILTER = RoadNetwork.YIELDS_WHEN_BOTH_GREEN | RoadNetwork.PERMISSIVE;

    private final RoadNetwork network;
    private final SignalAspects signals;
    private final double[] distance;

    WaitingPoints(RoadNetwork network, SignalAspects signals) {
        this.network = network;
        this.signals = signals;
        distance = new double[network.connectorCount()];
        for (int c = 0; c < distance.length; c++) {
            distance[c] = signals.isSignalised(c) ? find(c) : 0;
        }
    }

    private double find(int connector) {
        double first = Double.POSITIVE_INFINITY;
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            boolean yields = (network.conflictFlags(k) & FILTER) == FILTER;
            if (yields
                    && network.fromLink(network.conflictOther(k)) != network.fromLink(connector)) {
                first = Math.min(first, network.conflictOwnDistance(k) - CLEARANCE);
            }
        }
        return first >= SHORTEST && first < Double.POSITIVE_INFINITY ? first : 0;
    }

    /** Distance of the waiting point from the start of a connector, m; 0: there is none. */
    double of(int connector) {
        return distance[connector];
    }

    /**
     * Whether a vehicle on the other connector of a conflict, at this position, still gives way to
     * the own one.
     */
    boolean givesWay(int conflict, double position) {
        int other = network.conflictOther(conflict);
        return (network.conflictFlags(conflict) & FILTER) == RoadNetwork.PERMISSIVE
                && distance[other] > 0
                && position <= distance[other] + OVERSHOOT
                && signals.rules(other);
    }
}
