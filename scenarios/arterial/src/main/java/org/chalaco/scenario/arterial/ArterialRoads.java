package org.chalaco.scenario.arterial;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.arterial.ArterialTables.Crossing;

/**
 * Draws the roads: the avenue from west to east and a side street at each signal. A pocket before
 * each stop line has one lane more, for left turns alone; from the others one goes straight on, and
 * right from the lane at the kerb.
 *
 * <p>Junctions are called {@code A1} (signal), {@code A1.W} (where its western pocket begins),
 * {@code W}, {@code E}, {@code A1.north} and {@code A1.south} (ends of roads).
 */
final class ArterialRoads {

    private final ArterialTables tables;
    private final RoadNetwork.Builder builder = RoadNetwork.builder();
    private final double pocket;
    private final int avenueLanes;
    private final Set<String> modes;

    private ArterialRoads(ArterialTables tables) {
        this.tables = tables;
        pocket = tables.numbers().get("pocket_length");
        avenueLanes = tables.numbers().getInteger("avenue_lanes");
        modes = tables.types().stream().map(VehicleType::id).collect(Collectors.toSet());
    }

    static RoadNetwork draw(ArterialTables tables) {
        return new ArterialRoads(tables).draw();
    }

    private RoadNetwork draw() {
        List<Crossing> crossings = tables.crossings();
        double reach = tables.numbers().get("approach_length");
        junction("W", crossings.get(0).x() - reach, 0);
        junction("E", crossings.get(crossings.size() - 1).x() + reach, 0);
        String before = "W";
        double at = crossings.get(0).x() - reach;
        for (Crossing c : crossings) {
            junction(c.id(), c.x(), 0);
            junction(c.id() + ".W", c.x() - pocket, 0);
            junction(c.id() + ".E", c.x() + pocket, 0);
            avenue(before, c.id() + ".W", c.x() - pocket - at);
            pocket(c.id() + ".W", c.id(), "avenue", avenueLanes, speed("avenue_speed"));
            pocket(c.id() + ".E", c.id(), "avenue", avenueLanes, speed("avenue_speed"));
            side(c, "north", 1);
            side(c, "south", -1);
            turns(c);
            before = c.id() + ".E";
            at = c.x() + pocket;
        }
        avenue(before, "E", reach - pocket);
        stayOutside(crossings);
        return builder.build();
    }

    /** Who has left the avenue does not come back. */
    private void stayOutside(List<Crossing> crossings) {
        Crossing last = crossings.get(crossings.size() - 1);
        builder.forbid(
                id(crossings.get(0).id() + ".W", "W"), id("W", crossings.get(0).id() + ".W"));
        builder.forbid(id(last.id() + ".E", "E"), id("E", last.id() + ".E"));
        for (Crossing c : crossings) {
            for (String where : List.of("north", "south")) {
                String end = c.id() + "." + where;
                String inner = c.id() + "." + where.charAt(0);
                builder.forbid(id(inner, end), id(end, inner));
            }
        }
    }

    private double speed(String key) {
        return Math.rint(tables.numbers().get(key) / 3.6 * 100) / 100;
    }

    private void junction(String id, double x, double y) {
        builder.junction(Junction.priority(id, x, y));
    }

    private void avenue(String west, String east, double length) {
        double speed = speed("avenue_speed");
        link(west, east, length, avenueLanes, speed, "avenue");
        link(east, west, length, avenueLanes, speed, "avenue");
        if (west.length() > 1) {
            straight(id(west.substring(0, west.length() - 2), west), id(west, east), avenueLanes);
        }
        if (east.length() > 1) {
            straight(id(east.substring(0, east.length() - 2), east), id(east, west), avenueLanes);
        }
    }

    private void side(Crossing c, String where, int sign) {
        double length = tables.numbers().get("side_length");
        double speed = speed("side_speed");
        String end = c.id() + "." + where;
        String inner = c.id() + "." + where.charAt(0);
        junction(end, c.x(), sign * length);
        junction(inner, c.x(), sign * pocket);
        link(end, inner, length - pocket, c.sideLanes(), speed, "side street");
        link(inner, end, length - pocket, c.sideLanes(), speed, "side street");
        pocket(inner, c.id(), "side street", c.sideLanes(), speed);
        straight(id(c.id(), inner), id(inner, end), c.sideLanes());
        widen(id(end, inner), id(inner, c.id()), c.sideLanes());
    }

    /** The last metres before a signal and back. */
    private void pocket(String outer, String signal, String kind, int lanes, double speed) {
        link(outer, signal, pocket, lanes + 1, speed, kind);
        link(signal, outer, pocket, lanes, speed, kind);
        if (kind.equals("avenue")) {
            widen(id(neighbour(outer), outer), id(outer, signal), lanes);
        }
    }

    /** The next place along the avenue, away from the signal. */
    private String neighbour(String outer) {
        List<Crossing> crossings = tables.crossings();
        boolean west = outer.endsWith(".W");
        int k = 0;
        while (!outer.startsWith(crossings.get(k).id() + ".")) {
            k++;
        }
        if (west) {
            return k == 0 ? "W" : crossings.get(k - 1).id() + ".E";
        }
        return k == crossings.size() - 1 ? "E" : crossings.get(k + 1).id() + ".W";
    }

    private void widen(String from, String to, int lanes) {
        straight(from, to, lanes);
        builder.connect(new LaneConnection(from, lanes - 1, to, lanes));
    }

    private void straight(String from, String to, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            builder.connect(new LaneConnection(from, lane, to, lane));
        }
    }

    /** All turns of a signal, anticlockwise from the west. */
    private void turns(Crossing c) {
        List<String> arms = List.of(".W", ".s", ".E", ".n");
        Map<String, Integer> lanes =
                Map.of(
                        ".W",
                        avenueLanes,
                        ".E",
                        avenueLanes,
                        ".n",
                        c.sideLanes(),
                        ".s",
                        c.sideLanes());
        for (int k = 0; k < arms.size(); k++) {
            String from = id(c.id() + arms.get(k), c.id());
            int own = lanes.get(arms.get(k));
            String right = arms.get((k + 1) % 4);
            String ahead = arms.get((k + 2) % 4);
            String left = arms.get((k + 3) % 4);
            builder.connect(new LaneConnection(from, 0, id(c.id(), c.id() + right), 0));
            straight(from, id(c.id(), c.id() + ahead), Math.min(own, lanes.get(ahead)));
            builder.connect(
                    new LaneConnection(from, own, id(c.id(), c.id() + left), lanes.get(left) - 1));
        }
    }

    private void link(String from, String to, double length, int lanes, double speed, String kind) {
        Link plain = Link.of(id(from, to), from, to, length, lanes, speed);
        String name = kind.equals("avenue") ? "Av. Ocho" : "Calle " + to.split("\\.")[0];
        if (!kind.equals("avenue")) {
            name = "Calle " + (from.contains(".") ? from : to).split("\\.")[0];
        }
        builder.link(plain.withModes(modes).withAttributes(Map.of("name", name)));
    }

    static String id(String from, String to) {
        return from + "-" + to;
    }
}
