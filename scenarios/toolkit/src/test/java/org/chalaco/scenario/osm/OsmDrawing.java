package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.Problems;

/**
 * A map drawn in a test: nodes in metres from a corner in Callao, ways as node names.
 *
 * <pre>{@code
 * new OsmDrawing().node("a", 0, 0).node("b", 100, 0).way(1, "a b", "highway=residential")
 * }</pre>
 */
final class OsmDrawing {

    private static final double LONGITUDE = -77.14;
    private static final double LATITUDE = -12.05;

    private final Map<String, Long> ids = new HashMap<>();
    private final OsmFile content = new OsmFile();
    private final StringBuilder xml = new StringBuilder();

    OsmDrawing node(String name, double east, double north, String... tags) {
        long id = 1000 + ids.size();
        ids.put(name, id);
        double[] corner = UtmProjection.at(LONGITUDE, LATITUDE).toMetres(LONGITUDE, LATITUDE);
        double[] place =
                UtmProjection.at(LONGITUDE, LATITUDE)
                        .toDegrees(corner[0] + east, corner[1] + north);
        content.add(new OsmNode(id, place[0], place[1], tags(tags)));
        xml.append(
                "<node id='%d' lat='%.8f' lon='%.8f'>%s</node>%n"
                        .formatted(id, place[1], place[0], xmlTags(tags)));
        return this;
    }

    OsmDrawing way(long id, String nodes, String... tags) {
        List<Long> refs = new ArrayList<>();
        StringBuilder nds = new StringBuilder();
        for (String name : nodes.split(" ")) {
            long ref = ids.getOrDefault(name, 999_999L);
            refs.add(ref);
            nds.append("<nd ref='%d'/>".formatted(ref));
        }
        content.add(new OsmWay(id, refs, tags(tags)));
        xml.append("<way id='%d'>%s%s</way>%n".formatted(id, nds, xmlTags(tags)));
        return this;
    }

    OsmDrawing restriction(long id, String value, long from, String via, long to) {
        content.add(
                new OsmRelation(
                        id,
                        List.of(
                                new OsmRelation.Member("way", from, "from"),
                                new OsmRelation.Member("node", ids.get(via), "via"),
                                new OsmRelation.Member("way", to, "to")),
                        Map.of("type", "restriction", "restriction", value)));
        return this;
    }

    private static Map<String, String> tags(String... tags) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String tag : tags) {
            int equals = tag.indexOf('=');
            map.put(tag.substring(0, equals), tag.substring(equals + 1).replace('\u00a0', ' '));
        }
        return map;
    }

    private static String xmlTags(String... tags) {
        StringBuilder text = new StringBuilder();
        tags(tags).forEach((k, v) -> text.append("<tag k='%s' v='%s'/>".formatted(k, v)));
        return text.toString();
    }

    long id(String name) {
        return ids.get(name);
    }

    String xml() {
        return "<osm version='0.6'>\n" + xml + "</osm>\n";
    }

    OsmNetwork read() {
        return read(OsmOptions.STANDARD, new Problems());
    }

    OsmNetwork read(OsmOptions options, Problems problems) {
        return OsmImport.of(content, "drawn.osm", options, problems);
    }

    /** A cross of two streets with a ring road around it, so that all of it stays connected. */
    static OsmDrawing cross(String east, String... street) {
        OsmDrawing d =
                new OsmDrawing()
                        .node("w", -200, 0)
                        .node("m", 0, 0)
                        .node("e", 200, 0)
                        .node("s", 0, -200)
                        .node("n", 0, 200);
        d.way(1, "w m", street);
        d.way(2, "m e", ("highway=primary " + east).strip().replace("~", "\u00a0").split(" "));
        d.way(3, "s m", street);
        d.way(4, "m n", street);
        return d.way(5, "w s e n w", "highway=tertiary", "lanes=2", "maxspeed=40");
    }
}
