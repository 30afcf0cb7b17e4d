package org.chalaco.vision.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Makes an empty road of frames with traffic: per pixel the brightness seen most often, and the
 * mean colour of the frames that had it.
 *
 * <p>The most frequent value stays the road's even where vehicles cover a pixel most of the time,
 * as vehicles differ and the road does not; a median would not. Frames are kept as they come until
 * {@value #MOST}, then every second one goes and only every second further one is taken, and so on.
 */
public final class BackgroundSampler {

    static final int MOST = 80;

    /** Brightness in steps of four: finer ones would split the road's own noise. */
    private static final int STEP_BITS = 2;

    private static final int STEPS = 256 >> STEP_BITS;

    private final List<byte[]> samples = new ArrayList<>();
    private int rows;
    private int columns;
    private long seen;
    private long stride = 1;

    /** Offers the next frame. */
    public void offer(Mat image) {
        if (seen++ % stride != 0) {
            return;
        }
        rows = image.rows();
        columns = image.cols();
        byte[] pixels = new byte[rows * columns * 3];
        image.get(0, 0, pixels);
        samples.add(pixels);
        if (samples.size() == MOST) {
            for (int i = MOST - 1; i > 0; i -= 2) {
                samples.remove(i);
            }
            stride *= 2;
        }
    }

    /** How many frames were offered. */
    public long offered() {
        return seen;
    }

    /** The empty road; at least one frame must have been offered. */
    public RoadBackground build() {
        byte[] road = new byte[rows * columns * 3];
        byte[] brightness = new byte[samples.size()];
        int[] histogram = new int[STEPS + 2];
        for (int pixel = 0; pixel < rows * columns; pixel++) {
            for (int k = 0; k < brightness.length; k++) {
                brightness[k] = step(samples.get(k), pixel * 3);
            }
            mean(road, pixel * 3, brightness, mostFrequent(brightness, histogram));
        }
        Mat image = new Mat(rows, columns, CvType.CV_8UC3);
        image.put(0, 0, road);
        Mat flicker = flicker(image);
        RoadBackground background = new RoadBackground(image, flicker);
        image.release();
        flicker.release();
        return background;
    }

    private static byte step(byte[] picture, int at) {
        int sum = (picture[at] & 255) + 2 * (picture[at + 1] & 255) + (picture[at + 2] & 255);
        return (byte) (sum >> 2 + STEP_BITS);
    }

    private static int mostFrequent(byte[] brightness, int[] histogram) {
        Arrays.fill(histogram, 0);
        for (byte b : brightness) {
            histogram[b + 1]++;
        }
        int best = 0;
        int most = -1;
        for (int b = 0; b < STEPS; b++) {
            int near = histogram[b] + 2 * histogram[b + 1] + histogram[b + 2];
            if (near > most) {
                most = near;
                best = b;
            }
        }
        return best;
    }

    private void mean(byte[] road, int at, byte[] brightness, int wanted) {
        int blue = 0;
        int green = 0;
        int red = 0;
        int n = 0;
        for (int k = 0; k < brightness.length; k++) {
            if (Math.abs(brightness[k] - wanted) <= 1) {
                byte[] picture = samples.get(k);
                blue += picture[at] & 255;
                green += picture[at + 1] & 255;
                red += picture[at + 2] & 255;
                n++;
            }
        }
        road[at] = (byte) (blue / n);
        road[at + 1] = (byte) (green / n);
        road[at + 2] = (byte) (red / n);
    }

    /** Median over the samples of the difference of their edges from the road's. */
    private Mat flicker(Mat road) {
        Mat image = new Mat(rows, columns, CvType.CV_8UC3);
        EdgeDifference difference = new EdgeDifference();
        RoadBackground plain = new RoadBackground(road, Mat.zeros(rows, columns, CvType.CV_8U));
        List<byte[]> edges = new ArrayList<>();
        for (int k = 0; k < samples.size(); k += Math.max(1, samples.size() / 25)) {
            image.put(0, 0, samples.get(k));
            byte[] values = new byte[rows * columns];
            difference.of(image, plain).get(0, 0, values);
            edges.add(values);
        }
        byte[] median = new byte[rows * columns];
        int[] values = new int[edges.size()];
        for (int pixel = 0; pixel < median.length; pixel++) {
            for (int k = 0; k < values.length; k++) {
                values[k] = edges.get(k)[pixel] & 255;
            }
            Arrays.sort(values);
            median[pixel] = (byte) values[values.length / 2];
        }
        Mat flicker = new Mat(rows, columns, CvType.CV_8U);
        flicker.put(0, 0, median);
        plain.close();
        difference.close();
        image.release();
        Core.min(flicker, new org.opencv.core.Scalar(40), flicker);
        return flicker;
    }
}
