package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * What the tags of one way say to a driver (OpenStreetMap wiki: Key:highway, Key:lanes,
 * Key:maxspeed, Key:oneway, Key:access, Key:turn). What they do not say is guessed and remarked; a
 * value that cannot be understood is a warning as well.
 */
final class RoadTags {

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*(km/h|kmh|mph)?");

    /** Speeds that countries imply; rural and motorway ones differ a little from land to land. */
    private static final Map<String, Double> IMPLIED =
            Map.of(
                    "urban", 50.0,
                    "rural", 90.0,
                    "trunk", 100.0,
                    "motorway", 120.0,
                    "living_street", 20.0,
                    "walk", 7.0,
                    "none", 120.0);

    private static final double MILE = 1.609344;
    private static final int MOST_LANES = 12;
    private static final double SLOWEST = 5;
    private static final double FASTEST = 150;

    private static final Set<String> MODES = Set.of("car", "taxi", "motorcycle", "bus", "truck");

    private final OsmWay way;
    private final String file;
    private final Problems problems;
    private final List<Road.Remark> remarks = new ArrayList<>();
    private RoadClass kind;
    private boolean ramp;

    private RoadTags(OsmWay way, String file, Problems problems) {
        this.way = way;
        this.file = file;
        this.problems = problems;
    }

    /**
     * The road that a way is, or empty where cars may not drive.
     *
     * @param service whether service roads count, parking aisles and driveways excepted
     */
    static Optional<Road> read(OsmWay way, boolean service, String file, Problems problems) {
        return new RoadTags(way, file, problems).road(service);
    }

    private Optional<Road> road(boolean service) {
        String highway = tag("highway");
        Optional<RoadClass> found = RoadClass.find(highway);
        if (found.isEmpty() || !isOpen() || way.nodes().size() < 2) {
            return Optional.empty();
        }
        kind = found.get();
        ramp = highway.endsWith("_link");
        boolean yard =
                Set.of("driveway", "parking_aisle", "drive-through").contains(tag("service"));
        if (kind == RoadClass.SERVICE && (!service || yard)) {
            return Optional.empty();
        }
        boolean ring = Set.of("roundabout", "circular").contains(tag("junction"));
        int direction = direction(ring);
        double speed = speedKmh(ring) / 3.6;
        boolean oneWay = direction != 0;
        int total = lanes("lanes", oneWay ? MOST_LANES : 2 * MOST_LANES);
        Road.Direction forward = direction < 0 ? null : along("forward", oneWay, total, speed);
        Road.Direction backward = direction > 0 ? null : along("backward", oneWay, total, speed);
        return Optional.of(
                new Road(way, name(), kind, ramp, ring, forward, backward, modes(), remarks));
    }

    private String tag(String key) {
        return way.tags().getOrDefault(key, "");
    }

    private String name() {
        return tag("name").isEmpty() ? tag("ref") : tag("name");
    }

    /** The most exact of the access tags decides. */
    private boolean isOpen() {
        if (tag("area").equals("yes") || tag("oneway").equals("reversible")) {
            return false;
        }
        for (String key : List.of("motorcar", "motor_vehicle", "vehicle", "access")) {
            String value = tag(key);
            if (!value.isEmpty()) {
                return !Set.of("no", "private", "agricultural", "forestry", "emergency", "delivery")
                        .contains(value);
            }
        }
        return true;
    }

    private Set<String> modes() {
        Set<String> modes = new TreeSet<>(MODES);
        if (tag("hgv").equals("no")) {
            modes.remove("truck");
        }
        if (tag("motorcycle").equals("no")) {
            modes.remove("motorcycle");
        }
        return modes;
    }

    /** 1 along the way, -1 against it, 0 both. */
    private int direction(boolean ring) {
        String value = tag("oneway");
        switch (value) {
            case "yes", "true", "1":
                return 1;
            case "-1", "reverse":
                return -1;
            case "no", "false", "0":
                return 0;
            case "":
                break;
            default:
                absurd("oneway", value, "both directions are open");
        }
        if (ring || kind == RoadClass.MOTORWAY) {
            return 1;
        }
        return 0;
    }

