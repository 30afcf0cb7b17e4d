package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.chalaco.app.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: what a run tells of itself: samples and credits. */
class N18_WhatARunTellsTest {

    private static final Path TINY = Path.of("src/test/resources/tiny");

    @TempDir private Path folder;

    @Test
    void creditsGoWithTheNetwork() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("scenario"));
        try (Stream<Path> files = Files.list(TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, scenario.resolve(file.getFileName().toString()));
            }
        }
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
