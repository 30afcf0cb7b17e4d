package org.chalaco.vision.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads site files: JSON as {@code camera-site.schema.json} describes it.
 *
 * <p>Everything that is wrong is found before anything is said. Unknown names are errors: a
 * misspelt one would silently count nothing.
 */
public final class CameraSiteReader {

    private static final long LARGEST = 1 << 20;

    private final List<SiteProblem> problems = new ArrayList<>();

    private CameraSiteReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidSiteException with all that is wrong
     */
    public static CameraSite read(Path file) {
        return new CameraSiteReader().parse(file);
    }

    private CameraSite parse(Path file) {
        JsonNode root = load(file);
        SiteNode node = new SiteNode(root, "", problems);
        CameraSite site = problems.isEmpty() ? site(node) : null;
        if (site != null) {
            new SiteChecks(site, problems).check();
        }
        if (!problems.isEmpty()) {
            throw new InvalidSiteException(problems);
        }
        return site;
    }

    private JsonNode load(Path file) {
        ObjectMapper mapper = new ObjectMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        try {
            if (Files.size(file) > LARGEST) {
                problem("", "The file is larger than any site file.", "Maybe it is a video?");
            } else {
                JsonNode root = mapper.readTree(file.toFile());
                if (root != null && root.isObject()) {
                    return root;
                }
                problem("", "The file holds no JSON object.", "");
            }
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            problem("", "The file is not JSON%s: %s".formatted(where, e.getOriginalMessage()), "");
        } catch (IOException e) {
            problem("", "The file (%s) is not there or cannot be read.".formatted(file), "");
        }
        return mapper.createObjectNode();
    }

    private void problem(String element, String message, String remedy) {
        problems.add(new SiteProblem(element, "", message, remedy));
    }

    private CameraSite site(SiteNode node) {
        node.allow(
                "$schema",
                "comment",
                "id",
                "width",
                "height",
                "homography",
                "lines",
                "lanes",
                "sections",
                "movements",
                "masks",
                "accuracy");
        return new CameraSite(
                node.text("id"),
                (int) node.number("width", 16, 8192),
                (int) node.number("height", 16, 8192),
                homography(node.child("homography")),
                lines(node),
                lanes(node),
                sections(node),
                movements(node),
                node.each("masks").stream().map(SiteNode::polygon).toList(),
                accuracy(node.child("accuracy")));
    }

    private Homography homography(SiteNode node) {
        if (node == null) {
            return null;
        }
        node.allow("image", "road", "comment");
        List<ImagePoint> image = node.points("image", 4);
        List<RoadPoint> road =
                node.points("road", 4).stream().map(p -> new RoadPoint(p.x(), p.y())).toList();
        try {
            return problems.isEmpty() ? Homography.of(image, road) : null;
        } catch (IllegalArgumentException e) {
            node.problem(
                    "",
                    "",
                    "The road plane is impossible: %s.".formatted(e.getMessage()),
                    "Maybe four corners of a rectangle on the road, in one order?");
            return null;
        }
    }

    private static List<CountingLine> lines(SiteNode node) {
        List<CountingLine> lines = new ArrayList<>();
        for (SiteNode line : node.each("lines")) {
            line.allow("id", "from", "to", "forward", "backward", "laneWidth", "comment");
            lines.add(
                    new CountingLine(
                            line.text("id"),
                            line.point("from"),
                            line.point("to"),
                            direction(line.child("forward")),
                            direction(line.child("backward")),
                            line.has("laneWidth")
                                    ? line.number("laneWidth", 4, 4096)
                                    : Double.NaN));
        }
        return lines;
    }

    private static LineDirection direction(SiteNode node) {
        if (node == null) {
            return null;
        }
        node.allow("name", "station", "link");
        return new LineDirection(node.text("name"), node.text("station"), node.find("link"));
    }

    private static List<CameraLane> lanes(SiteNode node) {
        List<CameraLane> lanes = new ArrayList<>();
        for (SiteNode lane : node.each("lanes")) {
            lane.allow("id", "left", "right", "comment");
            List<ImagePoint> left = lane.points("left", 2);
            List<ImagePoint> right = lane.points("right", 2);
            if (left.size() != right.size()) {
                lane.problem(
                        "right",
                        "",
                        "The edges of the lane have %d and %d points."
                                .formatted(left.size(), right.size()),
                        "Maybe give both as many?");
                continue;
            }
            lanes.add(new CameraLane(lane.text("id"), left, right));
        }
        return lanes;
    }

    private static List<CameraSection> sections(SiteNode node) {
        List<CameraSection> sections = new ArrayList<>();
        for (SiteNode section : node.each("sections")) {
            section.allow("id", "area", "comment");
            sections.add(
                    new CameraSection(section.text("id"), new Polygon(section.points("area", 3))));
        }
        return sections;
    }

    private static List<CameraMovement> movements(SiteNode node) {
        List<CameraMovement> movements = new ArrayList<>();
        for (SiteNode m : node.each("movements")) {
            m.allow("id", "from", "to", "station", "fromLink", "toLink", "comment");
            movements.add(
                    new CameraMovement(
                            m.text("id"),
                            m.text("from"),
                            m.text("to"),
                            m.text("station"),
                            m.find("fromLink"),
                            m.find("toLink")));
        }
        return movements;
    }

    private static MeasuredAccuracy accuracy(SiteNode node) {
        if (node == null) {
            return MeasuredAccuracy.UNKNOWN;
        }
        node.allow("precisionDay", "recallDay", "precisionNight", "recallNight", "comment");
        return new MeasuredAccuracy(
                node.number("precisionDay", 0.01, 1),
                node.number("recallDay", 0.01, 1),
                node.number("precisionNight", 0.01, 1),
                node.number("recallNight", 0.01, 1));
    }
}
