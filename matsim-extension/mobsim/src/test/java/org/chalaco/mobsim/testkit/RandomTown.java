package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Draws the road and the signals of {@link RandomRoads}: a crooked chessboard with all controls.
 */
final class RandomTown {

    private static final String[] MODES = {"car", "truck", "motorcycle", "semitrailer"};
    private static final double ROUNDABOUT_RADIUS = 18;
    private static final double OPPOSING_BEYOND = Math.toRadians(125);

    private enum Control {
        PRIORITY,
        RIGHT_BEFORE_LEFT,
        ALL_WAY_STOP,
        SIGNALS,
        ROUNDABOUT,
        GRADE_SEPARATED
    }

    private record Node(String id, double x, double y, Control control) {}

    private record Street(
            Node a, Node b, int lanesThere, int lanesBack, double speed, double bend) {}

    private final RandomStream random;
    private final int columns;
    private final int rows;
    private final Map<String, Node> nodes = new HashMap<>();
    private final List<Node> nodeOrder = new ArrayList<>();
    private final List<Street> streets = new ArrayList<>();
    private final RoadNetwork.Builder builder = RoadNetwork.builder();
    private final Map<String, String> ringNode = new HashMap<>();
    private final Map<String, List<Street>> streetsOf = new HashMap<>();

    RandomTown(long seed, int columns, int rows) {
        this.random = RandomStream.of(seed, 0, "town");
        this.columns = columns;
        this.rows = rows;
    }

    TrafficCase build() {
        for (int i = -1; i <= columns; i++) {
            for (int k = -1; k <= rows; k++) {
                addNode(i, k);
            }
        }
        for (int i = -1; i <= columns; i++) {
            for (int k = -1; k <= rows; k++) {
                addStreet(i, k, i + 1, k);
                addStreet(i, k, i, k + 1);
            }
        }
        nodeOrder.forEach(this::addJunctions);
        streets.forEach(this::addLinks);
        RoadNetwork network = builder.build();
        List<SignalSystem> signals = new ArrayList<>();
        for (Node node : nodeOrder) {
            if (node.control() == Control.SIGNALS) {
                addSignal(network, node, signals);
            }
        }
        return TrafficCase.on(network).withSignals(signals);
    }

