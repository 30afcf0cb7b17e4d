package org.chalaco.scenario.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;

/**
 * A CSV file with a header line, in UTF-8.
 *
 * <p>Reading never stops at the first fault: a missing column, an empty or wrong cell is noted in
 * {@link Problems} and answered with a harmless value (empty text, {@code NaN}, 0), so that all
 * faults come out together when the caller asks {@link Problems#throwIfErrors()}.
 */
public final class CsvTable {

    private final String name;
    private final List<Row> rows;

    private CsvTable(String name, List<Row> rows) {
        this.name = name;
        this.rows = List.copyOf(rows);
    }

    /** Reads the file; {@code columns} must all be there, others may be. */
    public static CsvTable read(Path file, Set<String> columns, Problems problems) {
        String name = String.valueOf(file.getFileName());
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            Set<String> missing = new TreeSet<>(columns);
            missing.removeAll(parser.getHeaderMap().keySet());
            for (String column : missing) {
                problems.add(
                        new Problem(
                                "CH-SCN-001",
                                Problem.Severity.ERROR,
                                name,
                                1,
                                column,
                                "",
                                "The column (%s) is missing.".formatted(column),
                                "Maybe it has another name? There are %s."
                                        .formatted(parser.getHeaderNames())));
            }
            List<Row> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(new Row(name, record, problems));
            }
            return new CsvTable(name, rows);
        } catch (IOException | java.io.UncheckedIOException e) {
            problems.add(
                    new Problem(
                            "CH-SCN-002",
                            Problem.Severity.ERROR,
                            name,
                            0,
                            "",
                            "",
                            "The table cannot be read: %s.".formatted(e.getMessage()),
                            "Maybe the file is missing or a quote is not closed?"));
            return new CsvTable(name, List.of());
        }
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** The rows below the header. */
    public List<Row> rows() {
        return rows;
    }

    /** One line of the table. */
    public static final class Row {

        private final String file;
        private final CSVRecord record;
        private final Problems problems;

        private Row(String file, CSVRecord record, Problems problems) {
            this.file = file;
            this.record = record;
            this.problems = problems;
        }

        /** The cell, or empty text. */
        public String text(String column) {
            return record.isSet(column) ? record.get(column).strip() : "";
        }

        /** The cell; an empty one is a problem. */
        public String getText(String column) {
            String value = text(column);
            if (value.isEmpty() && record.isMapped(column)) {
                problem("CH-SCN-003", column, "is empty.", "Maybe the line was cut?");
            }
            return value;
        }

        /** The cell as a finite number; anything else is a problem. */
        public double getNumber(String column) {
            String value = getText(column);
            if (value.isEmpty()) {
                return Double.NaN;
            }
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below
            }
            problem(
                    "CH-SCN-004",
                    column,
                    "is not a number.",
                    "Maybe the decimal point is a comma?");
            return Double.NaN;
        }

        /** The cell as a number of at least {@code least}. */
        public double getNumber(String column, double least) {
            double number = getNumber(column);
            if (number < least) {
                problem(
                        "CH-SCN-005",
                        column,
                        "is below %s.".formatted(least),
                        "Maybe a sign or a unit is wrong?");
            }
            return number;
        }

        /** The cell as a whole number of at least {@code least}. */
        public int getInteger(String column, int least) {
            double number = getNumber(column, least);
            if (number != Math.rint(number)) {
                problem("CH-SCN-004", column, "is not a whole number.", "Maybe round it?");
            }
            return Double.isNaN(number) ? 0 : (int) number;
        }

        /** The cell, which must be one of {@code allowed}; else the first of them. */
        public String getOneOf(String column, List<String> allowed) {
            String value = getText(column);
            if (allowed.contains(value)) {
                return value;
            }
            if (!value.isEmpty()) {
                problem(
                        "CH-SCN-006",
                        column,
                        "is none of %s.".formatted(allowed),
                        "Maybe it is misspelt?");
            }
            return allowed.get(0);
        }

        /** Notes a problem with one cell. */
        public void problem(String id, String column, String what, String remedy) {
            problems.add(
                    new Problem(
                            id,
                            Problem.Severity.ERROR,
                            file,
                            (int) record.getRecordNumber() + 1,
                            column,
                            text(column),
                            "The cell %s (%s) %s".formatted(column, text(column), what),
                            remedy));
        }
    }
}
