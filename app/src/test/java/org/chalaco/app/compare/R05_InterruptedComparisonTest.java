package org.chalaco.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chalaco.app.TinyScenario;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: a comparison that is stopped keeps what is finished and says how to go on.
 */
class R05_InterruptedComparisonTest {

    private static final int SEEDS = 40;

    @TempDir private Path folder;

    private CompareOutcome run(Path output, boolean resume, Interruption interruption)
            throws IOException {
        PrintWriter nobody = new PrintWriter(new StringWriter());
        CompareRun run =
                new CompareRun(
                        new CompareScenarios(new FirstDay(new ScenarioReader(null))),
                        new Console(nobody, nobody, false),
                        interruption);
        try {
            return run.run(
                    new CompareRequest(
                            List.of(TinyScenario.FOLDER.toString()),
                            Map.of(),
                            List.of(),
                            "present,actuated",
                            Map.of(),
                            SEEDS,
                            null,
                            60,
                            120,
                            "delay",
                            output,
                            resume,
                            2));
        } finally {
            interruption.finished();
        }
    }

    private static long runs(Path output) throws IOException {
        if (!Files.isDirectory(output.resolve("runs"))) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(output.resolve("runs"))) {
            return all.filter(f -> f.toString().endsWith(".csv.gz")).count();
        }
    }

    /** Asks to stop as soon as two runs are there, as Ctrl-C would. */
    private static void stopSoon(Path output, Interruption interruption) {
        Thread watcher =
                new Thread(
                        () -> {
                            try {
                                while (runs(output) < 2) {
                                    Thread.sleep(1);
                                }
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            } finally {
                                interruption.request();
                            }
                        });
        watcher.setDaemon(true);
        watcher.start();
    }

    @Test
    void whatIsFinishedIsKeptAndTheRestFollows() throws IOException {
        Path output = folder.resolve("stopped");
        Interruption interruption = new Interruption();
        stopSoon(output, interruption);
        CompareOutcome stopped = run(output, false, interruption);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(stopped.summary()).contains("Stopped", "of 80 runs", "--resume");
        assertThat(runs(output)).isBetween(2L, 79L);
        assertThat(output.resolve("report.html")).doesNotExist();
        assertThat(output.resolve("summary.csv")).doesNotExist();

        CompareOutcome rest = run(output, true, new Interruption());
        assertThat(rest.interrupted()).isFalse();
        Path whole = folder.resolve("whole");
        assertThat(run(whole, false, new Interruption()).interrupted()).isFalse();
        for (String name : List.of("measures.csv", "summary.csv", "pairs.csv", "report.html")) {
            assertThat(Files.readString(output.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readString(whole.resolve(name)));
        }
    }
}
