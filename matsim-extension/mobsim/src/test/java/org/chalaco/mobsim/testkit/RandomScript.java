package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.testkit.Script.Act;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.RouteStop;

/** Meddling drawn at random: stops, detours, removals, speed limits and closures. */
public final class RandomScript {

    private final RoadNetwork network;
    private final RandomStream random;
    private final int vehicles;
    private final double seconds;
    private final long seed;

    private RandomScript(TrafficCase road, long seed, double seconds) {
        network = road.network();
        random = RandomStream.of(seed, 0, "script");
        vehicles = road.departures().size();
        this.seconds = seconds;
        this.seed = seed;
    }

    /** A script for this case, whose acts lie in the first so many seconds. */
    public static Script of(TrafficCase road, long seed, double seconds) {
        return new RandomScript(road, seed, seconds).draw();
    }

    /** The same demand, some of it with stops on the way. */
    public static TrafficCase withStops(TrafficCase road, long seed) {
        RandomStream random = RandomStream.of(seed, 0, "stops");
        List<Departure> departures = new ArrayList<>();
        for (Departure d : road.departures()) {
            boolean stops = random.nextDouble() < 0.3;
            departures.add(stops ? d.withStops(stopsOn(d, random)) : d);
        }
        return road.withDepartures(departures);
    }

    private static List<RouteStop> stopsOn(Departure d, RandomStream random) {
        List<RouteStop> stops = new ArrayList<>();
        int last = d.route().size() - 1;
        for (int leg = 0; leg <= last; leg++) {
            double from = leg == 0 ? d.departurePosition() : 0;
            double to = leg == last ? d.arrivalPosition() : 1;
            if (random.nextDouble() < 0.5 && !isPassedBefore(d, leg)) {
                double first = from + (to - from) * random.nextDouble();
                stops.add(stop(stops.size(), d.route().link(leg), first, random));
                if (random.nextDouble() < 0.3) {
                    double second = first + (to - first) * random.nextDouble();
                    stops.add(stop(stops.size(), d.route().link(leg), second, random));
                }
            }
        }
        return stops;
    }

    private static boolean isPassedBefore(Departure d, int leg) {
        for (int k = 0; k < leg; k++) {
            if (d.route().link(k) == d.route().link(leg)) {
                return true;
            }
        }
        return false;
    }

    private static RouteStop stop(int index, int link, double position, RandomStream random) {
        double dwell = random.nextDouble() < 0.2 ? 0 : 20 * random.nextDouble();
        return random.nextDouble() < 0.5
                ? RouteStop.inLane(index, link, position, dwell)
                : RouteStop.inBay(index, link, position, dwell);
    }

    private Script draw() {
        List<Act> acts = new ArrayList<>();
        for (int k = 0; k < vehicles / 3; k++) {
            acts.add(new Script.Detour(time(), 3 * random.nextInt(vehicles / 3) + 1, drawn()));
        }
        for (int k = 0; k < vehicles / 10; k++) {
            acts.add(new Script.Removal(time(), random.nextInt(vehicles)));
            double share = random.nextDouble();
            int link = random.nextInt(network.linkCount());
            acts.add(
                    new Script.NewStops(
                            time(),
                            random.nextInt(vehicles),
                            List.of(stop(0, link, share, random))));
        }
        for (int k = 0; k < 8; k++) {
            acts.add(new Script.SpeedLimit(time(), link(), 2 + 18 * random.nextDouble()));
            close(acts);
            closeLane(acts);
        }
        acts.sort(Comparator.comparingDouble(Act::time));
        return new Script(acts, drawn() % 2 == 0 ? guide() : RouteGuide.NONE);
    }

    private RouteGuide guide() {
        return Script.wanderer(network, seed);
    }

    private void close(List<Act> acts) {
        double from = time();
        int link = link();
        acts.add(new Script.Closure(from, link, true));
        acts.add(new Script.Closure(from + 60 * random.nextDouble(), link, false));
    }

    private void closeLane(List<Act> acts) {
        double from = time();
        int lane = random.nextInt(network.laneCount());
        acts.add(new Script.LaneClosure(from, lane, true));
        acts.add(new Script.LaneClosure(from + 90 * random.nextDouble(), lane, false));
    }

    private int link() {
        return random.nextInt(network.linkCount());
    }

    private double time() {
        return seconds * random.nextDouble();
    }

    private long drawn() {
        return random.nextInt(1_000_000);
    }
}
