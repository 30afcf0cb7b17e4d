package org.chalaco.formats.xml;

import java.math.BigDecimal;

/**
 * Times of day as MATSim writes them: hh:mm:ss, hh:mm or seconds; hours may exceed 23, seconds may
 * have a fraction. NaN is undefined.
 */
public final class Times {

    private Times() {}

    /**
     * Seconds since midnight, or NaN for an empty or undefined time. MATSim's older files also say
     * -Infinity for undefined.
     *
     * @throws IllegalArgumentException if the text is no time
     */
    public static double parse(String text) {
        String time = text.strip();
        if (time.isEmpty() || time.equals("undefined") || time.equals("-Infinity")) {
            return Double.NaN;
        }
        boolean negative = time.charAt(0) == '-';
        double seconds = magnitude(negative ? time.substring(1) : time);
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException(text);
        }
        return negative ? -seconds : seconds;
    }

    private static double magnitude(String time) {
        int first = time.indexOf(':');
        if (first < 0) {
            return Numbers.parse(time);
        }
        int second = time.indexOf(':', first + 1);
        double hours = Integer.parseInt(time, 0, first, 10);
        double minutes = Integer.parseInt(time, first + 1, second < 0 ? time.length() : second, 10);
        double seconds = second < 0 ? 0 : Numbers.parse(time.substring(second + 1));
        boolean valid = hours >= 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
        return valid ? hours * 3600 + minutes * 60 + seconds : Double.NaN;
    }

    /** The time as hh:mm:ss, with a fraction only where there is one; NaN is "undefined". */
    public static String write(double seconds) {
        if (Double.isNaN(seconds)) {
            return "undefined";
        }
        if (seconds < 0) {
            return "-" + write(-seconds);
        }
        long whole = (long) Math.floor(seconds);
        StringBuilder text = new StringBuilder(12);
        twoDigits(text, whole / 3600).append(':');
        twoDigits(text, whole / 60 % 60).append(':');
        twoDigits(text, whole % 60);
        if (seconds != whole) {
            text.append(fraction(seconds, whole));
        }
        return text.toString();
    }

    /** The digits after the full second, from the decimal point on. */
    private static String fraction(double seconds, long whole) {
        return new BigDecimal(Double.toString(seconds))
                .subtract(BigDecimal.valueOf(whole))
                .toPlainString()
                .substring(1);
    }

    private static StringBuilder twoDigits(StringBuilder text, long value) {
        if (value < 10) {
            text.append('0');
        }
        return text.append(value);
    }
}
