package org.chalaco.vision.video;

import java.io.IOException;
import java.nio.file.Path;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/** Motion-JPEG in an AVI file, read by OpenCV's own decoder. */
final class MotionJpegSource implements FrameSource {

    private final VideoRequest request;
    private final VideoCapture capture;
    private final VideoFormat format;
    private long next;

    private MotionJpegSource(VideoRequest request, VideoCapture capture, VideoFormat format) {
        this.request = request;
        this.capture = capture;
        this.format = format;
    }

    /** The source, or null if the file is not Motion-JPEG in AVI. */
    static FrameSource find(VideoRequest request) {
        if (!CodecName.of(Path.of(request.source())).equalsIgnoreCase("MJPG")) {
            return null;
        }
        checkWhole(request);
        NativeOpenCv.load();
        VideoCapture capture = new VideoCapture();
        if (!capture.open(request.source(), Videoio.CAP_OPENCV_MJPEG)) {
            capture.release();
            return null;
        }
        double own = capture.get(Videoio.CAP_PROP_FPS);
        VideoFormat format =
                new VideoFormat(
                        (int) capture.get(Videoio.CAP_PROP_FRAME_WIDTH),
                        (int) capture.get(Videoio.CAP_PROP_FRAME_HEIGHT),
                        request.framesPerSecond() > 0 ? request.framesPerSecond() : own,
                        "MJPG",
                        (long) capture.get(Videoio.CAP_PROP_FRAME_COUNT));
        return new MotionJpegSource(request, capture, format);
    }

    private static void checkWhole(VideoRequest request) {
        try {
            long broken = AviChunks.firstBroken(Path.of(request.source()));
            if (broken >= 0) {
                throw broken(request, "frame %d is not there".formatted(broken));
            }
        } catch (IOException e) {
            throw broken(request, "it cannot be read to its end");
        }
    }

    private static VideoException broken(VideoRequest request, String what) {
        return new VideoException(
                request.shown(),
                "The video (%s, MJPG) is broken: %s.".formatted(request.shown(), what),
                "Maybe the copy is incomplete?");
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public boolean read(Frame frame) {
        if (next >= format.frames()) {
            return false;
        }
        // read() would give the picture before once more where one is broken.
        boolean whole = capture.grab() && capture.retrieve(frame.image());
        if (!whole || frame.image().empty()) {
            throw broken(request, "frame %d cannot be decoded".formatted(next));
        }
        frame.stamp(next, request.startTime() + next / format.framesPerSecond(), false);
        next++;
        return true;
    }

    @Override
    public void close() {
        capture.release();
        next = format.frames();
    }
}
