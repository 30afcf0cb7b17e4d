package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.vision.detection.ForegroundDetector;
import org.chalaco.vision.site.CountingLine;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A virtual loop: the mask along a counting line, frame under frame, in which each vehicle that
 * passes is one spot.
 *
 * <p>Twice a second the spots that have ended are looked at. Touching spots are told apart by
 * shrinking them until they come apart, pieces of one vehicle (lamps, a pool of light ahead of it)
 * are put together: no two vehicles follow each other in one lane within half a second. Lengths are
 * in lane widths, so that one setting fits any camera.
 *
 * <p>Mutable, not thread-safe: one per line.
 */
final class VirtualLoop implements AutoCloseable {

    /** Narrower than this no vehicle is, motorcycles included; lane widths. */
    private static final double NARROWEST = 0.24;

    /** Least area, lane widths times seconds: half of a motorcycle at 100 km/h. */
    private static final double SMALLEST = 0.04;

    /** Gaps that are closed along the line, lane widths, and in time, s. */
    private static final double CLOSED = 0.1;

    private static final double CLOSED_TIME = 0.12;

    /** Weak differences count only so near to strong ones: along, lane widths, and in time, s. */
    private static final double REACH = 0.3;

    private static final double REACH_TIME = 0.2;

    /** How much spots are shrunk at most to come apart, lane widths. */
    private static final double SHRUNK = 0.13;

    private static final int ROUNDS = 3;

    /** Wider spots than this are more than one vehicle more often than not, lane widths. */
    private static final double WIDE = 1.25;

    private static final int ROUNDS_WIDE = 6;

    /** Between vehicles this wide together there may be shadow, lane widths. */
    private static final double SHADED = 1.2;

    /** Each part of a spot has at least this share of its area. */
    private static final double LEAST_PART = 0.2;

    /** Vehicles in one lane are at least this far apart, s, front to front. */
    private static final double LEAST_HEADWAY = 0.5;

    /** Middles nearer than this are in one lane, lane widths. */
    private static final double SAME_LANE = 0.55;

    /** A spot that does not end is looked at all the same after this, s. */
    private static final double LONGEST = 90;

    private final double laneWidth;
    private final double framesPerSecond;
    private final SlitHistory history;
    private final Mat close;
    private final Mat open;
    private final Mat shrink;
    private final Mat reach;
    private final int step;
    private long lookAt = -1;

    /**
     * A loop.
     *
     * @param line where
     * @param laneWidth of a lane at the line, pixels
     * @param framesPerSecond frames per second of the video
     */
    VirtualLoop(CountingLine line, double laneWidth, double framesPerSecond) {
        this.laneWidth = laneWidth;
        this.framesPerSecond = framesPerSecond;
        history = new SlitHistory(line, (int) Math.max(3, Math.round(laneWidth * 0.2)));
        int along = odd(CLOSED * laneWidth);
        close = ellipse(along, odd(CLOSED_TIME * framesPerSecond));
        open = ellipse(along, odd(CLOSED_TIME * framesPerSecond));
        shrink = ellipse(odd(SHRUNK / 3 * 2 * laneWidth), 3);
        reach = ellipse(odd(REACH * laneWidth), odd(REACH_TIME * framesPerSecond));
        step = (int) Math.max(1, framesPerSecond / 2);
    }

    private static int odd(double size) {
        return (int) Math.max(1, Math.round((size - 1) / 2)) * 2 + 1;
    }

