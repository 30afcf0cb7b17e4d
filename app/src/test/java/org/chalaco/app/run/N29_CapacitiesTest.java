package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a run says what links can carry, and why the network file differs. */
class N29_CapacitiesTest {

    @TempDir private Path folder;

    /** The table of the report, or null. */
    private JsonNode run(Path scenario) throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--iterations", 0, "--output", output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(output.resolve("report.json.gz")))) {
            for (JsonNode table : new ObjectMapper().readTree(in).findValue("tables")) {
                if (table.at("/id").asText().equals("capacity")) {
                    return table;
                }
            }
            return null;
        }
    }

    @Test
    void approachesOfASignalCarryTheirShare() throws IOException {
        JsonNode table = run(TinyScenario.copyTo(folder.resolve("scenario")));

        List<String> lines = Files.readAllLines(folder.resolve("output/capacity.csv"));
        assertThat(lines.get(0)).startsWith("linkId,").contains(",cause,");
        assertThat(lines).hasSize(1 + 4); // those that lead away have no stop line
        String west = lines.stream().filter(l -> l.startsWith("WC,")).findFirst().orElseThrow();
        assertThat(west).contains(",1800,").contains(",true,SIGNAL_SHARE,");
        assertThat(Double.parseDouble(west.split(",")[6])).isCloseTo(25 / 60.0, within(1e-4));
        assertThat(folder.resolve("output/capacity_lane_groups.csv")).content().contains("C/real");
        assertThat(table.at("/rows")).hasSize(4);
        assertThat(table.at("/rows/0/cells/6").asText()).isEqualTo("SIGNAL_SHARE");
    }

    @Test
    void whereTheFileIsRightTheReportSaysNothing() throws IOException {
        Path scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        Path network = scenario.resolve("network.xml");
        String text = Files.readString(network);
        assertThat(text).contains("capacity=\"1800.0\"");
        Files.writeString(network, text.replace("capacity=\"1800.0\"", "capacity=\"560.0\""));

        assertThat(run(scenario)).isNull();
        assertThat(Files.readAllLines(folder.resolve("output/capacity.csv")))
                .filteredOn(line -> line.contains(",false,NONE,"))
                .hasSize(4);
    }
}
