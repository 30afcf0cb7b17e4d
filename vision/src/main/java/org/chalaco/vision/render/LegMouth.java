package org.chalaco.vision.render;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The piece of a link next to the box of a junction: where vehicles wait to go in, or come out.
 *
 * @param link index of the link
 * @param isApproach whether it leads into the junction
 * @param corners four corners on the ground, x, y pairs in m: at the box left and right (as one
 *     drives), then away from it right and left
 */
record LegMouth(int link, boolean isApproach, double[] corners) {

    /** How far it reaches from the box, m; less where the link is shorter. */
    static final double DEPTH = 9;

    /** All mouths of a junction, in order of their links. */
    static List<LegMouth> of(StreetPlan plan, int junction) {
        List<LegMouth> mouths = new ArrayList<>();
        RoadNetwork network = plan.network();
        for (int link = 0; link < network.linkCount(); link++) {
            if (network.toJunction(link) == junction) {
                mouths.add(new LegMouth(link, true, corners(plan, link, true)));
            } else if (network.fromJunction(link) == junction) {
                mouths.add(new LegMouth(link, false, corners(plan, link, false)));
            }
        }
        return mouths;
    }

    /** Their corners only. */
    static List<double[]> mouthsOf(StreetPlan plan, int junction) {
        return of(plan, junction).stream().map(LegMouth::corners).toList();
    }

    private static double[] corners(StreetPlan plan, int link, boolean isApproach) {
        RoadNetwork network = plan.network();
        double[] right = plan.lane(network.firstLane(link));
        double[] left = plan.lane(network.firstLane(link) + network.laneCount(link) - 1);
        double length = Math.hypot(right[2] - right[0], right[3] - right[1]);
        double ux = (right[2] - right[0]) / length;
        double uy = (right[3] - right[1]) / length;
        double half = RoadNetwork.LANE_WIDTH / 2;
        double depth = Math.min(DEPTH, 0.8 * length) * (isApproach ? -1 : 1);
        int end = isApproach ? 2 : 0;
        return new double[] {
            left[end] - uy * half,
            left[end + 1] + ux * half,
            right[end] + uy * half,
            right[end + 1] - ux * half,
            right[end] + uy * half + ux * depth,
            right[end + 1] - ux * half + uy * depth,
            left[end] - uy * half + ux * depth,
            left[end + 1] + ux * half + uy * depth
        };
    }
}
