package org.chalaco.vision.render;

import java.util.Arrays;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where lanes and connectors lie on the ground: the network keeps paths through boxes only, so a
 * lane runs straight from where one box lets it begin to its stop line.
 *
 * <p>Immutable and thread-safe.
 */
public final class StreetPlan {

    private final RoadNetwork network;
    private final double[][] lanes; // x0, y0, x1, y1 by lane
    private final double[][] connectors; // x, y pairs by connector

    /** The plan of this network. */
    public StreetPlan(RoadNetwork network) {
        this.network = network;
        lanes = new double[network.laneCount()][];
        connectors = new double[network.connectorCount()][];
        for (int c = 0; c < connectors.length; c++) {
            connectors[c] = network.connectorShape(c);
        }
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = besideItsLink(lane);
        }
        for (int c = 0; c < connectors.length; c++) {
            double[] path = connectors[c];
            double[] from = lanes[network.fromLane(c)];
            from[2] = path[0];
            from[3] = path[1];
            double[] to = lanes[network.toLane(c)];
            to[0] = path[path.length - 2];
            to[1] = path[path.length - 1];
        }
    }

    /** Also right for lanes that no connector touches: at the edge of the network. */
    private double[] besideItsLink(int lane) {
        int link = network.linkOfLane(lane);
        Junction a = network.junction(network.fromJunction(link));
        Junction b = network.junction(network.toJunction(link));
        double d = Math.max(1e-9, Math.hypot(b.x() - a.x(), b.y() - a.y()));
        double ux = (b.x() - a.x()) / d;
        double uy = (b.y() - a.y()) / d;
        int count = network.laneCount(link);
        double fromCentre = count - 0.5 - network.positionOnLink(lane);
        double right =
                RoadNetwork.LANE_WIDTH * (isTwoWay(link) ? fromCentre : fromCentre - count / 2.0);
        double start = network.startSetback(link);
        double end = d - network.endSetback(link);
        return new double[] {
            a.x() + ux * start + uy * right,
            a.y() + uy * start - ux * right,
            a.x() + ux * end + uy * right,
            a.y() + uy * end - ux * right
        };
    }

    private boolean isTwoWay(int link) {
        for (int k = 0; k < network.linkCount(); k++) {
            if (network.fromJunction(k) == network.toJunction(link)
                    && network.toJunction(k) == network.fromJunction(link)) {
                return true;
            }
        }
        return false;
    }

    /** The network it shows. */
    public RoadNetwork network() {
        return network;
    }

    /** The centre line of a lane, from its start to its stop line: x0, y0, x1, y1 in m; a copy. */
    public double[] lane(int lane) {
        return lanes[lane].clone();
    }

    /** The path of a connector as x, y pairs, m; a copy. */
    public double[] connector(int connector) {
        return connectors[connector].clone();
    }

    /**
     * Where and in which direction a point of a lane lies.
     *
     * @param position from the start of the lane, m; before it and beyond its end, straight on
     * @return x, y in m and the heading in radians
     */
    public double[] onLane(int lane, double position) {
        double[] l = lanes[lane];
        // A road that bends is longer than the straight line that is drawn of it.
        double share = position / network.laneLength(lane);
        return new double[] {
            l[0] + share * (l[2] - l[0]),
            l[1] + share * (l[3] - l[1]),
            Math.atan2(l[3] - l[1], l[2] - l[0])
        };
    }

    /**
     * Where and in which direction a point of a connector lies.
     *
     * @param position from the stop line, m
     * @return x, y in m and the heading in radians
     */
    public double[] onConnector(int connector, double position) {
        double[] xy = connectors[connector];
        double along = 0;
        for (int i = 2; i < xy.length; i += 2) {
            double dx = xy[i] - xy[i - 2];
            double dy = xy[i + 1] - xy[i - 1];
            double d = Math.hypot(dx, dy);
            if (position <= along + d || i == xy.length - 2) {
                double t = d > 0 ? (position - along) / d : 0;
                return new double[] {xy[i - 2] + t * dx, xy[i - 1] + t * dy, Math.atan2(dy, dx)};
            }
            along += d;
        }
        throw new IllegalStateException(
                "Connector (%d) has no path: %s".formatted(connector, Arrays.toString(xy)));
    }

    /** Distance of a point from a path of x, y pairs, m. */
    static double distance(double[] path, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 2; i < path.length; i += 2) {
            double dx = path[i] - path[i - 2];
            double dy = path[i + 1] - path[i - 1];
            double along = (x - path[i - 2]) * dx + (y - path[i - 1]) * dy;
            double t = Math.max(0, Math.min(1, along / Math.max(1e-9, dx * dx + dy * dy)));
            least = Math.min(least, Math.hypot(path[i - 2] + t * dx - x, path[i - 1] + t * dy - y));
        }
        return least;
    }
}
