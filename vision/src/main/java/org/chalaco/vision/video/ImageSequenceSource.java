package org.chalaco.vision.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** Pictures in files, one per frame: a folder in the order of names, or a numbered pattern. */
final class ImageSequenceSource implements FrameSource {

    /** A pattern may begin at 0 or 1 or somewhat later; more is a mistake. */
    private static final int LATEST_START = 1000;

    private final VideoRequest request;
    private final List<Path> files;
    private final VideoFormat format;
    private int next;

    private ImageSequenceSource(VideoRequest request, List<Path> files, VideoFormat format) {
        this.request = request;
        this.files = files;
        this.format = format;
    }

    static FrameSource open(VideoRequest request) {
        NativeOpenCv.load();
        List<Path> files = files(request);
        if (files.isEmpty()) {
            throw new VideoException(
                    request.shown(),
                    "There are no pictures at (%s).".formatted(request.shown()),
                    "Maybe a folder with .jpg or .png files, or a pattern such as f_%04d.jpg?");
        }
        if (!(request.framesPerSecond() > 0)) {
            throw new VideoException(
                    request.shown(),
                    "The pictures of (%s) do not say how many make a second."
                            .formatted(request.shown()),
                    "Maybe --fps 25?");
        }
        Mat first = load(request, files.get(0));
        VideoFormat format =
                new VideoFormat(
                        first.width(),
                        first.height(),
                        request.framesPerSecond(),
                        "images",
                        files.size());
        first.release();
        return new ImageSequenceSource(request, files, format);
    }

    private static List<Path> files(VideoRequest request) {
        Path path = Path.of(request.source());
        if (!Files.isDirectory(path)) {
            return numbered(request.source());
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(f -> f.toString().toLowerCase().matches(".*\\.(jpe?g|png|bmp)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new VideoException(
                    request.shown(), "The folder (%s) cannot be read.".formatted(path), "");
        }
    }

    private static List<Path> numbered(String pattern) {
        List<Path> files = new ArrayList<>();
        if (!pattern.matches("[^%]*%0?\\d*d[^%]*")) {
            return files;
        }
        for (int i = 0; i < LATEST_START && files.isEmpty(); i++) {
            for (int k = i; Files.isRegularFile(Path.of(pattern.formatted(k))); k++) {
                files.add(Path.of(pattern.formatted(k)));
            }
        }
        return files;
    }

    private static Mat load(VideoRequest request, Path file) {
        Mat image = Imgcodecs.imread(file.toString(), Imgcodecs.IMREAD_COLOR);
        if (image.empty()) {
            throw new VideoException(
                    request.shown(),
                    "The picture (%s) is broken or of an unknown kind.".formatted(file),
                    "");
        }
        return image;
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public boolean read(Frame frame) {
        if (next >= files.size()) {
            return false;
        }
        Mat image = load(request, files.get(next));
        if (image.width() != format.width() || image.height() != format.height()) {
            throw new VideoException(
                    request.shown(),
                    "The picture (%s) has %d x %d pixels, those before it %d x %d."
                            .formatted(
                                    files.get(next),
                                    image.width(),
                                    image.height(),
                                    format.width(),
                                    format.height()),
                    "");
        }
        image.copyTo(frame.image());
        image.release();
        frame.stamp(next, request.startTime() + next / format.framesPerSecond(), false);
        next++;
        return true;
    }

    @Override
    public void close() {
        next = files.size();
    }
}
