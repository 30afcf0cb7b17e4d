package org.chalaco.vision.classification;

import org.chalaco.vision.detection.Detection;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What the classifier is shown: the box with a margin, scaled into a square of {@value #SIZE}
 * pixels without changing its proportions, grey around it; and as two further planes how wide and
 * how high the box is on the road, in units of {@value #WIDTH_UNIT} m and {@value #HEIGHT_UNIT} m,
 * 0 where that is not known. The same for training and use.
 */
public final class CropInput {

    /** Width and height of the square, pixels. */
    public static final int SIZE = 32;

    /** Planes: blue, green, red, width, height. */
    public static final int PLANES = 5;

    /** Numbers of one input. */
    public static final int LENGTH = PLANES * SIZE * SIZE;

    static final double WIDTH_UNIT = 8;
    static final double HEIGHT_UNIT = 4;
    private static final double MARGIN = 0.08;
    private static final double GREY = 118;

    private CropInput() {}

    /**
     * The input for one box.
     *
     * @param image 8 bits, blue, green, red
     * @param metresPerPixel of the road at the foot of the box, or NaN
     * @return plane by plane, row by row; colours from -1 to 1
     */
    public static float[] of(Mat image, Detection box, double metresPerPixel) {
        Mat square = square(image, box);
        byte[] pixels = new byte[3 * SIZE * SIZE];
        square.get(0, 0, pixels);
        square.release();
        float[] input = new float[LENGTH];
        int plane = SIZE * SIZE;
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < 3; c++) {
                input[c * plane + i] = ((pixels[3 * i + c] & 255) - 127.5f) / 127.5f;
            }
        }
        if (Double.isFinite(metresPerPixel)) {
            float width = (float) Math.min(2, box.width() * metresPerPixel / WIDTH_UNIT);
            float height = (float) Math.min(2, box.height() * metresPerPixel / HEIGHT_UNIT);
            for (int i = 0; i < plane; i++) {
                input[3 * plane + i] = width;
                input[4 * plane + i] = height;
            }
        }
        return input;
    }

    private static Mat square(Mat image, Detection box) {
        int left = clamp(box.x() - MARGIN * box.width(), image.cols() - 1);
        int top = clamp(box.y() - MARGIN * box.height(), image.rows() - 1);
        int right = clamp(box.x() + (1 + MARGIN) * box.width(), image.cols());
        int bottom = clamp(box.y() + (1 + MARGIN) * box.height(), image.rows());
        Rect area = new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        Mat crop = image.submat(area);
        double scale = SIZE / (double) Math.max(area.width, area.height);
        int width = Math.max(1, (int) Math.round(area.width * scale));
        int height = Math.max(1, (int) Math.round(area.height * scale));
        Mat scaled = new Mat();
        int method = scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
        Imgproc.resize(crop, scaled, new Size(width, height), 0, 0, method);
        Mat square = new Mat();
        int beside = (SIZE - width) / 2;
        int above = (SIZE - height) / 2;
        Core.copyMakeBorder(
                scaled,
                square,
                above,
                SIZE - height - above,
                beside,
                SIZE - width - beside,
                Core.BORDER_CONSTANT,
                new Scalar(GREY, GREY, GREY));
        crop.release();
        scaled.release();
        if (square.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("The picture is not one of 8-bit colours.");
        }
        return square;
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(value)));
    }
}
