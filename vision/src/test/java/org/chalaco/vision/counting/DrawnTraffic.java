package org.chalaco.vision.counting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * A film of rectangles that drive down and up a grey road, seen from above, with noise: what
 * crosses is known exactly.
 */
public final class DrawnTraffic {

    static final int WIDTH = 240;
    static final int HEIGHT = 180;
    static final int LANE = 36;

    private record Car(int x, double enters, double speed, Scalar colour, int length) {}

    private final List<Car> cars = new ArrayList<>();
    private final Mat road;
    private boolean shadows;
    private double brightness = 1;

    /** An empty road with lane marks. */
    public DrawnTraffic() {
        NativeOpenCv.load();
        road = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(110, 112, 115));
        for (int x = 24; x <= 24 + 5 * LANE; x += LANE) {
            for (int y = 0; y < HEIGHT; y += 24) {
                Imgproc.rectangle(road, new Rect(x, y, 2, 10), new Scalar(220, 220, 220), -1);
            }
        }
    }

    /** A car in a lane (0, 1 drive up; 3, 4 down) that is at the edge in a frame. */
    public DrawnTraffic car(int lane, double frame, double pixelsPerFrame) {
        return vehicle(lane, frame, pixelsPerFrame, 26);
    }

    DrawnTraffic vehicle(int lane, double frame, double pixelsPerFrame, int length) {
        int k = cars.size();
        Scalar colour =
                k % 3 == 0
                        ? new Scalar(230, 230, 235)
                        : k % 3 == 1 ? new Scalar(40, 40, 45) : new Scalar(60, 60, 200);
        int x = 24 + lane * LANE + 8;
        cars.add(new Car(x, frame, lane < 2 ? -pixelsPerFrame : pixelsPerFrame, colour, length));
        return this;
    }

    /** Vehicles throw hard shadows into the lane to their right. */
    DrawnTraffic withShadows() {
        shadows = true;
        return this;
    }

    /** The light changes steadily by this factor over the film. */
    DrawnTraffic brightensTo(double factor) {
        brightness = factor;
        return this;
    }

    /** One frame of so many. */
    Mat frame(int f, int frames) {
        Mat image = road.clone();
        if (shadows) {
            cars.forEach(car -> draw(image, car, f, true));
        }
        cars.forEach(car -> draw(image, car, f, false));
        double light = 1 + (brightness - 1) * f / frames;
        image.convertTo(image, -1, light, 0);
        SplittableRandom random = new SplittableRandom(f);
        byte[] noise = new byte[(int) image.total() * 3];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ((noise[i] & 255) % 7);
        }
        Mat grain = new Mat(image.size(), CvType.CV_8UC3);
        grain.put(0, 0, noise);
        Core.add(image, grain, image);
        grain.release();
        return image;
    }

    private static void draw(Mat image, Car car, int f, boolean shadow) {
        double front = car.speed() > 0 ? 0 : HEIGHT;
        int y = (int) Math.round(front + car.speed() * (f - car.enters()));
        int top = car.speed() > 0 ? y - car.length() : y;
        if (top > HEIGHT || top + car.length() < 0) {
            return;
        }
        if (shadow) {
            int first = Math.max(0, top);
            int last = Math.min(HEIGHT, top + car.length());
            if (last > first) {
                Mat dark = image.submat(new Rect(car.x() + 18, first, 16, last - first));
                dark.convertTo(dark, -1, 0.55, 0);
            }
            return;
        }
        Imgproc.rectangle(image, new Rect(car.x(), top, 20, car.length()), car.colour(), -1);
        Imgproc.rectangle(image, new Rect(car.x() + 3, top + 7, 14, 7), new Scalar(20, 20, 20), -1);
        Imgproc.line(
                image,
                new Point(car.x() + 2, top + 20),
                new Point(car.x() + 17, top + 20),
                new Scalar(150, 150, 150),
                1);
    }

    /** Writes the film as Motion-JPEG AVI at 25 frames per second. */
    public Path write(Path file, int frames) {
        VideoWriter writer =
                new VideoWriter(
                        file.toString(),
                        Videoio.CAP_OPENCV_MJPEG,
                        VideoWriter.fourcc('M', 'J', 'P', 'G'),
                        25,
                        new Size(WIDTH, HEIGHT));
        for (int f = 0; f < frames; f++) {
            Mat frame = frame(f, frames);
            writer.write(frame);
            frame.release();
        }
        writer.release();
        return file;
    }
}
