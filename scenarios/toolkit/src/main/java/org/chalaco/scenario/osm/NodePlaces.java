package org.chalaco.scenario.osm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where nodes lie on the plane, m. */
final class NodePlaces {

    private final Map<Long, double[]> places = new HashMap<>();

    NodePlaces(OsmFile file, List<Road> roads, UtmProjection projection) {
        for (Road road : roads) {
            for (long id : road.way().nodes()) {
                OsmNode node = file.findNode(id);
                places.computeIfAbsent(
                        id, k -> projection.toMetres(node.longitude(), node.latitude()));
            }
        }
    }

    double x(long node) {
        return places.get(node)[0];
    }

    double y(long node) {
        return places.get(node)[1];
    }

    double distance(long a, long b) {
        return Math.hypot(x(a) - x(b), y(a) - y(b));
    }

    /** Along all nodes, m. */
    double length(List<Long> nodes) {
        double sum = 0;
        for (int k = 1; k < nodes.size(); k++) {
            sum += distance(nodes.get(k - 1), nodes.get(k));
        }
        return sum;
    }

    /** The inner node farthest from the straight line between the ends. */
    int farthest(List<Long> nodes) {
        long a = nodes.get(0);
        long b = nodes.get(nodes.size() - 1);
        double dx = x(b) - x(a);
        double dy = y(b) - y(a);
        double d = Math.hypot(dx, dy);
        int best = nodes.size() / 2;
        double most = -1;
        for (int k = 1; k < nodes.size() - 1; k++) {
            double px = x(nodes.get(k)) - x(a);
            double py = y(nodes.get(k)) - y(a);
            double away = d < 1 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / d;
            if (away > most) {
                most = away;
                best = k;
            }
        }
        return best;
    }

    /** Direction of the last metres before the end, rad. */
    double headingAtEnd(List<Long> nodes, double metres) {
        int last = nodes.size() - 1;
        int k = last;
        double left = metres;
        while (k > 0 && left > 0) {
            left -= distance(nodes.get(k), nodes.get(k - 1));
            k--;
        }
        return heading(nodes.get(k), nodes.get(last));
    }

    double heading(long from, long to) {
        return StrictMath.atan2(y(to) - y(from), x(to) - x(from));
    }
}
