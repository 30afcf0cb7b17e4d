package org.chalaco.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table with one row per iteration, as MATSim writes them: semicolons, the iteration first. Not
 * thread-safe.
 */
public final class IterationTable {

    private static final String DELIMITER = ";";

    private final String fileName;
    private final String header;
    private final Map<Integer, String> rows = new TreeMap<>();

    /** A table of this file name and these columns; the first one is the iteration. */
    public IterationTable(String fileName, List<String> columns) {
        this.fileName = fileName;
        this.header = String.join(DELIMITER, columns);
    }

    /** Adds or replaces the row of an iteration. */
    public void put(int iteration, List<?> cells) {
        rows.put(
                iteration,
                iteration
                        + DELIMITER
                        + cells.stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(DELIMITER)));
    }

    /** Takes over the rows of an earlier run up to this iteration, if it left any. */
    public void resume(OutputFolder folder, int lastIteration) throws IOException {
        Path file = folder.file(fileName);
        if (!Files.isRegularFile(file)) {
            return;
        }
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            int iteration = Integer.parseInt(line.substring(0, line.indexOf(DELIMITER)));
            if (iteration <= lastIteration) {
                rows.put(iteration, line);
            }
        }
    }

    /** The cells of every row, the iteration first, in order of the iterations. */
    public List<List<String>> rows() {
        return rows.values().stream().map(row -> List.of(row.split(DELIMITER, -1))).toList();
    }

    /** Writes the table. */
    public void write(OutputFolder folder) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        rows.values().forEach(row -> text.append(row).append('\n'));
        OutputFolder.writeText(folder.file(fileName), text.toString());
    }
}
