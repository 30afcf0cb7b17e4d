package org.chalaco.formats.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;

/** The elements of one network file, in file order, and what is wrong with them. */
final class NetworkElements {

    private static final double FARTHEST = 1e8;
    private static final double LONGEST = 1e6;
    private static final int MOST_LANES = 32;

    private final Problems problems;
    private final InputLimits limits;
    private final AttributeClasses classes;
    private final NetworkParts parts = NetworkParts.empty();
    private final Map<String, Junction> junctions = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final List<LinkDetail> details = new ArrayList<>();
    private double capacityPeriod = 3600;
    private final Set<String> wanted;
    private XmlCursor in;

    /** What a link says of its next links; looked at when all links are known. */
    private record LinkDetail(String linkId, int line, String restrictions, String connections) {}

    NetworkElements(
            Problems problems, InputLimits limits, AttributeClasses classes, Set<String> wanted) {
        this.wanted = wanted;
        this.problems = problems;
        this.limits = limits;
        this.classes = classes;
    }

    NetworkParts read(Path file) {
        XmlFile.read(file, "network", limits, problems, this::readNetwork);
        return parts;
    }

    private void readNetwork(XmlCursor cursor) {
        in = cursor;
        in.children(
                () -> {
                    switch (in.name()) {
                        case "nodes" -> in.children(this::readNode);
                        case "links" -> {
                            readCapacityPeriod();
                            in.children(this::readLink);
                        }
                        case "attributes" -> {}
                        default -> in.unknownElement();
                    }
                });
        NextLinks nextLinks =
                new NextLinks(
                        parts,
                        links,
                        (type, severity, line, value, message, remedy) ->
                                problems.add(in.at(type, severity, line, value, message, remedy)));
        for (LinkDetail d : details) {
            nextLinks.read(d.linkId(), d.line(), d.restrictions(), d.connections());
        }
    }

    private void readCapacityPeriod() {
        double period = in.time("capperiod");
        if (period > 0) {
            capacityPeriod = period;
        }
    }

    // ---------------------------------------------------------------- nodes

    private void readNode() {
        if (!in.name().equals("node")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        double x = in.requireNumber("x", -FARTHEST, FARTHEST, 0);
        double y = in.requireNumber("y", -FARTHEST, FARTHEST, 0);
        JunctionControl control = readControl();
        if (id == null || isTaken(id, junctions.keySet())) {
            return;
        }
        Junction junction = new Junction(id, x, y, control);
        junctions.put(id, junction);
        parts.junctions().add(junction);
    }

    private boolean isTaken(String id, Set<String> ids) {
        if (!ids.contains(id)) {
            return false;
        }
        in.error(
                ProblemType.GIVEN_TWICE,
                id,
                "The id (%s) is given twice.".formatted(id),
                "Maybe rename one, or remove it if both are the same?");
        return true;
    }

    private JunctionControl readControl() {
        String description = in.describe();
        int line = in.line();
        String text = readAttributes().get(NetworkVocabulary.CONTROL);
        if (text == null) {
            return JunctionControl.PRIORITY;
        }
        try {
            return JunctionControl.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> known = Arrays.stream(JunctionControl.values()).map(Enum::name).toList();
            problems.add(
                    in.at(
                            ProblemType.NETWORK_CONTROL,
                            Severity.ERROR,
                            line,
                            text,
                            "The control (%s) of (%s) is none of %s."
                                    .formatted(text, description, known),
                            NearestName.remedy(text, known)));
            return JunctionControl.PRIORITY;
        }
    }

    private Map<String, String> readAttributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        in.children(
                () -> {
                    if (in.name().equals("attributes")) {
                        MatsimAttributes.read(in, attributes, classes);
                    } else {
                        in.unknownElement();
                    }
                });
        return attributes;
    }

    // ---------------------------------------------------------------- links

