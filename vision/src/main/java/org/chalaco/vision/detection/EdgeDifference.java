package org.chalaco.vision.detection;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * How much the edges of a picture differ from those of the empty road.
 *
 * <p>{@code e = (|gx - bx| + |gy - by|) / 4} with g and b the derivatives of picture and background
 * by Sobel's operator. Light changes, shadows inside their border and the pools of headlights are
 * smooth and make no edges; vehicles are full of them, by day and by night.
 */
final class EdgeDifference implements AutoCloseable {

    private final Mat grey = new Mat();
    private final Mat edgeX = new Mat();
    private final Mat edgeY = new Mat();
    private final Mat sum = new Mat();
    private final Mat result = new Mat();

    /** The difference, 8 bits; valid until the next call. */
    Mat of(Mat image, RoadBackground background) {
        Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
        RoadBackground.edges(grey, edgeX, edgeY);
        Core.absdiff(edgeX, background.edgeX(), edgeX);
        Core.absdiff(edgeY, background.edgeY(), edgeY);
        Core.add(edgeX, edgeY, sum);
        sum.convertTo(result, CvType.CV_8U, 0.25);
        return result;
    }

    /** The picture of the last call in grey. */
    Mat grey() {
        return grey;
    }

    @Override
    public void close() {
        for (Mat mat : List.of(grey, edgeX, edgeY, sum, result)) {
            mat.release();
        }
    }
}
