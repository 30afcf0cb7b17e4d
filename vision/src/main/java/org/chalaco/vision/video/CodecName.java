package org.chalaco.vision.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file says its video is coded in; only for messages, so a guess by marks is enough. */
final class CodecName {

    private static final int LOOKED_AT = 1 << 20;
    private static final Pattern MP4 =
            Pattern.compile(
                    "stsd.{12}(avc1|avc3|hvc1|hev1|mp4v|av01|vp09|jpeg|mjpg)", Pattern.DOTALL);
    private static final Pattern AVI = Pattern.compile("vids(....)", Pattern.DOTALL);
    private static final Pattern MATROSKA = Pattern.compile("V_[A-Z0-9]+(/[A-Z0-9]+)*");

    private CodecName() {}

    /** The codec, or "unknown". */
    static String of(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            String start = text(in, 0);
            String end = text(in, Math.max(0, in.length() - LOOKED_AT));
            for (Pattern pattern : new Pattern[] {MP4, AVI, MATROSKA}) {
                for (String part : new String[] {start, end}) {
                    Matcher matcher = pattern.matcher(part);
                    if (matcher.find()) {
                        return matcher.groupCount() > 0 && pattern != MATROSKA
                                ? matcher.group(1).trim()
                                : matcher.group();
                    }
                }
            }
        } catch (IOException e) {
            return "unknown";
        }
        return "unknown";
    }

    private static String text(RandomAccessFile in, long from) throws IOException {
        byte[] bytes = new byte[(int) Math.min(LOOKED_AT, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