    private void readLink() {
        if (!in.name().equals("link")) {
            in.unknownElement();
            return;
        }
        Set<String> modes = readModes();
        if (!wanted.isEmpty() && Collections.disjoint(modes, wanted)) {
            return;
        }
        int line = in.line();
        String id = in.require("id");
        String from = readEnd("from");
        String to = readEnd("to");
        double length = readLength(from, to);
        double freeSpeed = in.requireNumber("freespeed", Double.MIN_VALUE, 1e6, 13.89);
        int lanes = readLanes();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(NetworkVocabulary.CAPACITY, Numbers.write(readCapacity()));
        keep("type", attributes);
        keep("origid", attributes);
        boolean taken = id != null && isTaken(id, links.keySet());
        int rank = readRank(attributes, id, Link.rankOf(lanes, freeSpeed));
        if (id == null || from == null || to == null || taken) {
            return;
        }
        keepDetails(id, line, attributes);
        Link link = new Link(id, from, to, length, lanes, freeSpeed, rank, modes, attributes);
        links.put(id, link);
        parts.links().add(link);
    }

    /** The junction a link starts or ends at; an unknown one is made up to find more problems. */
    private String readEnd(String attribute) {
        String id = in.require(attribute);
        if (id != null && !junctions.containsKey(id)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    id,
                    "The %s (%s) of (%s) is not a node of this network."
                            .formatted(attribute, id, in.describe()),
                    problems.isListing() ? NearestName.remedy(id, junctions.keySet()) : "");
            Junction madeUp = Junction.priority(id, 0, 0);
            junctions.put(id, madeUp);
            parts.junctions().add(madeUp);
        }
        return id;
    }

    private double readLength(String from, String to) {
        double straight = 100;
        if (from != null && to != null) {
            Junction a = junctions.get(from);
            Junction b = junctions.get(to);
            straight = Math.max(1, Math.hypot(b.x() - a.x(), b.y() - a.y()));
        }
        double length = in.requireNumber("length", Double.MIN_VALUE, LONGEST, Double.NaN);
        return Double.isNaN(length) ? Math.min(straight, LONGEST) : length;
    }

    private int readLanes() {
        double lanes = in.requireNumber("permlanes", Double.MIN_VALUE, 1e9, 1);
        if (lanes > MOST_LANES) {
            in.warn(
                    ProblemType.NETWORK_LINK,
                    Numbers.write(lanes),
                    "The permlanes (%s) of (%s) cannot be built; 1 was taken."
                            .formatted(Numbers.write(lanes), in.describe()),
                    "");
            return 1;
        }
        return (int) Math.max(1, Math.round(lanes));
    }

    private double readCapacity() {
        double perPeriod = in.requireNumber("capacity", 0, Double.POSITIVE_INFINITY, 1800);
        return perPeriod * 3600 / capacityPeriod;
    }

    private Set<String> readModes() {
        String text = in.find("modes");
        if (text == null) {
            return Set.of("car");
        }
        Set<String> modes = new TreeSet<>();
        for (String mode : text.split(",")) {
            if (!mode.isBlank()) {
                modes.add(mode.strip());
            }
        }
        return modes;
    }

    private void keep(String attribute, Map<String, String> attributes) {
        String value = in.find(attribute);
        if (value != null && !value.isEmpty()) {
            attributes.put(attribute, value);
        }
    }

    /** Reads the attributes of the link into the map and takes the rank out of them. */
    private int readRank(Map<String, String> attributes, String id, int byLooks) {
        int line = in.line();
        attributes.putAll(readAttributes());
        String text = attributes.remove(NetworkVocabulary.RANK);
        if (text == null) {
            return byLooks;
        }
        double rank = Numbers.parse(text);
        if (rank == Math.rint(rank) && Math.abs(rank) <= 1e6) {
            return (int) rank;
        }
        problems.add(
                in.at(
                        ProblemType.NOT_A_NUMBER,
                        Severity.ERROR,
                        line,
                        text,
                        "The rank (%s) of link (%s) is not a whole number.".formatted(text, id),
                        "Maybe %d?".formatted(byLooks)));
        return byLooks;
    }

    private void keepDetails(String id, int line, Map<String, String> attributes) {
        String restrictions = attributes.remove(NetworkVocabulary.DISALLOWED);
        String connections = attributes.remove(NetworkVocabulary.CONNECTIONS);
        if (restrictions != null || connections != null) {
            details.add(new LinkDetail(id, line, restrictions, connections));
        }
    }
}
