package org.chalaco.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.chalaco.vision.counting.AnnotatedVideo;
import org.chalaco.vision.counting.CameraWatch;
import org.chalaco.vision.counting.ContactSheet;
import org.chalaco.vision.counting.LineCrossing;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.VideoFormat;

/**
 * The annotated video and the contact sheet, if they are wanted; moved into place when complete.
 */
final class WatchPictures implements AutoCloseable {

    private final Path videoFile;
    private final Path sheetFile;
    private final Path unfinished;
    private final AnnotatedVideo video;
    private final ContactSheet sheet;
    private long total;

    private WatchPictures(Path videoFile, Path sheetFile, CameraSite site, double rate)
            throws IOException {
        this.videoFile = videoFile;
        this.sheetFile = sheetFile;
        if (videoFile == null) {
            unfinished = null;
            video = null;
            sheet = null;
            return;
        }
        Files.createDirectories(videoFile.getParent());
        unfinished = videoFile.resolveSibling("." + videoFile.getFileName());
        video = new AnnotatedVideo(unfinished, site, rate);
        sheet = new ContactSheet(site);
    }

    static WatchPictures of(WatchRequest request, CameraSite site, String clip, VideoFormat format)
            throws IOException {
        boolean wanted = request.pictures();
        return new WatchPictures(
                wanted ? WatchInputs.file(request, clip, "annotated.avi") : null,
                wanted ? WatchInputs.file(request, clip, "contact-sheet.png") : null,
                site,
                format.framesPerSecond());
    }

    void add(Frame frame, CameraWatch watch, List<LineCrossing> counted, long all) {
        if (video != null) {
            total = all;
            video.add(frame, watch, counted, total);
            sheet.add(frame, counted);
        }
    }

    void finish(List<LineCrossing> last) throws IOException {
        if (video != null) {
            video.close();
            Files.move(unfinished, videoFile, StandardCopyOption.REPLACE_EXISTING);
            sheet.cutOut(last);
            sheet.write(sheetFile);
        }
    }

    @Override
    public void close() throws IOException {
        if (video != null) {
            video.close();
            sheet.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
