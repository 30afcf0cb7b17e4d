package org.chalaco.bench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.app.Chalaco;
import org.chalaco.bench.grid.StandardGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the smallest standard grid comes to the golden figures, and other figures are
 * noticed. After a change of results on purpose: {@code chalaco-bench grids --update-golden}.
 */
class N22_GoldenKpisTest {

    private static final Path GOLDEN = Path.of("golden.json");
    private static final String GRID = StandardGrid.GRID_10X10_10K.id();

    @TempDir private Path folder;

    @Test
    void theSmallestGridIsAsItWas() throws IOException {
        Path grid = StandardGrid.GRID_10X10_10K.folderIn(folder);
        Path json = folder.resolve("bench.json");
        StringWriter told = new StringWriter();
        int exit =
                Chalaco.run(
                        new PrintWriter(told),
                        new PrintWriter(told),
                        "bench",
                        grid.toString(),
                        "--no-memory",
                        "--json",
                        json.toString());
        assertThat(exit).as(told.toString()).isZero();
        JsonNode results = new ObjectMapper().readTree(Files.readAllBytes(json)).path("results");
        assertThat(results.path("arrived").asLong()).as("all arrive").isEqualTo(10_000);
        assertThat(GoldenKpis.read(GOLDEN).differences(GRID, results)).isEmpty();
    }

    @Test
    void everyGridWithATableHasGoldenFigures() throws IOException {
        JsonNode golden = new ObjectMapper().readTree(Files.readAllBytes(GOLDEN));
        assertThat(golden.fieldNames())
                .toIterable()
                .contains("grid-10x10-10k", "grid-20x20-50k", "grid-40x40-200k");
    }

    @Test
    void otherFiguresAreNamedAndTakenOnlyWhenAsked() throws IOException {
        Path file = folder.resolve("golden.json");
        ObjectNode results = new ObjectMapper().createObjectNode();
        results.put("eventHash", "0123").put("arrived", 7);
        GoldenKpis golden = GoldenKpis.read(file);
        assertThat(golden.differences(GRID, results)).hasSize(1).first().asString().contains(GRID);
        golden.update(GRID, results);
        assertThat(GoldenKpis.read(file).differences(GRID, results)).isEmpty();
        results.put("eventHash", "4567");
        assertThat(GoldenKpis.read(file).differences(GRID, results))
                .containsExactly("eventHash of (grid-10x10-10k) is (4567), was (0123).");
    }
}
