package org.chalaco.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * A strategy as it was asked for.
 *
 * @param name of plans or of a controller; {@code controller@plans} starts from other plans than
 *     the present ones
 * @param parameters values by name, in the order given
 */
record StrategySpec(String name, Map<String, Double> parameters) {

    /** The plans that a controller starts from and may keep to, behind {@code @}. */
    String plans() {
        return name.contains("@") ? name.substring(name.indexOf('@') + 1) : "present";
    }

    /** Name of the plans or the controller, without what it starts from. */
    String kind() {
        return name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    }

    /** What it is called in tables: the name, and the parameters if some were given. */
    String label() {
        if (parameters.isEmpty()) {
            return name;
        }
        StringJoiner text = new StringJoiner(",", name + ":", "");
        parameters.forEach((key, value) -> text.add(key + "=" + number(value)));
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /**
     * Reads {@code present,actuated:gap=3,longest-green=60,webster}: a comma before {@code
     * name=value} parts parameters, any other parts strategies.
     */
    static List<StrategySpec> parse(String text, Problems problems) {
        List<StrategySpec> specs = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            int colon = word.indexOf(':');
            boolean parameterOnly = colon < 0 && word.contains("=");
            if (parameterOnly && !specs.isEmpty()) {
                add(specs.get(specs.size() - 1), word, problems);
            } else if (word.isEmpty() || colon == 0 || parameterOnly) {
                problems.add(
                        ProblemType.COMPARISON_STRATEGY.error(
                                "--strategies",
                                text,
                                "There is a strategy without a name in (%s).".formatted(text),
                                "Maybe present,webster,actuated:gap=3?"));
            } else {
                String name = colon < 0 ? word : word.substring(0, colon);
                StrategySpec spec = new StrategySpec(name, new LinkedHashMap<>());
                specs.add(spec);
                if (colon > 0) {
                    add(spec, word.substring(colon + 1), problems);
                }
            }
        }
        return specs;
    }

    private static void add(StrategySpec spec, String text, Problems problems) {
        int equals = text.indexOf('=');
        try {
            if (equals < 1) {
                throw new NumberFormatException();
            }
            double value = Double.parseDouble(text.substring(equals + 1));
            spec.parameters().put(text.substring(0, equals), value);
        } catch (NumberFormatException e) {
            problems.add(
                    ProblemType.COMPARISON_PARAMETER.error(
                            "--strategies",
                            text,
                            "(%s) of strategy (%s) is no parameter with a number."
                                    .formatted(text, spec.name()),
                            "Maybe %s:gap=3?".formatted(spec.name())));
        }
    }
}