    private static Mat ellipse(int width, int height) {
        return Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(width, height));
    }

    /** Takes the mask of the next frame; gives the passages that have ended. */
    List<LoopPassage> add(long frame, Mat mask) {
        history.add(frame, mask);
        if (lookAt < 0) {
            lookAt = frame + step;
        }
        if (frame < lookAt) {
            return List.of();
        }
        lookAt = frame + step;
        return look(false);
    }

    /** The passages that were going on when the video ended. */
    List<LoopPassage> finish() {
        return history.frames() == 0 ? List.of() : look(true);
    }

    private List<LoopPassage> look(boolean all) {
        Mat raw = history.picture();
        Mat mask = new Mat();
        Mat strong = new Mat();
        Imgproc.threshold(raw, mask, ForegroundDetector.LIT, 255, Imgproc.THRESH_BINARY);
        Imgproc.threshold(raw, strong, 200, 255, Imgproc.THRESH_BINARY);
        Imgproc.dilate(strong, strong, reach);
        Core.bitwise_and(mask, strong, mask);
        strong.release();
        Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_CLOSE, close);
        fillHoles(mask);
        Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, open);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centres = new Mat();
        int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, centres, 8);
        List<LoopPassage> ended = new ArrayList<>();
        Mat done = Mat.zeros(mask.size(), mask.type());
        int keepFrom = history.frames() - margin();
        for (int label = 1; label < count; label++) {
            Rect box = box(stats, label);
            boolean over = box.y + box.height < history.frames() - margin();
            boolean endless = box.height > LONGEST * framesPerSecond;
            if (all || over || endless) {
                Mat spot = spot(labels, label, box);
                split(spot, box, raw, ended);
                spot.copyTo(done.submat(box), spot);
                spot.release();
            } else {
                keepFrom = Math.min(keepFrom, box.y - margin());
            }
        }
        history.wipe(done);
        history.forgetBefore(history.firstFrame() + Math.max(0, keepFrom));
        release(raw, mask, labels, stats, centres, done);
        return joined(ended);
    }

    /** Nothing nearer to the end than this is final, frames. */
    private int margin() {
        return (int) Math.ceil((LEAST_HEADWAY + CLOSED_TIME) * framesPerSecond);
    }

    private static void release(Mat... mats) {
        for (Mat mat : mats) {
            mat.release();
        }
    }

    private static Rect box(Mat stats, int label) {
        int[] s = new int[5];
        stats.get(label, 0, s);
        return new Rect(s[0], s[1], s[2], s[3]);
    }

    private static Mat spot(Mat labels, int label, Rect box) {
        Mat spot = new Mat();
        Core.compare(labels.submat(box), new Scalar(label), spot, Core.CMP_EQ);
        return spot;
    }

    private static void fillHoles(Mat mask) {
        List<MatOfPoint> outlines = new ArrayList<>();
        Mat hierarchy = new Mat();
        Imgproc.findContours(
                mask, outlines, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
        Imgproc.drawContours(mask, outlines, -1, new Scalar(255), Imgproc.FILLED);
        hierarchy.release();
        outlines.forEach(MatOfPoint::release);
    }

    /**
     * Takes a spot apart into vehicles: first by leaving out what is road in shadow between them,
     * then by shrinking it until it falls into parts.
     */
    private void split(Mat spot, Rect box, Mat raw, List<LoopPassage> into) {
        if (!isVehicle(box.width, Core.countNonZero(spot))) {
            return;
        }
        double least = LEAST_PART * Core.countNonZero(spot);
        if (box.width > SHADED * laneWidth) {
            Mat bare = withoutShadow(spot, raw.submat(box));
            boolean apart = emit(bare, bare, 0, box, least, raw, into);
            bare.release();
            if (apart) {
                return;
            }
        }
        Mat shrunk = spot.clone();
        int rounds = box.width > WIDE * laneWidth ? ROUNDS_WIDE : ROUNDS;
        boolean apart = false;
        for (int round = 1; round <= rounds && !apart; round++) {
            Imgproc.erode(
                    shrunk,
                    shrunk,
                    shrink,
                    new Point(-1, -1),
                    1,
                    Core.BORDER_CONSTANT,
                    new Scalar(0));
            apart = emit(shrunk, spot, round, box, least, raw, into);
        }
        shrunk.release();
        if (!apart) {
            into.add(passage(box, Core.countNonZero(spot), raw));
        }
    }

    private Mat withoutShadow(Mat spot, Mat raw) {
        Mat lit = new Mat();
        Core.compare(raw, new Scalar(ForegroundDetector.LIT), lit, Core.CMP_EQ);
        Mat bare = spot.clone();
        bare.setTo(new Scalar(0), lit);
        Imgproc.morphologyEx(bare, bare, Imgproc.MORPH_OPEN, open);
        lit.release();
        return bare;
    }

    /** Adds the parts of a shrunk spot if it has fallen into several vehicles. */
    private boolean emit(
            Mat shrunk,
            Mat spot,
            int round,
            Rect box,
            double least,
            Mat raw,
            List<LoopPassage> into) {
        List<Rect> parts = parts(shrunk, round, least);
        if (parts.size() < 2) {
            return false;
        }
        for (Rect part : parts) {
            Rect grown = grown(part, round, box);
            Rect place = new Rect(box.x + grown.x, box.y + grown.y, grown.width, grown.height);
            into.add(passage(place, Core.countNonZero(spot.submat(grown)), raw));
        }
        return true;
    }

    private boolean isVehicle(double width, double area) {
        return width >= NARROWEST * laneWidth && area >= SMALLEST * laneWidth * framesPerSecond;
    }

    /** Parts of a shrunk spot that could be vehicles, if they are apart as vehicles are. */
    private List<Rect> parts(Mat shrunk, int round, double least) {
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centres = new Mat();
        int count = Imgproc.connectedComponentsWithStats(shrunk, labels, stats, centres, 8);
        List<Rect> parts = new ArrayList<>();
        for (int label = 1; label < count; label++) {
            Rect part = box(stats, label);
            int grow = round * (shrink.cols() - 1);
            int[] area = new int[5];
            stats.get(label, 0, area);
            double full =
                    area[4] * (1 + grow / (double) part.width) * (1 + 2.0 * round / part.height);
            if (isVehicle(part.width + grow, full / 2) && full >= least) {
                parts.add(part);
            }
        }
        release(labels, stats, centres);
        parts.sort(Comparator.comparingInt((Rect r) -> r.y).thenComparingInt(r -> r.x));
        return areApart(parts) ? parts : List.of();
    }

    private boolean areApart(List<Rect> parts) {
        for (int i = 0; i < parts.size(); i++) {
            for (int k = i + 1; k < parts.size(); k++) {
                if (isOneVehicle(parts.get(i), parts.get(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isOneVehicle(Rect a, Rect b) {
        double apart = Math.abs(a.x + a.width / 2.0 - b.x - b.width / 2.0);
        double later = Math.abs(a.y + a.height / 2.0 - b.y - b.height / 2.0);
        double own = 0.9 * (a.height + b.height) / 2;
        return apart < SAME_LANE * laneWidth
                && later < Math.max(own, LEAST_HEADWAY * framesPerSecond);
    }

    private Rect grown(Rect part, int round, Rect box) {
        int gx = round * (shrink.cols() - 1) / 2;
        int x0 = Math.max(0, part.x - gx);
        int y0 = Math.max(0, part.y - round);
        int x1 = Math.min(box.width, part.x + part.width + gx);
        int y1 = Math.min(box.height, part.y + part.height + round);
        return new Rect(x0, y0, x1 - x0, y1 - y0);
    }

    private LoopPassage passage(Rect box, int area, Mat raw) {
        Mat strong = new Mat();
        Imgproc.threshold(raw.submat(box), strong, 200, 255, Imgproc.THRESH_BINARY);
        double share = Core.countNonZero(strong) / (double) area;
        strong.release();
        double[] lag = history.lag(box.x, box.x + box.width, box.y, box.y + box.height);
        return new LoopPassage(
                history.firstFrame() + box.y,
                history.firstFrame() + box.y + box.height - 1,
                box.x,
                box.x + box.width,
                area,
                share,
                lag[0],
                lag[1]);
    }

    /** Pieces that cannot be two vehicles become one. */
    private List<LoopPassage> joined(List<LoopPassage> pieces) {
        List<LoopPassage> result = new ArrayList<>();
        pieces.sort(
                Comparator.comparingDouble(LoopPassage::middleFrame)
                        .thenComparingDouble(LoopPassage::middle));
        for (LoopPassage piece : pieces) {
            int same = -1;
            for (int i = 0; i < result.size(); i++) {
                same = isOneVehicle(result.get(i), piece) ? i : same;
            }
            if (same < 0) {
                result.add(piece);
            } else {
                result.set(same, result.get(same).with(piece));
            }
        }
        return result;
    }

    private boolean isOneVehicle(LoopPassage a, LoopPassage b) {
        return Math.abs(a.middle() - b.middle()) < SAME_LANE * laneWidth
                && Math.abs(a.middleFrame() - b.middleFrame()) < LEAST_HEADWAY * framesPerSecond;
    }

    @Override
    public void close() {
        history.close();
        release(close, open, shrink, reach);
    }
}
