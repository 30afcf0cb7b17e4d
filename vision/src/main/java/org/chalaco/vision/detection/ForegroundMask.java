package org.chalaco.vision.detection;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Which pixels show something that is not the empty road.
 *
 * <p>A pixel does if its edges differ (see {@link EdgeDifference}) by more than {@value #EDGE} plus
 * twice their usual flicker, or if its colour differs by more than {@value #COLOUR} and that is
 * neither a shadow nor light: not brighter than the road in every channel, and not the road's own
 * colour darkened.
 *
 * <p>Mutable, not thread-safe: one per camera. The masks are valid until the next call.
 */
final class ForegroundMask implements AutoCloseable {

    static final double EDGE = 20;
    static final double COLOUR = 28;
    static final int LIT = 64;

    private static final double FLICKER_FACTOR = 2;
    private static final double STRONG = 2;

    /** A shadow leaves at least this share of the light. */
    private static final double DEEPEST_SHADOW = 0.4;

    /** Nothing but noise is darker by less than this. */
    private static final double NOT_DARKER = 0.97;

    /** How far a shadow's colour may be off the darkened road's, grey levels. */
    private static final double SAME_HUE = 12;

    /** A pool of light is brighter than the road by this much, sum of three channels. */
    private static final int GLARE = 90;

    private static final double GLARE_STEP = 0.01;

    private final EdgeDifference edges = new EdgeDifference();
    private final Mat limit = new Mat();
    private final Mat limitEdges = new Mat();
    private final Mat strong = new Mat();
    private final Mat weak = new Mat();
    private final Mat difference = new Mat();
    private final Mat[] channels = {new Mat(), new Mat(), new Mat()};
    private final Mat near = new Mat();
    private final Mat free = new Mat();
    private final Mat lit = new Mat();
    private final Mat result = new Mat();
    private final Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5));
    private byte[] maskPixels = new byte[0];
    private byte[] litPixels = new byte[0];
    private byte[] colourPixels = new byte[0];
    private byte[] imagePixels = new byte[0];
    private byte[] roadPixels = new byte[0];
    private boolean limitIsNew = true;

    /** Begins above 0: the first vehicle alone must not make it night. */
    private double edgeShare = 0.002;

    private double lightShare;

    /**
     * The mask, 8 bits: 0 for road, {@value #LIT} for road in other light (shadow or headlights),
     * 128 for a pixel that differs, 255 for one whose edges differ much.
     *
     * @param image the picture
     * @param road the empty road; it follows the picture
     * @param area where to look, 8-bit mask
     * @param time s
     */
    Mat of(Mat image, RoadBackground road, Mat area, double time) {
        Mat edge = edges.of(image, road);
        refreshLimits(road);
        Core.compare(edge, limit, weak, Core.CMP_GT);
        colourChanges(image, road);
        Core.compare(edge, limitEdges, strong, Core.CMP_GT);
        // A red car may be as bright as the road: then its edges are of colour alone.
        Core.compare(channels[0], new Scalar(COLOUR * STRONG), channels[1], Core.CMP_GT);
        Core.bitwise_or(strong, channels[1], strong);
        Core.bitwise_and(weak, area, weak);
        Core.bitwise_and(strong, weak, strong);
        // 255 * 0.5 for either, together 255.
        Core.addWeighted(weak, 0.5, strong, 0.5, 0, result);
        Core.bitwise_and(lit, area, lit);
        Core.max(result, lit, result);
        follow(image, edge, road, time);
        return result;
    }

    private void refreshLimits(RoadBackground road) {
        if (limitIsNew) {
            road.flicker().convertTo(limit, CvType.CV_8U, FLICKER_FACTOR, EDGE);
            road.flicker().convertTo(limitEdges, CvType.CV_8U, FLICKER_FACTOR, EDGE * STRONG);
            roadPixels = new byte[(int) road.colour().total() * 3];
            road.colour().get(0, 0, roadPixels);
            limitIsNew = false;
        }
    }

    /** Adds to the weak mask where the colour is neither the road's nor its shadow's nor light. */
    private void colourChanges(Mat image, RoadBackground road) {
        Core.absdiff(image, road.colour(), difference);
        for (int i = 0; i < 3; i++) {
            Core.extractChannel(difference, channels[i], i);
        }
        Core.max(channels[0], channels[1], channels[0]);
        Core.max(channels[0], channels[2], channels[0]);
        Core.compare(channels[0], new Scalar(COLOUR), channels[1], Core.CMP_GT);
        int n = (int) image.total();
        if (maskPixels.length != n) {
            maskPixels = new byte[n];
            litPixels = new byte[n];
            lit.create(image.size(), CvType.CV_8U);
            colourPixels = new byte[n];
            imagePixels = new byte[n * 3];
        }
        weak.get(0, 0, maskPixels);
        channels[1].get(0, 0, colourPixels);
        image.get(0, 0, imagePixels);
        int edgePixels = 0;
        int lightPixels = 0;
        for (int i = 0; i < n; i++) {
            litPixels[i] = 0;
            if (maskPixels[i] != 0) {
                edgePixels++;
            } else if (colourPixels[i] != 0) {
                if (!isLightOrShadow(3 * i)) {
                    maskPixels[i] = -1;
                } else {
                    litPixels[i] = LIT;
                    lightPixels += isLight(3 * i) ? 1 : 0;
                }
            }
        }
        weak.put(0, 0, maskPixels);
        lit.put(0, 0, litPixels);
        edgeShare += GLARE_STEP * (edgePixels / (double) n - edgeShare);
        lightShare += GLARE_STEP * (lightPixels / (double) n - lightShare);
    }

    /** Light thrown on the road beside edges, mean of the last minute or so; 0 to 1. */
    double glare() {
        return edgeShare + lightShare == 0 ? 0 : lightShare / (edgeShare + lightShare);
    }

    private boolean isLight(int at) {
        return (imagePixels[at] & 255) + (imagePixels[at + 1] & 255) + (imagePixels[at + 2] & 255)
                > (roadPixels[at] & 255)
                        + (roadPixels[at + 1] & 255)
                        + (roadPixels[at + 2] & 255)
                        + GLARE;
    }

    private boolean isLightOrShadow(int at) {
        int b = imagePixels[at] & 255;
        int g = imagePixels[at + 1] & 255;
        int r = imagePixels[at + 2] & 255;
        int roadB = roadPixels[at] & 255;
        int roadG = roadPixels[at + 1] & 255;
        int roadR = roadPixels[at + 2] & 255;
        double ratio = (b + g + r) / (double) Math.max(1, roadB + roadG + roadR);
        if (ratio >= NOT_DARKER) {
            // Light adds to every channel; what takes from one is paint.
            return b > roadB - SAME_HUE && g > roadG - SAME_HUE && r > roadR - SAME_HUE;
        }
        return ratio > DEEPEST_SHADOW
                && Math.abs(b - ratio * roadB) < SAME_HUE
                && Math.abs(g - ratio * roadG) < SAME_HUE
                && Math.abs(r - ratio * roadR) < SAME_HUE;
    }

    private void follow(Mat image, Mat edge, RoadBackground road, double time) {
        if (!road.isDue(time)) {
            return;
        }
        Imgproc.dilate(weak, near, kernel);
        Core.bitwise_not(near, free);
        road.follow(image, edge, free, near, time);
        limitIsNew = true;
    }

    /** The picture of the last call in grey. */
    Mat grey() {
        return edges.grey();
    }

    @Override
    public void close() {
        edges.close();
        for (Mat mat :
                List.of(
                        limit,
                        limitEdges,
                        strong,
                        weak,
                        difference,
                        channels[0],
                        channels[1],
                        channels[2],
                        near,
                        free,
                        lit,
                        result,
                        kernel)) {
            mat.release();
        }
    }
}
