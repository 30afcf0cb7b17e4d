package org.chalaco.analysis.kpi;

import org.chalaco.mobsim.network.RoadNetwork;

/** Distance and time of a drive from stop line to stop line, alone and with green. */
public final class FreeFlow {

    private final RoadNetwork network;
    private final double[] laneSpeed;

    /** Of drives on this network. */
    public FreeFlow(RoadNetwork network) {
        this.network = network;
        laneSpeed = new double[network.laneCount()];
        for (int lane = 0; lane < laneSpeed.length; lane++) {
            laneSpeed[lane] = network.freeSpeed(network.linkOfLane(lane));
        }
    }

    /**
     * Distance, m.
     *
     * @param connector that leads to the lane, or NONE where the drive started on it
     * @param part share of the lane that was driven
     */
    public double metres(int connector, int lane, double part) {
        double box = connector >= 0 ? network.connectorLength(connector) : 0;
        return box + part * network.laneLength(lane);
    }

    /** Time the same takes at the smaller of road's and vehicle's maximum speed, s. */
    public double seconds(int connector, int lane, double part, double maxSpeed) {
        double speed = Math.min(laneSpeed[lane], maxSpeed);
        double onLane = part * network.laneLength(lane) / speed;
        return connector >= 0 ? onLane + box(connector, maxSpeed) : onLane;
    }

    private double box(int connector, double maxSpeed) {
        return network.connectorLength(connector)
                / Math.min(network.connectorSpeed(connector), maxSpeed);
    }
}
