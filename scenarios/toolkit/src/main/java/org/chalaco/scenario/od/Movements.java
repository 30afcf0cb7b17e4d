package org.chalaco.scenario.od;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Numbers the movements of a network, link by link, in the order of the links they enter. Immutable
 * and thread-safe.
 */
public final class Movements {

    private final RoadNetwork network;
    private final int[] start;

    /** The movements of this network. */
    public Movements(RoadNetwork network) {
        this.network = network;
        start = new int[network.linkCount() + 1];
        for (int l = 0; l < network.linkCount(); l++) {
            start[l + 1] = start[l] + network.nextLinkCount(l);
        }
    }

    /** How many there are. */
    public int count() {
        return start[network.linkCount()];
    }

    /** Number of the first movement from this link; the others follow. */
    public int first(int fromLink) {
        return start[fromLink];
    }

    /**
     * Number of a movement.
     *
     * @throws IllegalArgumentException if the one link does not lead to the other
     */
    public int index(int fromLink, int toLink) {
        for (int k = 0; k < network.nextLinkCount(fromLink); k++) {
            if (network.nextLink(fromLink, k) == toLink) {
                return start[fromLink] + k;
            }
        }
        throw new IllegalArgumentException(
                "Link (%s) does not lead to (%s)."
                        .formatted(network.link(fromLink).id(), network.link(toLink).id()));
    }
}
