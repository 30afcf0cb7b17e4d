package org.chalaco.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Lines of comma-separated cells, quoted where they have to be. */
final class Csv {

    private Csv() {}

    /** A line of these cells; NaN is empty. */
    static String row(Object... cells) {
        StringJoiner line = new StringJoiner(",");
        for (Object cell : cells) {
            line.add(text(cell));
        }
        return line.toString();
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return number.isNaN() ? "" : number.toString();
        }
        String text = String.valueOf(cell);
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The cells of a line. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < line.length(); k++) {
            char c = line.charAt(k);
            if (quoted && c == '"' && k + 1 < line.length() && line.charAt(k + 1) == '"') {
                cell.append('"');
                k++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
