package org.chalaco.vision.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/**
 * Films a simulated street: one picture and its truth for every moment it is shown.
 *
 * <p>The same poses, look and frame number give the same pixels. Not thread-safe.
 */
public final class RenderedCamera {

    private final PoleCamera camera;
    private final Sensor sensor;
    private final BufferedImage scenery;
    private final VehiclePainter painter;
    private final BufferedImage outlines;

    /** A camera over this street. */
    public RenderedCamera(StreetPlan plan, PoleCamera camera, FilmLook look) {
        this.camera = camera;
        sensor = new Sensor(look);
        painter = new VehiclePainter(camera, look);
        scenery = new Scenery(plan, camera, look).paint();
        outlines =
                new BufferedImage(
                        camera.width(), camera.heightPixels(), BufferedImage.TYPE_INT_RGB);
    }

    /** Where it stands and looks. */
    public PoleCamera camera() {
        return camera;
    }

    /** The picture of one frame; the caller owns it. */
    public BufferedImage film(int frame, List<VehiclePose> poses) {
        BufferedImage image =
                new BufferedImage(
                        camera.width(), camera.heightPixels(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double[] sway = sensor.sway(frame);
        g.drawImage(scenery, 0, 0, null);
        if (sway[0] != 0 || sway[1] != 0) {
            AffineTransform moved = AffineTransform.getTranslateInstance(sway[0], sway[1]);
            g.drawImage(scenery, moved, null);
            g.transform(moved);
        }
        painter.paint(g, poses);
        g.setTransform(new AffineTransform());
        sensor.rain(g, camera.width(), camera.heightPixels(), frame);
        g.dispose();
        sensor.expose(image, frame);
        return image;
    }

    /**
     * What is true of every vehicle of which a part is in the picture, the farthest first. A
     * swaying pole moves the picture, not the truth.
     */
    public List<VehicleTruth> truth(List<VehiclePose> poses) {
        List<VehiclePose> ordered = painter.farthestFirst(poses);
        List<double[][]> silhouettes = new ArrayList<>();
        Graphics2D g = outlines.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, camera.width(), camera.heightPixels());
        for (int i = 0; i < ordered.size(); i++) {
            double[][] outline = painter.silhouette(ordered.get(i));
            silhouettes.add(outline);
            if (outline != null) {
                g.setColor(new Color(i + 1));
                g.fill(ConvexHull.path(outline));
            }
        }
        g.dispose();
        long[] seen = new long[ordered.size() + 1];
        for (int pixel : ((DataBufferInt) outlines.getRaster().getDataBuffer()).getData()) {
            seen[pixel & 0xffffff]++;
        }
        List<VehicleTruth> truth = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (silhouettes.get(i) != null && seen[i + 1] > 0) {
                truth.add(describe(ordered.get(i), silhouettes.get(i), seen[i + 1]));
            }
        }
        return truth;
    }

    private VehicleTruth describe(VehiclePose pose, double[][] outline, long seen) {
        double left = camera.width();
        double top = camera.heightPixels();
        double right = 0;
        double bottom = 0;
        for (double[] p : outline) {
            left = Math.min(left, p[0]);
            top = Math.min(top, p[1]);
            right = Math.max(right, p[0]);
            bottom = Math.max(bottom, p[1]);
        }
        return new VehicleTruth(
                pose,
                Math.max(0, left),
                Math.max(0, top),
                Math.min(camera.width(), right),
                Math.min(camera.heightPixels(), bottom),
                Math.min(1, seen / Math.max(1, ConvexHull.area(outline))));
    }
}
