package org.chalaco.vision.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.detection.ForegroundDetector;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CameraSiteReader;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.FrameSource;
import org.chalaco.vision.video.FrameSources;
import org.chalaco.vision.video.VideoRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: clips of a real road agree with crossings marked by hand. The clips lie
 * beside the repository; without them there is nothing to test.
 */
class U09_RealClipsTest {

    private static final Path CLIPS = Path.of("../../shared/data/video");

    private static CountAccuracy accuracy(String file) throws IOException {
        Path clip = CLIPS.resolve(file);
        Path truth = CLIPS.resolve("ground_truth_crossings.csv");
        assumeTrue(Files.isReadable(clip) && Files.isReadable(truth), "the clips are not here");
        CameraSite site = CameraSiteReader.read(Path.of("../docs/cameras/a13-beckton.json"));
        VideoRequest request = VideoRequest.recording(clip.toString());
        List<LineCrossing> crossings = new ArrayList<>();
        ForegroundDetector foreground = new ForegroundDetector(site, null);
        try (Frame frame = new Frame()) {
            try (FrameSource source = FrameSources.open(request)) {
                while (source.read(frame)) {
                    foreground.study(frame);
                }
            }
            foreground.finishStudy();
            try (FrameSource source = FrameSources.open(request);
                    CameraWatch watch = new CameraWatch(site, 25, foreground, null)) {
                while (source.read(frame)) {
                    crossings.addAll(watch.accept(frame));
                }
                crossings.addAll(watch.finish());
            }
        }
        return CountAccuracy.of(crossings, marks(truth, file.replaceAll("\\..*", "")), 25, 352);
    }

    private static List<HandCount> marks(Path truth, String clip) throws IOException {
        List<HandCount> marks = new ArrayList<>();
        for (String line : Files.readAllLines(truth)) {
            String[] row = line.split(",");
            if (row[0].equals(clip)) {
                marks.add(
                        new HandCount(
                                row[2],
                                Long.parseLong(row[3]),
                                Double.parseDouble(row[4]),
                                row[6].equals("1")));
            }
        }
        return marks;
    }

    @Test
    void motionJpegByDay() throws IOException {
        CountAccuracy accuracy = accuracy("625_201709141356.avi");
        assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.94);
        assertThat(accuracy.countAccuracy()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    @Tag("slow")
    void denseTraffic() throws IOException {
        CountAccuracy accuracy = accuracy("625_201708101531.mp4");
        assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.94);
        assertThat(accuracy.countAccuracy()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    @Tag("slow")
    void night() throws IOException {
        CountAccuracy accuracy = accuracy("625_201709042126.mp4");
        assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.85);
        assertThat(accuracy.countAccuracy()).isGreaterThanOrEqualTo(0.85);
    }
}
