package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;

/**
 * Lane connections from the arrows on the road (OpenStreetMap wiki: Key:turn). The map counts lanes
 * from the left, the network from the right.
 */
final class TurnLanes {

    private final RoadNetwork network;
    private final int link;
    private final Map<Integer, Turn> targets = new LinkedHashMap<>();
    private final Map<Integer, TreeSet<Integer>> lanesOf = new LinkedHashMap<>();

    private TurnLanes(RoadNetwork network, int link) {
        this.network = network;
        this.link = link;
        int last = network.firstLane(link) + network.laneCount(link) - 1;
        for (int c = network.firstConnector(network.firstLane(link));
                c < network.endConnector(last);
                c++) {
            targets.put(network.toLink(c), network.turn(c));
        }
    }

    /**
     * The connections that the arrows describe.
     *
     * @param arrows as in the map: {@code left|through|through;right}
     * @return empty where arrows and roads do not fit: a road that no arrow leads to, or an arrow
     *     that leads nowhere
     */
    static List<LaneConnection> connections(RoadNetwork network, int link, String arrows) {
        TurnLanes turns = new TurnLanes(network, link);
        return turns.read(arrows) ? turns.connect() : List.of();
    }

    private boolean read(String arrows) {
        String[] lanes = arrows.split("\\|", -1);
        for (int k = 0; k < lanes.length; k++) {
            int lane = lanes.length - 1 - k;
            Set<Integer> leading = new TreeSet<>();
            for (String arrow : lanes[k].split(";")) {
                leading.addAll(find(arrow.strip()));
            }
            if (leading.isEmpty()) {
                return false;
            }
            leading.forEach(t -> lanesOf.computeIfAbsent(t, x -> new TreeSet<>()).add(lane));
        }
        return lanesOf.keySet().containsAll(targets.keySet());
    }

    private List<Integer> find(String arrow) {
        return switch (arrow) {
            case "left", "sharp_left" -> of(Turn.LEFT);
            case "right", "sharp_right" -> of(Turn.RIGHT);
            case "slight_left" -> orElse(of(Turn.LEFT), extreme(Turn.THROUGH, true));
            case "slight_right" -> orElse(of(Turn.RIGHT), extreme(Turn.THROUGH, false));
            case "reverse" -> orElse(of(Turn.U_TURN), of(Turn.LEFT));
            default -> orElse(of(Turn.THROUGH), List.copyOf(targets.keySet()));
        };
    }

    private static List<Integer> orElse(List<Integer> first, List<Integer> second) {
        return first.isEmpty() ? second : first;
    }

    private List<Integer> of(Turn turn) {
        return targets.keySet().stream().filter(t -> targets.get(t) == turn).toList();
    }

    private List<Integer> extreme(Turn turn, boolean leftmost) {
        Comparator<Integer> byAngle = Comparator.comparingDouble(this::angle);
        return of(turn).stream()
                .max(leftmost ? byAngle : byAngle.reversed())
                .map(List::of)
                .orElse(List.of());
    }

    private double angle(int to) {
        return Math.IEEEremainder(heading(to) - heading(link), 2 * Math.PI);
    }

    private double heading(int l) {
        var a = network.junction(network.fromJunction(l));
        var b = network.junction(network.toJunction(l));
        return StrictMath.atan2(b.y() - a.y(), b.x() - a.x());
    }

    private List<LaneConnection> connect() {
        List<LaneConnection> connections = new ArrayList<>();
        lanesOf.forEach(
                (to, lanes) -> {
                    int first = lanes.first();
                    int last = lanes.last();
                    int most = network.laneCount(to) - 1;
                    boolean left = targets.get(to) == Turn.LEFT || targets.get(to) == Turn.U_TURN;
                    for (int lane : lanes) {
                        int target = left ? most - (last - lane) : lane - first;
                        add(connections, lane, to, Math.max(0, Math.min(most, target)));
                    }
                    if (targets.get(to) == Turn.THROUGH) {
                        for (int extra = last - first + 1; extra <= most; extra++) {
                            add(connections, last, to, extra);
                        }
                    } else if (first == last && most > 0) {
                        add(connections, first, to, left ? most - 1 : 1);
                    }
                });
        return connections;
    }

    private void add(List<LaneConnection> connections, int lane, int to, int target) {
        connections.add(
                new LaneConnection(network.link(link).id(), lane, network.link(to).id(), target));
    }
}
