package org.chalaco.scenario.osm;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/** Reads OpenStreetMap PBF with the parser of the OSM-binary project. */
final class OsmPbfReader extends BinaryParser {

    private final OsmFile content;

    private OsmPbfReader(OsmFile content) {
        this.content = content;
    }

    static void read(Path file, OsmFile content, Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.error(
                    ProblemType.UNREADABLE,
                    file.toString(),
                    "There is no file (%s).".formatted(file),
                    "");
            return;
        }
        try (InputStream in = Files.newInputStream(file);
                BlockInputStream blocks = new BlockInputStream(in, new OsmPbfReader(content))) {
            blocks.process();
        } catch (EOFException e) {
            problems.error(
                    ProblemType.CUT_OFF,
                    file.toString(),
                    "The file ends in the middle.",
                    "Maybe its copy was interrupted?");
        } catch (IOException | RuntimeException e) {
            // The parser throws whatever the wrong bytes lead it into.
            problems.error(
                    ProblemType.MALFORMED,
                    file.toString(),
                    "This is not a sound PBF file (%s).".formatted(e.getMessage()),
                    "Maybe it is XML, or damaged?");
        }
    }

    @Override
    protected void parse(Osmformat.HeaderBlock header) {
        for (String feature : header.getRequiredFeaturesList()) {
            if (!List.of("OsmSchema-V0.6", "DenseNodes").contains(feature)) {
                throw new IllegalArgumentException("it needs the unknown feature " + feature);
            }
        }
    }

    @Override
    protected void parseNodes(List<Osmformat.Node> nodes) {
        for (Osmformat.Node n : nodes) {
            content.add(
                    new OsmNode(
                            n.getId(),
                            parseLon(n.getLon()),
                            parseLat(n.getLat()),
                            tags(n.getKeysCount(), n::getKeys, n::getVals)));
        }
    }

    /** Dense nodes: ids and coordinates as differences, tags as a row with zeros between nodes. */
    @Override
    protected void parseDense(Osmformat.DenseNodes dense) {
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        int at = 0;
        for (int k = 0; k < dense.getIdCount(); k++) {
            id += dense.getId(k);
            latitude += dense.getLat(k);
            longitude += dense.getLon(k);
            Map<String, String> tags = new LinkedHashMap<>();
            while (at < dense.getKeysValsCount() && dense.getKeysVals(at) != 0) {
                tags.put(
                        getStringById(dense.getKeysVals(at)),
                        getStringById(dense.getKeysVals(at + 1)));
                at += 2;
            }
            at++;
            content.add(new OsmNode(id, parseLon(longitude), parseLat(latitude), tags));
        }
    }

    @Override
    protected void parseWays(List<Osmformat.Way> ways) {
        for (Osmformat.Way w : ways) {
            List<Long> nodes = new ArrayList<>();
            long node = 0;
            for (long step : w.getRefsList()) {
                node += step;
                nodes.add(node);
            }
            content.add(
                    new OsmWay(w.getId(), nodes, tags(w.getKeysCount(), w::getKeys, w::getVals)));
        }
    }

    @Override
    protected void parseRelations(List<Osmformat.Relation> relations) {
        for (Osmformat.Relation r : relations) {
            List<OsmRelation.Member> members = new ArrayList<>();
            long id = 0;
            for (int k = 0; k < r.getMemidsCount(); k++) {
                id += r.getMemids(k);
                String type = r.getTypes(k).name().toLowerCase(java.util.Locale.ROOT);
                members.add(new OsmRelation.Member(type, id, getStringById(r.getRolesSid(k))));
            }
            content.add(
                    new OsmRelation(
                            r.getId(), members, tags(r.getKeysCount(), r::getKeys, r::getVals)));
        }
    }

    private Map<String, String> tags(int count, IntUnaryOperator keys, IntUnaryOperator values) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int k = 0; k < count; k++) {
            tags.put(getStringById(keys.applyAsInt(k)), getStringById(values.applyAsInt(k)));
        }
        return tags;
    }

    @Override
    public void complete() {
        // nothing is held back
    }
}
