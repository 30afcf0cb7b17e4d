package org.chalaco.app.report;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where lanes and connectors lie on the map, in centimetres east and north of the network's
 * south-western corner.
 *
 * <p>Lanes are drawn where the kernel lays them: right of the line between the junctions on two-way
 * roads, centred on it on one-way roads, each {@link RoadNetwork#LANE_WIDTH} wide.
 */
final class NetworkDrawing {

    private final RoadNetwork network;
    private final double west;
    private final double south;

    NetworkDrawing(RoadNetwork network) {
        this.network = network;
        west = network.junctions().stream().mapToDouble(Junction::x).min().orElse(0);
        south = network.junctions().stream().mapToDouble(Junction::y).min().orElse(0);
    }

    /** Four numbers per lane: x, y of its start and of its stop line. */
    int[] lanes() {
        int[] xy = new int[4 * network.laneCount()];
        for (int lane = 0; lane < network.laneCount(); lane++) {
            int link = network.linkOfLane(lane);
            Junction a = network.junction(network.fromJunction(link));
            Junction b = network.junction(network.toJunction(link));
            double distance = Math.hypot(b.x() - a.x(), b.y() - a.y());
            double dx = distance > 0 ? (b.x() - a.x()) / distance : 1;
            double dy = distance > 0 ? (b.y() - a.y()) / distance : 0;
            double right = rightOfAxis(lane, link);
            double back = network.endSetback(link);
            double front = network.startSetback(link);
            xy[4 * lane] = x(a.x() + dx * front + dy * right);
            xy[4 * lane + 1] = y(a.y() + dy * front - dx * right);
            xy[4 * lane + 2] = x(b.x() - dx * back + dy * right);
            xy[4 * lane + 3] = y(b.y() - dy * back - dx * right);
        }
        return xy;
    }

    private double rightOfAxis(int lane, int link) {
        int lanes = network.laneCount(link);
        double fromCentre = lanes - 0.5 - network.positionOnLink(lane);
        return RoadNetwork.LANE_WIDTH * (isTwoWay(link) ? fromCentre : fromCentre - lanes / 2.0);
    }

    private boolean isTwoWay(int link) {
        return IntStream.range(0, network.linkCount())
                .anyMatch(
                        other ->
                                network.fromJunction(other) == network.toJunction(link)
                                        && network.toJunction(other) == network.fromJunction(link));
    }

    /** The connectors' paths, one after the other: x, y pairs. */
    int[] connectors() {
        return IntStream.range(0, network.connectorCount())
                .flatMap(c -> Arrays.stream(path(c)))
                .toArray();
    }

    /** Number of points of each connector's path. */
    int[] connectorPoints() {
        return IntStream.range(0, network.connectorCount()).map(c -> path(c).length / 2).toArray();
    }

    private int[] path(int connector) {
        double[] shape = network.connectorShape(connector);
        int[] xy = new int[shape.length];
        for (int i = 0; i < shape.length; i += 2) {
            xy[i] = x(shape[i]);
            xy[i + 1] = y(shape[i + 1]);
        }
        return isStraight(xy) ? new int[] {xy[0], xy[1], xy[xy.length - 2], xy[xy.length - 1]} : xy;
    }

    /** Whether no point lies more than 5 cm off the line from first to last. */
    private static boolean isStraight(int[] xy) {
        double dx = xy[xy.length - 2] - xy[0];
        double dy = xy[xy.length - 1] - xy[1];
        double length = Math.hypot(dx, dy);
        for (int i = 2; i < xy.length - 2; i += 2) {
            double off = dx * (xy[i + 1] - xy[1]) - dy * (xy[i] - xy[0]);
            if (Math.abs(off) > 5 * length) {
                return false;
            }
        }
        return true;
    }

    /** Lengths of the lanes, then of the connectors, m. */
    float[] elementLengths() {
        float[] lengths = new float[network.laneCount() + network.connectorCount()];
        for (int lane = 0; lane < network.laneCount(); lane++) {
            lengths[lane] = (float) network.laneLength(lane);
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            lengths[network.laneCount() + c] = (float) network.connectorLength(c);
        }
        return lengths;
    }

    /** Two numbers per junction: x, y. */
    int[] junctions() {
        return network.junctions().stream()
                .flatMapToInt(j -> IntStream.of(x(j.x()), y(j.y())))
                .toArray();
    }

    /** What people call each junction: the streets that meet there, else its id. */
    List<String> junctionNames() {
        List<TreeSet<String>> streets =
                IntStream.range(0, network.junctionCount())
                        .mapToObj(j -> new TreeSet<String>())
                        .toList();
        for (int l = 0; l < network.linkCount(); l++) {
            String street = network.link(l).attributes().get("name");
            if (street != null && !street.isBlank()) {
                streets.get(network.fromJunction(l)).add(street);
                streets.get(network.toJunction(l)).add(street);
            }
        }
        return IntStream.range(0, network.junctionCount())
                .mapToObj(
                        j ->
                                streets.get(j).isEmpty()
                                        ? network.junction(j).id()
                                        : String.join(" × ", streets.get(j)))
                .toList();
    }

    /** Street name of each link, else its id. */
    List<String> linkNames() {
        return network.links().stream().map(NetworkDrawing::nameOf).toList();
    }

    private static String nameOf(Link link) {
        return Objects.requireNonNullElse(link.attributes().get("name"), link.id());
    }

    private int x(double east) {
        return (int) Math.round((east - west) * 100);
    }

    private int y(double north) {
        return (int) Math.round((north - south) * 100);
    }
}
