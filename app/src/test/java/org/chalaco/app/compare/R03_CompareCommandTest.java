package org.chalaco.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: {@code chalaco compare}: the same traffic for every strategy, what it leaves,
 * that it goes on after a stop to the same end, and what it refuses.
 */
class R03_CompareCommandTest {

    private static final String STRATEGIES = "present,webster,actuated:gap=4";

    @TempDir private Path folder;
    private Path output;

    @BeforeEach
    void place() {
        output = folder.resolve("comparison");
    }

    private CommandLineRun compare(Object... more) {
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                "compare",
                                TinyScenario.FOLDER,
                                "--output",
                                output,
                                "--warm-up",
                                60));
        all.addAll(List.of(more));
        return CommandLineRun.of(all.toArray());
    }

    private CommandLineRun three(int seeds, Object... more) {
        List<Object> all = new ArrayList<>(List.of("--strategies", STRATEGIES, "--seeds", seeds));
        all.addAll(List.of(more));
        return compare(all.toArray());
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(output.resolve(name));
    }

    /** Everything a comparison leaves but the runs themselves. */
    private Map<String, String> results() throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                results.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return results;
    }

    @Test
    void tablesJsonAndReportAreLeft() throws IOException {
        Path json = folder.resolve("results.json");
        CommandLineRun run = three(3, "--json", json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("9 of 9 runs").contains("left");
        assertThat(run.out()).contains("rank", "present", "webster", "actuated:gap=4", "p Holm");
        assertThat(lines("measures.csv")).hasSize(1 + 3 * 3 * Measure.values().length);
        assertThat(lines("measures.csv").get(0))
                .isEqualTo("scenario,strategy,seed,measure,unit,value");
        assertThat(lines("summary.csv").get(0)).contains("mean,half_width,deviation,rank");
        assertThat(lines("pairs.csv").get(1)).startsWith("tiny,delay,veh h,present,webster,");
        assertThat(lines("classes.csv")).anyMatch(l -> l.contains(",CAR,co2,g/veh km,"));
        assertThat(lines("movements.csv")).hasSizeGreaterThan(1);
        assertThat(lines("links.csv")).hasSizeGreaterThan(1);
        assertThat(json).content().contains("\"units\"", "\"halfWidths\"", "\"rank\"");
        String page = Files.readString(output.resolve("report.html"));
        assertThat(page).contains("default-src 'none'", "Signal control compared: tiny");
        assertThat(page.replaceAll("'sha256-[^']*'", "")).doesNotContain("http:/", "src=\"");
        assertThat(page).contains("\"strategies\":[\"present\",\"webster\",\"actuated:gap=4\"]");
    }

    /** What the report draws is what the tables say. */
    @Test
    void reportAndTablesSayTheSame() throws IOException {
        assertThat(three(2).exitCode()).isZero();
        String delay =
                lines("summary.csv").stream()
                        .filter(l -> l.startsWith("tiny,delay,veh h,webster,2,"))
                        .findFirst()
                        .orElseThrow()
                        .split(",")[5];
        assertThat(Files.readString(output.resolve("report.html"))).contains("\"mean\":" + delay);
    }

    @Test
    void aStoppedComparisonGoesOnToTheSameEnd() throws IOException {
        assertThat(three(3).exitCode()).isZero();
        Map<String, String> whole = results();
        output = folder.resolve("parts");
        assertThat(three(2, "--threads", 1).exitCode()).isZero();
        try (Stream<Path> runs = Files.walk(output.resolve("runs/tiny/webster"))) {
            // as if stopped while this one was running
            Files.delete(runs.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        CommandLineRun rest = three(3, "--resume", "--threads", 3);
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("5 of 9 runs are there already");
        assertThat(results()).isEqualTo(whole);
    }

    @Test
    void aHalfWrittenRunIsMadeAgain() throws IOException {
        assertThat(three(2).exitCode()).isZero();
        Map<String, String> whole = results();
        try (Stream<Path> runs = Files.walk(output.resolve("runs"))) {
            Path other = runs.filter(Files::isRegularFile).findFirst().orElseThrow();
            new RunRecord("0000000000000000", List.of()).write(other);
        }
        CommandLineRun again = three(2, "--resume");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("5 of 6 runs are there already");
        assertThat(results()).isEqualTo(whole);
    }

    @Test
    void strategiesMayBeAddedLater() throws IOException {
        assertThat(compare("--strategies", "present", "--seeds", 2).exitCode()).isZero();
        CommandLineRun more = three(2, "--resume");
        assertThat(more.exitCode()).as(more.err()).isZero();
        assertThat(more.err()).contains("2 of 6 runs are there already");
        assertThat(lines("summary.csv"))
                .anyMatch(l -> l.contains(",actuated:gap=4,") || l.contains("\"actuated:gap=4\""));
    }

    @Test
    void plansFromAFileAreAStrategy() throws IOException {
        Path present = TinyScenario.FOLDER.resolve("signal_control.xml");
        CommandLineRun run =
                compare("--strategies", "present", "--plans", "mine=" + present, "--seeds", 2);
        assertThat(run.exitCode()).as(run.err()).isZero();
        // the same plans on the same traffic: not a bit of difference, and no proof of any
        List<String> pair =
                lines("pairs.csv").stream().filter(l -> l.startsWith("tiny,delay,")).toList();
        assertThat(pair).hasSize(1);
        assertThat(pair.get(0)).startsWith("tiny,delay,veh h,present,mine,0.0,0.0,");
        assertThat(lines("summary.csv"))
                .filteredOn(l -> l.startsWith("tiny,delay,"))
                .allMatch(l -> l.endsWith(",1"));
    }

    @Test
    void aControllerMayStartFromOtherPlans() throws IOException {
        CommandLineRun run = compare("--strategies", "actuated,actuated@webster", "--seeds", 2);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("actuated@webster");
    }

    @Test
    void everythingWrongIsNamedAndNothingWritten() {
        CommandLineRun run =
                compare(
                        "nowhere",
                        "--strategies",
                        "presnt,actuated@wobster,actuated:gap=400,actuated:gapp=3,webster:gap=3",
                        "--plans",
                        "mine=" + folder.resolve("none.xml"),
                        "--measure",
                        "delai",
                        "--window",
                        "11:00-12:00");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("CH-CMP-001", "(presnt)", "Maybe present")
                .contains("There are no plans (wobster) for (actuated)", "Maybe webster")
                .contains("CH-CMP-002", "(400.0)", "not between (1.0) and (8.0)")
                .contains("(gapp)", "Maybe gap")
                .contains("The strategy (webster) has no parameter (gap)")
                .contains("CH-CMP-006", "(delai)", "Maybe delay")
                .contains("CH-RUN-002", "(nowhere)")
                .contains("CH-TUN-006", "(11:00-12:00)");
        assertThat(output).doesNotExist();
        CommandLineRun settings = compare("--seeds", 0, "--spread", -1, "--plans", "mine");
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.err())
                .contains("--seeds cannot be (0)", "--spread", "NAME=FILE", "3 errors");
        assertThat(output).doesNotExist();
    }

    @Test
    void everyControllerOnTheClassPathIsAStrategy() {
        List<String> names = StrategyCatalogue.names();
        assertThat(names).startsWith("present", "uniform", "webster", "green-wave");
        assertThat(SignalControllerProvider.listAll()).isNotEmpty();
        SignalControllerProvider.listAll().forEach(p -> assertThat(names).contains(p.name()));
    }

    @Test
    void aScenarioWithoutSignalsIsRefused() {
        CommandLineRun run = compare("--set", "signalsystems.useSignalsystems=false");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-TUN-004");
        assertThat(output).doesNotExist();
    }

    @Test
    void theFolderOfAnotherComparisonIsLeftAlone() throws IOException {
        assertThat(compare("--strategies", "present", "--seeds", 1).exitCode()).isZero();
        Map<String, String> before = results();
        CommandLineRun again = compare("--strategies", "present", "--seeds", 1);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("CH-RUN-004", "--resume");
        CommandLineRun other =
                compare("--strategies", "present", "--seeds", 1, "--resume", "--spread", 30);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("CH-CMP-005");
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");
        output = foreign;
        CommandLineRun thesis = compare("--resume");
        assertThat(thesis.exitCode()).isEqualTo(2);
        assertThat(thesis.err()).contains("CH-RUN-004", "holds other files");
        output = folder.resolve("comparison");
        assertThat(results()).isEqualTo(before);
    }
}
