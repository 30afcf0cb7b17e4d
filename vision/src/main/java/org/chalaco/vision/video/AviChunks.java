package org.chalaco.vision.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Looks whether the pictures of a Motion-JPEG AVI file are all there, as OpenCV shows the one
 * before again where one is not.
 *
 * <p>A RIFF file is chunks of four letters, length and content; those of the list {@code movi} are
 * the pictures, each a JPEG file of its own, which begins with FF D8.
 */
final class AviChunks {

    private static final int LIST_HEADER = 12;

    private AviChunks() {}

    /** Number of the first picture that is not there, or -1 if all are. */
    static long firstBroken(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long at = LIST_HEADER;
            while (at + LIST_HEADER <= in.length()) {
                in.seek(at);
                String name = letters(in);
                long length = length(in);
                if (name.equals("LIST") && letters(in).equals("movi")) {
                    return firstBroken(in, at + LIST_HEADER, at + 8 + length);
                }
                at += 8 + length + length % 2;
            }
            return 0;
        }
    }

    private static long firstBroken(RandomAccessFile in, long from, long until) throws IOException {
        long picture = 0;
        for (long at = from; at + 8 <= until; picture++) {
            if (at + 8 > in.length()) {
                return picture;
            }
            in.seek(at);
            String name = letters(in);
            long length = length(in);
            boolean isPicture = name.startsWith("00d");
            boolean isOther = name.matches("ix\\d\\d|JUNK|\\d\\dwb|LIST|rec ");
            if (!isPicture && !isOther || at + 8 + length > in.length()) {
                return picture;
            }
            if (isPicture && length > 0 && in.readUnsignedShort() != 0xFFD8) {
                return picture;
            }
            picture -= isOther ? 1 : 0;
            at += name.equals("LIST") ? LIST_HEADER : 8 + length + length % 2;
        }
        return -1;
    }

    private static String letters(RandomAccessFile in) throws IOException {
        byte[] bytes = new byte[4];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static long length(RandomAccessFile in) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    }
}
