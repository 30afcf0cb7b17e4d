package org.chalaco.formats.config;

import java.nio.file.Path;
import org.chalaco.formats.xml.XmlOutput;

/** Writes MATSim configs, v2, in the order of their tree. */
public final class ConfigWriter {

    private ConfigWriter() {}

    /** Writes a config to a file, which need not be the one it was read from. */
    public static void write(Path file, Config config) {
        try (XmlOutput out = XmlOutput.withDoctype(file, "config", "config_v2.dtd")) {
            out.start("config");
            for (ConfigGroup module : config.modules()) {
                out.start("module").attribute("name", module.name());
                writeEntries(out, module);
                out.end();
            }
            out.commit();
        }
    }

    private static void writeEntries(XmlOutput out, ConfigGroup group) {
        for (ConfigEntry entry : group.entries()) {
            if (entry instanceof ConfigValue value) {
                out.start("param")
                        .attribute("name", value.name())
                        .attribute("value", value.value())
                        .end();
            } else if (entry instanceof ConfigGroup set) {
                out.start("parameterset").attribute("type", set.name());
                writeEntries(out, set);
                out.end();
            }
        }
    }
}
