package org.chalaco.analysis.capacity;

/**
 * What the lanes of a link can carry that are released together: by the same signal groups, or by
 * none. All flows are of the whole population, sample or not.
 *
 * @param linkId link
 * @param linkIndex its index
 * @param lanes which lanes, counted from the kerb, separated by spaces
 * @param signalGroups signal groups that release them, as system/group, separated by spaces
 * @param laneCount number of lanes
 * @param flowOfLanes computed saturation flow at the speed of the road, PCU/h of green
 * @param flowInTurns computed saturation flow at the speed of the turns taken, PCU/h of green
 * @param saturationFlow measured where a queue discharged, else as in turns, PCU/h of green
 * @param measuredLanes how many of the lanes were measured
 * @param headways headways measured
 * @param greenShare share of time with green, -; 1 without a signal
 * @param capacity saturation flow times green share, PCU/h
 * @param givesWay whether somebody has priority over these lanes
 * @param blockedShare share of the crossings into a link that was nearly full, -
 */
public record LaneGroupCapacity(
        String linkId,
        int linkIndex,
        String lanes,
        String signalGroups,
        int laneCount,
        double flowOfLanes,
        double flowInTurns,
        double saturationFlow,
        int measuredLanes,
        int headways,
        double greenShare,
        double capacity,
        boolean givesWay,
        double blockedShare) {}
