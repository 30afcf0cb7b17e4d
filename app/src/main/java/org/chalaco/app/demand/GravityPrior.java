package org.chalaco.app.demand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.GravityModel;
import org.chalaco.scenario.od.LinkZones;
import org.chalaco.scenario.od.OdCell;
import org.chalaco.scenario.od.OdMatrix;

/**
 * Demand before any is known: zones send and receive trips in proportion to the lane kilometres
 * they hold, nearer ones more than farther ones, the same in every slice; so many that the mean
 * flow of all links is half that of the counted ones, since people count where much happens.
 */
final class GravityPrior {

    private static final double DECAY = 3000;
    private static final double DETOUR = 1.3;
    private static final double COUNTED_ABOVE_MEAN = 2;

    /** Roads that lead out of the map carry what comes from beyond; they count for so many km. */
    private static final double GATE = 3;

    private final RoadNetwork network;
    private final LinkZones zones;
    private final Map<String, double[]> middles = new TreeMap<>();

    GravityPrior(RoadNetwork network, LinkZones zones) {
        this.network = network;
        this.zones = zones;
        Set<String> used = new HashSet<>();
        for (int l = 0; l < network.linkCount(); l++) {
            used.add(network.link(l).from() + " " + network.link(l).to());
        }
        for (String zone : zones.zones()) {
            middles.put(zone, middle(zone));
        }
    }

    /** Place and weight of a zone. */
    private double[] middle(String zone) {
        double x = 0;
        double y = 0;
        double weight = 0;
        for (int l : zones.links(zone)) {
            Junction to = network.junction(network.toJunction(l));
            double own = network.length(l) * network.laneCount(l) / 1000;
            own += isGate(network.toJunction(l)) ? GATE * network.laneCount(l) : 0;
            x += own * to.x();
            y += own * to.y();
            weight += own;
        }
        return new double[] {x / weight, y / weight, weight};
    }

    /** A junction with a single neighbour. */
    private boolean isGate(int junction) {
        Set<Integer> neighbours = new HashSet<>();
        for (int l = 0; l < network.linkCount() && neighbours.size() < 2; l++) {
            if (network.fromJunction(l) == junction) {
                neighbours.add(network.toJunction(l));
            } else if (network.toJunction(l) == junction) {
                neighbours.add(network.fromJunction(l));
            }
        }
        return neighbours.size() < 2;
    }

    OdMatrix matrix(
            Map<String, Double> modes,
            double slice,
            double start,
            double end,
            List<CountTarget> counts) {
        List<String> names = List.copyOf(middles.keySet());
        int n = names.size();
        double[] weights = new double[n];
        double[][] distance = new double[n][n];
        double[][] deterrence = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] a = middles.get(names.get(i));
            weights[i] = a[2];
            for (int j = 0; j < n; j++) {
                double[] b = middles.get(names.get(j));
                distance[i][j] = DETOUR * Math.hypot(a[0] - b[0], a[1] - b[1]);
                boolean open = i != j && zones.links(names.get(j)).size() > 0;
                deterrence[i][j] = open ? Math.exp(-distance[i][j] / DETOUR / DECAY) : 0;
            }
        }
        double[][] shares = GravityModel.STANDARD.distribute(weights, weights, deterrence);
        double perHour = tripsPerHour(shares, distance, counts);
        return cells(names, shares, perHour, modes, slice, start, end);
    }

    /** Vehicle kilometres that the counts suggest, over the mean trip. */
    private double tripsPerHour(double[][] shares, double[][] distance, List<CountTarget> counts) {
        double flow =
                counts.stream()
                        .filter(c -> c.vehicleClass() == null)
                        .mapToDouble(c -> c.vehicles() / c.hours() / c.passages().size())
                        .average()
                        .orElse(100);
        double metres = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            metres += network.length(l);
        }
        double all = 0;
        double driven = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                all += shares[i][j];
                driven += shares[i][j] * distance[i][j];
            }
        }
        return flow / COUNTED_ABOVE_MEAN * metres / Math.max(1, driven / all);
    }

    private static OdMatrix cells(
            List<String> names,
            double[][] shares,
            double perHour,
            Map<String, Double> modes,
            double slice,
            double start,
            double end) {
        double all = 0;
        for (double[] row : shares) {
            for (double s : row) {
                all += s;
            }
        }
        double modesTotal = modes.values().stream().mapToDouble(m -> m).sum();
        List<OdCell> cells = new ArrayList<>();
        List<Double> trips = new ArrayList<>();
        for (Map.Entry<String, Double> mode : new TreeMap<>(modes).entrySet()) {
            for (int s = (int) Math.floor(start / slice); s * slice < end; s++) {
                double hours = (Math.min(end, (s + 1) * slice) - Math.max(start, s * slice)) / 3600;
                for (int i = 0; i < names.size(); i++) {
                    for (int j = 0; j < names.size(); j++) {
                        if (shares[i][j] > 0) {
                            cells.add(new OdCell(names.get(i), names.get(j), mode.getKey(), s));
                            trips.add(
                                    perHour
                                            * hours
                                            * mode.getValue()
                                            / modesTotal
                                            * shares[i][j]
                                            / all);
                        }
                    }
                }
            }
        }
        return new OdMatrix(slice, cells, trips.stream().mapToDouble(t -> t).toArray());
    }
}
