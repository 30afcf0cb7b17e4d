package org.chalaco.vision.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * The empty road: its colour, its edges, and how much its edges flicker.
 *
 * <p>It begins as what was seen most often in some frames (see {@link BackgroundSampler}) and then
 * follows the light: where nothing is in the way with a time constant of {@value #TIME_CONSTANT} s,
 * where something is with {@value #STANDING} s, so that a queue at a red signal does not become
 * road, and a car that parked does in the end. Mutable, not thread-safe; holds native memory.
 */
public final class RoadBackground implements AutoCloseable {

    static final double TIME_CONSTANT = 10;
    static final double STANDING = 300;

    /** Updating more often costs time and changes nothing that could be seen. */
    private static final double UPDATE_EVERY = 0.2;

    private static final String COLOUR_FILE = "road.png";
    private static final String FLICKER_FILE = "flicker.png";

    private final Mat exact = new Mat();
    private final Mat colour = new Mat();
    private final Mat grey = new Mat();
    private final Mat edgeX = new Mat();
    private final Mat edgeY = new Mat();
    private final Mat flicker = new Mat();
    private final Mat scratch = new Mat();
    private double updatedAt = Double.NaN;

    /**
     * A background from what it looks like.
     *
     * @param image the empty road, 8 bits, blue, green, red
     * @param flicker median difference of its edges from frame to frame, 8 bits
     */
    RoadBackground(Mat image, Mat flicker) {
        image.convertTo(exact, CvType.CV_32FC3);
        flicker.convertTo(this.flicker, CvType.CV_32FC1);
        refresh();
    }

    /** The empty road, 8 bits, blue, green, red. */
    Mat colour() {
        return colour;
    }

    Mat grey() {
        return grey;
    }

    Mat edgeX() {
        return edgeX;
    }

    Mat edgeY() {
        return edgeY;
    }

    /** Usual difference of edges, 32-bit floating point. */
    Mat flicker() {
        return flicker;
    }

    /**
     * Follows the light.
     *
     * @param frame the picture
     * @param edges difference of its edges from the background's, 8 bits
     * @param free where nothing is in the way, 8-bit mask
     * @param taken where something is, 8-bit mask
     * @param time s
     */
    void follow(Mat frame, Mat edges, Mat free, Mat taken, double time) {
        // After a gap one frame must not become the whole background.
        double step = Double.isNaN(updatedAt) ? UPDATE_EVERY : Math.min(time - updatedAt, 1);
        updatedAt = time;
        Imgproc.accumulateWeighted(frame, exact, step / TIME_CONSTANT, free);
        Imgproc.accumulateWeighted(frame, exact, step / STANDING, taken);
        Imgproc.accumulateWeighted(edges, flicker, step / TIME_CONSTANT, free);
        refresh();
    }

    /** Whether it is time to follow again. */
    boolean isDue(double time) {
        return Double.isNaN(updatedAt) || time - updatedAt >= UPDATE_EVERY;
    }

    private void refresh() {
        exact.convertTo(colour, CvType.CV_8UC3);
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        edges(grey, edgeX, edgeY);
    }

    /** Derivatives of a grey picture to the right and downwards, by Sobel's operator. */
    static void edges(Mat grey, Mat edgeX, Mat edgeY) {
        Imgproc.Sobel(grey, edgeX, CvType.CV_16S, 1, 0);
        Imgproc.Sobel(grey, edgeY, CvType.CV_16S, 0, 1);
    }

    /**
     * Keeps it for the next video, as two pictures in a folder.
     *
     * @throws IOException if they cannot be written
     */
    public void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        flicker.convertTo(scratch, CvType.CV_8U);
        write(colour, folder.resolve(COLOUR_FILE));
        write(scratch, folder.resolve(FLICKER_FILE));
    }

    private static void write(Mat picture, Path file) throws IOException {
        Path unfinished = file.resolveSibling("new-" + file.getFileName());
        if (!Imgcodecs.imwrite(unfinished.toString(), picture)) {
            throw new IOException("The picture (%s) cannot be written.".formatted(file));
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What {@link #save} left, or null if there is none or it has another size. */
    public static RoadBackground find(Path folder, int width, int height) {
        NativeOpenCv.load();
        Path colourFile = folder.resolve(COLOUR_FILE);
        Path flickerFile = folder.resolve(FLICKER_FILE);
        if (!Files.isRegularFile(colourFile) || !Files.isRegularFile(flickerFile)) {
            return null;
        }
        Mat image = Imgcodecs.imread(colourFile.toString(), Imgcodecs.IMREAD_COLOR);
        Mat flicker = Imgcodecs.imread(flickerFile.toString(), Imgcodecs.IMREAD_GRAYSCALE);
        boolean fits =
                image.width() == width
                        && image.height() == height
                        && flicker.size().equals(image.size());
        RoadBackground found = fits ? new RoadBackground(image, flicker) : null;
        image.release();
        flicker.release();
        return found;
    }

    @Override
    public void close() {
        for (Mat mat : List.of(exact, colour, grey, edgeX, edgeY, flicker, scratch)) {
            mat.release();
        }
    }
}
