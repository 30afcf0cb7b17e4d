package org.chalaco.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.bench.process.ChildProcess;

/**
 * {@code chalaco bench} in a process of its own, as a user would start it, so that every repeat
 * begins with a fresh virtual machine and its memory is its own.
 *
 * @param stepSeconds length of a step, s
 * @param threads to work on
 * @param warmups runs before the one that counts, in the same process
 */
record OurRun(double stepSeconds, int threads, int warmups) {

    /** Runs a folder once; gives the results by their names in the JSON. */
    JsonNode run(Path folder) throws IOException {
        Path json = Files.createTempFile("chalaco-bench", ".json");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // As the chalaco script does.
            command.add("-XX:+UseParallelGC");
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.add("org.chalaco.app.Chalaco");
            command.addAll(List.of("bench", folder.toAbsolutePath().toString()));
            command.addAll(List.of("--dt", Double.toString(stepSeconds)));
            command.addAll(List.of("--threads", Integer.toString(threads)));
            command.addAll(List.of("--warmup", Integer.toString(warmups)));
            command.addAll(List.of("--no-memory", "--json", json.toString()));
            ChildProcess.run(Path.of("").toAbsolutePath(), command).orFail("chalaco bench");
            return new ObjectMapper().readTree(Files.readAllBytes(json)).path("results");
        } finally {
            Files.delete(json);
        }
    }

    /** The run as a line of the table. */
    Measurement measurement(String grid, JsonNode results) {
        return new Measurement(
                grid,
                threads == 1 ? "Chalaco" : "Chalaco, %d threads".formatted(threads),
                results.path("arrived").asLong(),
                results.path("unfinished").asLong(),
                results.path("vehicleUpdates").asDouble(),
                stepSeconds,
                results.path("meanTripSeconds").asDouble(),
                results.path("cpuSeconds").asDouble(),
                results.path("wallSeconds").asDouble(),
                results.path("peakProcessBytes").asDouble(Double.NaN));
    }
}
