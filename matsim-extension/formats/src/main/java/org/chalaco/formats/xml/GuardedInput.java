package org.chalaco.formats.xml;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.chalaco.formats.InputLimits;

/**
 * A file's bytes, decompressed if it is gzipped (told by its first two bytes, not by its name), as
 * long as they stay within the limits.
 */
final class GuardedInput extends InputStream {

    /** A limit was exceeded. */
    static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1;

        LimitExceeded(String message) {
            super(message);
        }
    }

    /** The content does not begin like an XML file. */
    static final class NotXml extends IOException {
        private static final long serialVersionUID = 1;

        NotXml() {
            super("It does not begin like an XML file.");
        }
    }

    private static final int BUFFER = 1 << 16;

    private final InputLimits limits;
    private final Counting compressed;
    private final InputStream expanded;
    private long expandedBytes;
    private long lastProgress;
    private boolean atEnd;
    private IOException failure;

    private GuardedInput(Counting compressed, InputStream expanded, InputLimits limits) {
        this.compressed = compressed;
        this.expanded = expanded;
        this.limits = limits;
    }

    static GuardedInput open(Path file, InputLimits limits) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            Counting counting = new Counting(new BufferedInputStream(raw, BUFFER));
            boolean gzipped = startsLikeGzip(counting);
            InputStream content =
                    gzipped
                            ? new BufferedInputStream(new GZIPInputStream(counting, BUFFER))
                            : counting;
            if (!startsLikeXml(content)) {
                throw new NotXml();
            }
            return new GuardedInput(counting, content, limits);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean startsLikeGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /** Whether the first byte that is no blank opens a tag, in UTF-8 or UTF-16; or nothing does. */
    private static boolean startsLikeXml(InputStream in) throws IOException {
        int looked = 512;
        in.mark(looked);
        int b = in.read();
        while (looked-- > 2 && b >= 0 && (isBlank(b) || isByteOrderMark(b))) {
            b = in.read();
        }
        in.reset();
        return b == '<' || b < 0;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0;
    }

    private static boolean isByteOrderMark(int b) {
        return b == 0xef || b == 0xbb || b == 0xbf || b == 0xfe || b == 0xff;
    }

    /** The parser has digested what it was given so far. */
    void progress() {
        lastProgress = expandedBytes;
    }

    /** Whether the end of the content was reached. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether there is no content at all. */
    boolean isEmpty() {
        return atEnd && expandedBytes == 0;
    }

    /** What went wrong while reading, or null. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int n = expanded.read(target, offset, length);
            if (n < 0) {
                atEnd = true;
                return n;
            }
            expandedBytes += n;
            checkLimits();
            return n;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void checkLimits() throws LimitExceeded {
        if (expandedBytes > limits.expandedBytes()) {
            throw new LimitExceeded(
                    "It holds more than (%d) bytes.".formatted(limits.expandedBytes()));
        }
        if (expandedBytes > limits.ratioFrom()
                && expandedBytes > limits.expansionRatio() * compressed.bytes) {
            throw new LimitExceeded(
                    "It expands to more than (%.0f) times its size."
                            .formatted(limits.expansionRatio()));
        }
        if (expandedBytes - lastProgress > limits.tokenBytes() + 2L * BUFFER) {
            throw new LimitExceeded(
                    "One piece of it is larger than (%d) bytes.".formatted(limits.tokenBytes()));
        }
    }

    @Override
    public void close() throws IOException {
        expanded.close();
    }

    private static final class Counting extends FilterInputStream {

        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                bytes++;
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                bytes += n;
            }
            return n;
        }
    }
}
