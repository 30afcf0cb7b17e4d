package org.chalaco.formats.xml;

import java.math.BigDecimal;

/** Numbers as they stand in files. */
public final class Numbers {

    private Numbers() {}

    /** The number, or NaN if the text is none. XML Schema's INF is infinity. */
    public static double parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("INF")) {
            return Double.POSITIVE_INFINITY;
        }
        if (trimmed.isEmpty() || isJavaOnly(trimmed.charAt(trimmed.length() - 1))) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Java reads 1d and 1f as numbers; no file format does. */
    private static boolean isJavaOnly(char last) {
        return last == 'd' || last == 'D' || last == 'f' || last == 'F';
    }

    /** Says why a number is refused. */
    public static String complaint(
            String name, String owner, String text, double least, double most) {
        if (Double.isNaN(parse(text))) {
            return "The %s (%s) of (%s) is not a number.".formatted(name, text, owner);
        }
        if (most == Double.MAX_VALUE) {
            return least == Double.MIN_VALUE
                    ? "The %s (%s) of (%s) is not a positive number.".formatted(name, text, owner)
                    : "The %s (%s) of (%s) is not a number from %s on."
                            .formatted(name, text, owner, write(least));
        }
        return "The %s (%s) of (%s) is not between %s and %s."
                .formatted(name, text, owner, write(least), write(most));
    }

    /** The shortest text that reads back as the same number, without an exponent. */
    public static String write(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        boolean plain = text.indexOf('E') < 0 || !Double.isFinite(value);
        return plain ? text : new BigDecimal(text).toPlainString();
    }
}
