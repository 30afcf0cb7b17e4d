package org.chalaco.scenario.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/** Reads OpenStreetMap XML (version 0.6); entities and what lies outside are never loaded. */
final class OsmXmlReader {

    private final OsmFile content;
    private XmlCursor in;

    private OsmXmlReader(OsmFile content) {
        this.content = content;
    }

    static void read(Path file, OsmFile content, Problems problems) {
        OsmXmlReader reader = new OsmXmlReader(content);
        XmlFile.read(file, "osm", InputLimits.STANDARD, problems, reader::readAll);
    }

    private void readAll(XmlCursor cursor) {
        in = cursor;
        in.children(
                () -> {
                    switch (in.name()) {
                        case "node" -> readNode();
                        case "way" -> readWay();
                        case "relation" -> readRelation();
                        default -> {
                            // bounds, notes, change sets: nothing of the road
                        }
                    }
                });
    }

    private void readNode() {
        Long id = id("id");
        double latitude = in.requireNumber("lat", -90, 90, Double.NaN);
        double longitude = in.requireNumber("lon", -180, 180, Double.NaN);
        Map<String, String> tags = new LinkedHashMap<>();
        in.children(() -> readTag(tags));
        if (id != null && !Double.isNaN(latitude + longitude)) {
            content.add(new OsmNode(id, longitude, latitude, tags));
        }
    }

    private void readWay() {
        Long id = id("id");
        List<Long> nodes = new ArrayList<>();
        Map<String, String> tags = new LinkedHashMap<>();
        in.children(
                () -> {
                    if (in.name().equals("nd")) {
                        Long node = id("ref");
                        if (node != null) {
                            nodes.add(node);
                        }
                    } else {
                        readTag(tags);
                    }
                });
        if (id != null) {
            content.add(new OsmWay(id, nodes, tags));
        }
    }

    private void readRelation() {
        Long id = id("id");
        List<OsmRelation.Member> members = new ArrayList<>();
        Map<String, String> tags = new LinkedHashMap<>();
        in.children(
                () -> {
                    if (in.name().equals("member")) {
                        Long member = id("ref");
                        String role = in.find("role");
                        if (member != null) {
                            members.add(
                                    new OsmRelation.Member(
                                            String.valueOf(in.find("type")),
                                            member,
                                            role == null ? "" : role));
                        }
                    } else {
                        readTag(tags);
                    }
                });
        if (id != null) {
            content.add(new OsmRelation(id, members, tags));
        }
    }

    private void readTag(Map<String, String> tags) {
        if (in.name().equals("tag")) {
            String key = in.require("k");
            String value = in.find("v");
            if (key != null && value != null) {
                tags.put(key, value);
            }
        }
    }

    private Long id(String attribute) {
        String text = in.require(attribute);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            in.error(
                    ProblemType.NOT_A_NUMBER,
                    text,
                    "The %s (%s) of (%s) is not a whole number."
                            .formatted(attribute, text, in.name()),
                    "");
            return null;
        }
    }
}
