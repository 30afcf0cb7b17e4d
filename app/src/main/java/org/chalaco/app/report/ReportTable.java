package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of the report: sortable on the page, downloadable as CSV.
 *
 * @param id names it in the page's words ({@code table.ID}) and in the downloaded file
 * @param columns its columns
 * @param rows its rows, best shown first
 */
public record ReportTable(String id, List<Column> columns, List<Row> rows) {

    /** How a column's cells are shown. */
    public enum Kind {
        /** Words as they are. */
        TEXT,
        /** A number in the column's unit; undefined ones are shown as a dash. */
        NUMBER,
        /** A vehicle class, translated. */
        CLASS,
        /** A turn, translated. */
        TURN,
        /** How an intersection is controlled, translated. */
        CONTROL,
        /** Why capacities disagree, translated. */
        CAUSE,
        /** A level of service, A to F. */
        LEVEL
    }

    /**
     * A column.
     *
     * @param id names it in the page's words ({@code column.ID})
     * @param unit as shown, empty for none
     * @param kind how its cells are shown
     * @param decimals digits after the point, for numbers
     */
    public record Column(String id, String unit, Kind kind, int decimals) {

        /** A column of words. */
        public static Column text(String id) {
            return new Column(id, "", Kind.TEXT, 0);
        }

        /** A column of numbers. */
        public static Column number(String id, String unit, int decimals) {
            return new Column(id, unit, Kind.NUMBER, decimals);
        }
    }

    /**
     * A row.
     *
     * @param cells one per column: words, numbers or enum constants, null for none
     * @param linkIndex link to show on the map, or -1
     * @param junctionIndex junction to show on the map, or -1
     */
    public record Row(List<Object> cells, int linkIndex, int junctionIndex) {

        public Row {
            // An empty cell is null, which List.copyOf would refuse.
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
        }
    }

    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of table (%s) has (%d) cells for (%d) columns."
                                .formatted(id, row.cells().size(), columns.size()));
            }
        }
    }
}
