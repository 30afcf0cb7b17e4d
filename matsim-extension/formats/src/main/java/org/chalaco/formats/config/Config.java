package org.chalaco.formats.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MATSim config as a tree, nothing interpreted: modules that nobody here knows survive.
 *
 * <p>MATSim renamed modules in 2024; both names find the same module, and a module keeps the name
 * it has in the file.
 *
 * @param file where it was read from; relative paths in it are relative to its folder
 * @param modules in file order
 */
public record Config(Path file, List<ConfigGroup> modules) {

    /** From names that modules had before 2024 to those they have now. */
    private static final Map<String, String> RENAMED =
            Map.of(
                    "controler", "controller",
                    "planCalcScore", "scoring",
                    "strategy", "replanning",
                    "planscalcroute", "routing",
                    "plansCalcRoute", "routing",
                    "parallelEventHandling", "eventsManager",
                    "TimeAllocationMutator", "timeAllocationMutator");

    public Config {
        modules = List.copyOf(modules);
    }

    /** A config without modules, as if read from this file. */
    public static Config empty(Path file) {
        return new Config(file, List.of());
    }

    /** The name a module has in MATSim today. */
    public static String currentName(String module) {
        return RENAMED.getOrDefault(module, module);
    }

    /** The module of this name, old or new, if it is given. */
    public Optional<ConfigGroup> find(String module) {
        return modules.stream().filter(m -> isSame(m, module)).findFirst();
    }

    /** The module of this name, old or new; an empty one if it is not given. */
    public ConfigGroup module(String module) {
        return find(module).orElseGet(() -> ConfigGroup.empty(currentName(module)));
    }

    /** The value of a parameter, if it is given. */
    public Optional<String> find(String module, String parameter) {
        return module(module).find(parameter).map(ConfigValue::value);
    }

    /** The same config with this value. */
    public Config with(String module, String parameter, String value) {
        return with(module(module).with(parameter, value));
    }

    /** The same config with this module in the place of the one of its name, old or new. */
    public Config with(ConfigGroup module) {
        List<ConfigGroup> changed = new ArrayList<>(modules);
        for (int k = 0; k < changed.size(); k++) {
            if (isSame(changed.get(k), module.name())) {
                changed.set(k, module);
                return new Config(file, changed);
            }
        }
        changed.add(module);
        return new Config(file, changed);
    }

    /**
     * The same config with everything that another one says: its values, and its parameter sets
     * instead of all others of their type. Paths in it are relative to this config's folder.
     */
    public Config overlaidBy(Config other) {
        Config overlaid = this;
        for (ConfigGroup module : other.modules()) {
            ConfigGroup changed = overlaid.module(module.name());
            for (ConfigEntry entry : module.entries()) {
                changed =
                        entry instanceof ConfigValue value
                                ? changed.with(value.name(), value.value())
                                : changed.withSets(entry.name(), module.sets(entry.name()));
            }
            overlaid = overlaid.with(changed);
        }
        return overlaid;
    }

    /** A path in the config, relative to the config's folder. */
    public Path resolve(String path) {
        return file.resolveSibling(path).normalize();
    }

    private static boolean isSame(ConfigGroup module, String name) {
        return currentName(module.name()).equals(currentName(name));
    }
}
