package org.chalaco.analysis.capacity;

/**
 * What a link can carry in the simulation, beside what the network file says.
 *
 * <p>The ratio of both is the product of four factors, so that the one farthest from 1 in the
 * direction of the difference is its likely cause: lanes (what they would carry straight on, over
 * the file's capacity), turns (slower than the road), discharge (measured over computed), green
 * (share of time).
 *
 * @param linkId link
 * @param linkIndex its index
 * @param laneCount number of lanes
 * @param fileCapacity capacity in the network file, PCU/h; NaN if it gives none
 * @param saturationFlow saturation flow of all lanes, PCU/h of green
 * @param measuredLanes lanes whose saturation flow was measured; that of the others is computed
 * @param greenShare capacity over saturation flow, -
 * @param capacity what all lanes carry, PCU/h
 * @param ratio capacity over that of the file, -
 * @param disagrees whether they differ by more than 20 %
 * @param cause likely cause
 * @param laneFactor flow of the lanes over the file's capacity, -
 * @param turnFactor flow at the speed of turns over that at the speed of the road, -
 * @param dischargeFactor measured over computed saturation flow, -
 */
public record LinkCapacity(
        String linkId,
        int linkIndex,
        int laneCount,
        double fileCapacity,
        double saturationFlow,
        int measuredLanes,
        double greenShare,
        double capacity,
        double ratio,
        boolean disagrees,
        CapacityCause cause,
        double laneFactor,
        double turnFactor,
        double dischargeFactor) {

    /** Capacities that differ by more than this share disagree. */
    public static final double TOLERANCE = 0.2;
}
