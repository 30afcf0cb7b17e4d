package org.chalaco.app.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the commands {@code import osm} and {@code demand}: a map becomes a scenario
 * that is sound, its demand is rebuilt from counts, and bad input leaves nothing behind.
 */
class V06_MapToDemandTest {

    @TempDir private static Path folder;

    private static CommandLineRun imported;

    @BeforeAll
    static void importTheTown() throws IOException {
        try (var town = MapOfTown.open()) {
            Files.copy(town, folder.resolve("town.osm"));
        }
        imported =
                CommandLineRun.of(
                        "import", "osm", text("town.osm"), text("town"), "--json", text("i.json"));
    }

    private static String text(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theTownIsSoundAndSaysWhatWasGuessed() throws IOException {
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains("EPSG:32718", "junctions with signals: 3", "traffic is made up");
        assertThat(folder.resolve("town/guesses.csv")).content().contains("signals", "maxspeed");
        assertThat(folder.resolve("i.json")).content().contains("\"units\"");
        CommandLineRun validated = CommandLineRun.of("validate", text("town"));
        assertThat(validated.exitCode()).as(validated.out()).isZero();
        assertThat(validated.out()).contains("0 errors, 0 warnings");
    }

    @Test
    void anExistingFolderIsLeftAlone() {
        CommandLineRun again = CommandLineRun.of("import", "osm", text("town.osm"), text("town"));
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("--force");
    }

    @Test
    void aBrokenMapLeavesNothingBehind() throws IOException {
        Files.writeString(
                folder.resolve("dangling.osm"),
                "<osm><node id='1' lat='1' lon='1'/><way id='7'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way></osm>");
        CommandLineRun run = CommandLineRun.of("import", "osm", text("dangling.osm"), text("no"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-OSM-001", "Way (7)", "--clip");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void demandIsRebuiltFromItsOwnCounts() throws IOException {
        CommandLineRun run =
                CommandLineRun.of(
                        "demand",
                        "--network",
                        text("town"),
                        "--proof",
                        "8",
                        "--rounds",
                        "4",
                        "--zones",
                        "12",
                        "--threads",
                        "1",
                        "--output",
                        text("demand/plans.xml.gz"),
                        "--json",
                        text("d.json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("fitted, estimate", "held out, estimate", "truth: ");
        double[] misfit = misfits(folder.resolve("demand/demand-report/rounds.csv"));
        assertThat(misfit[1]).isLessThan(0.6 * misfit[0]);
        assertThat(folder.resolve("demand/demand-report/report.html"))
                .content()
                .contains("<svg", "held out")
                .doesNotContain("http://", "https://");
        assertThat(folder.resolve("demand/plans.xml.gz")).isNotEmptyFile();
    }

    /** Misfit of the fitted counts: in the prior, and the least of all rounds. */
    private static double[] misfits(Path file) throws IOException {
        List<Double> misfits =
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> Double.valueOf(line.split(",")[2]))
                        .toList();
        double least = misfits.stream().mapToDouble(m -> m).min().orElseThrow();
        return new double[] {misfits.get(0), least};
    }

    @Test
    void wrongCommandsAreNamedAllAtOnce() {
        CommandLineRun run =
                CommandLineRun.of(
                        "demand",
                        "--network",
                        text("town"),
                        "--counts",
                        text("none.csv"),
                        "--holdout",
                        "1.5",
                        "--zones",
                        "0",
                        "--output",
                        text("bad/plans.xml.gz"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none.csv", "(1.5)", "2 zones");
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @Test
    void countsThatDoNotFitAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("wrong.csv"),
                """
                station,links,from,until,vehicles
                A,nowhere,07:00,08:00,100
                B,nowhere2,08:00,07:00,100
                """);
        CommandLineRun run =
                CommandLineRun.of(
                        "demand",
                        "--network",
                        text("town"),
                        "--counts",
                        text("wrong.csv"),
                        "--output",
                        text("wrong/plans.xml.gz"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("(nowhere)", "(nowhere2)", "CH-CNT-004");
        assertThat(folder.resolve("wrong")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .noneMatch(n -> n.startsWith(".import-"));
        }
    }
}
