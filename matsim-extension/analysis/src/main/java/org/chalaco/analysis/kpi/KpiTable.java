package org.chalaco.analysis.kpi;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of key figures: what its columns are called, in which unit, and what they mean. The one
 * place from which CSV headers, JSON keys and the manual are written.
 *
 * @param <R> the record behind each row
 * @param name name of the table, also of its file
 * @param english what a row is
 * @param spanish the same in Spanish
 * @param columns in order
 */
public record KpiTable<R>(String name, String english, String spanish, List<KpiColumn<R>> columns) {

    public KpiTable {
        columns = List.copyOf(columns);
    }

    /**
     * A table whose columns are described line by line: {@code name | unit | english | spanish}.
     * Each name is that of an accessor of the record, so that files and code cannot drift apart.
     *
     * @throws IllegalArgumentException if a line has not four fields or names no accessor
     */
    public static <R> KpiTable<R> of(
            Class<R> type, String name, String english, String spanish, String lines) {
        List<KpiColumn<R>> columns = new ArrayList<>();
        for (String line : lines.strip().split("\n")) {
            String[] field = line.split("\\|", -1);
            if (field.length != 4) {
                throw new IllegalArgumentException(
                        "The column (%s) has (%d) fields, not 4.".formatted(line, field.length));
            }
            Method accessor = accessor(type, field[0].strip());
            columns.add(
                    new KpiColumn<>(
                            field[0].strip(),
                            field[1].strip(),
                            field[2].strip(),
                            field[3].strip(),
                            row -> figure(accessor, row)));
        }
        return new KpiTable<>(name, english, spanish, columns);
    }

    private static Method accessor(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "(%s) has no figure (%s).".formatted(type.getSimpleName(), name), e);
        }
    }

    private static Object figure(Method accessor, Object row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The figure (%s) cannot be read.".formatted(accessor), e);
        }
    }

    /** Writes the rows as CSV: comma, point, line feed; empty where undefined; a header first. */
    public void writeCsv(Iterable<? extends R> rows, Appendable out) throws IOException {
        String separator = "";
        for (KpiColumn<R> column : columns) {
            out.append(separator).append(column.name());
            separator = ",";
        }
        out.append('\n');
        for (R row : rows) {
            writeRow(row, out);
        }
    }

    private void writeRow(R row, Appendable out) throws IOException {
        String separator = "";
        for (KpiColumn<R> column : columns) {
            out.append(separator).append(cell(column.of(row)));
            separator = ",";
        }
        out.append('\n');
    }

    private static String cell(Object figure) {
        if (figure == null) {
            return "";
        }
        if (figure instanceof Double number) {
            return number(number);
        }
        String text = figure.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Four decimals at most: finer than anything a simulation can tell. */
    private static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        String text = String.format(Locale.ROOT, "%.4f", number);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** The columns as a Markdown table: name, unit, meaning. */
    public String toMarkdown(Locale locale) {
        boolean inSpanish = locale.getLanguage().equals("es");
        StringBuilder text = new StringBuilder();
        text.append(
                inSpanish
                        ? "| columna | unidad | significado |\n|---|---|---|\n"
                        : "| column | unit | meaning |\n|---|---|---|\n");
        for (KpiColumn<R> c : columns) {
            text.append("| `%s` | %s | %s |%n".formatted(c.name(), c.unit(), c.meaning(locale)));
        }
        return text.toString().replace("\r\n", "\n");
    }
}
