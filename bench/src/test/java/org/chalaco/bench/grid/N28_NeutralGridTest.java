package org.chalaco.bench.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.chalaco.bench.grid.NeutralGrid.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: the neutral grids are those of the reference generator, byte for byte. */
class N28_NeutralGridTest {

    private static final Path GENERATOR =
            Path.of("..", "..", "shared", "bench", "gen_grid.py").toAbsolutePath().normalize();

    @TempDir private Path folder;

    /** Expected numbers: Python 3.11, {@code random.Random(4711)}. */
    @Test
    void randomNumbersArePythons() {
        MersenneTwister random = new MersenneTwister(4711);
        assertThat(random.random()).isEqualTo(0.13598716908588404);
        assertThat(random.random()).isEqualTo(0.4903195775635929);
        assertThat(random.below(3600)).isEqualTo(2254);
        for (int k = 0; k < 1000; k++) {
            random.random();
        }
        assertThat(random.random()).isEqualTo(0.3320752583499591);
        assertThat(random.choice(List.of(1, 4, 6))).isEqualTo(0);
    }

    @Test
    void theStandardGridHasTheStandardSize() {
        NeutralGrid grid = NeutralGrid.of(new Size(10, 10, 10_000, 3600, Size.SEED));
        assertThat(grid.nodes()).hasSize(100);
        assertThat(grid.streets()).hasSize(360);
        assertThat(grid.signalised()).hasSize(96);
        assertThat(grid.trips()).hasSize(10_000);
        long entered = grid.trips().stream().mapToLong(t -> t.linkIds().size() - 1).sum();
        assertThat(entered).as("link-enter events of the reference").isEqualTo(71_299);
    }

    @Test
    void filesAreThoseOfTheReferenceGenerator() throws IOException, InterruptedException {
        assumeTrue(Files.exists(GENERATOR), () -> "There is no " + GENERATOR);
        Path theirs = folder.resolve("theirs");
        assumeTrue(python(GENERATOR.toString(), theirs.toString(), "7", "5", "3000", "1800", "11"));
        Path ours = folder.resolve("ours");
        NeutralGrid.of(new Size(7, 5, 3000, 1800, 11)).write(ours);
        List<String> names =
                List.of(
                        "nodes.csv",
                        "links.csv",
                        "trips.csv.gz",
                        "signals.csv",
                        "network.xml",
                        "plans.xml.gz",
                        "signalSystems.xml",
                        "signalGroups.xml",
                        "signalControl.xml",
                        "config.xml");
        for (String name : names) {
            assertThat(text(ours.resolve(name))).as(name).isEqualTo(text(theirs.resolve(name)));
        }
        try (var files = Files.list(theirs)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static boolean python(String... arguments) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean zipped = file.toString().endsWith(".gz");
            return new String((zipped ? new GZIPInputStream(in) : in).readAllBytes());
        }
    }
}
