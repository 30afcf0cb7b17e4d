package org.chalaco.formats.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.Times;

/**
 * A parameter of a config module: its name, what it means, and how its value is read and written.
 * The manual's tables are made from these.
 *
 * @param <T> type of its value
 */
public final class Parameter<T> {

    private final String name;
    private final String unit;
    private final T standard;
    private final String range;
    private final String meaning;
    private final Function<String, T> reading;
    private final Function<T, String> writing;

    private Parameter(
            String name,
            String unit,
            T standard,
            String range,
            String meaning,
            Function<String, T> reading,
            Function<T, String> writing) {
        this.name = name;
        this.unit = unit;
        this.standard = standard;
        this.range = range;
        this.meaning = meaning;
        this.reading = reading;
        this.writing = writing;
    }

    // ---------------------------------------------------------------- kinds

    /** A number in a range, both ends included. */
    public static Parameter<Double> number(
            String name, String unit, double standard, double least, double most, String meaning) {
        return new Parameter<>(
                name,
                unit,
                standard,
                rangeOf(least, most),
                meaning,
                text -> inRange(Numbers.parse(text), least, most),
                Numbers::write);
    }

    /** A number that may also be undefined (NaN), written "undefined". */
    public static Parameter<Double> optionalNumber(String name, String unit, String meaning) {
        return new Parameter<>(
                name,
                unit,
                Double.NaN,
                "any or undefined",
                meaning,
                text ->
                        isUndefined(text)
                                ? Double.NaN
                                : inRange(Numbers.parse(text), -Double.MAX_VALUE, Double.MAX_VALUE),
                value -> Double.isNaN(value) ? "undefined" : Numbers.write(value));
    }

    /** A number of seconds, or never (infinite). */
    public static Parameter<Double> orNever(
            String name, String unit, double standard, double least, String meaning) {
        return new Parameter<>(
                name,
                unit,
                standard,
                "from " + Numbers.write(least) + ", or never",
                meaning,
                text ->
                        text.equals("never") || text.equals("Infinity")
                                ? Double.POSITIVE_INFINITY
                                : inRange(Numbers.parse(text), least, Double.MAX_VALUE),
                value -> Double.isInfinite(value) ? "never" : Numbers.write(value));
    }

    /** A whole number in a range, both ends included. */
    public static Parameter<Integer> whole(
            String name, String unit, int standard, int least, int most, String meaning) {
        return new Parameter<>(
                name,
                unit,
                standard,
                rangeOf(least, most == Integer.MAX_VALUE ? Double.MAX_VALUE : most),
                meaning,
                text -> {
                    int value = Integer.parseInt(text);
                    inRange(value, least, most);
                    return value;
                },
                value -> Integer.toString(value));
    }

    /** A whole number of any size. */
    public static Parameter<Long> seed(String name, long standard, String meaning) {
        return new Parameter<>(
                name,
                "-",
                standard,
                "any",
                meaning,
                Long::parseLong,
                value -> Long.toString(value));
    }

    /** True or false. */
    public static Parameter<Boolean> flag(String name, boolean standard, String meaning) {
        return new Parameter<>(
                name,
                "-",
                standard,
                "true, false",
                meaning,
                text -> choose(text, Map.of("true", true, "false", false)),
                value -> Boolean.toString(value));
    }

    /** A time of day, or undefined (NaN). */
    public static Parameter<Double> time(String name, double standard, String meaning) {
        return new Parameter<>(
                name, "hh:mm:ss", standard, "any", meaning, Times::parse, Times::write);
    }

    /** Any text. */
    public static Parameter<String> text(String name, String standard, String meaning) {
        return new Parameter<>(name, "-", standard, "any", meaning, text -> text, text -> text);
    }

    /** Words separated by commas. */
    public static Parameter<Set<String>> words(String name, Set<String> standard, String meaning) {
        return new Parameter<>(
                name,
                "-",
                standard,
                "words, separated by commas",
                meaning,
                Parameter::split,
                words -> String.join(",", words));
    }

    /** One of a few names; upper and lower case are the same. */
    public static <T> Parameter<T> choice(
            String name, T standard, List<T> choices, Function<T, String> nameOf, String meaning) {
        Map<String, T> byName = new TreeMap<>();
        choices.forEach(choice -> byName.put(nameOf.apply(choice), choice));
        return new Parameter<>(
                name,
                "-",
                standard,
                String.join(", ", choices.stream().map(nameOf).toList()),
                meaning,
                text -> choose(text, byName),
                nameOf);
    }

    /** One of the constants of an enum, by their names. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, E standard, String meaning) {
        return choice(
                name,
                standard,
                Arrays.asList(standard.getDeclaringClass().getEnumConstants()),
                Enum::name,
                meaning);
    }

    // ---------------------------------------------------------------- description

    /** Name in the config. */
    public String name() {
        return name;
    }

    /** Unit, or "-". */
    public String unit() {
        return unit;
    }

    /** Value where the config gives none. */
    public T standard() {
        return standard;
    }

    /** {@link #standard} as it would stand in the config. */
    public String standardText() {
        return standard == null ? "" : write(standard);
    }

    /** What values are possible, in words. */
    public String range() {
        return range;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }

    // ---------------------------------------------------------------- values

    /**
     * The value a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is a remedy or null
     */
    public T read(String text) {
        return reading.apply(text.strip());
    }

    /** How a value stands in the config. */
    public String write(T value) {
        return writing.apply(value);
    }

    private static double inRange(double value, double least, double most) {
        if (value >= least && value <= most) {
            return value;
        }
        throw new IllegalArgumentException("");
    }

    private static String rangeOf(double least, double most) {
        if (most == Double.MAX_VALUE) {
            if (least == Double.MIN_VALUE) {
                return "above 0";
            }
            return least == -Double.MAX_VALUE ? "any" : "from " + Numbers.write(least);
        }
        if (least == Double.MIN_VALUE) {
            return "above 0, to " + Numbers.write(most);
        }
        return Numbers.write(least) + " to " + Numbers.write(most);
    }

    private static boolean isUndefined(String text) {
        return text.equals("undefined") || text.equals("null") || text.equals("NaN");
    }

    private static <T> T choose(String text, Map<String, T> byName) {
        for (Map.Entry<String, T> entry : byName.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(text)) {
                return entry.getValue();
            }
        }
        throw new IllegalArgumentException(NearestName.remedy(text, byName.keySet()));
    }

    private static Set<String> split(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(name, unit, standardText().toLowerCase(Locale.ROOT));
    }
}
