package org.chalaco.scenario.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;

/**
 * Turns a junction into a roundabout: a one-way ring with one junction per arm, where every entry
 * yields to the ring.
 *
 * <p>Roads whose bearings differ by less than {@value #SAME_ARM_DEGREES} degrees share an arm (the
 * two carriageways of an avenue). Traffic keeps to the right, so the ring runs counter-clockwise.
 * Arms stand at least {@value #SMALLEST_SPACING_DEGREES} degrees apart, so that every piece of the
 * ring holds some vehicles.
 *
 * @param radius of the ring's centre line, m
 * @param lanes on the ring
 * @param speed on the ring, m/s
 * @param rank of the ring; must be above every entry's
 */
public record Roundabout(double radius, int lanes, double speed, int rank) {

    private static final double SAME_ARM_DEGREES = 25;
    private static final double SMALLEST_SPACING_DEGREES = 60;

    /** A ring with fewer arms is no roundabout. */
    private static final int FEWEST_ARMS = 3;

    /** What is left of a link at least when the ring takes its radius off, m. */
    private static final double SHORTEST_LINK = 15;

    private record Arm(double bearing, List<String> neighbours) {}

    /**
     * Replaces the junction by a ring, whose junctions are called {@code id.1}, {@code id.2}, ...,
     * counter-clockwise from the east.
     *
     * @return ids of the ring's junctions by the neighbour they lead to; empty where the junction
     *     has fewer than three arms and stays as it is
     */
    public Map<String, String> expand(NetworkDraft draft, String junctionId) {
        Junction centre = draft.findJunction(junctionId);
        List<Arm> arms = spread(arms(draft, centre));
        if (arms.size() < FEWEST_ARMS) {
            return Map.of();
        }
        List<Link> roads = draft.linksAt(junctionId);
        Map<String, String> ringOf = new LinkedHashMap<>();
        for (int k = 0; k < arms.size(); k++) {
            String id = junctionId + "." + (k + 1);
            draft.put(onRing(id, centre, arms.get(k).bearing()));
            arms.get(k).neighbours().forEach(n -> ringOf.put(n, id));
        }
        for (Link road : roads) {
            draft.put(attach(road, junctionId, ringOf));
        }
        closeRing(draft, junctionId, arms, roads);
        draft.removeJunction(junctionId);
        for (int k = 1; k <= arms.size(); k++) {
            connect(draft, junctionId + "." + k);
        }
        return ringOf;
    }

    /**
     * Lanes of an entry lead side by side into those of the ring, the leftmost into all that are
     * left over, so that those who enter together do not meet: drivers choose the right lane before
     * the ring to leave by the next arm, another one to go on. On the ring the rightmost lane
     * leaves, the others go on or move one lane to the right; so nobody has to change lanes on the
     * short pieces.
     */
    private void connect(NetworkDraft draft, String ringJunction) {
        List<Link> roads = draft.linksAt(ringJunction);
        Link next = null;
        List<Link> exits = new ArrayList<>();
        for (Link road : roads) {
            if (road.from().equals(ringJunction)) {
                if (isRing(road)) {
                    next = road;
                } else {
                    exits.add(road);
                }
            }
        }
        for (Link road : roads) {
            if (road.to().equals(ringJunction) && isRing(road)) {
                goOn(draft, road, next, exits);
            } else if (road.to().equals(ringJunction)) {
                enter(draft, road, next);
            }
        }
    }

    private static boolean isRing(Link road) {
        return "roundabout".equals(road.attributes().get("class"));
    }

    private void enter(NetworkDraft draft, Link entry, Link ring) {
        int last = entry.laneCount() - 1;
        for (int lane = 0; lane <= last; lane++) {
            int right = Math.min(lane, lanes - 1);
            int left = lane == last ? lanes - 1 : right;
            for (int target = right; target <= left; target++) {
                draft.connect(new LaneConnection(entry.id(), lane, ring.id(), target));
            }
        }
    }

    private void goOn(NetworkDraft draft, Link ring, Link next, List<Link> exits) {
        for (int lane = 0; lane < lanes; lane++) {
            if (lane > 0 || exits.isEmpty()) {
                draft.connect(new LaneConnection(ring.id(), lane, next.id(), lane));
            }
            if (lane > 0) {
                draft.connect(new LaneConnection(ring.id(), lane, next.id(), lane - 1));
            }
            for (Link exit : exits) {
                if (lane < Math.min(lanes - 1, exit.laneCount())) {
                    draft.connect(new LaneConnection(ring.id(), lane, exit.id(), lane));
                }
            }
        }
        for (Link exit : exits) {
            for (int spare = lanes - 1; spare < exit.laneCount(); spare++) {
                draft.connect(new LaneConnection(ring.id(), lanes - 2, exit.id(), spare));
            }
        }
    }

