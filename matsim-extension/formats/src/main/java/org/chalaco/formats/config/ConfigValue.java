package org.chalaco.formats.config;

import static java.util.Objects.requireNonNull;

/**
 * One parameter.
 *
 * @param name as in the file
 * @param value as in the file
 * @param line in the file, from 1, or 0
 */
public record ConfigValue(String name, String value, int line) implements ConfigEntry {

    public ConfigValue {
        requireNonNull(name, "parameter name");
        requireNonNull(value, "value of " + name);
    }
}
