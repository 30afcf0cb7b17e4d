package org.chalaco.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: {@code chalaco tune} and {@code chalaco plans diff}: what they leave, what
 * they keep, what they refuse.
 */
class N28_TuneCommandTest {

    @TempDir private Path folder;
    private Path output;

    @BeforeEach
    void place() {
        output = folder.resolve("tuned");
    }

    private CommandLineRun tune(Object... more) {
        return search(4, more);
    }

    private CommandLineRun search(int generations, Object... more) {
        Object[] short6 = {
            "tune",
            TinyScenario.FOLDER,
            "--output",
            output,
            "--population",
            6,
            "--generations",
            generations,
            "--replications",
            2,
            "--final-replications",
            3,
            "--warm-up",
            60,
            "--threads",
            2,
            "--steady",
            0
        };
        Object[] all = new Object[short6.length + more.length];
        System.arraycopy(short6, 0, all, 0, short6.length);
        System.arraycopy(more, 0, all, short6.length, more.length);
        return CommandLineRun.of(all);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(output.resolve(name));
    }

    @Test
    void plansHistoryAndReportAreLeft() throws IOException {
        Path json = folder.resolve("results.json");
        CommandLineRun run = tune("--json", json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("tuned", "present", "webster", "uniform", "green-wave");
        assertThat(run.err()).contains("generation 4 of 4: best", "mean", "left");
        assertThat(lines("optimization_results.csv")).hasSize(1 + 4);
        assertThat(lines("comparison.csv")).hasSize(1 + 5);
        assertThat(lines("plans.csv").get(0)).startsWith("system,plan,cycle_s,offset_s,group");
        assertThat(json).content().contains("\"tunedScore\"", "\"units\"");
        assertThat(output.resolve("signals/signalControl.xml")).content().contains("refId=\"C\"");
        String page = Files.readString(output.resolve("report.html"));
        assertThat(page).contains("default-src 'none'", "Signal plans for tiny", "Planes semaf");
        assertThat(page.replaceAll("'sha256-[^']*'", "")).doesNotContain("http:/", "src=\"");
        assertThat(folder.resolve("tuned"))
                .isDirectoryNotContaining(f -> f.toString().endsWith(".tmp"));
    }

    @Test
    void tunedPlansRunInAScenario() {
        assertThat(tune().exitCode()).isZero();
        Path control = output.resolve("signals/signalControl.xml").toAbsolutePath();
        CommandLineRun run =
                CommandLineRun.of(
                        "validate",
                        TinyScenario.FOLDER,
                        "--set",
                        "signalsystems.signalcontrol=" + control);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void aSearchGoesOnToTheSameEnd() throws IOException {
        assertThat(search(5).exitCode()).isZero();
        List<String> whole = lines("comparison.csv");
        List<String> plans = lines("plans.csv");
        List<String> history = lines("optimization_results.csv");
        output = folder.resolve("parts");
        assertThat(search(2).exitCode()).isZero();
        CommandLineRun rest = search(5, "--resume");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(lines("comparison.csv")).isEqualTo(whole);
        assertThat(lines("plans.csv")).isEqualTo(plans);
        assertThat(withoutRun(lines("optimization_results.csv"))).isEqualTo(withoutRun(history));
    }

    /** The first column is the time of the start. */
    private static List<String> withoutRun(List<String> lines) {
        return lines.stream().map(l -> l.substring(l.indexOf(',') + 1)).toList();
    }

    @Test
    void theHistoryIsNeverOverwritten() throws IOException {
        assertThat(tune("--method", "random").exitCode()).isZero();
        List<String> first = lines("optimization_results.csv");
        CommandLineRun refused = tune();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("CH-RUN-004");
        for (String policy : List.of("overwriteExistingFiles", "deleteDirectoryIfExists")) {
            CommandLineRun again = tune("--overwrite", policy);
            assertThat(again.exitCode()).as(again.err()).isZero();
        }
        List<String> all = lines("optimization_results.csv");
        assertThat(all).hasSize(1 + 3 * 4);
        assertThat(all.subList(0, 5)).isEqualTo(first);
    }

    @Test
    void twoObjectivesMakeAFront() throws IOException {
        CommandLineRun run = tune("--objective", "delay,stops");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String page = Files.readString(output.resolve("report.html"));
        assertThat(page).containsPattern("\"y\":\\{[^}]*\"name\":\"stops\"");
        assertThat(page).contains("\"points\":[[");
    }

    @Test
    void everythingWrongIsNamedAndNothingWritten() {
        CommandLineRun run =
                tune(
                        "--method", "genetics",
                        "--objective", "dellay",
                        "--window", "11:00-12:00",
                        "--remove-signals", "X",
                        "--add-signals", "nowhere");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("CH-TUN-008", "(genetics)", "Maybe genetic", "(dellay)", "Maybe delay")
                .contains("CH-TUN-006", "(11:00-12:00)")
                .contains("CH-TUN-011", "(X)", "(nowhere)")
                .contains("5 errors");
        assertThat(output).doesNotExist();

        CommandLineRun settings = tune("--cycles", "90-60", "--min-green", 0, "--walk", -1);
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.err()).contains("(90-60)", "--min-green", "--walk", "3 errors");

        CommandLineRun impossible = tune("--cycles", "20-24");
        assertThat(impossible.exitCode()).isEqualTo(2);
        assertThat(impossible.err()).contains("CH-TUN-003", "(20 to 24 s)", "(C)");

        CommandLineRun nothing = tune("--resume");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("CH-TUN-010");
        assertThat(output).doesNotExist();
    }

    @Test
    void plansAreCompared() throws IOException {
        assertThat(tune("--method", "webster").exitCode()).isZero();
        Path present = TinyScenario.FOLDER.resolve("signal_control.xml");
        Path json = folder.resolve("diff.json");
        CommandLineRun same = CommandLineRun.of("plans", "diff", present, present);
        assertThat(same.exitCode()).isZero();
        assertThat(same.out()).contains("The plans are the same.");
        Path other = folder.resolve("signalControl.xml");
        Files.writeString(
                other,
                Files.readString(present)
                        .replace("cycleTime sec=\"60\"", "cycleTime sec=\"70\"")
                        .replace("dropping sec=\"25\"", "dropping sec=\"30\""));
        CommandLineRun diff = CommandLineRun.of("plans", "diff", present, folder, "--json", json);
        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.out())
                .containsPattern("C +cycle +60 s +70 s")
                .containsPattern("C +real +green +25 s +30 s")
                .contains("2 differences at 1 signal systems");
        assertThat(json).content().contains("\"differenceCount\" : 2");
        CommandLineRun wrong =
                CommandLineRun.of("plans", "diff", folder.resolve("a"), folder.resolve("b"));
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("CH-TUN-012", "2 errors");
    }

    @Test
    void optionsNamesAndPlacesThatAreWrongAreAllNamedAtOnce() {
        CommandLineRun run =
                tune(
                        "--method", "genetics",
                        "--objective", "delays",
                        "--window", "9-3",
                        "--reserve", "120",
                        "--cycles", "50-40",
                        "--remove-signals", "nowhere",
                        "--add-signals", "never");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("(genetics)", "(delays)", "(9-3)", "(120)", "(50-40)")
                .contains("(nowhere)", "(never)");
        assertThat(output).doesNotExist();
    }

    @Test
    void allSearchesOfTheStudyAreThereByName() {
        CommandLineRun run =
                search(
                        1,
                        "--method",
                        "study-proportional-geometric",
                        "--objective",
                        "square-weighted-link-time");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("tuned");
    }
}
