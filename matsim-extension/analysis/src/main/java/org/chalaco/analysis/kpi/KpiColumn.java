package org.chalaco.analysis.kpi;

import java.util.Locale;
import java.util.function.Function;

/**
 * One figure of a table: its name in files, its unit, what it means, and how to get it.
 *
 * @param <R> the record it is taken from
 * @param name name in CSV headers and JSON keys; also the name of the accessor in the record
 * @param unit unit, {@code -} for a pure number, empty for text
 * @param english what it means
 * @param spanish the same in Spanish
 * @param value takes it from a record: a String, Long, Integer, Double, Enum or null
 */
public record KpiColumn<R>(
        String name, String unit, String english, String spanish, Function<R, Object> value) {

    /** The meaning in this language: Spanish for {@code es}, English for all others. */
    public String meaning(Locale locale) {
        return locale.getLanguage().equals("es") ? spanish : english;
    }

    /** The figure of this record; null if it is undefined (NaN in the record). */
    public Object of(R row) {
        Object figure = value.apply(row);
        return figure instanceof Double number && number.isNaN() ? null : figure;
    }
}
