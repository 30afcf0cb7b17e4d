package org.chalaco.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.counting.DrawnTraffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** FEATURE UNDER TEST: videos of every kind give frames with times, or say what is wrong. */
class U07_FrameSourceTest {

    @TempDir Path folder;

    private static List<Double> times(FrameSource source) {
        List<Double> times = new ArrayList<>();
        try (Frame frame = new Frame()) {
            while (source.read(frame)) {
                assertThat(frame.index()).isEqualTo(times.size());
                assertThat(frame.image().empty()).isFalse();
                times.add(frame.time());
            }
        }
        return times;
    }

    private static VideoException failure(VideoRequest request) {
        return catchThrowableOfType(
                VideoException.class,
                () -> {
                    try (FrameSource source = FrameSources.open(request)) {
                        times(source);
                    }
                });
    }

    @Test
    void motionJpegIsReadWithTimes() {
        Path film = new DrawnTraffic().car(3, 2, 4).write(folder.resolve("a.avi"), 30);
        try (FrameSource source =
                FrameSources.open(
                        new VideoRequest(film.toString(), Double.NaN, 3600, false, null))) {
            assertThat(source.format()).isEqualTo(new VideoFormat(240, 180, 25, "MJPG", 30));
            List<Double> times = times(source);
            assertThat(times).hasSize(30);
            assertThat(times.get(10)).isCloseTo(3600.4, within(1e-9));
        }
    }

    @Test
    void pictureFoldersAndPatternsNeedARate() {
        NativeOpenCv.load();
        for (int k = 1; k <= 4; k++) {
            Mat picture = new Mat(20, 30, CvType.CV_8UC3, new Scalar(k, k, k));
            Imgcodecs.imwrite(folder.resolve("f_%03d.png".formatted(k)).toString(), picture);
        }
        String pattern = folder.resolve("f_%03d.png").toString();
        for (String source : List.of(folder.toString(), pattern)) {
            try (FrameSource frames =
                    FrameSources.open(new VideoRequest(source, 5, 0, false, null))) {
                assertThat(times(frames)).containsExactly(0.0, 0.2, 0.4, 0.6);
            }
            VideoException e = failure(VideoRequest.recording(source));
            assertThat(e.remedy()).contains("--fps");
        }
    }

    @Test
    void missingAndBrokenFilesAreNamed() throws IOException {
        assertThat(failure(VideoRequest.recording("no/such.mp4")))
                .hasMessageContaining("no/such.mp4")
                .hasMessageContaining("not there");
        Path film = new DrawnTraffic().write(folder.resolve("whole.avi"), 30);
        byte[] bytes = Files.readAllBytes(film);
        // The last pictures are overwritten, as a failing disk does.
        for (int i = bytes.length / 2; i < bytes.length * 3 / 4; i++) {
            bytes[i] = 0;
        }
        Path broken = folder.resolve("broken.avi");
        Files.write(broken, bytes);
        assertThat(failure(VideoRequest.recording(broken.toString())))
                .hasMessageContaining("broken.avi")
                .hasMessageContaining("MJPG");
        Path text = folder.resolve("text.mp4");
        Files.writeString(text, "this is no video");
        assertThat(failure(VideoRequest.recording(text.toString())))
                .hasMessageContaining("text.mp4");
    }

    @Test
    void withoutFfmpegTheCodecAndTheRemedyAreNamed() throws IOException {
        Path film = folder.resolve("film.mp4");
        Files.writeString(film, "....ftypisom....stsd000000000000avc1....");
        VideoRequest request =
                new VideoRequest(film.toString(), Double.NaN, 0, false, Path.of("/no/ffmpeg"));
        VideoException e = failure(request);
        assertThat(e).hasMessageContaining("/no/ffmpeg").hasMessageContaining("film.mp4");
        assertThat(e.remedy()).contains("path");
        assertThat(CodecName.of(film)).isEqualTo("avc1");
    }

