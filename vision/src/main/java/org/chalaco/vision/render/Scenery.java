package org.chalaco.vision.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * What stands still: ground, pavements, asphalt with its stains, lane marks, stop lines, sky.
 * Painted once per film.
 */
final class Scenery {

    private static final Color GROUND = new Color(150, 142, 126);
    private static final Color PAVEMENT = new Color(172, 170, 164);
    private static final Color ASPHALT = new Color(96, 97, 99);
    private static final Color MARK = new Color(214, 214, 206);
    private static final Color SKY = new Color(196, 204, 212);

    private static final double SIGHT = 160;
    private static final double LANE = RoadNetwork.LANE_WIDTH;
    private static final double DASH = 3;
    private static final double DASH_GAP = 5;

    private final StreetPlan plan;
    private final PoleCamera camera;
    private final FilmLook look;

    Scenery(StreetPlan plan, PoleCamera camera, FilmLook look) {
        this.plan = plan;
        this.camera = camera;
        this.look = look;
    }

    /** The empty street. */
    BufferedImage paint() {
        BufferedImage image =
                new BufferedImage(
                        camera.width(), camera.heightPixels(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(GROUND);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        List<double[]> lanes = lanesInSight();
        lanes.forEach(lane -> strip(g, lane, LANE / 2 + 2.5, PAVEMENT));
        paths().forEach(path -> strips(g, path, LANE / 2 + 0.6, ASPHALT));
        lanes.forEach(lane -> strip(g, lane, LANE / 2 + 0.3, ASPHALT));
        lanes.forEach(lane -> mark(g, lane));
        g.dispose();
        weather(image);
        return image;
    }

    private List<double[]> lanesInSight() {
        List<double[]> lanes = new ArrayList<>();
        for (int lane = 0; lane < plan.network().laneCount(); lane++) {
            double[] l = plan.lane(lane);
            if (StreetPlan.distance(l, camera.targetX(), camera.targetY()) < SIGHT) {
                lanes.add(l);
            }
        }
        return lanes;
    }

    private List<double[]> paths() {
        List<double[]> paths = new ArrayList<>();
        for (int c = 0; c < plan.network().connectorCount(); c++) {
            double[] path = plan.connector(c);
            if (Math.hypot(path[0] - camera.targetX(), path[1] - camera.targetY()) < SIGHT) {
                paths.add(path);
            }
        }
        return paths;
    }

    private void strips(Graphics2D g, double[] path, double halfWidth, Color colour) {
        for (int i = 2; i < path.length; i += 2) {
            strip(
                    g,
                    new double[] {path[i - 2], path[i - 1], path[i], path[i + 1]},
                    halfWidth,
                    colour);
        }
    }

    /** A strip of road; cut into pieces, so that what lies behind the camera is left out. */
    private void strip(Graphics2D g, double[] line, double halfWidth, Color colour) {
        double length = Math.hypot(line[2] - line[0], line[3] - line[1]);
        int pieces = Math.max(1, (int) Math.ceil(length / 4));
        for (int i = 0; i < pieces; i++) {
            quad(
                    g,
                    line,
                    length * i / pieces,
                    length * (i + 1.0) / pieces,
                    -halfWidth,
                    halfWidth,
                    colour);
        }
    }

    private void quad(
            Graphics2D g,
            double[] line,
            double from,
            double to,
            double left,
            double right,
            Color colour) {
        double length = Math.max(1e-9, Math.hypot(line[2] - line[0], line[3] - line[1]));
        double ux = (line[2] - line[0]) / length;
        double uy = (line[3] - line[1]) / length;
        Path2D path = new Path2D.Double();
        double[][] corners = {{from, left}, {from, right}, {to, right}, {to, left}};
        for (int i = 0; i < 4; i++) {
            double along = corners[i][0];
            double aside = corners[i][1];
            double[] p =
                    camera.project(
                            line[0] + ux * along + uy * aside,
                            line[1] + uy * along - ux * aside,
                            0);
            if (p == null) {
                return;
            }
            if (i == 0) {
                path.moveTo(p[0], p[1]);
            } else {
                path.lineTo(p[0], p[1]);
            }
        }
        path.closePath();
        g.setColor(colour);
        g.fill(path);
    }

    private void mark(Graphics2D g, double[] lane) {
        double length = Math.hypot(lane[2] - lane[0], lane[3] - lane[1]);
        for (double at = 0; at < length - DASH; at += DASH + DASH_GAP) {
            quad(g, lane, at, at + DASH, -LANE / 2 - 0.06, -LANE / 2 + 0.06, MARK);
        }
        quad(g, lane, 0, length, LANE / 2 - 0.06, LANE / 2 + 0.06, MARK);
        quad(g, lane, length - 0.4, length, -LANE / 2, LANE / 2, MARK);
        for (double aside = -LANE / 2 + 0.2; aside < LANE / 2 - 0.3; aside += 0.9) {
            quad(g, lane, length + 0.8, length + 2.6, aside, aside + 0.45, MARK);
        }
        g.setStroke(new BasicStroke(1));
    }

    // ---------------------------------------------------------------- light and texture

    private void weather(BufferedImage image) {
        double brightness =
                Math.min(1.1, look.light().ambient() + look.light().sun() * sunOnFlatGround());
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                double[] ground = camera.groundPoint(column + 0.5, row + 0.5);
                if (ground == null || isFar(ground)) {
                    image.setRGB(column, row, scaled(SKY.getRGB(), look.light().ambient()));
                } else {
                    double lit = brightness * texture(ground) + streetLamp(ground);
                    image.setRGB(column, row, scaled(image.getRGB(column, row), lit));
                }
            }
        }
    }

