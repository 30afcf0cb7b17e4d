package org.chalaco.formats.config;

import java.util.ArrayList;
import java.util.List;

/** Puts parameters into a config, module by module. */
final class ParameterWriter {

    private Config config;
    private ConfigGroup group;

    ParameterWriter(Config config) {
        this.config = config;
    }

    /** What follows goes into this module. */
    ParameterWriter module(String name) {
        keep();
        group = config.module(name);
        return this;
    }

    <T> ParameterWriter put(Parameter<T> parameter, T value) {
        group = group.with(parameter.name(), parameter.write(value));
        return this;
    }

    /** Takes these parameters out, because they stand elsewhere now. */
    ParameterWriter without(List<Parameter<?>> parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        List<ConfigEntry> kept = new ArrayList<>(group.entries());
        kept.removeIf(entry -> entry instanceof ConfigValue && names.contains(entry.name()));
        group = new ConfigGroup(group.name(), kept, group.line());
        return this;
    }

    /** Replaces the parameter sets of this type. */
    ParameterWriter sets(String type, List<ConfigGroup> sets) {
        group = group.withSets(type, sets);
        return this;
    }

    /** A parameter set of its own; fill it and take its {@link #group}. */
    static ParameterWriter set(String type) {
        ParameterWriter writer = new ParameterWriter(null);
        writer.group = ConfigGroup.empty(type);
        return writer;
    }

    ConfigGroup group() {
        return group;
    }

    Config config() {
        keep();
        return config;
    }

    private void keep() {
        if (group != null) {
            config = config.with(group);
        }
    }
}
