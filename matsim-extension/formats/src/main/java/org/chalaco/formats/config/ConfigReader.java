package org.chalaco.formats.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/**
 * Reads MATSim configs, v2 (and v1, which has no parameter sets). Other files are not included:
 * XInclude is an error. A module that is given twice is joined.
 */
public final class ConfigReader {

    private final List<ConfigGroup> modules = new ArrayList<>();
    private XmlCursor in;

    private ConfigReader() {}

    /** Reads a file; what is wrong is reported. */
    public static Config read(Path file, Problems problems) {
        ConfigReader reader = new ConfigReader();
        XmlFile.read(
                file,
                "config",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readModule);
                });
        return new Config(file, reader.modules);
    }

    private void readModule() {
        if (!in.name().equals("module")) {
            refuse();
            return;
        }
        String name = in.require("name");
        int line = in.line();
        List<ConfigEntry> entries = readEntries();
        if (name == null) {
            return;
        }
        for (int k = 0; k < modules.size(); k++) {
            ConfigGroup module = modules.get(k);
            if (Config.currentName(module.name()).equals(Config.currentName(name))) {
                List<ConfigEntry> joined = new ArrayList<>(module.entries());
                joined.addAll(entries);
                modules.set(k, new ConfigGroup(module.name(), joined, module.line()));
                return;
            }
        }
        modules.add(new ConfigGroup(name, entries, line));
    }

    private List<ConfigEntry> readEntries() {
        List<ConfigEntry> entries = new ArrayList<>();
        in.children(
                () -> {
                    switch (in.name()) {
                        case "param" -> readParameter(entries);
                        case "parameterset" -> readSet(entries);
                        default -> refuse();
                    }
                });
        return entries;
    }

    private void readParameter(List<ConfigEntry> entries) {
        String name = in.require("name");
        String value = in.find("value");
        if (name != null && value == null) {
            in.error(
                    ProblemType.MISSING_ATTRIBUTE,
                    name,
                    "The parameter (%s) has no value.".formatted(name),
                    "");
        } else if (name != null) {
            entries.add(new ConfigValue(name, value, in.line()));
        }
    }

    private void readSet(List<ConfigEntry> entries) {
        String type = in.require("type");
        int line = in.line();
        List<ConfigEntry> inside = readEntries();
        if (type != null) {
            entries.add(new ConfigGroup(type, inside, line));
        }
    }

    private void refuse() {
        if (in.name().equals("include")) {
            in.error(
                    ProblemType.XINCLUDE,
                    in.find("href"),
                    "The file (%s) is not included.".formatted(in.find("href")),
                    "Maybe copy its modules into this file?");
        } else {
            in.unknownElement();
        }
    }
}
