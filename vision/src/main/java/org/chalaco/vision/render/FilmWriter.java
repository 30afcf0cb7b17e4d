package org.chalaco.vision.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * Writes pictures as Motion JPEG in an AVI file, the one video format that OpenCV writes without
 * further libraries and that {@code chalaco watch} reads without any. The file has its name when it
 * is complete.
 */
public final class FilmWriter implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final VideoWriter writer;
    private final Mat picture;
    private final byte[] bytes;
    private boolean isClosed;

    /**
     * A writer for pictures of one size.
     *
     * @param target file to write, {@code *.avi}
     * @param framesPerSecond of the film
     * @param quality of the JPEG pictures, 1 to 100: the lower, the more noise of compression
     * @throws IOException if the file cannot be written
     */
    public FilmWriter(Path target, double framesPerSecond, int width, int height, int quality)
            throws IOException {
        NativeOpenCv.load();
        this.target = target;
        unfinished = target.resolveSibling(target.getFileName() + ".unfinished.avi");
        writer = new VideoWriter();
        boolean opened =
                writer.open(
                        unfinished.toString(),
                        Videoio.CAP_OPENCV_MJPEG,
                        VideoWriter.fourcc('M', 'J', 'P', 'G'),
                        framesPerSecond,
                        new Size(width, height));
        if (!opened) {
            writer.release();
            throw new IOException("The film (%s) cannot be written.".formatted(target));
        }
        writer.set(Videoio.VIDEOWRITER_PROP_QUALITY, quality);
        picture = new Mat(height, width, CvType.CV_8UC3);
        bytes = new byte[3 * width * height];
    }

    /** Adds a picture of packed RGB. */
    public void add(BufferedImage image) {
        copyBgr(image, bytes);
        picture.put(0, 0, bytes);
        writer.write(picture);
    }

    /** The pixels of a packed RGB picture as blue, green, red bytes. */
    public static void copyBgr(BufferedImage image, byte[] bytes) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0, k = 0; i < pixels.length; i++) {
            bytes[k++] = (byte) pixels[i];
            bytes[k++] = (byte) (pixels[i] >> 8);
            bytes[k++] = (byte) (pixels[i] >> 16);
        }
    }

    /** Completes the film and gives it its name. */
    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            writer.release();
            picture.release();
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Throws the film away. */
    public void discard() throws IOException {
        if (!isClosed) {
            isClosed = true;
            writer.release();
            picture.release();
            Files.deleteIfExists(unfinished);
        }
    }
}
