package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.Route;

/**
 * A grid of signalised junctions for tests: {@code columns x rows}, streets of one lane each way,
 * 50 km/h, {@value #SPACING} m apart; every junction has a stage west-east and one north-south.
 *
 * <pre>
 *         n0      n1
 *         |       |
 *   w0 == J0 ==== J1 == e0
 *         |       |
 *         s0      s1
 * </pre>
 */
public final class Avenue {

    static final double SPACING = 300;

    private final int columns;
    private final int rows;
    private final RoadNetwork network;
    private final List<SignalSystem> systems = new ArrayList<>();

    public Avenue(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        network = build();
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                systems.add(system(c, r));
            }
        }
    }

    private String place(int c, int r) {
        if (c < 0) {
            return "w" + r;
        } else if (c >= columns) {
            return "e" + r;
        } else if (r < 0) {
            return "s" + c;
        }
        return r >= rows ? "n" + c : "J" + c + "x" + r;
    }

    private RoadNetwork build() {
        RoadNetwork.Builder road = RoadNetwork.builder();
        for (int c = -1; c <= columns; c++) {
            for (int r = -1; r <= rows; r++) {
                boolean corner = (c < 0 || c >= columns) && (r < 0 || r >= rows);
                if (!corner) {
                    road.junction(Junction.priority(place(c, r), c * SPACING, r * SPACING));
                }
            }
        }
        for (int c = 0; c <= columns; c++) {
            for (int r = 0; r < rows; r++) {
                both(road, place(c - 1, r), place(c, r));
            }
        }
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r <= rows; r++) {
                both(road, place(c, r - 1), place(c, r));
            }
        }
        return road.build();
    }

    private static void both(RoadNetwork.Builder road, String a, String b) {
        road.link(Link.of(a + "-" + b, a, b, SPACING, 1, 50 / 3.6));
        road.link(Link.of(b + "-" + a, b, a, SPACING, 1, 50 / 3.6));
    }

    private SignalSystem system(int c, int r) {
        String here = place(c, r);
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("W", place(c - 1, r) + "-" + here);
        groups.put("E", place(c + 1, r) + "-" + here);
        groups.put("S", place(c, r - 1) + "-" + here);
        groups.put("N", place(c, r + 1) + "-" + here);
        Stage main = new Stage("main", List.of("W", "E"), new StageTiming(8, 90));
        Stage cross = new Stage("cross", List.of("S", "N"), new StageTiming(8, 90));
        SignalPlan plan =
                SignalPlan.ofStages(
                        "p",
                        (c * 37 + r * 53) % 60,
                        List.of(new StageGreen(main, 26, 4), new StageGreen(cross, 26, 4)));
        List<SignalGroup> list = new ArrayList<>();
        groups.forEach(
                (id, link) -> list.add(new SignalGroup(id, List.of(SignalHead.ofLink(link)))));
        return new SignalSystem(
                here, list, List.of(main, cross), IntergreenMatrix.NONE, 3, 0, plan);
    }

    public RoadNetwork network() {
        return network;
    }

    public List<SignalSystem> systems() {
        return systems;
    }

    private Route route(List<String> places) {
        int[] links = new int[places.size() - 1];
        for (int k = 0; k < links.length; k++) {
            links[k] = network.getLinkIndex(places.get(k) + "-" + places.get(k + 1));
        }
        return Route.of(links);
    }

    /** West to east in every row, heavy; east to west lighter; south to north. */
    public List<Departure> departures(int mainPerHour, int crossPerHour, double end, long seed) {
        List<Departure> all = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<String> there = new ArrayList<>();
            for (int c = -1; c <= columns; c++) {
                there.add(place(c, r));
            }
            List<String> back = new ArrayList<>(there);
            java.util.Collections.reverse(back);
            add(all, route(there), mainPerHour, end, seed + r);
            add(all, route(back), mainPerHour / 2, end, seed + 100 + r);
        }
        for (int c = 0; c < columns; c++) {
            List<String> up = new ArrayList<>();
            for (int r = -1; r <= rows; r++) {
                up.add(place(c, r));
            }
            add(all, route(up), crossPerHour, end, seed + 200 + c);
        }
        return all;
    }

    private static void add(List<Departure> all, Route route, int perHour, double end, long seed) {
        all.addAll(new PoissonFlow(route, 0, perHour, 0, end).departures(seed, all.size()));
    }
}
