package org.chalaco.vision.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Paints vehicles: shadow, blocks shaded by the sun, lamps. Farther ones are painted first, so
 * nearer ones hide them.
 */
final class VehiclePainter {

    private static final int[][] FACES = {
        {4, 5, 6, 7}, {0, 1, 5, 4}, {2, 3, 7, 6}, {1, 2, 6, 5}, {3, 0, 4, 7}
    };

    private static final double BRAKES = -0.8;

    private final PoleCamera camera;
    private final FilmLook look;

    VehiclePainter(PoleCamera camera, FilmLook look) {
        this.camera = camera;
        this.look = look;
    }

    /** Those that may be seen, the farthest first. */
    List<VehiclePose> farthestFirst(List<VehiclePose> poses) {
        List<VehiclePose> seen = new ArrayList<>();
        for (VehiclePose pose : poses) {
            if (depthOf(pose) > PoleCamera.NEAREST) {
                seen.add(pose);
            }
        }
        seen.sort(
                Comparator.comparingDouble(this::depthOf)
                        .reversed()
                        .thenComparingInt(VehiclePose::vehicle));
        return seen;
    }

    private double depthOf(VehiclePose pose) {
        double[] middle = ground(pose, pose.length() / 2, 0);
        return camera.depth(middle[0], middle[1], 0.7);
    }

    /** Paints all of them into one frame. */
    void paint(Graphics2D g, List<VehiclePose> poses) {
        List<VehiclePose> ordered = farthestFirst(poses);
        ordered.forEach(pose -> paintShadow(g, pose));
        if (look.light().lamps()) {
            ordered.forEach(pose -> paintLightOnRoad(g, pose));
        }
        for (VehiclePose pose : ordered) {
            paintBody(g, pose);
            paintLamps(g, pose);
        }
    }

    // ---------------------------------------------------------------- shadow

    private void paintShadow(Graphics2D g, VehiclePose pose) {
        Path2D under = outline(footprint(pose));
        if (under != null) {
            g.setColor(new Color(0, 0, 0, 90));
            g.fill(under);
        }
        if (look.light().sun() < 0.05) {
            return;
        }
        double[] sun = look.light().towardsSun();
        List<double[]> cast = new ArrayList<>();
        for (Prism prism : BodyShapes.of(pose, look.seed())) {
            for (double[] corner : prism.corners()) {
                double[] p = ground(pose, corner[0], corner[1]);
                double reach = corner[2] / sun[2];
                cast.add(camera.project(p[0] - sun[0] * reach, p[1] - sun[1] * reach, 0));
            }
        }
        Path2D shadow = outline(cast);
        if (shadow != null) {
            g.setColor(new Color(8, 10, 18, (int) (200 * look.light().sun())));
            g.fill(shadow);
        }
    }

    private List<double[]> footprint(VehiclePose pose) {
        double half = Math.max(0.2, BodyShapes.halfWidth(pose.vehicleClass()));
        List<double[]> points = new ArrayList<>();
        for (double[] corner :
                new double[][] {
                    {0, half}, {0, -half}, {pose.length(), -half}, {pose.length(), half}
                }) {
            double[] p = ground(pose, corner[0], corner[1]);
            points.add(camera.project(p[0], p[1], 0));
        }
        return points;
    }

    private static Path2D outline(List<double[]> points) {
        if (points.contains(null)) {
            return null;
        }
        return ConvexHull.path(ConvexHull.of(points));
    }

    // ---------------------------------------------------------------- body

    private void paintBody(Graphics2D g, VehiclePose pose) {
        for (Prism prism : BodyShapes.of(pose, look.seed())) {
            paintPrism(g, pose, prism);
        }
    }

    private void paintPrism(Graphics2D g, VehiclePose pose, Prism prism) {
        double[][] corners = prism.corners();
        double[][] world = new double[8][];
        double[][] pixel = new double[8][];
        for (int i = 0; i < 8; i++) {
            double[] p = ground(pose, corners[i][0], corners[i][1]);
            world[i] = new double[] {p[0], p[1], corners[i][2]};
            pixel[i] = camera.project(p[0], p[1], corners[i][2]);
            if (pixel[i] == null) {
                return;
            }
        }
        // A convex block: the faces that look at the camera never hide one another.
        for (int[] face : FACES) {
            double[] normal = normal(world, face);
            if (looksAtCamera(world[face[0]], normal)) {
                g.setColor(shade(face == FACES[0] ? prism.roof() : prism.sides(), normal));
                g.fill(quad(pixel, face));
            }
        }
    }

    private static double[] normal(double[][] w, int[] face) {
        double[] a = w[face[0]];
        double[] b = w[face[1]];
        double[] c = w[face[2]];
        double ux = b[0] - a[0];
        double uy = b[1] - a[1];
        double uz = b[2] - a[2];
        double vx = c[0] - b[0];
        double vy = c[1] - b[1];
        double vz = c[2] - b[2];
        double nx = vy * uz - vz * uy;
        double ny = vz * ux - vx * uz;
        double nz = vx * uy - vy * ux;
        double n = Math.max(1e-12, Math.sqrt(nx * nx + ny * ny + nz * nz));
        return new double[] {nx / n, ny / n, nz / n};
    }

    private boolean looksAtCamera(double[] at, double[] normal) {
        return normal[0] * (camera.x() - at[0])
                        + normal[1] * (camera.y() - at[1])
                        + normal[2] * (camera.height() - at[2])
                > 0;
    }

