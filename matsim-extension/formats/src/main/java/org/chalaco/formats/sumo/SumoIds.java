package org.chalaco.formats.sumo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids as SUMO allows them: without blanks, quotes, separators and a colon at the start. What is not
 * allowed becomes an underscore; where two ids would become one, the later gets a number.
 */
final class SumoIds {

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** SUMO's name of this; the same for the same id. */
    String of(String id) {
        return given.computeIfAbsent(id, this::choose);
    }

    private String choose(String id) {
        String plain = id.replaceAll("[\\s|\\\\'\";,<>&!*?]", "_").replaceFirst("^:", "_");
        String free = plain.isEmpty() ? "_" : plain;
        for (int k = 2; !taken.add(free); k++) {
            free = plain + "_" + k;
        }
        return free;
    }
}
