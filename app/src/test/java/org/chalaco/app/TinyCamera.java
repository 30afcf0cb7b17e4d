package org.chalaco.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * A camera for tests: a film of six drawn vehicles, its site file, and what a person would mark.
 */
public final class TinyCamera {

    /** Vehicles that drive down the picture in the film. */
    public static final int VEHICLES = 6;

    private static final int FRAMES = 220;
    private static final int STEP = 4;
    private static final int APART = 30;

    private TinyCamera() {}

    /** Writes camera.json, clip.avi and truth.csv. */
    public static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        film(folder.resolve("clip.avi"));
        Files.writeString(folder.resolve("camera.json"), site("1_2"));
        StringBuilder truth = new StringBuilder("clip,line_y,dir,frame,x,class,edge\n");
        for (int k = 0; k < VEHICLES; k++) {
            int frame = 5 + k * APART + (60 + 13) / STEP;
            truth.append("clip,60,south,%d,%d,L,0%n".formatted(frame, x(k) + 10));
        }
        Files.writeString(folder.resolve("truth.csv"), truth);
    }

    /** The site file, its line on this link. */
    public static String site(String link) {
        return """
                {
                  "id": "tiny",
                  "width": 160,
                  "height": 120,
                  "homography": {
                    "image": [[0, 0], [160, 0], [160, 120], [0, 120]],
                    "road": [[0, 0], [16, 0], [16, 12], [0, 12]]
                  },
                  "lines": [
                    {
                      "id": "line", "from": [5, 60], "to": [155, 60],
                      "forward": {"name": "south", "station": "tiny-south", "link": "%s"}
                    }
                  ]
                }
                """
                .formatted(link);
    }

    private static int x(int vehicle) {
        return vehicle % 2 == 0 ? 35 : 95;
    }

    private static void film(Path file) {
        NativeOpenCv.load();
        VideoWriter writer =
                new VideoWriter(
                        file.toString(),
                        Videoio.CAP_OPENCV_MJPEG,
                        VideoWriter.fourcc('M', 'J', 'P', 'G'),
                        25,
                        new Size(160, 120));
        for (int f = 0; f < FRAMES; f++) {
            Mat frame = new Mat(120, 160, CvType.CV_8UC3, new Scalar(110, 110, 112));
            for (int k = 0; k < VEHICLES; k++) {
                int front = (f - 5 - k * APART) * STEP;
                vehicle(frame, x(k), front - 26, k);
            }
            writer.write(frame);
            frame.release();
        }
        writer.release();
    }

    private static void vehicle(Mat frame, int x, int top, int k) {
        Scalar paint = k % 2 == 0 ? new Scalar(235, 235, 235) : new Scalar(50, 50, 190);
        Imgproc.rectangle(frame, new Rect(x, top, 20, 26), paint, -1);
        Imgproc.rectangle(frame, new Rect(x + 3, top + 8, 14, 6), new Scalar(20, 20, 20), -1);
    }
}
