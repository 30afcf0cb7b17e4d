package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Where trips start and end: spots along the streets around an intersection, the ends of the
 * network, and how long it takes from one to the other on empty roads. Immutable.
 */
final class Places {

    /** Shorter links have no doors. */
    private static final double SHORTEST_LINK = 80;

    /** A long link does not attract more than one of this length, m. */
    private static final double LONGEST_WEIGHT = 600;

    private final RoadNetwork network;
    private final CallaoNetwork callao;
    private final double[][] freeTimes;
    private final double[] linkTimes;
    private final Map<String, List<Spot>> streets = new LinkedHashMap<>();

    private final Set<String> withoutDoors;

    Places(
            CallaoNetwork callao,
            Set<String> withoutDoors,
            double[][] freeTimes,
            double[] linkTimes) {
        this.callao = callao;
        this.withoutDoors = withoutDoors;
        this.network = callao.network();
        this.freeTimes = freeTimes;
        this.linkTimes = linkTimes;
    }

    /** A spot near the intersection, by the length of the streets. */
    Spot draw(String intersection, RandomStream random) {
        List<Spot> all = streets.computeIfAbsent(intersection, this::listStreets);
        double sum = all.stream().mapToDouble(this::weight).sum();
        double left = random.nextDouble() * sum;
        int k = 0;
        while (k < all.size() - 1 && left >= weight(all.get(k))) {
            left -= weight(all.get(k));
            k++;
        }
        return place(all.get(k), 0.08 + 0.40 * random.nextDouble());
    }

    /** A spot on the street from the intersection to a neighbouring one. */
    Spot drawTowards(String intersection, String neighbour, RandomStream random) {
        int far = network.findJunction(neighbour);
        for (Spot street : streets.computeIfAbsent(intersection, this::listStreets)) {
            int out = street.outLink();
            if (out != RoadNetwork.NONE && network.toJunction(out) == far) {
                return place(street, 0.08 + 0.40 * random.nextDouble());
            }
        }
        throw new IllegalArgumentException(
                "No street leads from (%s) to (%s).".formatted(intersection, neighbour));
    }

    /** The spot on a street this share of the way from the intersection. */
    private Spot place(Spot street, double share) {
        int link = street.links()[0];
        Junction near =
                network.junction(
                        link == street.outLink()
                                ? network.fromJunction(link)
                                : network.toJunction(link));
        Junction far =
                network.junction(
                        link == street.outLink()
                                ? network.toJunction(link)
                                : network.fromJunction(link));
        return new Spot(
                street.outLink(),
                street.inLink(),
                share,
                Math.rint(near.x() + share * (far.x() - near.x())),
                Math.rint(near.y() + share * (far.y() - near.y())));
    }

    private double weight(Spot street) {
        return Math.min(LONGEST_WEIGHT, network.length(street.links()[0]));
    }

    private List<Spot> listStreets(String intersection) {
        List<Spot> found = new ArrayList<>();
        for (String junction : junctions(intersection)) {
            int j = network.findJunction(junction);
            for (int l = 0; l < network.linkCount(); l++) {
                if (hasDoors(l) && network.fromJunction(l) == j) {
                    found.add(new Spot(l, back(l), 0, Double.NaN, Double.NaN));
                } else if (hasDoors(l)
                        && network.toJunction(l) == j
                        && back(l) == RoadNetwork.NONE) {
                    found.add(new Spot(RoadNetwork.NONE, l, 0, Double.NaN, Double.NaN));
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "No street at (%s) has doors.%nMaybe take it out of zones.csv?"
                            .formatted(intersection));
        }
        return found;
    }

    private TreeSet<String> junctions(String intersection) {
        Map<String, String> ring = callao.rings().get(intersection);
        return ring == null ? new TreeSet<>(List.of(intersection)) : new TreeSet<>(ring.values());
    }

    private boolean hasDoors(int l) {
        Link link = network.link(l);
        String roadClass = link.attributes().getOrDefault("class", "");
        return link.length() >= SHORTEST_LINK
                && !withoutDoors.contains(link.id())
                && !roadClass.equals("roundabout")
                && !roadClass.equals("trunk");
    }

    private int back(int link) {
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.fromJunction(l) == network.toJunction(link)
                    && network.toJunction(l) == network.fromJunction(link)) {
                return l;
            }
        }
        return RoadNetwork.NONE;
    }

    /** Where trips come into the network: the beginning of the widest link from there. */
    Spot start(String intersection) {
        int j = network.findJunction(intersection);
        int out = RoadNetwork.NONE;
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.fromJunction(l) == j
                    && (out == RoadNetwork.NONE || network.laneCount(l) > network.laneCount(out))) {
                out = l;
            }
        }
        return new Spot(out, RoadNetwork.NONE, 0, Double.NaN, Double.NaN);
    }

    /** Where trips leave the network: the end of the link back to there. */
    Spot finish(String intersection) {
        int in = back(start(intersection).outLink());
        return new Spot(RoadNetwork.NONE, in, 0, Double.NaN, Double.NaN);
    }

    /** Seconds on empty roads from the one spot to the other, the best way round. */
    double time(Spot a, Spot b) {
        int[] links = connect(a, b);
        return time(a, links[0], b, links[1]);
    }

    /** The link of {@code via} that lies best between the two spots. */
    int between(Spot from, Spot via, Spot to) {
        int best = via.links()[0];
        for (int link : via.links()) {
            if (detour(from, via.on(link), to) < detour(from, via.on(best), to)) {
                best = link;
            }
        }
        return best;
    }

    private double detour(Spot from, Spot via, Spot to) {
        return time(from, via) + time(via, to);
    }

    /** The two links on which the way from spot to spot is shortest. */
    int[] connect(Spot a, Spot b) {
        int[] best = null;
        for (int from : a.links()) {
            for (int to : b.links()) {
                int[] pair = {from, to};
                if (best == null || time(a, from, b, to) < time(a, best[0], b, best[1])) {
                    best = pair;
                }
            }
        }
        return best;
    }

    private double time(Spot a, int from, Spot b, int to) {
        double ends = -a.share(from) * linkTimes[from] + b.share(to) * linkTimes[to];
        if (from == to) {
            return ends >= 0 ? ends : Double.POSITIVE_INFINITY;
        }
        return ends + linkTimes[from] - linkTimes[to] + freeTimes[from][to];
    }

    /** Seconds on empty roads between two intersections, or infinite. */
    double time(String from, String to) {
        double best = Double.POSITIVE_INFINITY;
        for (int a : ends(from, true)) {
            for (int b : ends(to, false)) {
                best = Math.min(best, freeTimes[a][b] + (a == b ? 0 : linkTimes[a]));
            }
        }
        return best;
    }

    private List<Integer> ends(String intersection, boolean out) {
        List<Integer> links = new ArrayList<>();
        for (String junction : junctions(intersection)) {
            int j = network.findJunction(junction);
            for (int l = 0; l < network.linkCount(); l++) {
                if ((out ? network.fromJunction(l) : network.toJunction(l)) == j) {
                    links.add(l);
                }
            }
        }
        return links;
    }

    RoadNetwork network() {
        return network;
    }
}
