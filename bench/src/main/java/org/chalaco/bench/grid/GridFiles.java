package org.chalaco.bench.grid;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.bench.grid.NeutralGrid.Node;
import org.chalaco.bench.grid.NeutralGrid.Street;
import org.chalaco.bench.grid.NeutralGrid.Trip;

/** A grid as neutral tables: nodes, links, trips and signals. */
final class GridFiles {

    /** Writes one file line by line. */
    @FunctionalInterface
    interface Lines {
        void writeTo(Writer out) throws IOException;
    }

    private GridFiles() {}

    static void write(NeutralGrid grid, Path folder) throws IOException {
        text(folder.resolve("nodes.csv"), out -> nodes(grid, out));
        text(folder.resolve("links.csv"), out -> links(grid, out));
        text(folder.resolve("trips.csv.gz"), out -> trips(grid, out));
        text(folder.resolve("signals.csv"), out -> signals(grid, out));
    }

    /** Writes a file, gzipped if its name says so; it appears when it is complete. */
    static void text(Path file, Lines lines) throws IOException {
        boolean zipped = file.toString().endsWith(".gz");
        OutputFolder.writeWhole(
                file,
                temporary -> {
                    var raw = Files.newOutputStream(temporary);
                    var stream = zipped ? new GZIPOutputStream(raw, 1 << 16) : raw;
                    try (Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
                        lines.writeTo(out);
                    }
                });
    }

    /** One formatted line in the English notation. */
    static void line(Writer out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values));
        out.write('\n');
    }

    private static void nodes(NeutralGrid grid, Writer out) throws IOException {
        line(out, "id,x,y");
        for (Node node : grid.nodes()) {
            line(out, "%s,%s,%s", node.id(), node.x(), node.y());
        }
    }

    private static void links(NeutralGrid grid, Writer out) throws IOException {
        line(out, "id,from,to,length,lanes,freespeed,capacity_veh_h");
        for (Street street : grid.streets()) {
            line(
                    out,
                    "%s,%s,%s,%s,%d,%s,%s",
                    street.id(),
                    street.from().id(),
                    street.to().id(),
                    NeutralGrid.BLOCK,
                    street.lanes(),
                    NeutralGrid.SPEED,
                    NeutralGrid.CAPACITY * street.lanes());
        }
    }

    private static void trips(NeutralGrid grid, Writer out) throws IOException {
        line(out, "id,depart_s,links");
        List<Trip> trips = grid.trips();
        for (int k = 0; k < trips.size(); k++) {
            String links = String.join(" ", trips.get(k).linkIds());
            line(out, "v%d,%d,%s", k, trips.get(k).departure(), links);
        }
    }

    private static void signals(NeutralGrid grid, Writer out) throws IOException {
        line(out, "node,link,phase,green_from,green_to,cycle,offset");
        for (Node node : grid.signalised()) {
            for (Street street : grid.approaches(node)) {
                int onset = onset(street.isNorthSouth());
                line(
                        out,
                        "%s,%s,%s,%d,%d,%d,0",
                        node.id(),
                        street.id(),
                        group(street.isNorthSouth()),
                        onset,
                        onset + NeutralGrid.GREEN,
                        NeutralGrid.CYCLE);
            }
        }
    }

    /** Second of the cycle at which a direction becomes green. */
    static int onset(boolean northSouth) {
        return northSouth ? 0 : NeutralGrid.CYCLE / 2;
    }

    /** Id of the signal group of a direction. */
    static String group(boolean northSouth) {
        return northSouth ? "NS" : "EW";
    }
}
