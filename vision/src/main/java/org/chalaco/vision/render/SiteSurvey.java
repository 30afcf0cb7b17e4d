package org.chalaco.vision.render;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.vision.site.CameraLane;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSection;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.Homography;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.LineDirection;
import org.chalaco.vision.site.MeasuredAccuracy;
import org.chalaco.vision.site.Polygon;
import org.chalaco.vision.site.RoadPoint;

/**
 * Writes down what a surveyor would draw on the picture of a rendered camera: a counting line at
 * the stop line of every approach, lanes, the mouths of all legs as sections, the movements between
 * them, and the road plane in the network's own coordinates.
 *
 * <p>Stations are called after junction and link, so that counts find their link.
 */
public final class SiteSurvey {

    /** Before the stop line, so that who waits at it is not on the line, m. */
    static final double LINE_AT = 1.0;

    /** How far lanes and queues are looked at, m from the stop line. */
    public static final double LANE_IN_SIGHT = 35;

    private final StreetPlan plan;
    private final int junction;
    private final PoleCamera camera;

    /** A survey of one junction as this camera sees it. */
    public SiteSurvey(StreetPlan plan, int junctionIndex, PoleCamera camera) {
        this.plan = plan;
        junction = junctionIndex;
        this.camera = camera;
    }

    /**
     * The site.
     *
     * @param id name of the camera
     * @param accuracy precision and recall measured at cameras like this one
     */
    public CameraSite survey(String id, MeasuredAccuracy accuracy) {
        List<LegMouth> mouths = LegMouth.of(plan, junction);
        return new CameraSite(
                id,
                camera.width(),
                camera.heightPixels(),
                roadPlane(mouths),
                mouths.stream().filter(LegMouth::isApproach).map(this::line).toList(),
                lanes(mouths),
                mouths.stream().map(m -> new CameraSection(sectionId(m.link()), area(m))).toList(),
                movements(mouths),
                List.of(),
                accuracy);
    }

    /** Station of an approach. */
    String stationOf(int link) {
        return plan.network().junction(junction).id() + ":" + plan.network().link(link).id();
    }

    /** Station of a movement. */
    String stationOf(int fromLink, int toLink) {
        return stationOf(fromLink) + ">" + plan.network().link(toLink).id();
    }

    private String sectionId(int link) {
        return plan.network().link(link).id();
    }

    private Homography roadPlane(List<LegMouth> mouths) {
        List<ImagePoint> image = new ArrayList<>();
        List<RoadPoint> road = new ArrayList<>();
        for (LegMouth mouth : mouths) {
            for (int i = 0; i < mouth.corners().length; i += 2) {
                RoadPoint point = new RoadPoint(mouth.corners()[i], mouth.corners()[i + 1]);
                image.add(pixel(point.x(), point.y()));
                road.add(point);
            }
        }
        return Homography.of(image, road);
    }

    private ImagePoint pixel(double x, double y) {
        double[] p = camera.project(x, y, 0);
        if (p == null) {
            throw new IllegalArgumentException(
                    "The point (%s, %s) of the road is behind the camera.%nMaybe let PolePlacement choose the pole?"
                            .formatted(x, y));
        }
        return new ImagePoint(p[0], p[1]);
    }

    private CountingLine line(LegMouth mouth) {
        double[] c = mouth.corners();
        double depth = Math.hypot(c[4] - c[2], c[5] - c[3]);
        double back = Math.min(0.5, LINE_AT / depth);
        ImagePoint left = pixel(c[0] + back * (c[6] - c[0]), c[1] + back * (c[7] - c[1]));
        ImagePoint right = pixel(c[2] + back * (c[4] - c[2]), c[3] + back * (c[5] - c[3]));
        String link = plan.network().link(mouth.link()).id();
        LineDirection in = new LineDirection("in", stationOf(mouth.link()), link);
        CountingLine line = new CountingLine(link, left, right, in, null);
        ImagePoint ahead = pixel((c[0] + c[2]) / 2, (c[1] + c[3]) / 2);
        return line.side(ahead) > 0 ? line : new CountingLine(link, right, left, in, null);
    }

    private Polygon area(LegMouth mouth) {
        List<ImagePoint> corners = new ArrayList<>();
        for (int i = 0; i < mouth.corners().length; i += 2) {
            corners.add(pixel(mouth.corners()[i], mouth.corners()[i + 1]));
        }
        return new Polygon(corners);
    }

    private List<CameraLane> lanes(List<LegMouth> mouths) {
        List<CameraLane> lanes = new ArrayList<>();
        RoadNetwork network = plan.network();
        for (LegMouth mouth : mouths) {
            int first = network.firstLane(mouth.link());
            for (int k = 0; k < network.laneCount(mouth.link()); k++) {
                lanes.add(lane(first + k, mouth));
            }
        }
        return lanes;
    }

    /** A lane as far as it is before the lens; the mouth always is. */
    private CameraLane lane(int lane, LegMouth mouth) {
        RoadNetwork network = plan.network();
        double length = network.laneLength(lane);
        double reach = Math.min(LANE_IN_SIGHT, length);
        while (reach > LegMouth.DEPTH && !isInSight(lane, mouth, reach)) {
            reach--;
        }
        double far = mouth.isApproach() ? length - reach : reach;
        double near = mouth.isApproach() ? length : 0;
        double[] ends = mouth.isApproach() ? new double[] {far, near} : new double[] {near, far};
        List<ImagePoint> left = new ArrayList<>();
        List<ImagePoint> right = new ArrayList<>();
        for (double at : ends) {
            left.add(edge(lane, at, 1));
            right.add(edge(lane, at, -1));
        }
        String id = network.link(mouth.link()).id() + "." + network.positionOnLink(lane);
        return new CameraLane(id, left, right);
    }

    /** A point on the edge of a lane; 1 is the left one, -1 the right one. */
    private ImagePoint edge(int lane, double at, int side) {
        double[] p = beside(lane, at, side);
        return pixel(p[0], p[1]);
    }

    private double[] beside(int lane, double at, int side) {
        double[] p = plan.onLane(lane, at);
        double half = side * RoadNetwork.LANE_WIDTH / 2;
        return new double[] {p[0] - Math.sin(p[2]) * half, p[1] + Math.cos(p[2]) * half};
    }

    private boolean isInSight(int lane, LegMouth mouth, double reach) {
        double at = mouth.isApproach() ? plan.network().laneLength(lane) - reach : reach;
        for (int side = -1; side <= 1; side += 2) {
            double[] p = beside(lane, at, side);
            double[] pixel = camera.project(p[0], p[1], 0);
            if (pixel == null
                    || Math.abs(pixel[0] - camera.width() / 2.0) > camera.width()
                    || Math.abs(pixel[1] - camera.heightPixels() / 2.0) > camera.heightPixels()) {
                return false;
            }
        }
        return true;
    }

    private List<CameraMovement> movements(List<LegMouth> mouths) {
        List<CameraMovement> movements = new ArrayList<>();
        RoadNetwork network = plan.network();
        for (LegMouth from : mouths) {
            for (LegMouth to : mouths) {
                if (from.isApproach()
                        && !to.isApproach()
                        && network.connects(from.link(), to.link())) {
                    String fromId = network.link(from.link()).id();
                    String toId = network.link(to.link()).id();
                    movements.add(
                            new CameraMovement(
                                    fromId + ">" + toId,
                                    fromId,
                                    toId,
                                    stationOf(from.link(), to.link()),
                                    fromId,
                                    toId));
                }
            }
        }
        return movements;
    }
}
