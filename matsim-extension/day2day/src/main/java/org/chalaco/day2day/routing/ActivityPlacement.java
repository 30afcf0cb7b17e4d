package org.chalaco.day2day.routing;

import java.util.Arrays;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where on the road an activity is: its link, and where on the link vehicles start and stop.
 *
 * <p>An activity with a coordinate lies where the coordinate projects onto its link, but not within
 * 5 % of its ends. One without lies in the middle, unless the link leads in from, or out to, a
 * junction where nothing else meets: that is the edge of the area, where vehicles start at the very
 * beginning and stop at the very end. Immutable and thread-safe.
 */
public final class ActivityPlacement {

    private static final double CLEAR_OF_ENDS = 0.05;
    private static final double MIDDLE = 0.5;

    private final RoadNetwork network;
    private final boolean[] edge; // per junction: a single arm

    /** Places activities on this network. */
    public ActivityPlacement(RoadNetwork network) {
        this.network = network;
        int[] neighbour = new int[network.junctionCount()];
        boolean[] several = new boolean[network.junctionCount()];
        Arrays.fill(neighbour, RoadNetwork.NONE);
        for (int link = 0; link < network.linkCount(); link++) {
            int from = network.fromJunction(link);
            int to = network.toJunction(link);
            several[from] |= neighbour[from] != RoadNetwork.NONE && neighbour[from] != to;
            several[to] |= neighbour[to] != RoadNetwork.NONE && neighbour[to] != from;
            neighbour[from] = to;
            neighbour[to] = from;
        }
        edge = new boolean[several.length];
        for (int junction = 0; junction < edge.length; junction++) {
            edge[junction] = !several[junction];
        }
    }

    /** Where vehicles start, as a share of the activity's link. */
    public double departurePosition(Activity activity) {
        if (hasCoordinate(activity)) {
            return projection(activity);
        }
        return edge[network.fromJunction(activity.linkIndex())] ? 0 : MIDDLE;
    }

    /** Where vehicles stop, as a share of the activity's link. */
    public double arrivalPosition(Activity activity) {
        if (hasCoordinate(activity)) {
            return projection(activity);
        }
        return edge[network.toJunction(activity.linkIndex())] ? 1 : MIDDLE;
    }

    /** The activity's easting: its own, or that of its place on the link, m. */
    public double x(Activity activity) {
        if (hasCoordinate(activity)) {
            return activity.x();
        }
        Junction from = network.junction(network.fromJunction(activity.linkIndex()));
        Junction to = network.junction(network.toJunction(activity.linkIndex()));
        return from.x() + MIDDLE * (to.x() - from.x());
    }

    /** The activity's northing: its own, or that of its place on the link, m. */
    public double y(Activity activity) {
        if (hasCoordinate(activity)) {
            return activity.y();
        }
        Junction from = network.junction(network.fromJunction(activity.linkIndex()));
        Junction to = network.junction(network.toJunction(activity.linkIndex()));
        return from.y() + MIDDLE * (to.y() - from.y());
    }

    /** Whether the activity has a coordinate. */
    public static boolean hasCoordinate(Activity activity) {
        return !Double.isNaN(activity.x()) && !Double.isNaN(activity.y());
    }

    private double projection(Activity activity) {
        double share = alongLink(activity.linkIndex(), activity.x(), activity.y());
        return Math.min(1 - CLEAR_OF_ENDS, Math.max(CLEAR_OF_ENDS, share));
    }

    private double alongLink(int link, double x, double y) {
        Junction from = network.junction(network.fromJunction(link));
        Junction to = network.junction(network.toJunction(link));
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double squared = dx * dx + dy * dy;
        return squared == 0 ? MIDDLE : ((x - from.x()) * dx + (y - from.y()) * dy) / squared;
    }

    /**
     * The link nearest to a coordinate that is open to all of these modes, the lower index first.
     *
     * @return link index, or {@code RoadNetwork.NONE} if no link is open to them
     */
    public int nearestLink(double x, double y, Iterable<String> modes) {
        int best = RoadNetwork.NONE;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int link = 0; link < network.linkCount(); link++) {
            double share = Math.min(1, Math.max(0, alongLink(link, x, y)));
            Junction from = network.junction(network.fromJunction(link));
            Junction to = network.junction(network.toJunction(link));
            double distance =
                    Math.hypot(
                            from.x() + share * (to.x() - from.x()) - x,
                            from.y() + share * (to.y() - from.y()) - y);
            if (distance < bestDistance && isOpen(link, modes)) {
                best = link;
                bestDistance = distance;
            }
        }
        return best;
    }

    private boolean isOpen(int link, Iterable<String> modes) {
        for (String mode : modes) {
            if (!network.link(link).modes().contains(mode)) {
                return false;
            }
        }
        return true;
    }
}
