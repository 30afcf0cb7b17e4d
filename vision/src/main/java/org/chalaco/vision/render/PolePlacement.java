package org.chalaco.vision.render;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where a city would put the pole: off the road, near enough, with the mouths of all legs in the
 * picture and as large as can be.
 *
 * <p>Tries poles all around the junction and keeps the best; ties go to the first.
 */
public final class PolePlacement {

    private static final int DIRECTIONS = 24;
    private static final double[] DISTANCES = {14, 18, 22, 27, 33, 40};

    /** How far beyond the centre it aims, as shares of its distance. */
    private static final double[] AIMS = {0.2, 0, -0.2, -0.35};

    private static final double OFF_THE_LANE = RoadNetwork.LANE_WIDTH / 2 + 1.2;

    /** Kept free at the edges of the picture, share of its size. */
    private static final double MARGIN = 0.03;

    private final StreetPlan plan;
    private final int junction;
    private final List<double[]> mouths;

    /** Looks for a pole at this junction. */
    public PolePlacement(StreetPlan plan, int junctionIndex) {
        this.plan = plan;
        junction = junctionIndex;
        mouths = LegMouth.mouthsOf(plan, junctionIndex);
    }

    /**
     * The best camera.
     *
     * @param height of the lens above the road, m
     * @param fieldOfView degrees
     * @param width of the picture, pixels
     * @param heightPixels of the picture, pixels
     * @throws IllegalArgumentException if no pole sees the mouths of all legs
     */
    public PoleCamera place(double height, double fieldOfView, int width, int heightPixels) {
        Junction centre = plan.network().junction(junction);
        PoleCamera best = null;
        double most = 0;
        for (double distance : DISTANCES) {
            for (int k = 0; k < DIRECTIONS; k++) {
                double angle = 2 * Math.PI * k / DIRECTIONS;
                double x = centre.x() + distance * Math.cos(angle);
                double y = centre.y() + distance * Math.sin(angle);
                if (isOffTheRoad(x, y)) {
                    for (double beyond : AIMS) {
                        double aimX = centre.x() - beyond * distance * Math.cos(angle);
                        double aimY = centre.y() - beyond * distance * Math.sin(angle);
                        PoleCamera camera =
                                new PoleCamera(
                                        x, y, height, aimX, aimY, fieldOfView, width, heightPixels);
                        double worth = smallestMouth(camera) * shareOfRoad(camera);
                        if (worth > most) {
                            most = worth;
                            best = camera;
                        }
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(
                    "No pole of (%s m) with a field of view of (%s) degrees sees all legs of junction (%s).%nMaybe a higher pole or a wider lens?"
                            .formatted(height, fieldOfView, centre.id()));
        }
        return best;
    }

    /** The part of the picture below the horizon: sky counts nobody. */
    private static double shareOfRoad(PoleCamera camera) {
        int rows = camera.heightPixels();
        int sky = 0;
        while (sky < rows && camera.groundPoint(camera.width() / 2.0, sky) == null) {
            sky++;
        }
        return 1 - sky / (double) rows;
    }

    private boolean isOffTheRoad(double x, double y) {
        RoadNetwork network = plan.network();
        for (int lane = 0; lane < network.laneCount(); lane++) {
            int link = network.linkOfLane(lane);
            boolean meets =
                    network.fromJunction(link) == junction || network.toJunction(link) == junction;
            if (meets && StreetPlan.distance(plan.lane(lane), x, y) < OFF_THE_LANE) {
                return false;
            }
        }
        return true;
    }

    /** Pixels that the least visible mouth takes; 0 if a corner of one is outside the picture. */
    private double smallestMouth(PoleCamera camera) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] mouth : mouths) {
            List<double[]> corners = new ArrayList<>();
            for (int i = 0; i < mouth.length; i += 2) {
                double[] p = camera.project(mouth[i], mouth[i + 1], 0);
                if (p == null || !isInside(camera, p)) {
                    return 0;
                }
                corners.add(p);
            }
            smallest = Math.min(smallest, ConvexHull.area(ConvexHull.of(corners)));
        }
        return smallest;
    }

    private static boolean isInside(PoleCamera camera, double[] p) {
        double x = MARGIN * camera.width();
        double y = MARGIN * camera.heightPixels();
        return p[0] >= x
                && p[0] <= camera.width() - x
                && p[1] >= y
                && p[1] <= camera.heightPixels() - y;
    }
}
