package org.chalaco.vision.counting;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.tracking.TrackPoint;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.VideoException;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * Writes the video anew with lines, tracks and running totals drawn in, as Motion-JPEG AVI, for
 * checking by eye.
 */
public final class AnnotatedVideo implements AutoCloseable {

    private static final Scalar LINE = new Scalar(0, 220, 255);
    private static final Scalar BOX = new Scalar(80, 255, 80);
    private static final Scalar TEXT = new Scalar(255, 255, 255);

    private final CameraSite site;
    private final VideoWriter writer;
    private final Mat picture = new Mat();

    /** Begins a file. */
    public AnnotatedVideo(Path file, CameraSite site, double framesPerSecond) {
        this.site = site;
        int codec = VideoWriter.fourcc('M', 'J', 'P', 'G');
        Size size = new Size(site.width(), site.height());
        writer =
                new VideoWriter(
                        file.toString(), Videoio.CAP_OPENCV_MJPEG, codec, framesPerSecond, size);
        if (!writer.isOpened()) {
            throw new VideoException(
                    file.toString(),
                    "The annotated video (%s) cannot be written.".formatted(file),
                    "Maybe use the ending .avi?");
        }
    }

    /** Adds a frame. */
    public void add(Frame frame, CameraWatch watch, List<LineCrossing> counted, long total) {
        Imgproc.resize(frame.image(), picture, new Size(site.width(), site.height()));
        for (CountingLine line : site.lines()) {
            int thickness = counted.isEmpty() ? 1 : 3;
            Imgproc.line(picture, point(line.from()), point(line.to()), LINE, thickness);
        }
        watch.tracker().forEachStep((id, points) -> draw(points.get(points.size() - 1), id));
        Imgproc.putText(
                picture,
                Long.toString(total),
                new Point(6, site.height() - 8),
                Imgproc.FONT_HERSHEY_SIMPLEX,
                0.6,
                TEXT,
                2);
        writer.write(picture);
    }

    private void draw(TrackPoint p, long id) {
        Point from = new Point(p.x() - p.width() / 2, p.y() - p.height());
        Imgproc.rectangle(picture, from, new Point(p.x() + p.width() / 2, p.y()), BOX, 1);
        Imgproc.putText(picture, Long.toString(id), from, Imgproc.FONT_HERSHEY_PLAIN, 0.7, BOX, 1);
    }

    private static Point point(ImagePoint p) {
        return new Point(p.x(), p.y());
    }

    @Override
    public void close() {
        writer.release();
        picture.release();
    }
}
