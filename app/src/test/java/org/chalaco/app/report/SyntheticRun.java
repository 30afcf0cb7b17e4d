package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * A grid of streets with lights at every inner junction, and vehicles that drive at even speed and
 * wait at red: no traffic model, but everything a report has to draw.
 */
final class SyntheticRun implements TrafficView {

    private static final double BLOCK = 220;
    private static final String[] AVENUES = {
        "Avenida Argentina", "Avenida Colonial", "Avenida Venezuela", "Avenida La Marina",
    };

    final RoadNetwork network;
    final List<SignalSystem> signals = new ArrayList<>();
    final List<VehicleType> types = new ArrayList<>();
    final List<Departure> departures = new ArrayList<>();
    private final List<FixedTimeController> controllers = new ArrayList<>();
    private final int[] systemOfJunction;
    private final int size;
    private final double start;

    private final int[] step;
    private final int[] lane;
    private final int[] connector;
    private final double[] position;
    private final double[] speed;
    private double time;

    SyntheticRun(int size, int vehicles, double start) {
        this.size = size;
        this.start = start;
        time = start;
        network = grid();
        systemOfJunction = new int[network.junctionCount()];
        addSignals();
        for (VehicleClass c : VehicleClass.values()) {
            double length = new double[] {4.3, 4.3, 5.3, 7, 12, 2.2, 2.8, 5.2, 9, 18}[c.ordinal()];
            types.add(
                    new VehicleType(
                            c.name().toLowerCase(java.util.Locale.ROOT),
                            c,
                            length,
                            25,
                            1,
                            DriverParameters.CITY,
                            DriverSpread.NONE));
        }
        for (int v = 0; v < vehicles; v++) {
            departures.add(departure(v));
        }
        step = new int[vehicles];
        lane = new int[vehicles];
        connector = new int[vehicles];
        position = new double[vehicles];
        speed = new double[vehicles];
        for (int v = 0; v < vehicles; v++) {
            enter(v);
        }
    }

