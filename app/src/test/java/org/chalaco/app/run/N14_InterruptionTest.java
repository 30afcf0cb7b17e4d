package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.progress.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: an interrupted run keeps its last complete iteration and can go on. */
class N14_InterruptionTest {

    private static final Path TINY = Path.of("src/test/resources/tiny");

    @TempDir private Path folder;

    @Test
    void theLastCompleteIterationIsSavedAndGoesOnTheSame() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        CommandLineRun.of("run", TINY, "--output", whole, "--iterations", 5);
        RunOutcome outcome = runInterruptedAfter("day 3 of 6 (iteration 2)", parts);
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.summary()).contains("iteration 2 is saved").contains("--resume");
        assertThat(Files.readAllLines(parts.resolve("scorestats.csv"))).hasSize(1 + 3);
        assertThat(parts.resolve("output_plans.xml.gz")).isNotEmptyFile();
        assertThat(parts.resolve("report.html")).doesNotExist();

        CommandLineRun rest =
                CommandLineRun.of("run", TINY, "--output", parts, "--iterations", 5, "--resume");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        for (String file :
                List.of(
                        "output_events.xml.gz",
                        "output_plans.xml.gz",
                        "scorestats.csv",
                        "convergence.csv")) {
            assertThat(parts.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void beforeTheFirstIterationThereIsNothingToSave() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        RunOutcome outcome =
                run(interruption, new PrintWriter(new StringWriter()), folder.resolve("none"));
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.summary()).contains("before the first iteration");
        assertThat(folder.resolve("none/state/loop.state")).doesNotExist();
    }

    /** Stops as soon as the progress has said this. */
    private RunOutcome runInterruptedAfter(String words, Path output) throws IOException {
        Interruption interruption = new Interruption();
        StringWriter said =
                new StringWriter() {
                    @Override
                    public void flush() {
                        if (toString().contains(words)) {
                            interruption.request();
                        }
                    }
                };
        return run(interruption, new PrintWriter(said), output);
    }

    private static RunOutcome run(Interruption interruption, PrintWriter err, Path output)
            throws IOException {
        Console console = new Console(new PrintWriter(new StringWriter()), err, false);
        ScenarioRun run =
                Guice.createInjector(
                                new AbstractModule() {
                                    @Override
                                    protected void configure() {
                                        bind(Console.class).toInstance(console);
                                        bind(Interruption.class).toInstance(interruption);
                                        bind(ScenarioReader.class)
                                                .toInstance(new ScenarioReader(Path.of("..")));
                                    }
                                })
                        .getInstance(ScenarioRun.class);
        try {
            return run.run(
                    new RunRequest(
                            TINY.toString(),
                            null,
                            Map.of("controller.lastIteration", "5"),
                            List.of(),
                            output,
                            null,
                            false));
        } finally {
            interruption.finished();
        }
    }
}
