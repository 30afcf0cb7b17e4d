package org.chalaco.formats.config;

/** What stands in a module: a value or a parameter set. */
public sealed interface ConfigEntry permits ConfigValue, ConfigGroup {

    /** Name of the parameter, or type of the parameter set. */
    String name();

    /** Line in the file, from 1, or 0 where it was not read from one. */
    int line();
}
