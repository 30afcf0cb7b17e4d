package org.chalaco.formats;

import java.util.HashMap;
import java.util.Map;

/**
 * Which Java class MATSim gives an attribute of this name, so that what was read as
 * java.lang.Double is written as one. Readers fill it, writers use it. Mutable, not thread-safe.
 */
public final class AttributeClasses {

    private static final String STRING = "java.lang.String";

    private final Map<String, String> classes = new HashMap<>();

    /** Notes the class of an attribute; null and String are not worth noting. */
    public void remember(String attribute, String className) {
        if (className != null && !className.equals(STRING)) {
            classes.put(attribute, className);
        }
    }

    /** Class of an attribute; String where nothing else is known. */
    public String classOf(String attribute) {
        return classes.getOrDefault(attribute, STRING);
    }
}
