package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco run --emissions}: tables, map and report, only if asked. */
class T06_EmissionsOfARunTest {

    @TempDir private Path folder;
    private Path output;

    @BeforeEach
    void place() {
        output = folder.resolve("run");
    }

    private CommandLineRun run(Object... more) {
        Object[] all = new Object[4 + more.length];
        System.arraycopy(
                new Object[] {"run", TinyScenario.FOLDER, "--output", output}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return CommandLineRun.of(all);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(output.resolve(name));
    }

    private double sum(String name, String column) throws IOException {
        List<String> lines = lines(name);
        int at = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream()
                .skip(1)
                .filter(l -> !l.startsWith("ALL"))
                .mapToDouble(l -> Double.parseDouble(l.split(",", -1)[at]))
                .sum();
    }

    @Test
    void tablesAndMapAndReportSayTheSame() throws IOException {
        CommandLineRun run = run("--emissions");
        assertThat(run.exitCode()).as(run.err()).isZero();
        double kilograms = sum("emissions_classes.csv", "co2Kg");
        assertThat(kilograms).isPositive();
        assertThat(sum("emissions_links.csv", "co2") / 1000).isCloseTo(kilograms, within(0.01));
        assertThat(lines("emissions_links.csv").get(0)).startsWith("linkId,linkIndex,from,until");
        JsonNode map =
                new ObjectMapper().readTree(output.resolve("emissions_links.geojson").toFile());
        double grams = 0;
        for (JsonNode feature : map.get("features")) {
            JsonNode properties = feature.get("properties");
            grams += properties.get("co2_g").asDouble();
            double hours = 0;
            for (JsonNode hour : properties.get("co2_g_by_hour")) {
                hours += hour.asDouble();
            }
            assertThat(hours).isCloseTo(properties.get("co2_g").asDouble(), within(0.01));
            assertThat(feature.get("geometry").get("coordinates")).hasSize(2);
        }
        assertThat(grams / 1000).isCloseTo(kilograms, within(0.01));
        String page = Files.readString(output.resolve("report.html"));
        assertThat(page).contains("\"id\":\"emissions\"").doesNotContain("\"intervals\":0");
        double perKm = 1000 * kilograms / sum("emissions_classes.csv", "vehicleKm");
        assertThat(perKm).isBetween(150.0, 600.0);
        // the output folder is a scenario that counts again
        assertThat(output.resolve("output_config.xml")).content().contains("\"emissions\"");
    }

    @Test
    void nobodyCountsUnlessAsked() {
        assertThat(run().exitCode()).isZero();
        assertThat(output.resolve("emissions_classes.csv")).doesNotExist();
        assertThat(output.resolve("emissions_links.geojson")).doesNotExist();
    }
}
