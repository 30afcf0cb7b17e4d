package org.chalaco.scenario.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.formats.Problems;

/**
 * What a file of OpenStreetMap holds, as far as it concerns roads: all nodes, ways that are roads,
 * relations that restrict turns; each id once, the last one counts. Mutable while it is read.
 */
public final class OsmFile {

    private final Map<Long, OsmNode> nodes = new LinkedHashMap<>();
    private final Map<Long, OsmWay> ways = new LinkedHashMap<>();
    private final List<OsmRelation> relations = new ArrayList<>();

    /** A file without content; {@code add} fills it. */
    public OsmFile() {}

    /**
     * Reads a file: {@code .pbf} as protocol buffers, everything else as XML, gzipped or not.
     *
     * @param problems takes what is wrong with the file as such
     */
    public static OsmFile read(Path file, Problems problems) {
        OsmFile content = new OsmFile();
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".pbf")) {
            OsmPbfReader.read(file, content, problems);
        } else {
            OsmXmlReader.read(file, content, problems);
        }
        return content;
    }

    /** Takes a node. */
    public void add(OsmNode node) {
        nodes.put(node.id(), node);
    }

    /** Takes a way if it is a road of any kind. */
    public void add(OsmWay way) {
        if (way.tags().containsKey("highway")) {
            ways.put(way.id(), way);
        }
    }

    /** Takes a relation if it restricts turns. */
    public void add(OsmRelation relation) {
        String type = relation.tags().getOrDefault("type", "");
        if (type.equals("restriction") || type.startsWith("restriction:")) {
            relations.add(relation);
        }
    }

    /** The node, or null. */
    public OsmNode findNode(long id) {
        return nodes.get(id);
    }

    /** Ways with a {@code highway}, in the order of the file. */
    public List<OsmWay> ways() {
        return List.copyOf(ways.values());
    }

    /** Turn restrictions, in the order of the file. */
    public List<OsmRelation> restrictions() {
        return List.copyOf(relations);
    }
}
