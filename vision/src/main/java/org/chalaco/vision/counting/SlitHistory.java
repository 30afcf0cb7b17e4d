package org.chalaco.vision.counting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.chalaco.vision.site.CountingLine;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The masks on a line and beside it, frame under frame: a slit-scan picture, along the line to the
 * right and time downwards.
 */
final class SlitHistory implements AutoCloseable {

    /** Rows of one frame: before the line, on it, behind it. */
    private record Slit(byte[] before, byte[] on, byte[] behind) {}

    private static final int ASKEW_STEP = 2;

    private final int length;
    private final int offset;
    private final Mat toLine;
    private final Mat strip = new Mat();
    private final Deque<Slit> slits = new ArrayDeque<>();
    private long firstFrame;

    /**
     * An empty history.
     *
     * @param line where
     * @param offset how far before and behind the line to look as well, pixels
     */
    SlitHistory(CountingLine line, int offset) {
        this.offset = offset;
        length = (int) Math.round(line.from().distance(line.to()));
        double ux = (line.to().x() - line.from().x()) / length;
        double uy = (line.to().y() - line.from().y()) / length;
        toLine = new Mat(2, 3, CvType.CV_64F);
        // Strip (s, o) to picture: along the line by s, to its right by o - offset.
        toLine.put(
                0,
                0,
                ux,
                -uy,
                line.from().x() + uy * offset,
                uy,
                ux,
                line.from().y() - ux * offset);
    }

    int length() {
        return length;
    }

    int offset() {
        return offset;
    }

    int frames() {
        return slits.size();
    }

    long firstFrame() {
        return firstFrame;
    }

    /** Adds the mask of the next frame. */
    void add(long frame, Mat mask) {
        if (slits.isEmpty()) {
            firstFrame = frame;
        }
        Imgproc.warpAffine(
                mask,
                strip,
                toLine,
                new Size(length, 2 * offset + 1),
                Imgproc.INTER_NEAREST | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_CONSTANT,
                new Scalar(0));
        slits.add(new Slit(row(0), row(offset), row(2 * offset)));
    }

    private byte[] row(int i) {
        byte[] pixels = new byte[length];
        strip.get(i, 0, pixels);
        return pixels;
    }

    /** The slit-scan picture of the line. */
    Mat picture() {
        Mat picture = new Mat(slits.size(), length, CvType.CV_8U);
        int i = 0;
        for (Slit slit : slits) {
            picture.put(i++, 0, slit.on());
        }
        return picture;
    }

    /** Forgets what happened before a frame. */
    void forgetBefore(long frame) {
        while (firstFrame < frame && !slits.isEmpty()) {
            slits.removeFirst();
            firstFrame++;
        }
    }

    /** Wipes what was counted already, so that it is not found again. */
    void wipe(Mat mask) {
        byte[] row = new byte[length];
        int i = 0;
        for (Slit slit : slits) {
            mask.get(i++, 0, row);
            for (int x = 0; x < length; x++) {
                if (row[x] != 0) {
                    slit.on()[x] = 0;
                }
            }
        }
    }

    /**
     * How many frames later the strip behind the line shows what the strip before it showed.
     *
     * <p>The lag with the fewest pixels that differ, and how much better it is than the best of the
     * other sign.
     *
     * @return lag, frames, and its certainty, 0 to 1
     */
    double[] lag(int x0, int x1, int t0, int t1) {
        List<Slit> all = new ArrayList<>(slits);
        int most = Math.max(4, (int) (0.8 * (t1 - t0)));
        double bestForward = Double.MAX_VALUE;
        double bestBackward = Double.MAX_VALUE;
        int forward = 0;
        int backward = 0;
        for (int lag = 1; lag <= most; lag++) {
            // Lanes may run askew: along the line, too, the strips are shifted.
            for (int askew = -offset; askew <= offset; askew += ASKEW_STEP) {
                double f = mismatch(all, x0, x1, t0, t1, lag, askew);
                if (f < bestForward) {
                    bestForward = f;
                    forward = lag;
                }
                double b = mismatch(all, x0, x1, t0, t1, -lag, askew);
                if (b < bestBackward) {
                    bestBackward = b;
                    backward = lag;
                }
            }
        }
        double worse = Math.max(bestForward, bestBackward);
        if (!(worse < Double.MAX_VALUE) || worse == 0) {
            return new double[] {0, 0};
        }
        double certainty = Math.abs(bestForward - bestBackward) / worse;
        return new double[] {bestForward < bestBackward ? forward : -backward, certainty};
    }

    /**
     * Share of pixels that differ when the strip behind is shifted by a lag; half on either side.
     */
    private double mismatch(List<Slit> all, int x0, int x1, int t0, int t1, int lag, int askew) {
        int half = lag / 2;
        int differ = 0;
        int set = 0;
        for (int t = t0 - 2; t <= t1 + 2; t++) {
            int tBefore = t - half;
            int tBehind = tBefore + lag;
            if (Math.min(tBefore, tBehind) < 0 || Math.max(tBefore, tBehind) >= all.size()) {
                continue;
            }
            byte[] before = all.get(tBefore).before();
            byte[] behind = all.get(tBehind).behind();
            for (int x = x0; x < x1; x++) {
                int left = Math.min(length - 1, Math.max(0, x - askew));
                int right = Math.min(length - 1, Math.max(0, x + askew));
                // From 128 on a byte is negative: what differs, and not in light alone.
                boolean a = before[left] < 0;
                boolean b = behind[right] < 0;
                differ += a != b ? 1 : 0;
                set += a || b ? 1 : 0;
            }
        }
        return set == 0 ? Double.MAX_VALUE : differ / (double) set;
    }

    @Override
    public void close() {
        strip.release();
        toLine.release();
    }
}
