package org.chalaco.vision.video;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens videos: image sequences and Motion-JPEG by OpenCV, everything else by the ffmpeg program.
 *
 * <p>The OpenCV build has no decoder for mp4 and the like, and reads no addresses.
 */
public final class FrameSources {

    private FrameSources() {}

    /**
     * Opens a video and reads its format.
     *
     * @throws VideoException if it is not there, broken, or needs a program that is not there
     */
    public static FrameSource open(VideoRequest request) {
        if (request.live()) {
            return new ReconnectingSource(
                    request.shown(), () -> openOnce(request), BackOff.STANDARD, WallClock.system());
        }
        return openOnce(request);
    }

    private static FrameSource openOnce(VideoRequest request) {
        if (request.isAddress()) {
            return FfmpegSource.open(request);
        }
        Path path = Path.of(request.source());
        if (request.source().contains("%") || Files.isDirectory(path)) {
            return ImageSequenceSource.open(request);
        }
        if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
            throw new VideoException(
                    request.shown(),
                    "The video (%s) is not there or cannot be read.".formatted(request.shown()),
                    "Maybe the path is wrong?");
        }
        FrameSource motionJpeg = MotionJpegSource.find(request);
        return motionJpeg != null ? motionJpeg : FfmpegSource.open(request);
    }
}