    private double sunOnFlatGround() {
        return look.light().towardsSun()[2];
    }

    private boolean isFar(double[] ground) {
        return Math.hypot(ground[0] - camera.x(), ground[1] - camera.y()) > 400;
    }

    /** Stains and patches of the ground: 1 on average. */
    private double texture(double[] ground) {
        return 1
                + 0.10 * noise(ground, 2.7, 0)
                + 0.07 * noise(ground, 0.6, 1)
                + 0.05 * noise(ground, 0.15, 2);
    }

    private double streetLamp(double[] ground) {
        if (!look.light().lamps()) {
            return 0;
        }
        double lamp = 0;
        for (int i = 0; i < 4; i++) {
            double east = camera.targetX() + (i % 2 == 0 ? 11 : -11);
            double north = camera.targetY() + (i < 2 ? 11 : -11);
            double d2 = Math.pow(ground[0] - east, 2) + Math.pow(ground[1] - north, 2);
            lamp += 0.16 / (1 + d2 / 90);
        }
        return lamp;
    }

    /** Smooth noise between -1 and 1 with this grain, m. */
    private double noise(double[] ground, double grain, int layer) {
        double x = ground[0] / grain;
        double y = ground[1] / grain;
        long ix = (long) Math.floor(x);
        long iy = (long) Math.floor(y);
        double fx = smooth(x - ix);
        double fy = smooth(y - iy);
        double bottom = mix(lattice(ix, iy, layer), lattice(ix + 1, iy, layer), fx);
        double top = mix(lattice(ix, iy + 1, layer), lattice(ix + 1, iy + 1, layer), fx);
        return mix(bottom, top, fy);
    }

    private double lattice(long ix, long iy, int layer) {
        long place = ix * 73_856_093L ^ iy * 19_349_663L ^ layer * 83_492_791L;
        return 2 * RandomStream.of(look.seed(), place, "ground").nextDouble() - 1;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }

    private static int scaled(int rgb, double by) {
        return channel(rgb >> 16 & 255, by) << 16
                | channel(rgb >> 8 & 255, by) << 8
                | channel(rgb & 255, by);
    }

    private static int channel(int value, double by) {
        return (int) Math.max(0, Math.min(255, value * by));
    }
}
