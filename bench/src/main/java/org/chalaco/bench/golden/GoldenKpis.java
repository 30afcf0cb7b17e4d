package org.chalaco.bench.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.app.output.OutputFolder;

/**
 * The figures that the standard grids came to when their results were last looked at, kept in a
 * file beside the sources. A run that comes to others is no result: either something broke, or
 * results were changed on purpose and the file has to be written anew.
 */
public final class GoldenKpis {

    /** What must not change, by its name in the results of {@code chalaco bench}. */
    private static final List<String> FIGURES =
            List.of(
                    "timeStep",
                    "seed",
                    "vehicleUpdates",
                    "trips",
                    "arrived",
                    "unfinished",
                    "meanTripSeconds",
                    "peakVehiclesOnRoad",
                    "eventCount",
                    "eventHash");

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final ObjectNode grids;

    private GoldenKpis(Path file, ObjectNode grids) {
        this.file = file;
        this.grids = grids;
    }

    /** The figures of a file; none if it does not exist. */
    public static GoldenKpis read(Path file) throws IOException {
        ObjectNode grids =
                Files.exists(file)
                        ? (ObjectNode) MAPPER.readTree(Files.readAllBytes(file))
                        : MAPPER.createObjectNode();
        return new GoldenKpis(file, grids);
    }

    /**
     * What differs from the figures of this grid.
     *
     * @param results those of {@code chalaco bench --json}
     * @return one sentence each, none if all is as it was; a grid without golden figures differs
     */
    public List<String> differences(String grid, JsonNode results) {
        JsonNode golden = grids.get(grid);
        if (golden == null) {
            return List.of("There are no golden figures of (%s) in (%s).".formatted(grid, file));
        }
        List<String> differences = new ArrayList<>();
        for (String figure : FIGURES) {
            String expected = golden.path(figure).asText();
            String found = results.path(figure).asText();
            if (!expected.equals(found)) {
                differences.add(
                        "%s of (%s) is (%s), was (%s).".formatted(figure, grid, found, expected));
            }
        }
        return differences;
    }

    /** Takes the figures of this grid from now on. */
    public void update(String grid, JsonNode results) throws IOException {
        ObjectNode golden = grids.putObject(grid);
        for (String figure : FIGURES) {
            if (results.has(figure)) {
                golden.set(figure, results.get(figure));
            }
        }
        OutputFolder.writeText(file, MAPPER.writeValueAsString(grids) + "\n");
    }
}
