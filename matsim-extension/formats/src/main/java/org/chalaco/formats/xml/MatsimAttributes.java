package org.chalaco.formats.xml;

import java.util.Map;
import org.chalaco.formats.AttributeClasses;

/** The block {@code <attributes>} that MATSim allows in most elements. */
public final class MatsimAttributes {

    private MatsimAttributes() {}

    /** Reads the block the cursor stands on into a map; remembers the Java classes it names. */
    public static void read(XmlCursor in, Map<String, String> target, AttributeClasses classes) {
        in.children(
                () -> {
                    if (!in.name().equals("attribute")) {
                        in.unknownElement();
                        return;
                    }
                    String name = in.require("name");
                    String className = in.find("class");
                    String value = in.text();
                    if (name != null) {
                        target.put(name, value);
                        classes.remember(name, className);
                    }
                });
    }

    /** Writes the block, unless it would be empty. */
    public static void write(
            XmlOutput out, Map<String, String> attributes, AttributeClasses classes) {
        if (attributes.isEmpty()) {
            return;
        }
        out.start("attributes");
        attributes.forEach(
                (name, value) -> out.matsimAttribute(name, classes.classOf(name), value));
        out.end();
    }
}
