package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.formats.Problems;
import org.chalaco.formats.events.EventsReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a run is held against the counts that its config names, as MATSim does. */
class N20_CountsTest {

    private static final String HEADER =
            "Link Id\tCount Station Id\tHour\tMATSIM volumes\tCount volumes\tRelative Error"
                    + "\tNormalized Relative Error\tGEH";

    @TempDir private Path folder;
    private Path scenario;
    private Path output;

    @BeforeEach
    void copyTheScenario() throws IOException {
        scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        output = folder.resolve("output");
    }

    /** One hour from seven to eight; nothing was simulated from eight to nine. */
    private CommandLineRun run(String counts, Object... more) throws IOException {
        Files.writeString(scenario.resolve("counts.xml"), counts);
        Object[] words = {
            "run",
            scenario,
            "--set",
            "counts.inputCountsFile=counts.xml",
            "--set",
            "qsim.endTime=08:00:00",
            "--output",
            output,
            "--json",
            folder.resolve("results.json")
        };
        return CommandLineRun.of(
                Stream.concat(Stream.of(words), Stream.of(more)).toArray(Object[]::new));
    }

    private static String counts(String stations) {
        return "<counts name=\"street\" year=\"2026\">" + stations + "</counts>";
    }

    private static final String THREE =
            counts(
                    """
                    <count loc_id="WC" cs_id="west"><volume h="8" val="10"/><volume h="9" val="99"/></count>
                    <count loc_id="SC" cs_id="south"><volume h="8" val="0"/></count>
                    <count loc_id="CW" cs_id="out"><volume h="8" val="7"/></count>
                    """);

    private long leaving(String link) {
        long[] count = new long[1];
        EventsReader.read(
                output.resolve("output_events.xml.gz"),
                new Problems(),
                e -> {
                    if (e.type().equals("left link") && link.equals(e.attributes().get("link"))) {
                        count[0]++;
                    }
                });
        return count[0];
    }

    @Test
    void volumesStandBesideTheCountsInMatsimsTable() throws IOException {
        CommandLineRun run = run(THREE, "--iterations", 1);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(output.resolve("ITERS/it.1/1.countscompare.txt"));
        long west = leaving("WC");
        long south = leaving("SC");
        assertThat(west).isGreaterThan(10);
        assertThat(south).isPositive();
        assertThat(lines).hasSize(4).first().isEqualTo(HEADER);
        String[] cells = lines.get(1).split("\t");
        assertThat(cells).startsWith("WC", "west", "8", Long.toString(west), "10");
        assertThat(Double.parseDouble(cells[5])).isCloseTo((west - 10) / 10.0, within(6e-4));
        assertThat(Double.parseDouble(cells[6]))
                .isCloseTo((west - 10) / (double) west, within(6e-4));
        assertThat(Double.parseDouble(cells[7]))
                .isCloseTo(Math.sqrt(2 * Math.pow(west - 10.0, 2) / (west + 10.0)), within(6e-4));
        assertThat(lines.get(2)).as("nothing counted").contains("\t1000\t1\t");
        // Nobody crosses a stop line at the end of the network.
        assertThat(lines.get(3)).isEqualTo("CW\tout\t8\t0\t7\t-1\t1\t3.742");
        assertThat(output.resolve("ITERS/it.1/1.countscompareAWTV.txt"))
                .content()
                .contains("WC\twest\t" + west + "\t10\t");
    }

    @Test
    void theIntervalIsThatOfTheConfig() throws IOException {
        run(THREE, "--iterations", 3, "--set", "counts.writeCountsInterval=2");
        for (int iteration = 0; iteration <= 3; iteration++) {
            Path file = output.resolve("ITERS/it.%d/%<d.countscompare.txt".formatted(iteration));
            // The last one is always there.
            assertThat(Files.exists(file)).as(file.toString()).isEqualTo(iteration != 1);
        }
    }

