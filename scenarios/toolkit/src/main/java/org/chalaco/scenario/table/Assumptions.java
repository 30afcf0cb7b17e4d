package org.chalaco.scenario.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Problems;

/**
 * Every number of the recipe that is not a fact of a place: {@code data/assumptions.csv}, with
 * unit, source and certainty per row. Immutable.
 */
public final class Assumptions {

    private final Map<String, Double> values;

    private Assumptions(Map<String, Double> values) {
        this.values = values;
    }

    /** Reads the table; what is wrong is noted. */
    public static Assumptions read(Path file, Problems problems) {
        CsvTable table =
                CsvTable.read(
                        file, Set.of("key", "value", "unit", "source", "certainty"), problems);
        Map<String, Double> values = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            row.getText("unit");
            row.getText("source");
            row.getText("certainty");
            if (values.put(row.getText("key"), row.getNumber("value")) != null) {
                row.problem("CH-SCN-007", "key", "is given twice.", "Maybe delete one line?");
            }
        }
        return new Assumptions(values);
    }

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException if the table lacks it
     */
    public double get(String key) {
        Double value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "assumptions.csv has no row (%s).%nMaybe it was renamed?".formatted(key));
        }
        return value;
    }

    /** The value of a key, rounded. */
    public int getInteger(String key) {
        return (int) Math.round(get(key));
    }

    /** The same with one other value. */
    public Assumptions with(String key, double value) {
        Map<String, Double> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new Assumptions(copy);
    }
}
