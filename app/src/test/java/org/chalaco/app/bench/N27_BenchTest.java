package org.chalaco.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LaneChange;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.signal.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: {@code chalaco bench} measures the mobsim and says whether it did the same.
 */
class N27_BenchTest {

    private static final Path TINY = Path.of("src/test/resources/tiny");

    @TempDir private Path folder;

    private JsonNode bench(Object... options) throws IOException {
        Path json = folder.resolve("bench.json");
        List<Object> words = new ArrayList<>(List.of("bench", TINY, "--json", json));
        words.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(Files.readAllBytes(json));
    }

    @Test
    void threadsAndRepeatsChangeNothingButTime() throws IOException {
        JsonNode one = bench("--repeat", 2, "--no-memory").path("results");
        JsonNode two = bench("--threads", 2, "--no-memory").path("results");
        assertThat(one.path("repeats")).hasSize(2);
        assertThat(one.path("warmups").asInt()).isEqualTo(1);
        for (String figure :
                List.of(
                        "vehicleUpdates",
                        "arrived",
                        "unfinished",
                        "meanTripSeconds",
                        "eventCount",
                        "eventHash")) {
            assertThat(two.path(figure)).as(figure).isEqualTo(one.path(figure));
        }
        assertThat(one.path("eventHash").asText()).matches("[0-9a-f]{16}");
        assertThat(one.path("eventCount").asLong()).isGreaterThan(100);
        assertThat(one.path("arrived").asLong()).isPositive();
        assertThat(one.path("arrived").asLong() + one.path("unfinished").asLong())
                .isEqualTo(one.path("trips").asLong());
    }

    @Test
    void anotherStepIsAnotherRun() throws IOException {
        JsonNode half = bench("--no-memory").path("results");
        JsonNode quarter = bench("--no-memory", "--dt", 0.25).path("results");
        assertThat(quarter.path("eventHash")).isNotEqualTo(half.path("eventHash"));
        assertThat(quarter.path("steps").asLong()).isGreaterThan(half.path("steps").asLong());
    }

    @Test
    void whereEventsGoChangesNoTraffic() throws IOException {
        JsonNode hashed = bench("--no-memory").path("results");
        for (String where : List.of("none", "file")) {
            JsonNode other = bench("--no-memory", "--events", where).path("results");
            assertThat(other.path("vehicleUpdates")).isEqualTo(hashed.path("vehicleUpdates"));
            assertThat(other.path("meanTripSeconds")).isEqualTo(hashed.path("meanTripSeconds"));
            assertThat(other.path("eventHash").asText()).isEmpty();
        }
    }

    @Test
    void everyFigureHasItsUnitAndMemoryIsMeasured() throws IOException {
        JsonNode json = bench();
        json.path("results")
                .properties()
                .forEach(
                        field -> {
                            if (field.getValue().isNumber() || field.getValue().isNull()) {
                                assertThat(json.path("units").has(field.getKey()))
                                        .as(field.getKey())
                                        .isTrue();
                            }
                        });
        assertThat(json.path("results").path("bytesPerLane").asDouble()).isBetween(10.0, 1e6);
        assertThat(json.path("results").path("bytesPerVehicle").isNull())
                .as("a handful of vehicles fits where the mobsim begins")
                .isTrue();
        assertThat(json.path("results").path("updatesPerCpuSecond").asDouble()).isPositive();
        assertThat(json.path("results").path("vehicleSeconds").asDouble())
                .isEqualTo(0.5 * json.path("results").path("vehicleUpdates").asLong());
    }

    @Test
    void nonsenseIsRefusedAndNothingWritten() throws IOException {
        assertThat(CommandLineRun.of("bench", TINY, "--repeat", 0).exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("bench", TINY, "--events", "paper").exitCode()).isEqualTo(2);
        CommandLineRun nowhere = CommandLineRun.of("bench", folder.resolve("nowhere"));
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("CH-RUN-002");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theHashSeesKindOrderAndEveryField() {
        List<TrafficEvent> events =
                List.of(
                        new LinkEnter(1, 2, 3),
                        new LinkEnter(1.5, 2, 3),
                        new LinkEnter(1, 3, 3),
                        new LinkEnter(1, 2, 4),
                        new VehicleStuck(1, 2, 3),
                        new LinkLeave(1, 2, 3, 4, 5),
                        new LinkLeave(1, 2, 3, 5, 5),
                        new LinkLeave(1, 2, 3, 4, 6),
                        new LaneChange(1, 2, 3, 0, 1),
                        new LaneChange(1, 2, 3, 1, 1),
                        new LaneChange(1, 2, 3, 0, 2),
                        new SignalChange(1, 2, 3, Aspect.GREEN),
                        new SignalChange(1, 2, 3, Aspect.RED),
                        new VehicleEntersTraffic(1, 2, 3, 0.5),
                        new VehicleEntersTraffic(1, 2, 3, 0.25),
                        new VehicleLeavesTraffic(1, 2, 3, 0.5, 0),
                        new VehicleLeavesTraffic(1, 2, 3, 0.25, 0),
                        new VehicleLeavesTraffic(1, 2, 3, 0.5, 1));
        Set<String> hashes = new LinkedHashSet<>();
        for (TrafficEvent event : events) {
            hashes.add(hash(event));
        }
        assertThat(hashes).hasSize(events.size());
        assertThat(hash(events.get(0), events.get(1)))
                .isNotEqualTo(hash(events.get(1), events.get(0)));
        assertThat(hash(new LinkEnter(1, 2, 3)))
                .as("worked out by hand from the formula")
                .isEqualTo(byHand(2, Double.doubleToRawLongBits(1), (2L << 32) | 3));
    }

    private static String hash(TrafficEvent... events) {
        EventHash hash = new EventHash();
        for (TrafficEvent event : events) {
            hash.accept(event);
        }
        return hash.text();
    }

    private static String byHand(long... words) {
        long h = 0x9E3779B97F4A7C15L;
        for (long word : words) {
            h = (h ^ word) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
        }
        return "%016x".formatted(h);
    }
}
