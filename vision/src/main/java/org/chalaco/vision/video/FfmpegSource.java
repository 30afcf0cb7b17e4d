package org.chalaco.vision.video;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Any video, decoded by the ffmpeg program in a process of its own, which sends YUV4MPEG2: a header
 * with size and rate, then per frame a line and the planes Y, U, V at half the bytes of BGR.
 *
 * <p>A local file may name no other address: ffmpeg is allowed the protocol {@code file} alone
 * then.
 */
final class FfmpegSource implements FrameSource {

    private static final Pattern SIZE = Pattern.compile(" W(\\d+) H(\\d+) F(\\d+):(\\d+)");
    private static final int LONGEST_LINE = 256;
    private static final String PATIENCE_MICROSECONDS = "15000000";

    private final VideoRequest request;
    private final Process process;
    private final FfmpegMessages errors;
    private final DataInputStream in;
    private final VideoFormat format;
    private final byte[] planes;
    private final Mat yuv;
    private long next;
    private boolean closed;

    private FfmpegSource(
            VideoRequest request, Process process, FfmpegMessages errors, DataInputStream in)
            throws IOException {
        this.request = request;
        this.process = process;
        this.errors = errors;
        this.in = in;
        format = format(line());
        planes = new byte[format.width() * format.height() * 3 / 2];
        yuv = new Mat(format.height() * 3 / 2, format.width(), CvType.CV_8UC1);
    }

    static FrameSource open(VideoRequest request) {
        NativeOpenCv.load();
        Path program = FfmpegProgram.find(request.ffmpeg());
        if (program == null) {
            throw new VideoException(request.shown(), missing(request), remedy(request));
        }
        Process process = null;
        FfmpegMessages errors = null;
        try {
            process = new ProcessBuilder(command(program, request)).start();
            process.getOutputStream().close();
            errors = new FfmpegMessages(process.getErrorStream());
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 18));
            return new FfmpegSource(request, process, errors, in);
        } catch (IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            throw broken(request, errors, "cannot be opened");
        }
    }

    private static String missing(VideoRequest request) {
        if (request.ffmpeg() != null) {
            return "There is no program at (%s), which was named to decode (%s)."
                    .formatted(request.ffmpeg(), request.shown());
        }
        String codec = request.isAddress() ? "stream" : CodecName.of(Path.of(request.source()));
        return "The video (%s, codec %s) needs the ffmpeg program, which is not there."
                .formatted(request.shown(), codec);
    }

    private static String remedy(VideoRequest request) {
        return request.ffmpeg() != null
                ? "Maybe the path is wrong, or leave it out to have one looked for?"
                : "Maybe install ffmpeg, name it by --ffmpeg, or convert the video to Motion-JPEG AVI?";
    }

    private static List<String> command(Path program, VideoRequest request) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(program.toString(), "-hide_banner", "-nostdin", "-nostats"));
        command.addAll(List.of("-threads", "1"));
        if (request.source().toLowerCase().startsWith("rtsp")) {
            command.addAll(List.of("-rtsp_transport", "tcp", "-timeout", PATIENCE_MICROSECONDS));
        } else if (request.isAddress()) {
            command.addAll(List.of("-rw_timeout", PATIENCE_MICROSECONDS));
        } else {
            command.addAll(List.of("-protocol_whitelist", "file"));
        }
        String input = request.isAddress() ? request.source() : "file:" + request.source();
        command.addAll(List.of("-xerror", "-i", input, "-map", "0:v:0"));
        command.addAll(List.of("-pix_fmt", "yuv420p", "-strict", "-1"));
        // Widths and heights that are odd have no half.
        command.addAll(List.of("-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0"));
        command.addAll(List.of("-f", "yuv4mpegpipe", "pipe:1"));
        return command;
    }

    private static VideoException broken(VideoRequest request, FfmpegMessages errors, String what) {
        String codec = errors == null ? "unknown" : errors.codec();
        String said = errors == null ? "" : errors.lastLine();
        return new VideoException(
                request.shown(),
                "The video (%s, codec %s) %s: %s".formatted(request.shown(), codec, what, said),
                request.isAddress()
                        ? "Maybe the camera is off or the address is wrong?"
                        : "Maybe the copy is incomplete, or the file is no video?");
    }

    private VideoFormat format(String header) throws IOException {
        Matcher matcher = SIZE.matcher(header);
        if (!header.startsWith("YUV4MPEG2") || !matcher.find()) {
            throw new EOFException("no video");
        }
        double own = Double.parseDouble(matcher.group(3)) / Double.parseDouble(matcher.group(4));
        return new VideoFormat(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                request.framesPerSecond() > 0 ? request.framesPerSecond() : own,
                errors.codec(),
                -1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (line.append((char) c).length() > LONGEST_LINE) {
                throw new EOFException("not YUV4MPEG2");
            }
        }
        return line.toString();
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public boolean read(Frame frame) {
        if (closed || !fill()) {
            return false;
        }
        yuv.put(0, 0, planes);
        Imgproc.cvtColor(yuv, frame.image(), Imgproc.COLOR_YUV2BGR_I420);
        frame.stamp(next, request.startTime() + next / format.framesPerSecond(), false);
        next++;
        return true;
    }

    private boolean fill() {
        try {
            int first = in.read();
            if (first < 0) {
                return end();
            }
            line();
            in.readFully(planes);
            return true;
        } catch (IOException e) {
            throw broken(request, errors, "breaks off at frame " + next);
        }
    }

    /** The end of the pipe is the end of the video only if the program thinks so too. */
    private boolean end() {
        try {
            if (process.waitFor() != 0 || next == 0) {
                throw broken(request, errors, "breaks off at frame " + next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            process.destroy();
            yuv.release();
        }
    }
}
