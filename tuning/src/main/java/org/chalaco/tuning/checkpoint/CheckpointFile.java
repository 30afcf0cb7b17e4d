package org.chalaco.tuning.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.chalaco.tuning.problem.InvalidTuningException;

/**
 * A search in one text file, numbers in hexadecimal so that no bit is lost. It is written beside
 * its place and then moved there, so a search that is cut off while saving keeps its last
 * generation.
 */
public final class CheckpointFile implements CheckpointStore {

    private final Path file;
    private final boolean goesOn;

    /**
     * A file.
     *
     * @param goesOn whether a search that was saved there is taken up; otherwise the file is only
     *     written
     */
    public CheckpointFile(Path file, boolean goesOn) {
        this.file = file;
        this.goesOn = goesOn;
    }

    /**
     * The saved search, if one is to be taken up.
     *
     * @throws InvalidTuningException if there is none, or none that can be read
     */
    @Override
    public Optional<SavedSearch> find() {
        if (!goesOn) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw problem("There is no saved search (%s)".formatted(file));
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return Optional.of(new CheckpointText(lines).read());
        } catch (IOException | IllegalArgumentException e) {
            throw problem("The saved search (%s) cannot be read".formatted(file));
        }
    }

    private static InvalidTuningException problem(String what) {
        return new InvalidTuningException(
                List.of("CH-TUN-010: " + what + ". Maybe start anew without --resume?"));
    }

    @Override
    public void save(SavedSearch search) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.write(temporary, CheckpointText.write(search), StandardCharsets.UTF_8);
            move(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
