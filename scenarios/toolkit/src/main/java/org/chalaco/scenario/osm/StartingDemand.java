package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.scenario.od.GravityModel;
import org.chalaco.scenario.od.MovementPerformance;
import org.chalaco.scenario.od.StaticAssignment;
import org.chalaco.scenario.od.WholeTrips;
import org.chalaco.scenario.signal.DesignRules;
import org.chalaco.scenario.signal.MovementCapacity;

/**
 * Traffic for a town of which nobody knows who drives where: a made-up hour, so that something
 * drives. Squares of the map send and receive cars in proportion to the length of their streets,
 * nearer ones more than farther ones (gravity, {@code exp(-d / 2.5 km)} with the straight distance
 * d), and the whole is held so low that hardly a turn is used beyond seven tenths of what it can
 * carry. It says nothing about the real town; counts do.
 */
public final class StartingDemand {

    private static final double DECAY = 2500;
    private static final double TRIPS_PER_KM = 20;
    private static final double HIGHEST_SATURATION = 0.7;

    /** Share of the driven turns that may lie above it, by vehicles. */
    private static final double EXEMPT = 0.01;

    private static final int MOST_ZONES = 64;
    private static final double SMALLEST_ZONE = 250;
    private static final int DOORS = 6;
    private static final int ROUNDS = 6;
    private static final double START = 7 * 3600;
    private static final double HOUR = 3600;
    private static final String MODE = "car";

    private record Zone(double x, double y, double weight, int[] doors) {}

    private final RoadNetwork network;
    private final List<Zone> zones;
    private final double[][] trips;
    private StaticAssignment assignment;

    /** Demand for a network; {@link #assign} says which ways it takes. */
    public StartingDemand(RoadNetwork network) {
        this.network = network;
        zones = zones(network);
        trips = distribute();
    }

    // ---------------------------------------------------------------- zones

