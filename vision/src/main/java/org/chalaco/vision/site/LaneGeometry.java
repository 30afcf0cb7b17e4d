package org.chalaco.vision.site;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide lanes are in the picture, and in which lane a point lies.
 *
 * <p>Widths come from the site's lanes, else from its road plane, else they are unknown (NaN).
 */
public final class LaneGeometry {

    /** Width of a lane where only the road plane is known, m. */
    private static final double LANE = 3.5;

    private final CameraSite site;
    private final List<Polygon> outlines = new ArrayList<>();

    /** The geometry of a site. */
    public LaneGeometry(CameraSite site) {
        this.site = site;
        for (CameraLane lane : site.lanes()) {
            List<ImagePoint> corners = new ArrayList<>(lane.left());
            for (int i = lane.right().size() - 1; i >= 0; i--) {
                corners.add(lane.right().get(i));
            }
            outlines.add(new Polygon(corners));
        }
    }

    /** Id of the lane at a point, or null. */
    public String laneAt(double x, double y) {
        for (int i = 0; i < outlines.size(); i++) {
            if (outlines.get(i).contains(x, y)) {
                return site.lanes().get(i).id();
            }
        }
        return null;
    }

    /** Outlines of the lanes, in the order of the site. */
    public List<Polygon> outlines() {
        return List.copyOf(outlines);
    }

    /** Width of a lane at a point, pixels, or NaN. */
    public double widthAt(double x, double y) {
        double nearest = Double.MAX_VALUE;
        double width = Double.NaN;
        for (CameraLane lane : site.lanes()) {
            for (int i = 0; i + 1 < lane.left().size(); i++) {
                double share = share(lane, i, y);
                ImagePoint left = lane.left().get(i).towards(lane.left().get(i + 1), share);
                ImagePoint right = lane.right().get(i).towards(lane.right().get(i + 1), share);
                double distance = left.towards(right, 0.5).distance(new ImagePoint(x, y));
                if (distance < nearest) {
                    nearest = distance;
                    width = left.distance(right);
                }
            }
        }
        if (Double.isNaN(width) && site.homography() != null) {
            width = LANE / metresPerPixelAcross(x, y);
        }
        return width;
    }

    private double metresPerPixelAcross(double x, double y) {
        return site.homography().metresPerPixel(x, y);
    }

    private static double share(CameraLane lane, int i, double y) {
        double from = (lane.left().get(i).y() + lane.right().get(i).y()) / 2;
        double to = (lane.left().get(i + 1).y() + lane.right().get(i + 1).y()) / 2;
        return from == to ? 0.5 : Math.max(0, Math.min(1, (y - from) / (to - from)));
    }

    /** Width of a lane at a counting line, pixels, or NaN. */
    public double widthAt(CountingLine line) {
        if (!Double.isNaN(line.laneWidth())) {
            return line.laneWidth();
        }
        ImagePoint middle = line.from().towards(line.to(), 0.5);
        return widthAt(middle.x(), middle.y());
    }
}