    private Junction onRing(String id, Junction centre, double bearing) {
        double angle = Math.toRadians(bearing);
        return new Junction(
                id,
                centimetres(centre.x() + radius * StrictMath.cos(angle)),
                centimetres(centre.y() + radius * StrictMath.sin(angle)),
                centre.control());
    }

    private static double centimetres(double metres) {
        return Math.rint(metres * 100) / 100;
    }

    private Link attach(Link road, String junctionId, Map<String, String> ringOf) {
        boolean starts = road.from().equals(junctionId);
        String from = starts ? ringOf.get(road.to()) : road.from();
        String to = starts ? road.to() : ringOf.get(road.from());
        double length = Math.max(SHORTEST_LINK, road.length() - radius);
        return new Link(
                road.id(),
                from,
                to,
                length,
                road.laneCount(),
                road.freeSpeed(),
                road.rank(),
                road.modes(),
                road.attributes());
    }

    private void closeRing(
            NetworkDraft draft, String junctionId, List<Arm> arms, List<Link> roads) {
        TreeSet<String> modes = new TreeSet<>();
        roads.forEach(r -> modes.addAll(r.modes()));
        for (int k = 0; k < arms.size(); k++) {
            int next = (k + 1) % arms.size();
            double turn = ccw(arms.get(k).bearing(), arms.get(next).bearing());
            String from = junctionId + "." + (k + 1);
            String to = junctionId + "." + (next + 1);
            draft.put(
                    new Link(
                            from + "-" + to,
                            from,
                            to,
                            centimetres(radius * Math.toRadians(turn)),
                            lanes,
                            speed,
                            rank,
                            modes,
                            ringAttributes(junctionId)));
        }
    }

    private static Map<String, String> ringAttributes(String junctionId) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", "ring " + junctionId);
        attributes.put("class", "roundabout");
        attributes.put("junction", "roundabout");
        return attributes;
    }

    private static double ccw(double from, double to) {
        double turn = (to - from) % 360;
        return turn <= 0 ? turn + 360 : turn;
    }

    private static List<Arm> arms(NetworkDraft draft, Junction centre) {
        TreeSet<String> neighbours = new TreeSet<>();
        for (Link link : draft.linksAt(centre.id())) {
            neighbours.add(link.from().equals(centre.id()) ? link.to() : link.from());
        }
        List<Arm> single = new ArrayList<>();
        for (String n : neighbours) {
            single.add(new Arm(bearing(centre, draft.findJunction(n)), List.of(n)));
        }
        single.sort(Comparator.comparingDouble(Arm::bearing));
        return join(single);
    }

    private static double bearing(Junction centre, Junction other) {
        double degrees =
                Math.toDegrees(StrictMath.atan2(other.y() - centre.y(), other.x() - centre.x()));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Joins neighbours of one arm; {@code single} is in order of bearing. */
    private static List<Arm> join(List<Arm> single) {
        List<Arm> arms = new ArrayList<>();
        for (Arm arm : single) {
            Arm last = arms.isEmpty() ? null : arms.get(arms.size() - 1);
            if (last != null && arm.bearing() - last.bearing() < SAME_ARM_DEGREES) {
                List<String> both = new ArrayList<>(last.neighbours());
                both.addAll(arm.neighbours());
                arms.set(arms.size() - 1, new Arm((last.bearing() + arm.bearing()) / 2, both));
            } else {
                arms.add(arm);
            }
        }
        return arms;
    }

    /** Pushes arms apart that are too close for a ring piece between them. */
    private static List<Arm> spread(List<Arm> arms) {
        double[] bearing = arms.stream().mapToDouble(Arm::bearing).toArray();
        int n = bearing.length;
        if (n * SMALLEST_SPACING_DEGREES > 360 || n < FEWEST_ARMS) {
            return arms;
        }
        for (int round = 0; round < 200; round++) {
            for (int k = 0; k < n; k++) {
                double lack = SMALLEST_SPACING_DEGREES - ccw(bearing[k], bearing[(k + 1) % n]);
                if (lack > 0) {
                    bearing[k] -= lack / 2;
                    bearing[(k + 1) % n] += lack / 2;
                }
            }
        }
        List<Arm> result = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            result.add(new Arm(bearing[k], arms.get(k).neighbours()));
        }
        return result;
    }
}
