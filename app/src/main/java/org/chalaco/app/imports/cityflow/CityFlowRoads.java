package org.chalaco.app.imports.cityflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;

/**
 * The elements of a roadnet file, checked one by one and against each other.
 *
 * @param intersections in file order
 * @param roads in file order, by id
 */
record CityFlowRoads(List<Intersection> intersections, Map<String, Road> roads) {

    private static final double FAR = 1e7;

    /**
     * A road, one way.
     *
     * @param length along its points, m
     * @param lanes number of lanes
     * @param maxSpeed of its fastest lane, m/s
     */
    record Road(String id, String from, String to, double length, int lanes, double maxSpeed) {}

    /**
     * A turn.
     *
     * @param from road left
     * @param to road entered
     * @param lanes pairs of lanes that it leads along, counted from the kerb
     */
    record RoadLink(String from, String to, List<int[]> lanes) {}

    /**
     * A stage of the signal.
     *
     * @param seconds how long it lasts
     * @param open indexes of the road links that may go
     */
    record LightPhase(int seconds, Set<Integer> open) {}

    /**
     * Where roads meet.
     *
     * @param isVirtual an end of the map
     */
    record Intersection(
            String id,
            double x,
            double y,
            boolean isVirtual,
            List<RoadLink> links,
            List<LightPhase> phases) {}

    static CityFlowRoads read(JsonInput file) {
        Map<String, Road> roads = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        List<JsonInput> places = file.list("intersections");
        places.forEach(p -> addOnce(ids, p));
        for (JsonInput element : file.list("roads")) {
            Road road = road(element, ids);
            if (roads.put(road.id(), road) != null) {
                element.problem(
                        ProblemType.GIVEN_TWICE,
                        "Road (%s) is given twice.".formatted(road.id()),
                        "");
            }
        }
        List<Intersection> intersections = new ArrayList<>();
        places.forEach(p -> intersections.add(intersection(p, roads)));
        return new CityFlowRoads(intersections, roads);
    }

    private static void addOnce(Set<String> ids, JsonInput element) {
        String id = element.text("id");
        if (!ids.add(id)) {
            element.problem(
                    ProblemType.GIVEN_TWICE, "Intersection (%s) is given twice.".formatted(id), "");
        }
    }

    private static Road road(JsonInput element, Set<String> intersections) {
        List<JsonInput> points = element.list("points");
        double length = 0;
        for (int k = 1; k < points.size(); k++) {
            length +=
                    Math.hypot(
                            points.get(k).number("x", -FAR, FAR)
                                    - points.get(k - 1).number("x", -FAR, FAR),
                            points.get(k).number("y", -FAR, FAR)
                                    - points.get(k - 1).number("y", -FAR, FAR));
        }
        List<JsonInput> lanes = element.list("lanes");
        double speed = 0;
        for (JsonInput lane : lanes) {
            speed = Math.max(speed, lane.number("maxSpeed", 0.1, 100));
        }
        if (!(length > 0) || lanes.isEmpty()) {
            element.problem(
                    ProblemType.IMPORT_ROAD,
                    "A road of (%.1f m) with (%d) lanes cannot be built."
                            .formatted(length, lanes.size()),
                    "");
        }
        return new Road(
                element.text("id"),
                end(element, "startIntersection", intersections),
                end(element, "endIntersection", intersections),
                Math.max(1, length),
                Math.max(1, lanes.size()),
                Math.max(0.1, speed));
    }

    private static String end(JsonInput road, String name, Set<String> intersections) {
        String id = road.text(name);
        if (!id.isEmpty() && !intersections.contains(id)) {
            road.problem(
                    ProblemType.UNKNOWN_REFERENCE,
                    "There is no intersection (%s), which is its %s.".formatted(id, name),
                    NearestName.remedy(id, intersections));
        }
        return id;
    }

    private static Intersection intersection(JsonInput element, Map<String, Road> roads) {
        JsonInput point = element.get("point");
        JsonInput end = element.find("virtual");
        List<RoadLink> links = new ArrayList<>();
        for (JsonInput link : element.list("roadLinks")) {
            links.add(roadLink(link, roads));
        }
        return new Intersection(
                element.text("id"),
                point == null ? 0 : point.number("x", -FAR, FAR),
                point == null ? 0 : point.number("y", -FAR, FAR),
                end != null && end.node().asBoolean(),
                links,
                phases(element, links.size()));
    }

    private static RoadLink roadLink(JsonInput element, Map<String, Road> roads) {
        Road from = road(element, "startRoad", roads);
        Road to = road(element, "endRoad", roads);
        List<int[]> lanes = new ArrayList<>();
        for (JsonInput pair : element.list("laneLinks")) {
            if (from != null && to != null) {
                // CityFlow counts from the middle of the road, we from the kerb
                int start = pair.whole("startLaneIndex", 0, from.lanes() - 1);
                int end = pair.whole("endLaneIndex", 0, to.lanes() - 1);
                lanes.add(new int[] {from.lanes() - 1 - start, to.lanes() - 1 - end});
            }
        }
        return new RoadLink(
                from == null ? "" : from.id(), to == null ? "" : to.id(), List.copyOf(lanes));
    }

    private static Road road(JsonInput link, String name, Map<String, Road> roads) {
        String id = link.text(name);
        if (!id.isEmpty() && !roads.containsKey(id)) {
            link.problem(
                    ProblemType.UNKNOWN_REFERENCE,
                    "There is no road (%s), which is its %s.".formatted(id, name),
                    NearestName.remedy(id, roads.keySet()));
        }
        return roads.get(id);
    }

    private static List<LightPhase> phases(JsonInput intersection, int links) {
        JsonInput light = intersection.find("trafficLight");
        if (light == null || light.find("lightphases") == null) {
            return List.of();
        }
        List<LightPhase> phases = new ArrayList<>();
        for (JsonInput phase : light.list("lightphases")) {
            Set<Integer> open = new LinkedHashSet<>();
            for (JsonInput index : phase.list("availableRoadLinks")) {
                open.add((int) index.asNumber(0, links - 1));
            }
            phases.add(new LightPhase(phase.whole("time", 0, 3600), open));
        }
        return phases;
    }
}
