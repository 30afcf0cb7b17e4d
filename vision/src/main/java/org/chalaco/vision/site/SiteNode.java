package org.chalaco.vision.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A part of a site file that knows where it is and collects what is wrong with it. */
final class SiteNode {

    private final JsonNode node;
    private final String path;
    private final List<SiteProblem> problems;

    SiteNode(JsonNode node, String path, List<SiteProblem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    void problem(String name, String value, String message, String remedy) {
        problems.add(new SiteProblem(at(name), value, message, remedy));
    }

    private String at(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    /** Names that may be here; every other one is a problem. */
    void allow(String... names) {
        Set<String> allowed = Set.of(names);
        for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
            String name = it.next();
            if (!allowed.contains(name)) {
                problem(
                        name,
                        name,
                        "The name (%s) is not known here.".formatted(name),
                        "Maybe one of %s?".formatted(String.join(", ", names)));
            }
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    SiteNode child(String name) {
        return has(name) ? new SiteNode(node.get(name), at(name), problems) : null;
    }

    List<SiteNode> each(String name) {
        List<SiteNode> children = new ArrayList<>();
        JsonNode list = node.get(name);
        if (list == null || list.isNull()) {
            return children;
        }
        if (!list.isArray()) {
            problem(name, list.toString(), "(%s) must be a list.".formatted(at(name)), "");
            return children;
        }
        for (int i = 0; i < list.size(); i++) {
            children.add(new SiteNode(list.get(i), at(name) + "[" + i + "]", problems));
        }
        return children;
    }

    /** A text that must be there. */
    String text(String name) {
        String text = find(name);
        if (text == null || text.isBlank()) {
            problem(name, "", "(%s) is missing.".formatted(at(name)), "");
            return "";
        }
        return text;
    }

    /** A text, or null. */
    String find(String name) {
        return has(name) ? node.get(name).asText() : null;
    }

    double number(String name, double least, double most) {
        JsonNode value = node.get(name);
        if (value == null || !value.isNumber() || outside(value.asDouble(), least, most)) {
            String shown = value == null ? "nothing" : value.toString();
            problem(
                    name,
                    shown,
                    "(%s) is (%s), not a number from %s to %s."
                            .formatted(at(name), shown, short_(least), short_(most)),
                    "");
            return least;
        }
        return value.asDouble();
    }

    private static boolean outside(double value, double least, double most) {
        return !(value >= least && value <= most);
    }

    private static String short_(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    ImagePoint point(String name) {
        return asPoint(node.get(name), at(name));
    }

    private ImagePoint asPoint(JsonNode value, String where) {
        boolean fine =
                value != null
                        && value.isArray()
                        && value.size() == 2
                        && value.get(0).isNumber()
                        && value.get(1).isNumber();
        if (!fine) {
            problems.add(
                    new SiteProblem(
                            where,
                            String.valueOf(value),
                            "(%s) is (%s), not a point.".formatted(where, value),
                            "Maybe [120, 190]?"));
            return new ImagePoint(0, 0);
        }
        return new ImagePoint(value.get(0).asDouble(), value.get(1).asDouble());
    }

    List<ImagePoint> points(String name, int least) {
        return list(node.get(name), at(name), least);
    }

    /** This node itself as an area. */
    Polygon polygon() {
        return new Polygon(list(node, path, 3));
    }

    private List<ImagePoint> list(JsonNode value, String where, int least) {
        List<ImagePoint> points = new ArrayList<>();
        if (value == null || !value.isArray() || value.size() < least) {
            problems.add(
                    new SiteProblem(
                            where,
                            String.valueOf(value),
                            "(%s) needs %d points or more.".formatted(where, least),
                            ""));
            return points;
        }
        for (int i = 0; i < value.size(); i++) {
            points.add(asPoint(value.get(i), where + "[" + i + "]"));
        }
        return points;
    }
}
