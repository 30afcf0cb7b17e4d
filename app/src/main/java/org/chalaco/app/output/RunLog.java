package org.chalaco.app.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** {@code logfile.log}: what happened when, one line each, added as it happens. */
public final class RunLog {

    private final Path file;

    /** A log in this folder; an older one goes on. */
    public RunLog(OutputFolder folder) {
        file = folder.file("logfile.log");
    }

    /** Adds a line with the time of day. */
    public void add(String line) {
        String time =
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS));
        try {
            Files.writeString(
                    file,
                    time + " INFO " + line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
