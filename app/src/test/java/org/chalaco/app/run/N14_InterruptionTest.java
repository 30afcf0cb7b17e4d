package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.JavaProcess;
import org.chalaco.app.TinyScenario;
import org.chalaco.app.progress.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: an interrupted run keeps its last complete iteration and can go on. */
class N14_InterruptionTest {

    private static final Path TINY = TinyScenario.FOLDER;
    private static final List<String> RESULTS =
            List.of("output_events.xml.gz", "output_plans.xml.gz", "kpis_links.csv", "kpis.json");

    /** Nobody tries anything new, so that the number of days to come changes nothing. */
    private static final String INNOVATION = "replanning.fractionOfIterationsToDisableInnovation=0";

    @TempDir private Path folder;

    @Test
    void theLastCompleteIterationIsSavedAndGoesOnTheSame() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        CommandLineRun.of("run", TINY, "--output", whole, "--iterations", 5);
        RunOutcome outcome = runInterruptedAfter("day 3 of 6 (iteration 2)", parts);
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.summary()).contains("iteration 2 is saved");
        assertThat(Files.readAllLines(parts.resolve("scorestats.csv"))).hasSize(1 + 3);

        CommandLineRun rest = CommandLineRun.of(resuming(outcome.summary()).toArray());
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertSame(RESULTS, parts, whole);
        assertSame(List.of("scorestats.csv", "convergence.csv"), parts, whole);
        assertThat(reportOf(parts)).contains("day 6 of 6");
    }

    /** Whoever stops after three days has what a run of three days leaves. */
    @Test
    void theResultsAreThoseOfTheLastCompleteDay() throws IOException {
        Path parts = folder.resolve("parts");
        RunOutcome outcome = runInterruptedAfter("day 3 of 6 (iteration 2)", parts);
        assertThat(outcome.summary())
                .contains("Report: " + parts.resolve("report.html"))
                .contains("Intersections by level of service");
        assertThat(reportOf(parts)).contains("day 3 of 6").contains("día 3 de 6").contains("2 / 5");
        // Without innovation before, three days are the same whatever comes after.
        Path three = folder.resolve("three");
        CommandLineRun.of("run", TINY, "--output", three, "--iterations", 2, "--set", INNOVATION);
        Path stopped = folder.resolve("stopped");
        runInterruptedAfter("day 3 of 6 (iteration 2)", stopped, INNOVATION.split("="));
        assertSame(RESULTS, stopped, three);
        assertSame(List.of("kpis_approaches.csv", "scorestats.csv"), stopped, three);
        assertThat(stopped.resolve("kpis_approaches.csv")).content().contains("p95QueueLength");

        CommandLineRun again = CommandLineRun.of("report", parts);
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    /** Stopped again before another day is complete: what is there stays. */
    @Test
    void stoppedTwiceNothingIsLost() throws IOException {
        Path parts = folder.resolve("parts");
        runInterruptedAfter("day 3 of 6 (iteration 2)", parts);
        String report = Files.readString(parts.resolve("report.html"));
        Interruption interruption = new Interruption();
        interruption.request();
        RunOutcome second = run(interruption, silent(), request(parts, true));
        assertThat(second.interrupted()).isTrue();
        assertThat(second.summary()).contains("iteration 2 is saved").contains("report.html");
        assertThat(parts.resolve("report.html")).hasContent(report);
        assertThat(Files.readAllLines(parts.resolve("scorestats.csv"))).hasSize(1 + 3);
    }

    /** Events on top would be of another day than the plans beside them. */
    @Test
    void eventsThatWereNotWrittenAreNotThere() throws IOException {
        Path parts = folder.resolve("parts");
        String[] rarely = {"controller.writeEventsInterval", "10"};
        CommandLineRun.of("run", TINY, "--output", parts, "--iterations", 0);
        assertThat(parts.resolve("output_events.xml.gz")).isNotEmptyFile();
        Interruption interruption = new Interruption();
        RunOutcome outcome =
                run(
                        interruption,
                        stopping(interruption, "day 2 of 6 (iteration 1)"),
                        request(parts, true, rarely));
        assertThat(outcome.summary()).contains("iteration 1 is saved");
        assertThat(parts.resolve("output_events.xml.gz")).doesNotExist();
    }

    @Test
    void theCommandToGoOnIsWhole() {
        RunRequest request =
                new RunRequest(
                        "my town",
                        Path.of("other.xml"),
                        Map.of("global.randomSeed", "17"),
                        List.of("truck-ban"),
                        null,
                        "deleteDirectoryIfExists",
                        false);
        assertThat(request.resuming(Path.of("out")).replace('"', '\''))
                .isEqualTo(
                        "chalaco run 'my town' --config other.xml --set global.randomSeed=17"
                                + " --variant truck-ban --output out --resume");
    }

    /** A process of its own, stopped as a shell does it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsTheProcessOrderly() throws IOException, InterruptedException {
        Path output = folder.resolve("killed");
        JavaProcess run =
                JavaProcess.chalaco(
                        Path.of("").toAbsolutePath(),
                        JavaProcess.BRIEF,
                        List.of(
                                "run",
                                TINY.toString(),
                                "--iterations",
                                "9999",
                                "--output",
                                output.toString()));
        waitFor(output.resolve("ITERS/it.1/1.plans.xml.gz"));
        run.process().destroy();
        CommandLineRun stopped = run.await(60);
        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
        assertThat(stopped.out()).contains("Go on with:  chalaco run").contains("--resume");
        assertThat(reportOf(output)).contains("of 10000");
        assertThat(output.resolve("state/loop.state")).isNotEmptyFile();
    }

    private static void waitFor(Path file) throws InterruptedException {
        for (int k = 0; k < 3000 && !Files.exists(file); k++) {
            Thread.sleep(20);
        }
        assertThat(file).exists();
    }

    /** What the report shows: the data in it are readable text. */
    private static String reportOf(Path output) throws IOException {
        return Files.readString(output.resolve("report.html"))
                .replace("\\u00ED", "í")
                .replace("\\u002f", "/");
    }

    /** The command that a summary names, without its first word, as a shell would split it. */
    private static List<String> resuming(String summary) {
        String command = summary.substring(summary.indexOf("chalaco run ") + "chalaco ".length());
        Matcher word = Pattern.compile("'([^']*)'|\\S+").matcher(command);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        assertThat(words).contains("--resume");
        return words;
    }

    private static void assertSame(List<String> files, Path one, Path two) {
        for (String file : files) {
            assertThat(one.resolve(file)).hasSameBinaryContentAs(two.resolve(file));
        }
    }

    @Test
    void beforeTheFirstIterationThereIsNothingToSave() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        RunOutcome outcome = run(interruption, silent(), request(folder.resolve("none"), false));
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.summary()).contains("before the first iteration");
        assertThat(folder.resolve("none/state/loop.state")).doesNotExist();
    }

    private RunOutcome runInterruptedAfter(String words, Path output, String... setting)
            throws IOException {
        Interruption interruption = new Interruption();
        return run(interruption, stopping(interruption, words), request(output, false, setting));
    }

    /** Stops the run as soon as the progress has said this. */
    private static PrintWriter stopping(Interruption interruption, String words) {
        return new PrintWriter(
                new StringWriter() {
                    @Override
                    public void flush() {
                        if (toString().contains(words)) {
                            interruption.request();
                        }
                    }
                });
    }

    private static PrintWriter silent() {
        return new PrintWriter(new StringWriter());
    }

    /** Six days, and this setting if any. */
    private static RunRequest request(Path output, boolean resume, String... setting) {
        Map<String, String> settings = new TreeMap<>(Map.of("controller.lastIteration", "5"));
        if (setting.length > 0) {
            settings.put(setting[0], setting[1]);
        }
        return new RunRequest(TINY.toString(), null, settings, List.of(), output, null, resume);
    }

    private static RunOutcome run(Interruption interruption, PrintWriter err, RunRequest request)
            throws IOException {
        Console console = new Console(silent(), err, false);
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
            return run.run(request);
        } finally {
            interruption.finished();
        }
    }
}
