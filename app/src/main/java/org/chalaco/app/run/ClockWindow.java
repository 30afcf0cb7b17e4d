package org.chalaco.app.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the day, such as {@code 08:00-08:30}.
 *
 * @param from s since midnight
 * @param until s since midnight; may be before {@code from} where somebody typed it so
 */
public record ClockWindow(double from, double until) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?-(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?");

    /** The window that a text like {@code 08:00-08:30} says, or empty. */
    public static Optional<ClockWindow> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ClockWindow(seconds(parts, 1), seconds(parts, 4)))
                : Optional.empty();
    }

    private static double seconds(Matcher parts, int first) {
        String s = parts.group(first + 2);
        return 3600 * Integer.parseInt(parts.group(first))
                + 60 * Integer.parseInt(parts.group(first + 1))
                + (s == null ? 0 : Integer.parseInt(s));
    }

    /** Whether it has any time. */
    public boolean isForward() {
        return until > from;
    }

    /** Whether a moment, s since midnight, lies in it. */
    public boolean contains(double time) {
        return time >= from && time < until;
    }
}
