package org.chalaco.formats.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.network.NetworkParts.Restriction;
import org.chalaco.formats.xml.Json;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;

/** Turns what links say of their next links into turn restrictions and lane connections. */
final class NextLinks {

    /** Takes what is wrong with the next links of a link. */
    @FunctionalInterface
    interface Notes {
        void add(
                ProblemType type,
                Severity severity,
                int line,
                String value,
                String message,
                String remedy);
    }

    private final NetworkParts parts;
    private final Map<String, Link> links;
    private final Notes notes;
    private String linkId;
    private int line;

    NextLinks(NetworkParts parts, Map<String, Link> links, Notes notes) {
        this.parts = parts;
        this.links = links;
        this.notes = notes;
    }

    void read(String owner, int ownerLine, String restrictions, String connections) {
        linkId = owner;
        line = ownerLine;
        if (restrictions != null) {
            readObject(ProblemType.TURN_RESTRICTION, restrictions).forEach(this::restrict);
        }
        if (connections != null) {
            readObject(ProblemType.NETWORK_CONNECTION, connections).forEach(this::connect);
        }
    }

    /** A sequence of links that must not follow a link in a mode. */
    void restrict(String owner, String mode, List<String> sequence) {
        linkId = owner;
        line = 0;
        restrict(mode, List.of(sequence));
    }

    private Map<String, List<?>> readObject(ProblemType type, String text) {
        Map<String, List<?>> lists = new java.util.LinkedHashMap<>();
        try {
            if (Json.parse(text) instanceof Map<?, ?> map) {
                map.forEach(
                        (key, value) ->
                                lists.put(
                                        String.valueOf(key),
                                        value instanceof List<?> list ? list : List.of(value)));
                return lists;
            }
            report(type, Severity.ERROR, text, "(%s) is not a JSON object.".formatted(text), "");
        } catch (IllegalArgumentException e) {
            report(type, Severity.ERROR, text, e.getMessage(), "");
        }
        return lists;
    }

    /** A mode and its forbidden sequences of links; every vehicle obeys those of cars. */
    private void restrict(String mode, List<?> sequences) {
        for (Object sequence : sequences) {
            List<?> next = sequence instanceof List<?> list ? list : List.of(sequence);
            if (next.size() == 1 && next.get(0) instanceof String to && mode.equals("car")) {
                restrict(to);
            } else {
                report(
                        ProblemType.TURN_RESTRICTION,
                        Severity.WARNING,
                        String.valueOf(next),
                        "The restriction %s for mode (%s) after link (%s) is left out: only single turns of mode car are kept."
                                .formatted(next, mode, linkId),
                        "");
            }
        }
    }

    private void restrict(String to) {
        if (links.containsKey(to)) {
            parts.restrictions().add(new Restriction(linkId, to));
        } else {
            unknown(ProblemType.TURN_RESTRICTION, to);
        }
    }

    private void connect(String to, List<?> lanePairs) {
        if (!links.containsKey(to)) {
            unknown(ProblemType.NETWORK_CONNECTION, to);
            return;
        }
        for (Object pair : lanePairs) {
            List<Integer> lanes = new ArrayList<>();
            if (pair instanceof List<?> list) {
                for (Object lane : list) {
                    lanes.add(lane instanceof Double d ? d.intValue() : -1);
                }
            }
            if (lanes.size() == 2) {
                parts.connections().add(new LaneConnection(linkId, lanes.get(0), to, lanes.get(1)));
            } else {
                report(
                        ProblemType.NETWORK_CONNECTION,
                        Severity.ERROR,
                        String.valueOf(pair),
                        "The lane connection (%s) of link (%s) to (%s) is not a pair of lanes."
                                .formatted(pair, linkId, to),
                        "Maybe [0,0]?");
            }
        }
    }

    private void unknown(ProblemType type, String to) {
        report(
                type,
                Severity.ERROR,
                to,
                "Link (%s) names the next link (%s), which is not there.".formatted(linkId, to),
                NearestName.remedy(to, links.keySet()));
    }

    private void report(
            ProblemType type, Severity severity, String value, String message, String remedy) {
        notes.add(type, severity, line, value, message, remedy);
    }
}
