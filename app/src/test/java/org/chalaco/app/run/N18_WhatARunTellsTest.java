package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: what a run tells of itself: credits, samples, what it took. */
class N18_WhatARunTellsTest {

    private static final Path TINY = TinyScenario.FOLDER;

    private static final String REPLACE = "deleteDirectoryIfExists";

    @TempDir private Path folder;

    @Test
    void creditsGoWithTheNetwork() throws IOException {
        Path scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        Files.writeString(
                scenario.resolve("sources.csv"),
                "en,es\n\"Map: (c) walkers, ODbL 1.0\",\"Mapa: (c) caminantes, ODbL 1.0\"\n");
        Path output = run(scenario, "--iterations", 0);
        assertThat(unzipped(output.resolve("output_network.xml.gz")))
                .contains("\"chalaco:source\"")
                .contains(">Map: (c) walkers, ODbL 1.0<");
    }

    @Test
    void aNetworkWithoutSourcesCreditsNobody() throws IOException {
        Path output = run(TINY, "--iterations", 0);
        assertThat(unzipped(output.resolve("output_network.xml.gz")))
                .contains("<network>")
                .doesNotContain("chalaco:source");
    }

    @Test
    void aSampleSaysSoOnTheScreenInTheLogAndInTheReport() throws IOException {
        String said =
                "10 % of the population: each vehicle stands for 10; flows, counts and sums are of simulated vehicles";
        Path output = run(TINY, "--iterations", 0, "--set", "chalaco.sampleFactor=0.1");
        assertThat(folder.resolve("screen.txt")).content().containsOnlyOnce(said);
        assertThat(output.resolve("logfile.log")).content().containsOnlyOnce(said);
        assertThat(unzipped(output.resolve("report.json.gz")))
                .contains(said)
                .contains("cada vehículo representa 10;");
        assertThat(results().at("/results/sampleFactor").asDouble()).isEqualTo(0.1);
    }

    @Test
    void aFullRunSaysNothingOfSamples() throws IOException {
        Path output = run(TINY, "--iterations", 0);
        for (Path file : new Path[] {folder.resolve("screen.txt"), output.resolve("logfile.log")}) {
            assertThat(file).content().isNotEmpty().doesNotContain("stands for");
        }
        assertThat(SampleNote.find(1)).isNull();
    }

    @Test
    void degreesOfSaturationAreThoseOfTheWholePopulation() throws IOException {
        double all = degreeOfSaturation(run(TINY, "--iterations", 0, "--overwrite", REPLACE));
        double half =
                degreeOfSaturation(
                        run(
                                TINY,
                                "--iterations",
                                0,
                                "--overwrite",
                                REPLACE,
                                "--set",
                                "chalaco.sampleFactor=0.5"));
        // The same vehicles stand for twice as many.
        assertThat(all).isPositive();
        assertThat(half).isCloseTo(2 * all, withinPercentage(5));
    }

    private static double degreeOfSaturation(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output.resolve("kpis_intersections.csv"));
        int column = List.of(lines.get(0).split(",")).indexOf("degreeOfSaturation");
        return Double.parseDouble(lines.get(1).split(",")[column]);
    }

    @Test
    void factorsAreRoundedForReading() {
        assertThat(SampleNote.find(0.3).en()).startsWith("30 % ").contains("stands for 3.33;");
        assertThat(SampleNote.find(0.025).en()).startsWith("2.5 % ").contains("stands for 40;");
        assertThat(SampleNote.find(0.01).en()).startsWith("1 % ").contains("stands for 100;");
    }

    @Test
    void whatTheRunTookIsThereForScriptsAndReaders() throws IOException {
        Path output = run(TINY, "--iterations", 0);
        JsonNode json = results();
        double mobsim = json.at("/results/mobsimSeconds").asDouble();
        assertThat(mobsim).isPositive();
        assertThat(json.at("/results/totalSeconds").asDouble()).isGreaterThan(mobsim);
        assertThat(json.at("/units/totalSeconds").asText()).isEqualTo("s");
        assertThat(json.at("/results/vehicleUpdatesPerSecond").asDouble()).isGreaterThan(1000);
        assertThat(json.at("/units/vehicleUpdatesPerSecond").asText()).isEqualTo("1/s");
        assertThat(json.at("/results/peakHeap").asLong()).isGreaterThan(1_000_000);
        assertThat(json.at("/units/peakHeap").asText()).isEqualTo("B");
        assertThat(folder.resolve("screen.txt")).content().contains("million vehicle updates/s");
        assertThat(unzipped(output.resolve("report.json.gz")))
                .contains("million vehicle updates/s");
    }

    private JsonNode results() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    }

    private Path run(Object... words) throws IOException {
        Path output = folder.resolve("output");
        Object[] all = new Object[words.length + 5];
        all[0] = "run";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--output";
        all[words.length + 2] = output;
        all[words.length + 3] = "--json";
        all[words.length + 4] = folder.resolve("results.json");
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Files.writeString(folder.resolve("screen.txt"), run.out());
        return output;
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
