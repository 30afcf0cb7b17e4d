package org.chalaco.app.watch;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.vision.classification.CropClassifier;
import org.chalaco.vision.counting.CameraWatch;
import org.chalaco.vision.counting.CountAccuracy;
import org.chalaco.vision.counting.HandCount;
import org.chalaco.vision.counting.LineCrossing;
import org.chalaco.vision.detection.ForegroundDetector;
import org.chalaco.vision.detection.NetworkDetector;
import org.chalaco.vision.detection.RoadBackground;
import org.chalaco.vision.detection.VehicleDetector;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.FrameSource;
import org.chalaco.vision.video.FrameSources;
import org.chalaco.vision.video.VideoException;

/**
 * Videos of one camera to counts.
 *
 * <p>A recording is looked at twice: its first minute to learn the empty road, then all of it to
 * count. A live source learns while it runs, or goes on from what the last watch left in the output
 * folder. Files are written when a video is over, and of a live one after every interval, too.
 */
public final class WatchRun {

    /** How much of a recording the empty road is learned from, s. */
    private static final double STUDIED = 60;

    private static final String ROAD = "empty-road";

    private final PrintWriter progress;
    private final Interruption interruption;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Inject
    WatchRun(Console console, Interruption interruption) {
        progress = console.err();
        this.interruption = interruption;
    }

    /** Watches all videos. */
    public WatchOutcome run(WatchRequest request) throws IOException {
        WatchInputs inputs = WatchInputs.read(request);
        List<ClipResult> results = new ArrayList<>();
        try {
            for (String video : request.videos()) {
                if (!interruption.isRequested()) {
                    results.add(watch(request, inputs, video));
                }
            }
        } catch (VideoException e) {
            Problems problems = new Problems();
            problems.add(ProblemType.VIDEO.error("", e.source(), e.getMessage(), e.remedy()));
            problems.throwIfErrors();
        }
        WatchFiles files = new WatchFiles(request, inputs.site());
        for (ClipResult result : results) {
            files.write(result);
        }
        Problems left = files.writeCounts(results);
        return new WatchOutcome(request, results, interruption.isRequested(), left);
    }

    private ClipResult watch(WatchRequest request, WatchInputs inputs, String video)
            throws IOException {
        ForegroundDetector foreground = foreground(request, inputs, video);
        VehicleDetector network =
                request.model() == null ? null : NetworkDetector.open(request.model());
        String name = WatchInputs.nameOf(video);
        try (FrameSource source = FrameSources.open(inputs.video(video));
                CameraWatch watch =
                        new CameraWatch(
                                inputs.site(),
                                source.format().framesPerSecond(),
                                foreground,
                                network);
                WatchPictures pictures =
                        WatchPictures.of(request, inputs.site(), name, source.format())) {
            if (request.kinds()) {
                watch.classifyWith(CropClassifier.shipped());
            }
            long cpu = threads.getCurrentThreadCpuTime();
            ClipWatch clip = new ClipWatch(request, inputs.site(), name, source, watch, pictures);
            clip.run(progress, interruption::isRequested);
            keepRoad(request, foreground);
            return new ClipResult(
                    name,
                    clip.frames(),
                    (threads.getCurrentThreadCpuTime() - cpu) * 1e-9,
                    watch.isDark(),
                    clip.crossings(),
                    clip.counter().counts(),
                    accuracy(inputs, name, clip.crossings(), source));
        }
    }

    private static CountAccuracy accuracy(
            WatchInputs inputs, String clip, List<LineCrossing> crossings, FrameSource source) {
        List<HandCount> marks = inputs.truth(clip);
        return marks.isEmpty()
                ? null
                : CountAccuracy.of(
                        crossings, marks, source.format().framesPerSecond(), inputs.site().width());
    }

    private static ForegroundDetector foreground(
            WatchRequest request, WatchInputs inputs, String video) {
        if (request.live()) {
            Path road = request.output().resolve(ROAD);
            return new ForegroundDetector(
                    inputs.site(),
                    RoadBackground.find(road, inputs.site().width(), inputs.site().height()));
        }
        ForegroundDetector foreground = new ForegroundDetector(inputs.site(), null);
        try (FrameSource source = FrameSources.open(inputs.video(video));
                Frame frame = new Frame()) {
            double most = STUDIED * source.format().framesPerSecond();
            while (frame.index() < most && source.read(frame)) {
                foreground.study(frame);
            }
        }
        foreground.finishStudy();
        return foreground;
    }

    /** Keeps the empty road for the next live watch. */
    private static void keepRoad(WatchRequest request, ForegroundDetector foreground)
            throws IOException {
        if (request.live() && foreground.isReady()) {
            Files.createDirectories(request.output());
            foreground.road().save(request.output().resolve(ROAD));
        }
    }
}
