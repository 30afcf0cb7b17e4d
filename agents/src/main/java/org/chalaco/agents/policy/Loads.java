package org.chalaco.agents.policy;

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalView;

/** Figures of one movement that several strategies weigh stages by. */
final class Loads {

    private Loads() {}

    /**
     * Vehicles on the link entered, shared out evenly to the turns that it leads to: those that a
     * vehicle there will stand among. None where the link leads nowhere but back: who enters is
     * gone.
     */
    static double downstreamPerTurn(RoadNetwork network, SignalView.Movement movement) {
        int link = network.findLink(movement.toLinkId());
        int turns = link == RoadNetwork.NONE ? 0 : turnsOn(network, link);
        return turns == 0 ? 0 : movement.downstreamVehicles() / (double) turns;
    }

    private static int turnsOn(RoadNetwork network, int link) {
        int turns = 0;
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            boolean back =
                    network.toJunction(network.nextLink(link, k)) == network.fromJunction(link);
            turns += back ? 0 : 1;
        }
        return turns;
    }

    /** How full the link entered is, 0 empty to 1 jammed; 0 where nobody knows. */
    static double occupancy(SignalView.Movement movement) {
        return movement.downstreamLength() > 0
                ? 1 - movement.downstreamRoom() / movement.downstreamLength()
                : 0;
    }
}
