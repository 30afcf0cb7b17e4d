package org.chalaco.vision.detection;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * How far the picture has moved against the empty road, pixels: one step of Lucas and Kanade's
 * least squares over a grid of pixels, {@code Σ g gᵀ d = Σ g (road - picture)}, without those that
 * differ much (vehicles) or have no edge.
 *
 * <p>Lucas and Kanade, <i>An iterative image registration technique</i>, IJCAI 1981.
 */
final class ShakeGauge {

    private static final int GRID = 3;
    private static final int VEHICLE = 60;
    private static final double EDGE = 30;

    /** Sobel's operator gives eight times the derivative. */
    private static final double SOBEL = 8;

    private byte[] picture = new byte[0];
    private byte[] road = new byte[0];
    private short[] edgeX = new short[0];
    private short[] edgeY = new short[0];

    /** Distance moved, pixels; small ones are exact, large ones only known to be large. */
    double moved(Mat grey, RoadBackground background, byte[] area) {
        read(grey, background);
        int columns = grey.cols();
        int rows = grey.rows();
        double xx = 1;
        double xy = 0;
        double yy = 1;
        double xd = 0;
        double yd = 0;
        for (int y = 1; y < rows - 1; y += GRID) {
            for (int i = y * columns + 1; i < (y + 1) * columns - 1; i += GRID) {
                int d = (picture[i] & 255) - (road[i] & 255);
                int gx = edgeX[i];
                int gy = edgeY[i];
                if (area[i] != 0 && Math.abs(d) < VEHICLE && Math.abs(gx) + Math.abs(gy) > EDGE) {
                    xx += gx * gx;
                    xy += gx * gy;
                    yy += gy * gy;
                    xd += gx * d;
                    yd += gy * d;
                }
            }
        }
        double determinant = xx * yy - xy * xy;
        double dx = (xd * yy - yd * xy) / determinant;
        double dy = (yd * xx - xd * xy) / determinant;
        return SOBEL * Math.hypot(dx, dy);
    }

    private void read(Mat grey, RoadBackground background) {
        int n = (int) grey.total();
        if (picture.length != n) {
            picture = new byte[n];
            road = new byte[n];
            edgeX = new short[n];
            edgeY = new short[n];
        }
        assert background.edgeX().type() == CvType.CV_16S;
        grey.get(0, 0, picture);
        background.grey().get(0, 0, road);
        background.edgeX().get(0, 0, edgeX);
        background.edgeY().get(0, 0, edgeY);
    }
}
