package org.chalaco.app.film;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.vision.site.CameraLane;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSection;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.LineDirection;
import org.chalaco.vision.site.RoadPoint;

/** Writes the site file of a rendered camera. */
final class SiteFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SiteFile() {}

    static void write(Path file, CameraSite site) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", site.id()).put("width", site.width()).put("height", site.height());
        homography(root.putObject("homography"), site);
        ArrayNode lines = root.putArray("lines");
        site.lines().forEach(line -> line(lines.addObject(), line));
        ArrayNode lanes = root.putArray("lanes");
        for (CameraLane lane : site.lanes()) {
            ObjectNode node = lanes.addObject().put("id", lane.id());
            points(node.putArray("left"), lane.left());
            points(node.putArray("right"), lane.right());
        }
        ArrayNode sections = root.putArray("sections");
        for (CameraSection section : site.sections()) {
            points(
                    sections.addObject().put("id", section.id()).putArray("area"),
                    section.area().corners());
        }
        ArrayNode movements = root.putArray("movements");
        site.movements().forEach(movement -> movement(movements.addObject(), movement));
        OutputFolder.writeText(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /** Pairs of points: the corners of all sections, which a surveyor could measure too. */
    private static void homography(ObjectNode node, CameraSite site) {
        ArrayNode image = node.putArray("image");
        ArrayNode road = node.putArray("road");
        for (CameraSection section : site.sections()) {
            for (ImagePoint corner : section.area().corners()) {
                RoadPoint point = site.homography().toRoad(corner);
                image.addArray().add(corner.x()).add(corner.y());
                road.addArray().add(point.x()).add(point.y());
            }
        }
    }

    private static void line(ObjectNode node, CountingLine line) {
        node.put("id", line.id());
        point(node.putArray("from"), line.from());
        point(node.putArray("to"), line.to());
        direction(node, "forward", line.forward());
        direction(node, "backward", line.backward());
    }

    private static void direction(ObjectNode node, String name, LineDirection direction) {
        if (direction != null) {
            node.putObject(name)
                    .put("name", direction.name())
                    .put("station", direction.stationId())
                    .put("link", direction.linkId());
        }
    }

    private static void movement(ObjectNode node, CameraMovement movement) {
        node.put("id", movement.id())
                .put("from", movement.fromSection())
                .put("to", movement.toSection())
                .put("station", movement.stationId())
                .put("fromLink", movement.fromLink())
                .put("toLink", movement.toLink());
    }

    private static void points(ArrayNode array, List<ImagePoint> points) {
        points.forEach(p -> point(array.addArray(), p));
    }

    private static void point(ArrayNode array, ImagePoint p) {
        array.add(Math.round(100 * p.x()) / 100.0).add(Math.round(100 * p.y()) / 100.0);
    }
}