    private RoadNetwork grid() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                builder.junction(
                        Junction.priority("J" + x + "-" + y, x * BLOCK + 25 * y, y * BLOCK));
            }
        }
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (x + 1 < size) {
                    both(builder, x, y, x + 1, y, streetEast(y), y % 2 == 0 ? 3 : 1);
                }
                if (y + 1 < size) {
                    both(builder, x, y, x, y + 1, "Jirón " + (x + 1), x % 3 == 0 ? 2 : 1);
                }
            }
        }
        return builder.build();
    }

    private static String streetEast(int y) {
        return y % 2 == 0 ? AVENUES[y / 2 % AVENUES.length] : "Calle " + (y + 1);
    }

    private static void both(
            RoadNetwork.Builder builder, int x, int y, int x2, int y2, String name, int lanes) {
        String a = "J" + x + "-" + y;
        String b = "J" + x2 + "-" + y2;
        for (String[] ends : new String[][] {{a, b}, {b, a}}) {
            double length = Math.hypot((x2 - x) * BLOCK + 25 * (y2 - y), (y2 - y) * BLOCK);
            builder.link(
                    new Link(
                            ends[0] + ">" + ends[1],
                            ends[0],
                            ends[1],
                            length,
                            lanes,
                            13.9,
                            50,
                            Set.of("car"),
                            Map.of("name", name)));
        }
    }

    private void addSignals() {
        for (int j = 0; j < network.junctionCount(); j++) {
            systemOfJunction[j] = RoadNetwork.NONE;
            List<SignalHead> along = new ArrayList<>();
            List<SignalHead> across = new ArrayList<>();
            for (int l = 0; l < network.linkCount(); l++) {
                if (network.toJunction(l) == j) {
                    (isEastWest(l) ? along : across).add(SignalHead.ofLink(network.link(l).id()));
                }
            }
            if (along.size() == 2 && across.size() == 2) {
                systemOfJunction[j] = signals.size();
                SignalPlan plan =
                        new SignalPlan(
                                "plan",
                                90,
                                j * 7 % 90,
                                List.of(
                                        new SignalPlan.GroupGreen("along", 0, 45),
                                        new SignalPlan.GroupGreen("across", 50, 85)));
                SignalSystem system =
                        SignalSystem.of(
                                network.junction(j).id(),
                                List.of(
                                        new SignalGroup("along", along),
                                        new SignalGroup("across", across)),
                                plan);
                signals.add(system);
                controllers.add(new FixedTimeController(system));
            }
        }
    }

    boolean isEastWest(int link) {
        Junction a = network.junction(network.fromJunction(link));
        Junction b = network.junction(network.toJunction(link));
        return Math.abs(a.y() - b.y()) < 1;
    }

    private Departure departure(int v) {
        RandomStream random = RandomStream.of(7, v, "synthetic");
        int link = random.nextInt(network.linkCount());
        int[] route = new int[400];
        for (int k = 0; k < route.length; k++) {
            route[k] = link;
            link = network.nextLink(link, random.nextInt(network.nextLinkCount(link)));
        }
        int type = random.nextDouble() < 0.45 ? 0 : random.nextInt(types.size());
        return Departure.of(v, type, start, Route.of(route));
    }

    private void enter(int v) {
        RandomStream random = RandomStream.of(8, v, "synthetic");
        int link = departures.get(v).route().link(0);
        lane[v] = laneTowards(v, link, departures.get(v).route().link(1));
        connector[v] = RoadNetwork.NONE;
        position[v] = random.nextDouble() * network.laneLength(lane[v]);
        speed[v] = 7 + 6 * random.nextDouble();
    }

    private int laneTowards(int v, int link, int next) {
        int lanes = network.laneCount(link);
        for (int k = 0; k < lanes; k++) {
            int candidate = network.firstLane(link) + (v + k) % lanes;
            if (network.findConnector(candidate, next) != RoadNetwork.NONE) {
                return candidate;
            }
        }
        throw new IllegalStateException("A route of the synthetic run is broken.");
    }

    /** Moves everyone by one second. */
    void advance() {
        time += 1;
        for (int v = 0; v < lane.length; v++) {
            advance(v);
        }
    }

    private void advance(int v) {
        Route route = departures.get(v).route();
        double ahead = position[v] + speed[v];
        if (connector[v] == RoadNetwork.NONE) {
            double end = network.laneLength(lane[v]);
            int next = route.link(step[v] + 1);
            if (ahead < end) {
                position[v] = ahead;
            } else if (isGreen(network.linkOfLane(lane[v]))) {
                connector[v] = network.findConnector(lane[v], next);
                position[v] = Math.min(ahead - end, network.connectorLength(connector[v]));
            } else {
                position[v] = end - 0.5;
            }
        } else {
            double end = network.connectorLength(connector[v]);
            if (ahead < end) {
                position[v] = ahead;
                return;
            }
            step[v]++;
            int link = network.toLink(connector[v]);
            lane[v] = laneTowards(v, link, route.link(step[v] + 1));
            connector[v] = RoadNetwork.NONE;
            position[v] = ahead - end;
        }
    }

    private boolean isGreen(int link) {
        int system = systemOfJunction[network.toJunction(link)];
        return system == RoadNetwork.NONE
                || controllers.get(system).aspect(isEastWest(link) ? 0 : 1, time) == Aspect.GREEN;
    }

    VehicleType typeOf(int v) {
        return types.get(departures.get(v).typeIndex());
    }

    /** The place of a vehicle as the film names it: lane, or lanes plus connector. */
    int elementOf(int v) {
        return connector[v] == RoadNetwork.NONE ? lane[v] : network.laneCount() + connector[v];
    }

    double positionOf(int v) {
        return position[v];
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public int vehiclesOnRoad() {
        return lane.length;
    }

    @Override
    public int vehiclesWaitingOutside() {
        return 0;
    }

    @Override
    public long vehiclesArrived() {
        return 0;
    }

    @Override
    public Aspect aspect(int systemIndex, int groupIndex) {
        return controllers.get(systemIndex).aspect(groupIndex, time);
    }

    @Override
    public void forEachVehicle(VehicleVisitor visitor) {
        for (int v = 0; v < lane.length; v++) {
            boolean inside = connector[v] != RoadNetwork.NONE;
            visitor.visit(
                    v, inside ? RoadNetwork.NONE : lane[v], connector[v], position[v], speed[v], 0);
        }
    }
}
