package org.chalaco.mobsim.model;

/** Whether a lane change is worth it. Implementations are pure. */
@FunctionalInterface
public interface LaneChangeModel {

    /**
     * The incentive, m/s²: what the driver gains, less what others lose.
     *
     * @param ownGain own acceleration after less before, m/s²
     * @param othersGain the same, summed over the new and the old follower, m/s²
     * @param politeness weight of the others, -
     */
    double incentiveOf(double ownGain, double othersGain, double politeness);
}
