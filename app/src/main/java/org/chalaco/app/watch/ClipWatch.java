package org.chalaco.app.watch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.chalaco.vision.counting.CameraWatch;
import org.chalaco.vision.counting.IntervalCounter;
import org.chalaco.vision.counting.LineCrossing;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.FrameSource;

/** One video, from its first frame to its last: counted, drawn, and kept up with if it is live. */
final class ClipWatch {

    private final WatchRequest request;
    private final String name;
    private final FrameSource source;
    private final CameraWatch watch;
    private final WatchPictures pictures;
    private final IntervalCounter counter;
    private final WatchFiles files;
    private final List<LineCrossing> crossings = new ArrayList<>();
    private long frames;

    ClipWatch(
            WatchRequest request,
            CameraSite site,
            String name,
            FrameSource source,
            CameraWatch watch,
            WatchPictures pictures) {
        this.request = request;
        this.name = name;
        this.source = source;
        this.watch = watch;
        this.pictures = pictures;
        counter = new IntervalCounter(site, request.interval());
        files = new WatchFiles(request, site);
    }

    /** Watches until the end, until the time is up, or until someone asks to stop. */
    void run(PrintWriter out, BooleanSupplier stop) throws IOException {
        WatchProgress progress = new WatchProgress(out, name, source.format().frames());
        try (Frame frame = new Frame()) {
            double start = Double.NaN;
            while (!stop.getAsBoolean() && source.read(frame)) {
                start = Double.isNaN(start) ? frame.time() : start;
                if (frame.time() - start >= request.duration()) {
                    break;
                }
                take(frame);
                progress.frame(frames, crossings.size());
            }
        }
        List<LineCrossing> last = watch.finish();
        counter.add(last);
        crossings.addAll(last);
        pictures.finish(last);
    }

    private void take(Frame frame) throws IOException {
        List<LineCrossing> counted = watch.accept(frame);
        counter.saw(frame.time(), watch, frame.afterGap());
        counter.add(counted);
        crossings.addAll(counted);
        pictures.add(frame, watch, counted, crossings.size());
        frames++;
        if (request.live()) {
            files.keepUp(name, counted, frame.time(), counter);
        }
    }

    long frames() {
        return frames;
    }

    List<LineCrossing> crossings() {
        return crossings;
    }

    IntervalCounter counter() {
        return counter;
    }
}
