package org.chalaco.scenario.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.network.NetworkWriter;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesWriter;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * The MATSim files that a recipe writes, by their names in the scenario's folder: all but the
 * config, which is written by hand. The same content gives the same bytes.
 *
 * <pre>{@code
 * new RecipeFiles().network(network).persons(network, persons).signals("", systems).write(folder);
 * }</pre>
 *
 * <p>Mutable, not thread-safe.
 */
public final class RecipeFiles {

    private final Map<String, Consumer<Path>> writers = new LinkedHashMap<>();

    /** Roads, as {@code network.xml.gz}. */
    public RecipeFiles network(RoadNetwork network) {
        writers.put("network.xml.gz", file -> NetworkWriter.write(file, network));
        return this;
    }

    /** Who travels, as {@code plans.xml.gz}. */
    public RecipeFiles persons(RoadNetwork network, List<Person> persons) {
        writers.put(
                "plans.xml.gz", file -> PopulationWriter.write(file, network, persons.iterator()));
        return this;
    }

    /** What they drive, as {@code vehicles.xml}. */
    public RecipeFiles vehicles(Vehicles vehicles) {
        writers.put("vehicles.xml", file -> VehiclesWriter.write(file, vehicles));
        return this;
    }

    /**
     * Signals under their usual names.
     *
     * @param subfolder of the scenario, or empty: on top
     */
    public RecipeFiles signals(String subfolder, List<SignalSystem> systems) {
        SignalFiles names = SignalFiles.inFolder(Path.of(subfolder));
        List<Path> files =
                List.of(
                        names.systems(),
                        names.groups(),
                        names.control(),
                        names.amberTimes(),
                        names.intergreenTimes());
        // One writer writes all five; it comes with the first.
        writers.put(
                files.get(0).toString(),
                file -> SignalsWriter.write(SignalFiles.inFolder(file.getParent()), systems));
        files.stream().skip(1).forEach(f -> writers.put(f.toString(), file -> {}));
        return this;
    }

    /** Names of all files, relative to the scenario's folder. */
    public List<String> names() {
        return List.copyOf(writers.keySet());
    }

    /** Writes all files, replacing what is there. */
    public void write(Path folder) {
        writers.forEach(
                (name, writer) -> {
                    Path file = folder.resolve(name).toAbsolutePath();
                    try {
                        Files.createDirectories(file.getParent());
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot write " + file, e);
                    }
                    writer.accept(file);
                });
    }

    /** Names of the files of a folder whose uncompressed content is another. */
    public List<String> listStale(Path folder) {
        try {
            Path fresh = Files.createTempDirectory("recipe");
            try {
                write(fresh);
                List<String> stale = new ArrayList<>();
                for (String name : names()) {
                    if (!Arrays.equals(
                            content(folder.resolve(name)), content(fresh.resolve(name)))) {
                        stale.add(name);
                    }
                }
                return stale;
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare with " + folder, e);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(in).readAllBytes()
                    : in.readAllBytes();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
