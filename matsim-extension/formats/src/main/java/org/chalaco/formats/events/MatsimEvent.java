package org.chalaco.formats.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of an events file.
 *
 * @param time s since midnight
 * @param type MATSim's name, such as "entered link"
 * @param attributes everything else, in file order
 */
public record MatsimEvent(double time, String type, Map<String, String> attributes) {

    public MatsimEvent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
