package org.chalaco.formats.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module or a parameter set: parameters and parameter sets in order.
 *
 * @param name name of the module, or type of the parameter set
 * @param entries in file order
 * @param line in the file, from 1, or 0
 */
public record ConfigGroup(String name, List<ConfigEntry> entries, int line) implements ConfigEntry {

    public ConfigGroup {
        requireNonNull(name, "module name");
        entries = List.copyOf(entries);
    }

    /** An empty group. */
    public static ConfigGroup empty(String name) {
        return new ConfigGroup(name, List.of(), 0);
    }

    /** The parameter of this name, if it is given; the last of several, as in MATSim. */
    public Optional<ConfigValue> find(String parameter) {
        ConfigValue found = null;
        for (ConfigEntry entry : entries) {
            if (entry instanceof ConfigValue value && value.name().equals(parameter)) {
                found = value;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The parameter sets of this type, in order. */
    public List<ConfigGroup> sets(String type) {
        List<ConfigGroup> sets = new ArrayList<>();
        for (ConfigEntry entry : entries) {
            if (entry instanceof ConfigGroup group && group.name().equals(type)) {
                sets.add(group);
            }
        }
        return sets;
    }

    /** The same group with this value, in its place if it was there, else after the last value. */
    public ConfigGroup with(String parameter, String value) {
        List<ConfigEntry> changed = new ArrayList<>();
        boolean done = false;
        int afterValues = 0;
        for (ConfigEntry entry : entries) {
            if (entry instanceof ConfigValue old) {
                boolean same = old.name().equals(parameter);
                if (!same || !done) {
                    changed.add(same ? new ConfigValue(parameter, value, old.line()) : old);
                }
                done |= same;
                afterValues = changed.size();
            } else {
                changed.add(entry);
            }
        }
        if (!done) {
            changed.add(afterValues, new ConfigValue(parameter, value, 0));
        }
        return new ConfigGroup(name, changed, line);
    }

    /** The same group with these parameter sets instead of all others of their type. */
    public ConfigGroup withSets(String type, List<ConfigGroup> sets) {
        List<ConfigEntry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry instanceof ConfigGroup g && g.name().equals(type));
        changed.addAll(sets);
        return new ConfigGroup(name, changed, line);
    }
}
