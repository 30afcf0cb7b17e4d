package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Turn restrictions of the map (OpenStreetMap wiki: Relation:restriction): {@code no_...} bans a
 * turn, {@code only_...} all others, over a node or over one short way inside an intersection.
 */
final class TurnRules {

    /** A rule; {@code viaWay} is 0 where it is over a node. */
    private record Rule(boolean only, long from, long viaNode, long viaWay, long to) {}

    private final List<Rule> rules = new ArrayList<>();
    private final String file;
    private final Problems problems;

    TurnRules(OsmFile content, String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        content.restrictions().forEach(this::read);
    }

    private void read(OsmRelation relation) {
        String value = value(relation);
        boolean only = value.startsWith("only_");
        boolean ours = !relation.tags().getOrDefault("except", "").contains("motorcar");
        if (!ours || value.isEmpty()) {
            return;
        }
        List<Long> from = relation.members("way", "from");
        List<Long> to = relation.members("way", "to");
        List<Long> viaNodes = relation.members("node", "via");
        List<Long> viaWays = relation.members("way", "via");
        if (!only && !value.startsWith("no_")
                || from.isEmpty()
                || to.isEmpty()
                || viaNodes.size() + viaWays.size() != 1) {
            leftOut(relation, value);
            return;
        }
        long node = viaNodes.isEmpty() ? 0 : viaNodes.get(0);
        long way = viaWays.isEmpty() ? 0 : viaWays.get(0);
        for (long f : from) {
            to.forEach(t -> rules.add(new Rule(only, f, node, way, t)));
        }
    }

    private static String value(OsmRelation relation) {
        for (String key : List.of("restriction:motorcar", "restriction")) {
            String value = relation.tags().get(key);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private void leftOut(OsmRelation relation, String value) {
        problems.add(
                new Problem(
                        ProblemType.OSM_RESTRICTION.id(),
                        Severity.WARNING,
                        file,
                        0,
                        "relation " + relation.id(),
                        value,
                        "The turn restriction (%s) of relation (%d) cannot be represented."
                                .formatted(value, relation.id()),
                        "Maybe its members from, via or to are missing?"));
    }

    /** Warns of rules over a way that is no part of one intersection. */
    void checkVia(Set<Long> inside) {
        for (Rule rule : rules) {
            if (rule.viaWay() != 0 && !inside.contains(rule.viaWay())) {
                problems.add(
                        new Problem(
                                ProblemType.OSM_RESTRICTION.id(),
                                Severity.WARNING,
                                file,
                                0,
                                "way " + rule.viaWay(),
                                "",
                                "A turn restriction over way (%d), which is too long to lie inside one intersection, was left out."
                                        .formatted(rule.viaWay()),
                                ""));
            }
        }
    }

    /**
     * Whether one may go on into a way.
     *
     * @param before way before the present one inside the intersection, or 0
     * @param way the present way
     * @param node where it is left
     * @param next the way to enter
     */
    boolean allows(long before, long way, long node, long next) {
        for (Rule rule : rules) {
            boolean applies =
                    rule.viaWay() == 0
                            ? rule.viaNode() == node && rule.from() == way
                            : rule.viaWay() == way && rule.from() == before;
            if (applies && (rule.to() == next) != rule.only()) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return rules.size();
    }
}