    private double speedKmh(boolean ring) {
        String value = tag("maxspeed").strip();
        double known = value.isEmpty() ? Double.NaN : parseSpeed(value);
        if (!Double.isNaN(known)) {
            if (tag("maxspeed:source").equals("default")) {
                remark("speed", known + " km/h", "the map marks its speed as a default");
            }
            return known;
        }
        double guess = ring ? Math.min(30, kind.speedKmh(ramp)) : kind.speedKmh(ramp);
        if (value.isEmpty()) {
            remark("speed", guess + " km/h", "no maxspeed; usual for highway=" + tag("highway"));
        } else {
            absurd("maxspeed", value, guess + " km/h are taken");
        }
        return guess;
    }

    private static double parseSpeed(String value) {
        String name = value.substring(value.indexOf(':') + 1);
        if (IMPLIED.containsKey(name)) {
            return IMPLIED.get(name);
        }
        if (name.startsWith("zone")) {
            name = name.substring(4);
        }
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return Double.NaN;
        }
        double speed = Double.parseDouble(number.group(1));
        speed = "mph".equals(number.group(2)) ? speed * MILE : speed;
        return speed >= SLOWEST && speed <= FASTEST ? speed : Double.NaN;
    }

    /** A whole number of lanes, or 0 where the tag is missing or absurd. */
    private int lanes(String key, int most) {
        String value = tag(key).strip();
        if (value.isEmpty()) {
            return 0;
        }
        try {
            // "1.5" is a road on which two cars meet with care.
            int lanes = (int) Math.round(Double.parseDouble(value));
            if (lanes >= 1 && lanes <= most) {
                return lanes;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        absurd(key, value, "the usual number is taken");
        return 0;
    }

    private Road.Direction along(String side, boolean oneWay, int total, double speed) {
        String turns = tag("turn:lanes:" + side);
        if (turns.isEmpty() && oneWay) {
            turns = tag("turn:lanes");
        }
        int lanes = lanes("lanes:" + side, MOST_LANES);
        if (lanes == 0) {
            lanes = share(side, oneWay, total, turns);
        }
        if (!turns.isEmpty() && parts(turns) != lanes) {
            absurd("turn:lanes", turns, "it is not of %d lanes and is left out".formatted(lanes));
            turns = "";
        }
        return new Road.Direction(lanes, speed, turns.isEmpty() ? null : turns);
    }

    private int share(String side, boolean oneWay, int total, String turns) {
        if (total > 0) {
            if (tag("lanes:source").equals("default")) {
                remark("lanes", total + " in all", "the map marks its lanes as a default");
            }
            if (oneWay) {
                return total;
            }
            int other =
                    lanes(side.equals("forward") ? "lanes:backward" : "lanes:forward", MOST_LANES);
            if (other > 0 && other < total) {
                return total - other;
            }
            int half = Math.max(1, total / 2);
            if (total % 2 == 1) {
                remark("lanes", half + " " + side, total + " lanes in all, shared out evenly");
            }
            return half;
        }
        if (!turns.isEmpty()) {
            return parts(turns);
        }
        int guess = kind.lanes(ramp);
        remark("lanes", guess + " " + side, "no lanes; usual for highway=" + tag("highway"));
        return guess;
    }

    private static int parts(String turns) {
        return (int) turns.chars().filter(c -> c == '|').count() + 1;
    }

    private void remark(String what, String value, String because) {
        remarks.add(new Road.Remark(what, value, because));
    }

    private void absurd(String key, String value, String taken) {
        remark(key, taken, "%s=%s cannot be understood".formatted(key, value));
        problems.add(
                new Problem(
                        ProblemType.OSM_TAG.id(),
                        Severity.WARNING,
                        file,
                        0,
                        "way " + way.id(),
                        value,
                        "The tag %s=%s of way (%d) cannot be understood; %s."
                                .formatted(key, value, way.id(), taken),
                        ""));
    }
}