    @Test
    void ffmpegReadsWhatItIsGivenOrTheTestSaysWhyNot() throws IOException {
        Path film = new DrawnTraffic().car(3, 2, 4).write(folder.resolve("a.avi"), 30);
        // Not even the name of Motion-JPEG is left to OpenCV here.
        try (FrameSource source = FfmpegSource.open(VideoRequest.recording(film.toString()))) {
            assertThat(source.format().width()).isEqualTo(240);
            assertThat(source.format().framesPerSecond()).isEqualTo(25);
            assertThat(source.format().codec()).isEqualTo("mjpeg");
            assertThat(times(source)).hasSize(30);
        }
    }

    @Test
    void passwordsAreNotShown() {
        VideoRequest request = VideoRequest.recording("rtsp://user:secret@camera/1");
        assertThat(request.shown()).isEqualTo("rtsp://***@camera/1");
        assertThat(request.isAddress()).isTrue();
    }

    /** Gives some frames, then breaks or ends. */
    private static final class Camera implements FrameSource {

        private final VideoFormat format;
        private int left;

        Camera(int frames, int width) {
            left = frames;
            format = new VideoFormat(width, 20, 25, "test", -1);
        }

        @Override
        public VideoFormat format() {
            return format;
        }

        @Override
        public boolean read(Frame frame) {
            return left-- > 0;
        }

        @Override
        public void close() {}
    }

    /** A clock that only waiting moves. */
    private static final class Clock implements WallClock {

        private final List<Double> pauses = new ArrayList<>();
        private double now = 86_390;

        @Override
        public double time() {
            now += 0.04;
            return now % 86_400;
        }

        @Override
        public void pause(double seconds) {
            pauses.add(seconds);
            now += seconds;
        }
    }

    @Test
    void aLiveSourceIsOpenedAgainWithGrowingWaits() {
        int[] opened = {0};
        Clock clock = new Clock();
        FrameSource live =
                new ReconnectingSource(
                        "camera",
                        () -> {
                            opened[0]++;
                            if (opened[0] > 1 && opened[0] < 6) {
                                throw new VideoException("camera", "down", "");
                            }
                            return new Camera(3, 30);
                        },
                        new BackOff(1, 6, 10),
                        clock);
        try (Frame frame = new Frame()) {
            double last = 0;
            for (int k = 0; k < 5; k++) {
                assertThat(live.read(frame)).isTrue();
                assertThat(frame.index()).isEqualTo(k);
                assertThat(frame.afterGap()).isEqualTo(k == 3);
                // Midnight passed while the camera was away.
                assertThat(frame.time()).isGreaterThan(last);
                last = frame.time();
            }
            assertThat(last).isBetween(86_400.0, 86_420.0);
        }
        assertThat(clock.pauses).containsExactly(1.0, 2.0, 4.0, 6.0, 6.0);
    }

    @Test
    void aSourceThatStaysAwayIsGivenUp() {
        int[] opened = {0};
        FrameSource live =
                new ReconnectingSource(
                        "camera",
                        () -> {
                            if (opened[0]++ > 0) {
                                throw new VideoException("camera", "down", "");
                            }
                            return new Camera(0, 30);
                        },
                        new BackOff(1, 60, 4),
                        new Clock());
        try (Frame frame = new Frame()) {
            VideoException e = catchThrowableOfType(VideoException.class, () -> live.read(frame));
            assertThat(e).hasMessageContaining("4 attempts");
        }
    }

    @Test
    void aSourceThatComesBackWithAnotherSizeIsAnError() {
        int[] opened = {0};
        FrameSource live =
                new ReconnectingSource(
                        "camera",
                        () -> new Camera(1, opened[0]++ == 0 ? 30 : 40),
                        new BackOff(1, 60, 4),
                        new Clock());
        try (Frame frame = new Frame()) {
            assertThat(live.read(frame)).isTrue();
            VideoException e = catchThrowableOfType(VideoException.class, () -> live.read(frame));
            assertThat(e).hasMessageContaining("40 x 20");
        }
    }
}
