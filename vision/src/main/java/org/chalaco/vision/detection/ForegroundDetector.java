package org.chalaco.vision.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.LaneGeometry;
import org.chalaco.vision.site.Polygon;
import org.chalaco.vision.video.Frame;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Vehicles as what is not the empty road: no model is needed.
 *
 * <p>Frames are brought to the size that the site's places refer to. Until {@value #LEARNING} s
 * have been seen nothing is detected, unless a background is given. Connected areas of the {@link
 * ForegroundMask} are vehicles; those wider than {@value #WIDE} lanes are cut along the lanes.
 */
public final class ForegroundDetector implements VehicleDetector {

    /** Seconds of a live source from which the first background is made. */
    public static final double LEARNING = 8;

    /** Mask of road in shadow or in headlights; what differs has more. */
    public static final int LIT = ForegroundMask.LIT;

    private static final double WIDE = 1.5;

    /** Narrower than this no vehicle is, lane widths. */
    private static final double NARROWEST = 0.24;

    /** Smaller areas are noise where the lane width is unknown, pixels. */
    private static final double SMALLEST = 40;

    private static final int SHAKE_EVERY = 5;

    private static final double CERTAIN_FILL = 0.45;

    private final CameraSite site;
    private final LaneGeometry lanes;
    private final Mat area;
    private final Mat laneBorders;
    private final ForegroundMask masks = new ForegroundMask();
    private final BackgroundSampler sampler = new BackgroundSampler();
    private final Mat sized = new Mat();
    private final Mat near = new Mat();
    private final Mat blobs = new Mat();
    private final Mat reach = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(9, 9));
    private final Mat close = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(5, 5));
    private final Mat open = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(3, 3));
    private final ShakeGauge shakeGauge = new ShakeGauge();
    private byte[] areaPixels;
    private double shake;
    private RoadBackground road;
    private double firstTime = Double.NaN;
    private Mat mask;

    /**
     * A detector.
     *
     * @param site what the camera looks at
     * @param road the empty road, or null to learn it from the first seconds; closed with the
     *     detector
     */
    public ForegroundDetector(CameraSite site, RoadBackground road) {
        this.site = site;
        this.road = road;
        lanes = new LaneGeometry(site);
        area = new Mat(site.height(), site.width(), CvType.CV_8U, new Scalar(255));
        for (Polygon hidden : site.masks()) {
            fill(area, hidden, 0);
        }
        laneBorders = Mat.zeros(site.height(), site.width(), CvType.CV_8U);
        for (Polygon outline : lanes.outlines()) {
            MatOfPoint points = points(outline);
            Imgproc.polylines(laneBorders, List.of(points), true, new Scalar(255), 1);
            points.release();
        }
    }

    private static void fill(Mat image, Polygon polygon, int value) {
        MatOfPoint points = points(polygon);
        Imgproc.fillPoly(image, List.of(points), new Scalar(value));
        points.release();
    }

    private static MatOfPoint points(Polygon polygon) {
        return new MatOfPoint(
                polygon.corners().stream()
                        .map(corner -> new Point(corner.x(), corner.y()))
                        .toArray(Point[]::new));
    }

    @Override
    public List<Detection> detect(Frame frame) {
        Mat image = toSite(frame);
        if (road == null && !learn(image, frame.time())) {
            return List.of();
        }
        mask = masks.of(image, road, area, frame.time());
        gaugeShake(frame.index());
        return findBlobs();
    }

    private Mat toSite(Frame frame) {
        Mat image = frame.image();
        if (image.width() == site.width() && image.height() == site.height()) {
            return image;
        }
        Imgproc.resize(
                image, sized, new Size(site.width(), site.height()), 0, 0, Imgproc.INTER_AREA);
        return sized;
    }

    private boolean learn(Mat image, double time) {
        firstTime = Double.isNaN(firstTime) ? time : firstTime;
        sampler.offer(image);
        if (time - firstTime < LEARNING) {
            return false;
        }
        road = sampler.build();
        return true;
    }

    /** Shows a frame from which the empty road is learned; nothing is detected in it. */
    public void study(Frame frame) {
        sampler.offer(toSite(frame));
    }

    /** Makes the empty road of the frames that were studied. */
    public void finishStudy() {
        if (sampler.offered() > 0 && road == null) {
            road = sampler.build();
        }
    }

    /** Whether the empty road is known. */
    public boolean isReady() {
        return road != null;
    }

    /** The empty road as known by now, or null. */
    public RoadBackground road() {
        return road;
    }

    /**
     * The mask of the last frame in the site's size: 0 for road, {@link #LIT} for road in other
     * light, 128 for a pixel that differs, 255 for strong edges; null before the road is known.
     * Valid until the next frame.
     */
    public Mat mask() {
        return mask;
    }

    /** How much of what moves is light thrown onto the road, 0 to 1: high in the dark only. */
    public double glare() {
        return masks.glare();
    }

    /**
     * How far the camera has moved from where it usually looks, pixels; measured every half second.
     */
    public double shake() {
        return shake;
    }

    private void gaugeShake(long frame) {
        if (frame % SHAKE_EVERY == 0) {
            if (areaPixels == null) {
                areaPixels = new byte[(int) area.total()];
                area.get(0, 0, areaPixels);
            }
            shake = shakeGauge.moved(masks.grey(), road, areaPixels);
        }
    }

    private List<Detection> findBlobs() {
        Imgproc.threshold(mask, near, 200, 255, Imgproc.THRESH_BINARY);
        Imgproc.dilate(near, near, reach);
        Imgproc.threshold(mask, blobs, LIT, 255, Imgproc.THRESH_BINARY);
        Core.bitwise_and(blobs, near, blobs);
        Imgproc.morphologyEx(blobs, blobs, Imgproc.MORPH_CLOSE, close);
        Imgproc.morphologyEx(blobs, blobs, Imgproc.MORPH_OPEN, open);
        List<MatOfPoint> outlines = outlines(blobs);
        List<Detection> detections = new ArrayList<>();
        for (MatOfPoint outline : outlines) {
            addVehicles(outline, detections);
            outline.release();
        }
        detections.sort(Comparator.comparingDouble(Detection::y).thenComparingDouble(Detection::x));
        return detections;
    }

    private static List<MatOfPoint> outlines(Mat image) {
        List<MatOfPoint> outlines = new ArrayList<>();
        Mat hierarchy = new Mat();
        Imgproc.findContours(
                image, outlines, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
        hierarchy.release();
        return outlines;
    }

    private void addVehicles(MatOfPoint outline, List<Detection> into) {
        Rect box = Imgproc.boundingRect(outline);
        double width = lanes.widthAt(box.x + box.width / 2.0, box.y + box.height);
        Detection whole = detection(box, Imgproc.contourArea(outline), width);
        if (whole == null) {
            return;
        }
        List<Detection> parts = box.width > WIDE * width ? cutAlongLanes(outline, box) : List.of();
        if (parts.size() > 1) {
            into.addAll(parts);
        } else {
            into.add(whole);
        }
    }

    /** The parts of an area in each lane that stand on the road there. */
    private List<Detection> cutAlongLanes(MatOfPoint outline, Rect box) {
        Mat single = Mat.zeros(box.height, box.width, CvType.CV_8U);
        Imgproc.drawContours(
                single,
                List.of(outline),
                0,
                new Scalar(255),
                Imgproc.FILLED,
                Imgproc.LINE_8,
                new Mat(),
                0,
                new Point(-box.x, -box.y));
        single.setTo(new Scalar(0), laneBorders.submat(box));
        List<Detection> parts = new ArrayList<>();
        for (MatOfPoint piece : outlines(single)) {
            Rect r = Imgproc.boundingRect(piece);
            double foot = box.y + r.y + r.height;
            double width = lanes.widthAt(box.x + r.x + r.width / 2.0, foot);
            // What leans over into the next lane does not stand there.
            boolean stands = r.width > 0.45 * width && foot > box.y + 0.6 * box.height;
            Rect shifted = new Rect(box.x + r.x, box.y + r.y, r.width, r.height);
            Detection part = detection(shifted, Imgproc.contourArea(piece), width);
            if (stands && part != null) {
                parts.add(part);
            }
            piece.release();
        }
        single.release();
        return parts;
    }

    private static Detection detection(Rect box, double area, double laneWidth) {
        boolean known = !Double.isNaN(laneWidth);
        double least = known ? 0.08 * laneWidth * laneWidth : SMALLEST;
        if (area < least || known && box.width < NARROWEST * laneWidth) {
            return null;
        }
        double fill = area / (box.width * (double) box.height);
        double confidence = Math.min(1, 0.3 + 0.5 * fill / CERTAIN_FILL);
        return new Detection(
                box.x, box.y, box.width, box.height, confidence, classOf(box, laneWidth));
    }

    /** By width and height alone, in lane widths: all that an outline tells. */
    private static VehicleClass classOf(Rect box, double laneWidth) {
        if (Double.isNaN(laneWidth)) {
            return null;
        }
        double width = box.width / laneWidth;
        double height = box.height / laneWidth;
        if (width < 0.42 && height < 1) {
            return VehicleClass.MOTORCYCLE;
        }
        return height > 1.5 && width * height > 1.6 ? VehicleClass.TRUCK : VehicleClass.CAR;
    }

    @Override
    public void close() {
        masks.close();
        if (road != null) {
            road.close();
        }
        for (Mat mat : List.of(area, laneBorders, sized, near, blobs, reach, close, open)) {
            mat.release();
        }
    }
}
