package org.chalaco.scenario.callao;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * A place on a street: a link in each direction, or in one.
 *
 * @param outLink link that leads away from the zone's intersection, or {@link RoadNetwork#NONE}
 * @param inLink link that leads to it, or {@link RoadNetwork#NONE}
 * @param outShare place on the link that leads away, as a share of its length; on the other one it
 *     is one minus this
 * @param x easting, m, or NaN at a gateway
 * @param y northing, m, or NaN at a gateway
 */
record Spot(int outLink, int inLink, double outShare, double x, double y) {

    double share(int link) {
        return link == outLink ? outShare : 1 - outShare;
    }

    int[] links() {
        if (outLink == RoadNetwork.NONE) {
            return new int[] {inLink};
        }
        return inLink == RoadNetwork.NONE ? new int[] {outLink} : new int[] {outLink, inLink};
    }

    /** The same spot, to be left or reached on this link alone. */
    Spot on(int link) {
        return link == outLink
                ? new Spot(outLink, RoadNetwork.NONE, outShare, x, y)
                : new Spot(RoadNetwork.NONE, inLink, outShare, x, y);
    }
}
