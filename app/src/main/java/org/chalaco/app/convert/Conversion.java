package org.chalaco.app.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.osm.UtmProjection;

/**
 * Makes a table or a map of a MATSim file, chosen by what it holds and by the name of the result:
 *
 * <ul>
 *   <li>a network to {@code .csv} (links) or {@code .geojson}
 *   <li>plans to {@code .csv}: one row per leg of the selected plans
 *   <li>events to {@code .csv}: one row per event
 *   <li>anything between {@code .gz} and plain
 * </ul>
 *
 * Results may be gzipped, too.
 */
public final class Conversion {

    private final Path input;
    private final Path output;
    private final Path network;
    private final UtmProjection projection;
    private final Problems problems = new Problems();

    /**
     * A conversion.
     *
     * @param network the network that plans refer to, or null
     * @param projection of the coordinates, for GeoJSON, or null: coordinates are kept as they are
     */
    public Conversion(Path input, Path output, Path network, UtmProjection projection) {
        this.input = input;
        this.output = output;
        this.network = network;
        this.projection = projection;
    }

    /**
     * Converts.
     *
     * @return number of rows or features; for copies, bytes
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public long convert() throws IOException {
        if (!Files.isRegularFile(input)) {
            throw impossible("There is no file (%s).".formatted(input));
        }
        String ending = ending(output);
        InputKind kind = InputKind.of(input);
        if (ending.equals(ending(input))) {
            return copy();
        }
        if (ending.equals("csv") && kind == InputKind.NETWORK) {
            return write(out -> NetworkTables.csv(readNetwork(input), out));
        }
        if (ending.equals("geojson") && kind == InputKind.NETWORK) {
            return write(out -> NetworkTables.geoJson(readNetwork(input), projection, out));
        }
        if (ending.equals("csv") && kind == InputKind.PLANS) {
            if (network == null) {
                throw impossible("Plans name links, so they need their network.");
            }
            return write(out -> PlanTable.csv(input, readNetwork(network), problems, out));
        }
        if (ending.equals("csv") && kind == InputKind.EVENTS) {
            return write(out -> EventTable.csv(input, problems, out));
        }
        throw impossible(
                "A file of this kind (%s) cannot be converted to (%s)."
                        .formatted(kind.name().toLowerCase(Locale.ROOT), ending));
    }

    /** Writes something and counts it. */
    @FunctionalInterface
    interface Writing {
        long writeTo(Writer out) throws IOException;
    }

    private long write(Writing writing) throws IOException {
        long[] count = new long[1];
        OutputFolder.writeWhole(
                output,
                temporary -> {
                    try (Writer out = new java.io.OutputStreamWriter(open(temporary), "UTF-8")) {
                        count[0] = writing.writeTo(out);
                    }
                    problems.throwIfErrors();
                });
        return count[0];
    }

    private long copy() throws IOException {
        long[] count = new long[1];
        OutputFolder.writeWhole(
                output,
                temporary -> {
                    try (InputStream in = InputKind.open(input);
                            OutputStream out = open(temporary)) {
                        count[0] = in.transferTo(out);
                    }
                });
        return count[0];
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }

    private RoadNetwork readNetwork(Path file) {
        RoadNetwork read = new NetworkReader(problems).readNetwork(file);
        problems.throwIfErrors();
        return read;
    }

    /** Ending of the name without {@code .gz}. */
    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private RuntimeException impossible(String message) {
        problems.add(
                ProblemType.UNKNOWN_CONVERSION.error(
                        "", output.toString(), message, "Maybe look at chalaco convert --help?"));
        return new org.chalaco.formats.InvalidInputException(problems);
    }
}
