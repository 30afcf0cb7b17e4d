// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads MATSim's turn restrictions. Their class came with release 2024 and moved to another package
 * since, so it is not named here: only its method {@code getAsMap()} is called.
 *
 * <p>Release 15 has no such class and drops the attribute when it reads a network file; there, an
 * attribute of the class {@code java.lang.String} holds the same text.
 */
final class TurnRestrictions {

    private TurnRestrictions() {}

    /** Forbidden sequences of links by mode. */
    static Map<String, List<List<String>>> sequences(Object disallowedNextLinks) {
        Map<String, List<List<String>>> sequences = new TreeMap<>();
        asMap(disallowedNextLinks)
                .forEach((mode, lists) -> sequences.put(mode.toString(), listsOfIds(lists)));
        return sequences;
    }

    private static Map<?, ?> asMap(Object disallowedNextLinks) {
        if (disallowedNextLinks instanceof Map<?, ?> map) {
            return map;
        }
        try {
            return (Map<?, ?>)
                    disallowedNextLinks
                            .getClass()
                            .getMethod("getAsMap")
                            .invoke(disallowedNextLinks);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    "Turn restrictions of the class (%s) cannot be read.%nMaybe this MATSim is newer than the plugin?"
                            .formatted(disallowedNextLinks.getClass().getName()),
                    e);
        }
    }

    private static List<List<String>> listsOfIds(Object lists) {
        List<List<String>> all = new ArrayList<>();
        for (Object list : (Collection<?>) lists) {
            all.add(((Collection<?>) list).stream().map(Object::toString).toList());
        }
        return all;
    }
}
