package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: whoever edits the tables hears of all mistakes at once. */
class M06_BadTablesTest {

    @TempDir private Path data;

    @BeforeEach
    void copyTables() throws IOException {
        try (Stream<Path> files = Files.list(Callao.FOLDER.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(file.getFileName().toString()));
            }
        }
    }

    private void replace(String file, String what, String by) throws IOException {
        String text = Files.readString(data.resolve(file));
        assertThat(text).contains(what);
        int at = text.indexOf(what);
        String changed = text.substring(0, at) + by + text.substring(at + what.length());
        Files.writeString(data.resolve(file), changed);
    }

    @Test
    void mistakesInSeveralTablesAreAllNamed() throws IOException {
        replace("segments.csv", ",1271,", ",much,");
        replace("segments.csv", "I033,I040", "I033,I940");
        replace("assumptions.csv", "amber,3,", "amber,,");
        replace("gateways.csv", "entering_peak", "entering");
        Files.delete(data.resolve("no_doors.csv"));
        InvalidInputException e =
                catchThrowableOfType(InvalidInputException.class, () -> CallaoFacts.read(data));
        List<Problem> errors = e.problems().errors();
        assertThat(errors)
                .extracting(Problem::id)
                .contains("CH-SCN-001", "CH-SCN-002", "CH-SCN-003", "CH-SCN-004", "CH-SCN-009");
        assertThat(e.getMessage())
                .contains("segments.csv:2", "much", "I940", "assumptions.csv", "no_doors.csv")
                .contains("Maybe");
    }

    @Test
    void sharesThatDoNotSumAreNamed() throws IOException {
        replace("time_profiles.csv", "work,05:30,06:00,0.06", "work,05:30,06:00,0.16");
        InvalidInputException e =
                catchThrowableOfType(InvalidInputException.class, () -> CallaoFacts.read(data));
        assertThat(e.getMessage()).contains("CH-SCN-008", "work");
    }
}