    private boolean inside(int i, int k) {
        return i >= 0 && i < columns && k >= 0 && k < rows;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private void addNode(int i, int k) {
        boolean inside = inside(i, k);
        Control[] all = Control.values();
        // grade-separated junctions are rare and need no more attention than that
        Control drawn =
                all[random.nextInt(random.nextDouble() < 0.1 ? all.length : all.length - 1)];
        Node node =
                new Node(
                        i + "/" + k,
                        150 * i + between(-30, 30),
                        150 * k + between(-30, 30),
                        inside ? drawn : Control.PRIORITY);
        nodes.put(node.id(), node);
    }

    private void addStreet(int i, int k, int toI, int toK) {
        boolean stub = !inside(i, k) || !inside(toI, toK);
        double exists = random.nextDouble();
        double oneWay = random.nextDouble();
        int there = 1 + random.nextInt(random.nextDouble() < 0.2 ? 4 : 2);
        int back = 1 + random.nextInt(random.nextDouble() < 0.2 ? 4 : 2);
        double speed = new double[] {30, 40, 50, 60, 80}[random.nextInt(5)] / 3.6;
        double bend = random.nextDouble() < 0.3 ? between(1, 1.4) : 1;
        if (!inside(i, k) && !inside(toI, toK) || exists < (stub ? 0.4 : 0.12)) {
            return;
        }
        Node a = nodes.get(i + "/" + k);
        Node b = nodes.get(toI + "/" + toK);
        boolean onlyThere = oneWay < 0.12;
        boolean onlyBack = oneWay > 0.88;
        Street street = new Street(a, b, onlyBack ? 0 : there, onlyThere ? 0 : back, speed, bend);
        streets.add(street);
        for (Node end : List.of(a, b)) {
            if (!nodeOrder.contains(end)) {
                nodeOrder.add(end);
            }
            streetsOf.computeIfAbsent(end.id(), id -> new ArrayList<>()).add(street);
        }
    }

    private Node other(Street street, Node node) {
        return street.a().equals(node) ? street.b() : street.a();
    }

    private double angle(Node from, Node to) {
        return Math.atan2(to.y() - from.y(), to.x() - from.x());
    }

    private void addJunctions(Node node) {
        List<Street> arms = new ArrayList<>(streetsOf.get(node.id()));
        if (node.control() != Control.ROUNDABOUT || arms.size() < 3) {
            JunctionControl control =
                    switch (node.control()) {
                        case RIGHT_BEFORE_LEFT -> JunctionControl.RIGHT_BEFORE_LEFT;
                        case ALL_WAY_STOP -> JunctionControl.ALL_WAY_STOP;
                        case GRADE_SEPARATED -> JunctionControl.GRADE_SEPARATED;
                        default -> JunctionControl.PRIORITY;
                    };
            builder.junction(new Junction(node.id(), node.x(), node.y(), control));
            return;
        }
        arms.sort(Comparator.comparingDouble(s -> angle(node, other(s, node))));
        int lanes = 1 + random.nextInt(2);
        for (int k = 0; k < arms.size(); k++) {
            Node neighbour = other(arms.get(k), node);
            double angle = angle(node, neighbour);
            String id = node.id() + "." + k;
            ringNode.put(node.id() + ">" + neighbour.id(), id);
            builder.junction(
                    Junction.priority(
                            id,
                            node.x() + ROUNDABOUT_RADIUS * Math.cos(angle),
                            node.y() + ROUNDABOUT_RADIUS * Math.sin(angle)));
            double next = angle(node, other(arms.get((k + 1) % arms.size()), node));
            double arc =
                    Math.max(
                            0.3, Math.IEEEremainder(next - angle - Math.PI, 2 * Math.PI) + Math.PI);
            addRingLink(node.id(), k, arms.size(), ROUNDABOUT_RADIUS * arc, lanes);
        }
    }

    private void addRingLink(String node, int k, int arms, double length, int lanes) {
        String from = node + "." + k;
        String to = node + "." + (k + 1) % arms;
        builder.link(
                new Link(
                        from + "-" + to,
                        from,
                        to,
                        length,
                        lanes,
                        30 / 3.6,
                        1000,
                        Set.of(MODES),
                        Map.of()));
    }

    private String end(Node node, Node towards) {
        return ringNode.getOrDefault(node.id() + ">" + towards.id(), node.id());
    }

    private void addLinks(Street s) {
        double straight = Math.hypot(s.a().x() - s.b().x(), s.a().y() - s.b().y());
        String a = end(s.a(), s.b());
        String b = end(s.b(), s.a());
        addLink(a, b, straight * s.bend(), s.lanesThere(), s.speed());
        addLink(b, a, straight * s.bend(), s.lanesBack(), s.speed());
    }

    private void addLink(String from, String to, double length, int lanes, double speed) {
        if (lanes > 0) {
            builder.link(
                    Link.of(from + "-" + to, from, to, length, lanes, speed)
                            .withModes(Set.of(MODES)));
        }
    }

    /** Facing approaches are green together, every other one alone. */
    private void addSignal(RoadNetwork network, Node node, List<SignalSystem> signals) {
        List<Link> approaches =
                network.links().stream().filter(l -> l.to().equals(node.id())).toList();
        if (approaches.size() < 2) {
            return;
        }
        List<SignalGroup> groups = new ArrayList<>();
        List<SignalPlan.StageGreen> stages = new ArrayList<>();
        Set<String> served = new java.util.HashSet<>();
        for (Link link : approaches) {
            groups.add(new SignalGroup(link.id(), List.of(SignalHead.ofLink(link.id()))));
            if (served.add(link.id())) {
                List<String> green = new ArrayList<>(List.of(link.id()));
                approaches.stream()
                        .filter(other -> !served.contains(other.id()) && facing(node, link, other))
                        .findFirst()
                        .ifPresent(other -> green.add(other.id()));
                served.addAll(green);
                stages.add(stage(green));
            }
        }
        SignalPlan plan = SignalPlan.ofStages("random", random.nextInt(120) - 60, stages);
        signals.add(SignalSystem.of(node.id(), groups, plan));
    }

    private SignalPlan.StageGreen stage(List<String> green) {
        return new SignalPlan.StageGreen(
                new Stage(green.get(0), green, new StageTiming(5, 60)),
                8 + random.nextInt(18),
                4 + random.nextInt(3));
    }

    private boolean facing(Node node, Link one, Link other) {
        double angle =
                angle(node, nodes.get(one.from().split("\\.")[0]))
                        - angle(node, nodes.get(other.from().split("\\.")[0]));
        return Math.abs(Math.IEEEremainder(angle, 2 * Math.PI)) > OPPOSING_BEYOND;
    }
}
