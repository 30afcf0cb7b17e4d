package org.chalaco.app.compare;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.chalaco.app.output.OutputFolder;

/**
 * What one run came to: a table of four columns that needs no other file to be understood. Numbers
 * are written so that they are read back bit for bit; a comparison is made from these files alone,
 * so that one that was stopped ends like one that was not.
 *
 * @param digest tells the run from those of other inputs
 * @param entries the figures
 */
record RunRecord(String digest, List<Entry> entries) {

    /** The run as a whole. */
    static final String RUN = "run";

    /** A vehicle class. */
    static final String CLASS = "class";

    /** A movement, as the ids of its links. */
    static final String MOVEMENT = "movement";

    /** A link. */
    static final String LINK = "link";

    /** A pedestrian crossing. */
    static final String CROSSING = "crossing";

    /** A quantile of the delays of trips, in percent. */
    static final String QUANTILE = "quantile";

    private static final String HEADER = "kind,subject,measure,value";

    /**
     * One figure.
     *
     * @param kind of what
     * @param subject which of that kind; empty of the run
     * @param measure what is measured
     * @param value of it; NaN undefined
     */
    record Entry(String kind, String subject, String measure, double value) {}

    RunRecord {
        entries = List.copyOf(entries);
    }

    /** Writes it whole. */
    void write(Path file) throws IOException {
        OutputFolder.writeWhole(
                file,
                temporary -> {
                    try (BufferedWriter out =
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            new GZIPOutputStream(Files.newOutputStream(temporary)),
                                            StandardCharsets.UTF_8))) {
                        out.write("# " + digest + "\n" + HEADER + "\n");
                        for (Entry e : entries) {
                            out.write(
                                    Csv.row(e.kind(), e.subject(), e.measure(), e.value()) + "\n");
                        }
                    }
                });
    }

    /** Reads one; null if the file is none or is of other inputs. */
    static RunRecord read(Path file, String digest) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            if (!("# " + digest).equals(in.readLine()) || !HEADER.equals(in.readLine())) {
                return null;
            }
            List<Entry> entries = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> cells = Csv.cells(line);
                entries.add(
                        new Entry(
                                cells.get(0),
                                cells.get(1),
                                cells.get(2),
                                cells.get(3).isEmpty()
                                        ? Double.NaN
                                        : Double.parseDouble(cells.get(3))));
            }
            return new RunRecord(digest, entries);
        }
    }

    /** A figure of the run as a whole; NaN if it is not there. */
    double figure(Measure measure) {
        for (Entry e : entries) {
            if (e.kind().equals(RUN) && e.measure().equals(measure.id())) {
                return e.value();
            }
        }
        return Double.NaN;
    }
}