    private static List<Zone> zones(RoadNetwork network) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Junction j : network.junctions()) {
            west = Math.min(west, j.x());
            east = Math.max(east, j.x());
            south = Math.min(south, j.y());
            north = Math.max(north, j.y());
        }
        double area = Math.max(1, east - west) * Math.max(1, north - south);
        double size = Math.max(SMALLEST_ZONE, Math.sqrt(area / MOST_ZONES));
        Map<Long, List<Integer>> squares = new TreeMap<>();
        for (int l = 0; l < network.linkCount(); l++) {
            if (activity(network, l) > 0 && network.link(l).modes().contains(MODE)) {
                Junction to = network.junction(network.toJunction(l));
                long column = (long) ((to.x() - west) / size);
                long row = (long) ((to.y() - south) / size);
                squares.computeIfAbsent(row * 100000 + column, k -> new ArrayList<>()).add(l);
            }
        }
        return squares.values().stream().map(links -> zone(network, links)).toList();
    }

    private static double activity(RoadNetwork network, int link) {
        String kind = network.link(link).attributes().getOrDefault("class", "");
        boolean ring = network.link(link).attributes().containsKey("junction");
        return ring || kind.endsWith("_link")
                ? 0
                : RoadClass.find(kind).map(RoadClass::activity).orElse(1.0);
    }

    private static Zone zone(RoadNetwork network, List<Integer> links) {
        double x = 0;
        double y = 0;
        double weight = 0;
        for (int l : links) {
            double own = activity(network, l) * network.length(l);
            Junction to = network.junction(network.toJunction(l));
            x += own * to.x();
            y += own * to.y();
            weight += own;
        }
        // Doors on long quiet streets, where cars have room to come and go.
        int[] doors =
                links.stream()
                        .sorted(
                                Comparator.<Integer>comparingDouble(
                                                l -> -activity(network, l) * network.length(l))
                                        .thenComparing(l -> l))
                        .limit(DOORS)
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Zone(x / weight, y / weight, weight, doors);
    }

    private double[][] distribute() {
        int n = zones.size();
        double[] ends = new double[n];
        double[][] deterrence = new double[n][n];
        for (int i = 0; i < n; i++) {
            ends[i] = zones.get(i).weight() / 1000 * TRIPS_PER_KM;
            for (int j = 0; j < n; j++) {
                double dx = zones.get(i).x() - zones.get(j).x();
                double dy = zones.get(i).y() - zones.get(j).y();
                boolean other = i != j || n == 1;
                deterrence[i][j] = other ? Math.exp(-Math.hypot(dx, dy) / DECAY) : 0;
            }
        }
        return GravityModel.STANDARD.distribute(ends, ends, deterrence);
    }

    // ---------------------------------------------------------------- assignment

    /**
     * Lets everybody find a way, given these signals, and takes back what the roads cannot hold.
     */
    public void assign(DesignRules rules, List<SignalSystem> signals) {
        MovementPerformance performance =
                MovementCapacity.of(network, signals, rules, this::pcuPerHour, 1);
        for (int attempt = 0; attempt < 6; attempt++) {
            assignment = new StaticAssignment(network, performance);
            for (int i = 0; i < zones.size(); i++) {
                for (int j = 0; j < zones.size(); j++) {
                    addDoors(i, j);
                }
            }
            assignment.run(ROUNDS);
            double saturation = saturation(performance);
            if (saturation <= HIGHEST_SATURATION) {
                return;
            }
            double factor = Math.max(0.3, 0.95 * HIGHEST_SATURATION / saturation);
            Arrays.stream(trips).forEach(row -> scale(row, factor));
        }
    }

    private static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    private void addDoors(int i, int j) {
        int[] from = zones.get(i).doors();
        int[] to = zones.get(j).doors();
        for (int k = 0; k < from.length; k++) {
            int end = to[(k + i) % to.length];
            if (from[k] != end && trips[i][j] > 0) {
                assignment.add(from[k], end, MODE, trips[i][j] / from.length);
            }
        }
    }

    /** Saturation that only a small share of the driven turns exceeds. */
    private double saturation(MovementPerformance performance) {
        double[] saturation = assignment.saturation();
        double[] flow = new double[saturation.length];
        int m = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            for (int k = 0; k < network.nextLinkCount(l); k++) {
                flow[m++] = assignment.turnFlow(l, network.nextLink(l, k));
            }
        }
        Integer[] order = new Integer[saturation.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> -saturation[k]));
        double left = EXEMPT * Arrays.stream(flow).sum();
        for (int k : order) {
            left -= flow[k];
            if (left < 0) {
                return saturation[k];
            }
        }
        return 0;
    }

    /** Flow from the one link into the other, PCU/h; a guess before anybody was assigned. */
    public double pcuPerHour(int fromLink, int toLink) {
        return assignment == null
                ? 60 * network.laneCount(fromLink)
                : assignment.turnFlow(fromLink, toLink);
    }

    /** Trips of the hour. */
    public double trips() {
        return Arrays.stream(trips).flatMapToDouble(Arrays::stream).sum();
    }

    /** Number of zones. */
    public int zoneCount() {
        return zones.size();
    }

    /** The people: one trip each between seven and eight, on a way of the assignment. */
    public List<Person> persons(long seed) {
        List<Person> persons = new ArrayList<>();
        WholeTrips whole = new WholeTrips();
        for (int i = 0; i < zones.size(); i++) {
            for (int j = 0; j < zones.size(); j++) {
                int count = whole.take(trips[i][j]);
                for (int k = 0; k < count; k++) {
                    Person person = person(seed, persons.size(), i, j);
                    if (person != null) {
                        persons.add(person);
                    }
                }
            }
        }
        return persons;
    }

    private Person person(long seed, int number, int i, int j) {
        RandomStream random = RandomStream.of(seed, number, "starting-demand");
        int[] from = zones.get(i).doors();
        int[] to = zones.get(j).doors();
        int k = random.nextInt(from.length);
        int start = from[k];
        int end = to[(k + i) % to.length];
        Route route =
                start == end
                        ? null
                        : assignment.findRoute(
                                start, end, MODE, random.nextInt(assignment.rounds()));
        double time = Math.floor(START + random.nextDouble() * HOUR);
        if (route == null) {
            return null;
        }
        Leg leg = Leg.unrouted(MODE).withRoute(route, Double.NaN, Double.NaN);
        return Person.of(
                String.format(Locale.ROOT, "p%05d", number),
                Map.of(),
                Plan.of(
                        List.of(home(start, time), Activity.last("work", end, x(end), y(end))),
                        List.of(leg)));
    }

    private Activity home(int link, double end) {
        return new Activity("home", link, x(link), y(link), end, Double.NaN);
    }

    private double x(int link) {
        return (network.junction(network.fromJunction(link)).x()
                        + network.junction(network.toJunction(link)).x())
                / 2;
    }

    private double y(int link) {
        return (network.junction(network.fromJunction(link)).y()
                        + network.junction(network.toJunction(link)).y())
                / 2;
    }
}
