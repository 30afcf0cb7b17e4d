package org.chalaco.formats.xml;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file that appears whole or not at all: written beside its place under a temporary name, moved
 * there when complete. Gzipped if its name ends in {@code .gz}, fast rather than small.
 */
public final class OutputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path temporary;
    private final OutputStream stream;
    private boolean done;

    private OutputFile(Path file, Path temporary, OutputStream stream) {
        this.file = file;
        this.temporary = temporary;
        this.stream = stream;
    }

    /** Creates the temporary file, and folders that are missing. */
    public static OutputFile create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + file.getFileName() + ".part");
            OutputStream raw = Files.newOutputStream(temporary);
            OutputStream stream =
                    file.getFileName().toString().endsWith(".gz")
                            ? new FastGzip(raw)
                            : new BufferedOutputStream(raw, BUFFER);
            return new OutputFile(file, temporary, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be written.".formatted(file), e);
        }
    }

    /** Where the content goes. */
    public OutputStream stream() {
        return stream;
    }

    /** Ends the file and moves it to its place. */
    public void commit() {
        try {
            stream.close();
            move();
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be written.".formatted(file), e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            stream.close();
        } catch (IOException e) {
            // The file is given up; what matters is that its remains go.
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be removed.".formatted(temporary), e);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream raw) throws IOException {
            super(raw, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