    @Test
    void samplesAreScaledUnlessTheConfigSaysHow() throws IOException {
        run(THREE, "--iterations", 0, "--set", "chalaco.sampleFactor=0.5");
        long west = leaving("WC");
        assertThat(westVolume()).isEqualTo(2.0 * west);
        run(
                THREE,
                "--iterations",
                0,
                "--set",
                "counts.countsScaleFactor=3.5",
                "--overwrite",
                "deleteDirectoryIfExists");
        assertThat(westVolume()).isEqualTo(3.5 * leaving("WC"));
    }

    private double westVolume() throws IOException {
        List<String> lines = Files.readAllLines(output.resolve("ITERS/it.0/0.countscompare.txt"));
        return Double.parseDouble(lines.get(1).split("\t")[3]);
    }

    @Test
    void screenScriptsAndReportTellIt() throws IOException {
        CommandLineRun run = run(THREE, "--iterations", 0);
        assertThat(run.out()).contains("of 3 station hours with a GEH below 5, mean GEH ");
        JsonNode results = new ObjectMapper().readTree(folder.resolve("results.json").toFile());
        assertThat(results.at("/results/countedStationHours").asInt()).isEqualTo(3);
        assertThat(results.at("/results/meanGeh").asDouble()).isPositive();
        assertThat(results.at("/units/shareGehBelow5").asText()).isEqualTo("-");
        JsonNode table = countTable();
        assertThat(table.at("/rows")).hasSize(3);
        double worst = table.at("/rows/0/cells/6").asDouble();
        assertThat(worst).isGreaterThanOrEqualTo(table.at("/rows/1/cells/6").asDouble());
    }

    private JsonNode countTable() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(output.resolve("report.json.gz")))) {
            JsonNode tables = new ObjectMapper().readTree(in).findValue("tables");
            for (JsonNode table : tables) {
                if (table.at("/id").asText().equals("counts")) {
                    return table;
                }
            }
            throw new AssertionError("No table of counts");
        }
    }

    @Test
    void hoursThatWereNotSimulatedAsAWholeAreNotCompared() throws IOException {
        CommandLineRun run = run(THREE, "--iterations", 0, "--set", "qsim.endTime=07:50:00");
        assertThat(run.out()).contains("none of their hours was simulated as a whole");
        assertThat(output.resolve("ITERS/it.0/0.countscompare.txt")).hasContent(HEADER);
    }

    @Test
    void theOutputStaysAScenarioWithItsCounts() throws IOException {
        run(THREE, "--iterations", 0);
        Path again = folder.resolve("again");
        CommandLineRun second =
                CommandLineRun.of(
                        "run",
                        output,
                        "--config",
                        output.resolve("output_config.xml"),
                        "--output",
                        again);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(again.resolve("ITERS/it.0/0.countscompare.txt")).isNotEmptyFile();
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(output.resolve("output_counts.xml.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("west");
        }
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingRuns() throws IOException {
        CommandLineRun run =
                run(
                        counts("<count loc_id=\"WX\"><volume h=\"8\" val=\"-4\"/></count>"),
                        "--set",
                        "counts.countsScaleFactor=-1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("CH-XML-012")
                .contains("WX")
                .contains("CH-XML-009")
                .contains("CH-CFG-003")
                .contains("counts.xml");
        assertThat(output).doesNotExist();
        CommandLineRun validate =
                CommandLineRun.of(
                        "validate", scenario, "--set", "counts.inputCountsFile=nowhere.xml");
        assertThat(validate.exitCode()).isEqualTo(2);
        assertThat(validate.err() + validate.out()).contains("CH-CFG-005");
    }

    @Test
    void withoutCountsNothingIsSaidOfThem() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--iterations", 0, "--output", output);
        assertThat(run.out()).doesNotContain("Counts:");
        assertThat(output.resolve("output_counts.xml.gz")).doesNotExist();
        assertThat(output.resolve("ITERS/it.0/0.countscompare.txt")).doesNotExist();
    }
}
