// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigEntry;
import org.chalaco.formats.config.ConfigGroup;
import org.chalaco.formats.config.ConfigValue;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.config.Parameter;
import org.chalaco.formats.config.ParameterTable;

/**
 * The parameters of the module {@value MobsimConfig#MODULE} as the command {@code chalaco} knows
 * them: names, defaults and words of {@link ParameterTable}, so that the two cannot drift apart.
 */
final class ConfigParameters {

    private ConfigParameters() {}

    /** Every parameter of the module, in the order of the manual. */
    static Map<String, Parameter<?>> byName() {
        Map<String, Parameter<?>> parameters = new LinkedHashMap<>();
        ParameterTable.all().stream()
                .filter(table -> table.module().equals(MobsimConfig.MODULE))
                .forEach(table -> table.parameters().forEach(p -> parameters.put(p.name(), p)));
        return parameters;
    }

    /** Default of a number. */
    static double number(String name) {
        return (Double) byName().get(name).standard();
    }

    /** Default of a switch. */
    static boolean flag(String name) {
        return (Boolean) byName().get(name).standard();
    }

    /** Default of any parameter, as it would stand in a config. */
    static String text(String name) {
        return byName().get(name).standardText();
    }

    /** What MATSim writes above each parameter: meaning, unit, range and default. */
    static Map<String, String> comments() {
        Map<String, String> comments = new LinkedHashMap<>();
        byName().values()
                .forEach(
                        p ->
                                comments.put(
                                        p.name(),
                                        "%s [%s, %s, default %s]"
                                                .formatted(
                                                        p.meaning(),
                                                        p.unit(),
                                                        p.range(),
                                                        p.standardText())));
        return comments;
    }

    /** The part of a MATSim config that the mobsim reads, in the words of our own config reader. */
    static Config describe(Map<String, String> module, org.matsim.core.config.Config matsim) {
        Map<String, String> ours = new LinkedHashMap<>(module);
        ours.keySet().retainAll(byName().keySet());
        Map<String, String> qsim =
                Map.of("numberOfThreads", Integer.toString(matsim.qsim().getNumberOfThreads()));
        Map<String, String> global =
                Map.of("randomSeed", Long.toString(matsim.global().getRandomSeed()));
        return new Config(
                Path.of("config"),
                List.of(
                        group(MobsimConfig.MODULE, ours),
                        group("qsim", qsim),
                        group("global", global)));
    }

    private static ConfigGroup group(String name, Map<String, String> values) {
        List<ConfigEntry> entries = new ArrayList<>();
        values.forEach((key, value) -> entries.add(new ConfigValue(key, value, 0)));
        return new ConfigGroup(name, entries, 0);
    }
}