    private Color shade(Color colour, double[] normal) {
        double[] sun = look.light().towardsSun();
        double lit = Math.max(0, normal[0] * sun[0] + normal[1] * sun[1] + normal[2] * sun[2]);
        // What looks up gets the light of the whole sky, what stands upright of half of it.
        double sky = look.light().ambient() * (0.72 + 0.28 * normal[2]);
        double brightness = Math.min(1.15, sky + look.light().sun() * lit);
        return new Color(
                clamp(colour.getRed() * brightness),
                clamp(colour.getGreen() * brightness),
                clamp(colour.getBlue() * brightness));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static Path2D quad(double[][] pixel, int[] face) {
        Path2D path = new Path2D.Double();
        path.moveTo(pixel[face[0]][0], pixel[face[0]][1]);
        for (int i = 1; i < 4; i++) {
            path.lineTo(pixel[face[i]][0], pixel[face[i]][1]);
        }
        path.closePath();
        return path;
    }

    // ---------------------------------------------------------------- lamps

    private void paintLamps(Graphics2D g, VehiclePose pose) {
        boolean lit = look.light().lamps();
        boolean brakes = pose.acceleration() < BRAKES || pose.speed() < 0.3;
        double half = BodyShapes.halfWidth(pose.vehicleClass());
        int count = half == 0 || pose.vehicleClass() == VehicleClass.MOTOTAXI ? 1 : 2;
        for (int i = 0; i < count; i++) {
            double aside = count == 1 ? 0 : (i == 0 ? half - 0.1 : 0.1 - half);
            if (facesCamera(pose, 1)) {
                lamp(g, pose, -0.02, aside, lit, new Color(255, 250, 228), lit ? 0.95 : 0.12);
            } else if (facesCamera(pose, -1) && (lit || brakes)) {
                lamp(
                        g,
                        pose,
                        pose.length() + 0.02,
                        aside,
                        lit,
                        new Color(255, 34, 24),
                        brakes ? 0.5 : 0.28);
            }
        }
    }

    private boolean facesCamera(VehiclePose pose, int end) {
        double at = end > 0 ? 0 : pose.length();
        double[] p = ground(pose, at, 0);
        double ahead =
                (camera.x() - p[0]) * Math.cos(pose.heading())
                        + (camera.y() - p[1]) * Math.sin(pose.heading());
        return end * ahead > 0;
    }

    private void lamp(
            Graphics2D g,
            VehiclePose pose,
            double behind,
            double aside,
            boolean lit,
            Color colour,
            double glow) {
        double[] p = ground(pose, behind, aside);
        double height = pose.vehicleClass() == VehicleClass.MOTORCYCLE ? 0.85 : 0.68;
        double[] at = camera.project(p[0], p[1], height);
        if (at == null) {
            return;
        }
        double metre = pixelsPerMetre(p);
        disc(
                g,
                at,
                Math.max(0.8, 0.09 * metre),
                colour,
                lit ? 255 : (int) (255 * Math.min(1, glow + 0.3)));
        if (lit) {
            double radius = Math.max(2, glow * metre);
            g.setPaint(
                    new RadialGradientPaint(
                            new Point2D.Double(at[0], at[1]),
                            (float) radius,
                            new float[] {0, 0.35f, 1},
                            new Color[] {with(colour, 190), with(colour, 60), with(colour, 0)}));
            g.fill(new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius));
        }
    }

    private static void disc(Graphics2D g, double[] at, double radius, Color colour, int alpha) {
        g.setColor(with(colour, Math.min(255, alpha)));
        g.fill(new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius));
    }

    private static Color with(Color c, int alpha) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
    }

    private double pixelsPerMetre(double[] p) {
        return camera.width()
                / (2
                        * Math.tan(Math.toRadians(camera.fieldOfView()) / 2)
                        * Math.max(PoleCamera.NEAREST, camera.depth(p[0], p[1], 0.7)));
    }

    /**
     * The pool of light before a vehicle: what a camera at night takes for a vehicle of its own.
     */
    private void paintLightOnRoad(Graphics2D g, VehiclePose pose) {
        for (double[] pool : new double[][] {{4, 0.9, 34}, {7, 1.4, 24}, {11, 1.9, 15}}) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                double a = 2 * Math.PI * i / 16;
                double[] p =
                        ground(pose, -pool[0] + pool[0] * 0.8 * Math.cos(a), pool[1] * Math.sin(a));
                points.add(camera.project(p[0], p[1], 0));
            }
            Path2D lightOnRoad = outline(points);
            if (lightOnRoad != null) {
                g.setColor(new Color(250, 240, 205, (int) pool[2]));
                g.fill(lightOnRoad);
            }
        }
    }

    /** A point of the vehicle on the ground: m behind its bumper, m to its left. */
    static double[] ground(VehiclePose pose, double behind, double left) {
        double cos = Math.cos(pose.heading());
        double sin = Math.sin(pose.heading());
        return new double[] {
            pose.x() - behind * cos - left * sin, pose.y() - behind * sin + left * cos
        };
    }

    /** The outline of a vehicle in the picture, or null where a part of it is behind the lens. */
    double[][] silhouette(VehiclePose pose) {
        List<double[]> points = new ArrayList<>();
        for (Prism prism : BodyShapes.of(pose, look.seed())) {
            for (double[] corner : prism.corners()) {
                double[] p = ground(pose, corner[0], corner[1]);
                points.add(camera.project(p[0], p[1], corner[2]));
            }
        }
        return points.contains(null) ? null : ConvexHull.of(points);
    }
}
