package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Towns, signals and demand drawn at random: a crooked chessboard whose junctions are priority,
 * right-before-left, all-way stop, signalised, grade-separated or roundabouts, with one-way
 * streets, dead ends, bends, one to four lanes, and vehicles of four classes on random valid
 * routes. The same seed gives the same case on every machine.
 *
 * <pre>{@code
 * TrafficCase town = RandomRoads.seed(7).size(3, 3).vehicles(200).within(300).build();
 * }</pre>
 *
 * <p>Mutable, not thread-safe.
 */
public final class RandomRoads {

    private static final int MOST_LINKS = 12;

    private final long seed;
    private int columns = 3;
    private int rows = 3;
    private int vehicles = 150;
    private double seconds = 300;

    private RandomRoads(long seed) {
        this.seed = seed;
    }

    /** Everything is drawn from this seed; it is the run's seed as well. */
    public static RandomRoads seed(long seed) {
        return new RandomRoads(seed);
    }

    /** Junctions from west to east and from south to north; 3 and 3 if not said. */
    public RandomRoads size(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        return this;
    }

    /** Number of vehicles, 150 if not said. */
    public RandomRoads vehicles(int count) {
        vehicles = count;
        return this;
    }

    /** Time within which they depart, s; 300 if not said. */
    public RandomRoads within(double newSeconds) {
        seconds = newSeconds;
        return this;
    }

    /** Draws the case; it runs for twice the time of the departures. */
    public TrafficCase build() {
        TrafficCase town = new RandomTown(seed, columns, rows).build();
        VehicleType[] types = types();
        RandomStream random = RandomStream.of(seed, 0, "demand");
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < vehicles; v++) {
            departures.add(departure(town.network(), random, v, types.length));
        }
        return town.withTypes(types)
                .withDepartures(departures)
                .withParameters(TrafficCase.CHECKED_HOUR.withSeed(seed).withTimes(0, 2 * seconds));
    }

    private static VehicleType[] types() {
        DriverParameters slow = new DriverParameters(0.9, 1.4, 2.5, 0.7, 1.5, 4, 0.1);
        DriverParameters quick = new DriverParameters(1.1, 0.8, 1.5, 2.0, 2.0, 4, 0.0);
        return new VehicleType[] {
            VehicleType.CAR.withSpread(DriverSpread.USUAL),
            new VehicleType("truck", VehicleClass.TRUCK, 9, 80 / 3.6, 2, slow, DriverSpread.USUAL),
            new VehicleType(
                    "motorcycle",
                    VehicleClass.MOTORCYCLE,
                    2.1,
                    90 / 3.6,
                    0.4,
                    quick,
                    DriverSpread.USUAL),
            new VehicleType(
                    "semitrailer",
                    VehicleClass.SEMITRAILER,
                    16.5,
                    70 / 3.6,
                    3,
                    slow,
                    DriverSpread.NONE)
        };
    }

    private Departure departure(RoadNetwork network, RandomStream random, int v, int types) {
        int type = random.nextDouble() < 0.6 ? 0 : random.nextInt(types);
        Route route = route(network, random);
        double from = random.nextDouble() < 0.5 ? 0 : random.nextDouble();
        double to = random.nextDouble() < 0.5 ? 1 : random.nextDouble();
        boolean backwards = route.size() == 1 && to < from;
        return new Departure(
                v,
                type,
                seconds * random.nextDouble(),
                route,
                backwards ? to : from,
                backwards ? from : to);
    }

    /**
     * A random walk that turns back at most once: traffic that circles between two dead ends locks
     * for good, as it would anywhere.
     */
    private static Route route(RoadNetwork network, RandomStream random) {
        int[] links = new int[1 + random.nextInt(MOST_LINKS)];
        links[0] = random.nextInt(network.linkCount());
        int n = 1;
        boolean turnedBack = false;
        while (n < links.length && network.nextLinkCount(links[n - 1]) > 0) {
            links[n] = next(network, random, links[n - 1]);
            boolean turnsBack = isUTurn(network, links[n - 1], links[n]);
            if (turnsBack && turnedBack) {
                break;
            }
            turnedBack |= turnsBack;
            n++;
        }
        return Route.of(java.util.Arrays.copyOf(links, n));
    }

    /** Any link that follows, a U-turn only after a second thought. */
    private static int next(RoadNetwork network, RandomStream random, int link) {
        int drawn = network.nextLink(link, random.nextInt(network.nextLinkCount(link)));
        return isUTurn(network, link, drawn)
                ? network.nextLink(link, random.nextInt(network.nextLinkCount(link)))
                : drawn;
    }

    private static boolean isUTurn(RoadNetwork network, int from, int to) {
        for (int lane = 0; lane < network.laneCount(from); lane++) {
            int c = network.findConnector(network.firstLane(from) + lane, to);
            if (c != RoadNetwork.NONE) {
                return network.turn(c) == Turn.U_TURN;
            }
        }
        return false;
    }
}
