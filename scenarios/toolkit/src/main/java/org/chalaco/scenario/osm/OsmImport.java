package org.chalaco.scenario.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Makes a road network of a file of OpenStreetMap.
 *
 * <p>Ways that cars may use are cut where they meet and joined where nothing changes; nodes of one
 * intersection become one junction; turn restrictions, arrows on lanes, one-way streets,
 * roundabouts, stop signs and signals are kept; the part in which one can drive from everywhere to
 * everywhere is kept. What the map does not say is guessed and written down. Deterministic.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * OsmNetwork town = OsmImport.read(Path.of("town.osm.pbf"), OsmOptions.STANDARD, problems);
 * }</pre>
 */
public final class OsmImport {

    private final OsmFile content;
    private final String file;
    private final OsmOptions options;
    private final Problems problems;

    private OsmImport(OsmFile content, String file, OsmOptions options, Problems problems) {
        this.content = content;
        this.file = file;
        this.options = options;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param problems takes what does not forbid to go on
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public static OsmNetwork read(Path file, OsmOptions options, Problems problems) {
        OsmFile content = OsmFile.read(file, problems);
        problems.throwIfErrors();
        return of(content, file.toString(), options, problems);
    }

    /**
     * The network of a content that has been read.
     *
     * @param file its name, for messages
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public static OsmNetwork of(
            OsmFile content, String file, OsmOptions options, Problems problems) {
        return new OsmImport(content, file, options, problems).network();
    }

    private OsmNetwork network() {
        List<Road> roads = roads();
        if (roads.isEmpty() && !problems.hasErrors()) {
            nothing();
        }
        problems.throwIfErrors();
        UtmProjection projection = projection(roads);
        problems.throwIfErrors();
        OsmNetwork made = new OsmNetworkBuilder(content, file, roads, projection, problems).build();
        if (made.network().linkCount() == 0) {
            nothing();
        }
        problems.throwIfErrors();
        return made;
    }

    private void nothing() {
        problems.error(
                ProblemType.OSM_NOTHING,
                file,
                "The file holds no road on which one could drive around.",
                "Maybe it was cut too small, or holds something else than roads?");
    }

    private List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        for (OsmWay way : content.ways()) {
            Optional<Road> road = RoadTags.read(way, options.service(), file, problems);
            road.ifPresent(r -> roads.addAll(whole(r)));
        }
        return roads;
    }

    /** The road, or its parts inside the file. */
    private List<Road> whole(Road road) {
        List<Long> nodes = road.way().nodes();
        List<Long> missing =
                nodes.stream().filter(n -> content.findNode(n) == null).distinct().toList();
        if (missing.isEmpty()) {
            return List.of(road);
        }
        if (!options.clip()) {
            dangling(road, missing);
            return List.of();
        }
        List<Road> parts = new ArrayList<>();
        List<Long> part = new ArrayList<>();
        for (long node : nodes) {
            if (content.findNode(node) != null) {
                part.add(node);
            } else {
                addPart(road, part, parts);
                part = new ArrayList<>();
            }
        }
        addPart(road, part, parts);
        return parts;
    }

    private static void addPart(Road road, List<Long> part, List<Road> parts) {
        if (part.size() > 1) {
            OsmWay way = new OsmWay(road.way().id(), part, road.way().tags());
            parts.add(
                    new Road(
                            way,
                            road.name(),
                            road.kind(),
                            road.ramp(),
                            road.roundabout(),
                            road.forward(),
                            road.backward(),
                            road.modes(),
                            road.remarks()));
        }
    }

    private void dangling(Road road, List<Long> missing) {
        String named =
                missing.size() == 1
                        ? "node (%d)".formatted(missing.get(0))
                        : "%d nodes, the first (%d)".formatted(missing.size(), missing.get(0));
        problems.add(
                new Problem(
                        ProblemType.OSM_DANGLING.id(),
                        Severity.ERROR,
                        file,
                        0,
                        "way " + road.way().id(),
                        String.valueOf(missing.get(0)),
                        "Way (%d) %s names %s that the file does not hold."
                                .formatted(road.way().id(), road.name(), named)
                                .replace("  ", " "),
                        "Maybe cut the file with complete ways, or add --clip to cut the ways?"));
    }

    /** The zone asked for, or that of the middle; a map wider than a zone fits into none. */
    private UtmProjection projection(List<Road> roads) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Road road : roads) {
            for (long id : road.way().nodes()) {
                OsmNode node = content.findNode(id);
                west = Math.min(west, node.longitude());
                east = Math.max(east, node.longitude());
                south = Math.min(south, node.latitude());
                north = Math.max(north, node.latitude());
            }
        }
        UtmProjection chosen =
                options.projection() == null
                        ? UtmProjection.at((west + east) / 2, (south + north) / 2)
                        : options.projection();
        double away =
                Math.max(
                        Math.abs(west - chosen.centralMeridian()),
                        Math.abs(east - chosen.centralMeridian()));
        if (away > 6 || Math.max(north, -south) > 84) {
            problems.error(
                    ProblemType.OSM_PROJECTION,
                    file,
                    "The map, from longitude %.3f to %.3f and latitude %.3f to %.3f, does not lie in the zone of %s."
                            .formatted(west, east, south, north, chosen.code()),
                    options.projection() == null
                            ? "Maybe cut it to one town?"
                            : "Maybe leave out --crs?");
        }
        return chosen;
    }
}
