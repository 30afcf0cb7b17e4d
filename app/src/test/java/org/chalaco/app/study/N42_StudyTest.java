package org.chalaco.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.docs.Documentation;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.scenario.habana.SignalLayout;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco study habana}: the experiment, its table, its resumption. */
class N42_StudyTest {

    @TempDir private Path folder;

    @BeforeEach
    void atHome() {
        System.setProperty("chalaco.home", Documentation.ROOT.toString());
    }

    @AfterEach
    void leaveHome() {
        System.clearProperty("chalaco.home");
    }

    private CommandLineRun study(Path output, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("study", "habana", "--output", output, "--population", 4));
        words.addAll(List.of("--generations", 2, "--replications", 2, "--seeds", 3));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray());
    }

    @Test
    void theTableHasEveryPlanWithItsInterval() throws IOException {
        Path output = folder.resolve("study");
        Path json = folder.resolve("study.json");
        CommandLineRun run = study(output, "--searches", 2, "--own-searches", 1, "--json", json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("present", "uniform-10", "webster", "study", "own");
        JsonNode results = new ObjectMapper().readTree(json.toFile()).path("results");
        double present = results.path("present.delay").asDouble();
        double uniform = results.path("uniform-10.delay").asDouble();
        assertThat(uniform).isLessThan(0.9 * present);
        assertThat(results.path("own.delay").asDouble()).isLessThan(0.9 * uniform);
        assertThat(results.path("present.changeOfDelayAgainstUniform10").asDouble())
                .isCloseTo(present / uniform - 1, within(1e-9));
        assertThat(results.path("uniform-10.delay.halfWidth95").asDouble()).isPositive();
        // a search of the study is not judged by what it saw
        assertThat(results.path("study.bestPlanDelay").asDouble())
                .isLessThan(results.path("study.worstPlanDelay").asDouble());
        assertThat(Files.readAllLines(output.resolve("searches.csv"))).hasSize(1 + 3);
        assertThat(Files.readAllLines(output.resolve("plans.csv"))).hasSize(1 + 6);
        assertThat(output.resolve("best/signalControl.xml")).isNotEmptyFile();
        String page = Files.readString(output.resolve("report.html"));
        assertThat(page)
                .contains("uniform-10", "<svg")
                .doesNotContain("http://", "https://", "NaN");
    }

    @Test
    void anExperimentThatIsStoppedGoesOnToTheSameEnd() throws IOException {
        StudySettings settings =
                new StudySettings(2, 0, 2, 2, true, 4, 3, SignalLayout.CODE_RUN, 1, 7);
        Path straight = folder.resolve("straight");
        run(settings, straight, false, Integer.MAX_VALUE);
        Path broken = folder.resolve("broken");
        StudyOutcome stopped = run(settings, broken, false, 1);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(broken.resolve("report.html")).doesNotExist();
        run(settings, broken, true, Integer.MAX_VALUE);
        assertThat(broken.resolve("plans.csv"))
                .hasSameTextualContentAs(straight.resolve("plans.csv"));
        assertThat(broken.resolve("generations.csv"))
                .hasSameTextualContentAs(straight.resolve("generations.csv"));
    }

    /** Runs, and asks to stop as soon as so many lines of progress were written. */
    private static StudyOutcome run(
            StudySettings settings, Path output, boolean resume, int linesUntilStop)
            throws IOException {
        Interruption interruption = new Interruption();
        StringWriter text = new StringWriter();
        PrintWriter err =
                new PrintWriter(text) {
                    private int lines;

                    @Override
                    public void flush() {
                        if (++lines >= linesUntilStop) {
                            interruption.request();
                        }
                    }
                };
        try {
            return new StudyRun(
                            Documentation.ROOT,
                            new Console(new PrintWriter(new StringWriter()), err, true),
                            interruption)
                    .run(settings, output, resume);
        } finally {
            interruption.finished();
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws IOException {
        Path output = Files.createDirectories(folder.resolve("study"));
        Files.writeString(output.resolve("mine.txt"), "keep");
        CommandLineRun run =
                CommandLineRun.of(
                        "study",
                        "havana",
                        "--output",
                        output,
                        "--seeds",
                        "1",
                        "--signals",
                        "27",
                        "--population",
                        "2");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("(havana)", "--seeds (1)", "(27) signals", "--population (2)")
                .contains("exists already");
        CommandLineRun nothing = study(folder.resolve("nowhere"), "--resume");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("no experiment");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** The published program, on rates of the same kind: -24 to -28 for uniform plans. */
    @Test
    void theStudysFitnessIsOfTheStudysOrder() {
        StudyProblem study =
                StudyProblem.read(
                        Documentation.ROOT.resolve("scenarios/habana"), SignalLayout.CODE_RUN);
        try (LocalThreads backend = LocalThreads.of(study.problem(), 1)) {
            double ten = fitness(study, backend, 10);
            double thirty = fitness(study, backend, 30);
            assertThat(ten).isBetween(14.0, 28.0);
            assertThat(thirty).isBetween(18.0, 32.0).isGreaterThan(ten);
        }
    }

    private static double fitness(StudyProblem study, LocalThreads backend, int green) {
        List<TrafficSums> sums =
                backend.evaluate(
                        List.of(
                                new org.chalaco.tuning.evaluation.EvaluationTask(
                                        study.uniform(green), 1),
                                new org.chalaco.tuning.evaluation.EvaluationTask(
                                        study.uniform(green), 2)));
        return sums.stream().mapToDouble(StudyFigure.STUDY_FITNESS::of).average().orElseThrow();
    }

    @Test
    void aFinishedSearchIsItsLine() {
        String line =
                "study,3,77,50,1234,12.50,7.25,24.1000,s,52 3 4 0 0 10 1 13 23 2 26 36 3 39 49";
        FinishedSearch search = FinishedSearch.of(line);
        assertThat(search.line()).isEqualTo(line);
        Matcher name = Pattern.compile("(\\w+)-(\\d+)").matcher(search.name());
        assertThat(name.matches()).isTrue();
        assertThat(name.group(2)).isEqualTo("3");
    }
}
