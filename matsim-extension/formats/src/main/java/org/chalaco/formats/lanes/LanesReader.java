package org.chalaco.formats.lanes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/**
 * Reads MATSim lane definitions, v2.0. Where a lane starts and its capacity are not used: lanes
 * here are as long as their link.
 */
public final class LanesReader {

    private final Problems problems;
    private final Map<String, List<LaneDefinition>> lanes = new LinkedHashMap<>();
    private XmlCursor in;

    private LanesReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads a file; what is wrong is reported. */
    public static LaneDefinitions read(Path file, Problems problems) {
        LanesReader reader = new LanesReader(problems);
        XmlFile.read(
                file,
                "laneDefinitions",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readLink);
                });
        return new LaneDefinitions(file.toString(), reader.lanes);
    }

    private void readLink() {
        if (!in.name().equals("lanesToLinkAssignment")) {
            in.unknownElement();
            return;
        }
        String linkId = in.require("linkIdRef");
        if (linkId != null && lanes.containsKey(linkId)) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    linkId,
                    "The lanes of link (%s) are given twice.".formatted(linkId),
                    "");
        }
        List<LaneDefinition> ofLink = new ArrayList<>();
        in.children(() -> readLane(ofLink));
        if (linkId != null && !ofLink.isEmpty()) {
            lanes.put(linkId, ofLink);
        }
    }

    private void readLane(List<LaneDefinition> ofLink) {
        if (!in.name().equals("lane")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        int line = in.line();
        if (id != null && ofLink.stream().anyMatch(lane -> lane.id().equals(id))) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    id,
                    "The lane (%s) is given twice on its link.".formatted(id),
                    "");
        }
        List<String> toLinks = new ArrayList<>();
        double[] represented = {1};
        int[] alignment = {0};
        in.children(
                () -> {
                    switch (in.name()) {
                        case "leadsTo" -> in.children(() -> readTarget(toLinks));
                        case "representedLanes" ->
                                represented[0] = in.number("number", Double.MIN_VALUE, 32, 1);
                        case "alignment" -> alignment[0] = readAlignment();
                        case "capacity", "startsAt", "attributes" -> {}
                        default -> in.unknownElement();
                    }
                });
        if (id != null) {
            ofLink.add(new LaneDefinition(id, toLinks, represented[0], alignment[0], line));
        }
    }

    private void readTarget(List<String> toLinks) {
        switch (in.name()) {
            case "toLink" -> {
                String id = in.require("refId");
                if (id != null) {
                    toLinks.add(id);
                }
            }
            case "toLane" -> {}
            default -> in.unknownElement();
        }
    }

    private int readAlignment() {
        String text = in.text();
        double value = Numbers.parse(text);
        if (value == Math.rint(value) && Math.abs(value) <= 100) {
            return (int) value;
        }
        in.error(
                ProblemType.NOT_A_NUMBER,
                text,
                "The alignment (%s) is not a whole number.".formatted(text),
                "Maybe 0?");
        return 0;
    }
}
