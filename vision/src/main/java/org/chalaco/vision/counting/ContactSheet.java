package org.chalaco.vision.counting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.video.Frame;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * One small picture of every counted vehicle, on one sheet, for checking a count by eye.
 *
 * <p>Crossings are known a moment after they happened, so frames are kept for a while: at 64 pixels
 * a cut-out neither faces nor plates can be read. The newest {@value #MOST} vehicles are kept.
 */
public final class ContactSheet implements AutoCloseable {

    static final int MOST = 400;
    private static final int TILE = 64;
    private static final int COLUMNS = 20;
    private static final int REMEMBERED = 64;

    private final CameraSite site;
    private final Mat[] frames = new Mat[REMEMBERED];
    private final long[] indexes = new long[REMEMBERED];
    private final List<Mat> tiles = new ArrayList<>();

    /** An empty sheet. */
    public ContactSheet(CameraSite site) {
        this.site = site;
        for (int i = 0; i < REMEMBERED; i++) {
            frames[i] = new Mat();
            indexes[i] = -1;
        }
    }

    /** Remembers a frame and cuts out who was counted. */
    public void add(Frame frame, List<LineCrossing> counted) {
        int slot = (int) (frame.index() % REMEMBERED);
        Imgproc.resize(frame.image(), frames[slot], new Size(site.width(), site.height()));
        indexes[slot] = frame.index();
        cutOut(counted);
    }

    /** Cuts out who was counted at the end. */
    public void cutOut(List<LineCrossing> counted) {
        for (LineCrossing crossing : counted) {
            int slot = (int) (crossing.frame() % REMEMBERED);
            if (indexes[slot] == crossing.frame()) {
                tiles.add(tile(frames[slot], crossing));
            }
            if (tiles.size() > MOST) {
                tiles.remove(0).release();
            }
        }
    }

    private Mat tile(Mat picture, LineCrossing crossing) {
        double width = site.width() * 0.09;
        for (CountingLine line : site.lines()) {
            if (line.id().equals(crossing.lineId()) && line.laneWidth() > 0) {
                width = line.laneWidth();
            }
        }
        int side = (int) Math.min(Math.max(24, 1.8 * width), Math.min(site.width(), site.height()));
        int x = (int) Math.max(0, Math.min(site.width() - side, crossing.x() - side / 2.0));
        int y = (int) Math.max(0, Math.min(site.height() - side, crossing.y() - side / 2.0));
        Mat tile = new Mat();
        Imgproc.resize(picture.submat(new Rect(x, y, side, side)), tile, new Size(TILE, TILE));
        Imgproc.putText(
                tile,
                crossing.direction().substring(0, 1) + crossing.frame(),
                new Point(2, 10),
                Imgproc.FONT_HERSHEY_PLAIN,
                0.7,
                new Scalar(0, 255, 255),
                1);
        return tile;
    }

    /** Writes the sheet; nothing is written if nothing was counted. */
    public void write(Path file) {
        if (tiles.isEmpty()) {
            return;
        }
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        int columns = Math.min(COLUMNS, tiles.size());
        Mat sheet = Mat.zeros(rows * TILE, columns * TILE, tiles.get(0).type());
        for (int i = 0; i < tiles.size(); i++) {
            Rect place = new Rect(i % COLUMNS * TILE, i / COLUMNS * TILE, TILE, TILE);
            tiles.get(i).copyTo(sheet.submat(place));
        }
        Imgcodecs.imwrite(file.toString(), sheet);
        sheet.release();
    }

    @Override
    public void close() {
        tiles.forEach(Mat::release);
        for (Mat frame : frames) {
            frame.release();
        }
    }
}
