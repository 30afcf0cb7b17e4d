package org.chalaco.day2day.routing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntToDoubleFunction;

/**
 * The true cost to a destination at the given cost of every link, by a backward Dijkstra that is
 * done once per destination and kept.
 *
 * <p>Thread-safe: two threads may work out the same destination, with the same result. Memory: 4
 * bytes per link and destination asked for.
 */
final class ExactBounds implements RemainingCost {

    // floats have 24 bits; a bound must not exceed the truth
    private static final double ROUNDED_DOWN = 1 - 1e-6;

    private final ModeNetwork network;
    private final double[] linkCost;
    private final AtomicReferenceArray<float[]> byDestination;

    ExactBounds(ModeNetwork network, double[] linkCost) {
        this.network = network;
        this.linkCost = linkCost;
        byDestination = new AtomicReferenceArray<>(network.linkCount);
    }

    @Override
    public IntToDoubleFunction toward(int toLink) {
        float[] known = byDestination.get(toLink);
        float[] costs = known == null ? workOut(toLink) : known;
        return link -> costs[link];
    }

    private float[] workOut(int toLink) {
        double[] exact = CostTree.backward(network, linkCost).from(toLink);
        float[] costs = new float[exact.length];
        for (int link = 0; link < costs.length; link++) {
            costs[link] = (float) (exact[link] * ROUNDED_DOWN);
        }
        byDestination.set(toLink, costs);
        return costs;
    }
}
