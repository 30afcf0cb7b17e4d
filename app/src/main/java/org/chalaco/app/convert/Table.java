package org.chalaco.app.convert;

import java.io.IOException;
import java.io.Writer;

/** Writes rows of a CSV table: comma, point, line feed, quotes where they are needed. */
final class Table {

    private final Writer out;

    Table(Writer out) {
        this.out = out;
    }

    /** Writes one row; null and NaN are empty. */
    void row(Object... cells) throws IOException {
        for (int k = 0; k < cells.length; k++) {
            if (k > 0) {
                out.write(',');
            }
            out.write(text(cells[k]));
        }
        out.write('\n');
    }

    private static String text(Object cell) {
        if (cell == null || cell instanceof Double number && number.isNaN()) {
            return "";
        }
        String text = cell.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
