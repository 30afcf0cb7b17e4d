package org.chalaco.scenario.habana;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.habana.HabanaTables.Entry;

/**
 * Demand as in the study, for any seed: exponential headways on every entry lane, any template with
 * the same chance, any reachable lane as the destination, and a shortest way along the lanes.
 *
 * <p>The study had no lane changes, so a vehicle that arrives on the left lane begins with a left
 * turn. Where several ways are equally short, chance decides once more; the study took whichever
 * its tables held. Immutable and thread-safe.
 */
public final class HabanaDemand {

    /** The study's vehicles vanish at the end of their last lane; plans keep 5 % clear of it. */
    private static final double END = 0.95;

    private final RoadNetwork network;
    private final List<Entry> entries;
    private final int typeCount;
    private final LaneDistances distances;

    /**
     * One vehicle that arrives.
     *
     * @param time s
     * @param typeIndex its template
     * @param route links
     */
    public record Trip(double time, int typeIndex, Route route) {}

    HabanaDemand(RoadNetwork network, List<Entry> entries, int typeCount) {
        this.network = network;
        this.entries = entries;
        this.typeCount = typeCount;
        distances = new LaneDistances(network);
    }

    /** Sum of all arrivals, veh/h. */
    public double flowVehPerHour() {
        double sum = 0;
        for (Entry entry : entries) {
            for (double lambda : entry.vehPerSecond()) {
                sum += 3600 * lambda;
            }
        }
        return sum;
    }

    /**
     * Draws arrivals.
     *
     * @param until arrivals start at 0 and end here, s
     * @return in order of time
     */
    public List<Trip> trips(long seed, double until) {
        List<Trip> trips = new ArrayList<>();
        for (int e = 0; e < entries.size(); e++) {
            double[] lambdas = entries.get(e).vehPerSecond();
            int first = network.firstLane(network.getLinkIndex(entries.get(e).linkId()));
            for (int k = 0; k < lambdas.length; k++) {
                if (lambdas[k] > 0) {
                    arrive(first + k, lambdas[k], seed, until, trips);
                }
            }
        }
        trips.sort(Comparator.comparingDouble(Trip::time));
        return trips;
    }

    private void arrive(int lane, double lambda, long seed, double until, List<Trip> trips) {
        RandomStream headways = RandomStream.of(seed, lane, "arrivals");
        RandomStream journeys = RandomStream.of(seed, lane, "journeys");
        for (double t = headways.nextExponential(1 / lambda);
                t < until;
                t += headways.nextExponential(1 / lambda)) {
            int type = journeys.nextInt(typeCount);
            trips.add(new Trip(t, type, route(lane, journeys)));
        }
    }

    private Route route(int from, RandomStream random) {
        int to;
        do {
            to = random.nextInt(network.laneCount());
        } while (!distances.reaches(from, to));
        int[] links = new int[distances.between(from, to) + 1];
        int lane = from;
        for (int k = 0; k < links.length; k++) {
            links[k] = network.linkOfLane(lane);
            lane = k + 1 < links.length ? distances.next(lane, to, random) : lane;
        }
        return Route.of(links);
    }

    /** The same as departures of the mobsim; vehicles are numbered in order of time. */
    public List<Departure> departures(long seed, double until) {
        List<Trip> trips = trips(seed, until);
        List<Departure> departures = new ArrayList<>(trips.size());
        for (Trip trip : trips) {
            departures.add(
                    new Departure(
                            departures.size(),
                            trip.typeIndex(),
                            trip.time(),
                            trip.route(),
                            0,
                            END));
        }
        return departures;
    }

    /** The same as people with one plan each; the person drives the vehicle of the same name. */
    List<Person> persons(List<Trip> trips) {
        List<Person> persons = new ArrayList<>(trips.size());
        for (Trip trip : trips) {
            int to = trip.route().lastLink();
            // Without a coordinate a trip starts where its link does, at the border.
            Activity start =
                    new Activity(
                            "outside",
                            trip.route().firstLink(),
                            Double.NaN,
                            Double.NaN,
                            trip.time(),
                            Double.NaN);
            Activity end = Activity.last("outside", to, x(to), y(to));
            double metres = 0;
            for (int k = 1; k < trip.route().size(); k++) {
                metres += network.length(trip.route().link(k));
            }
            Leg leg = Leg.unrouted("car").withRoute(trip.route(), metres, Double.NaN);
            persons.add(
                    Person.of(
                            id(persons.size()),
                            Map.of(),
                            Plan.of(List.of(start, end), List.of(leg))));
        }
        return persons;
    }

    /** The vehicles of these trips. */
    static Vehicles vehicles(List<Trip> trips, List<VehicleType> types) {
        Map<String, String> typeOfVehicle = new LinkedHashMap<>();
        for (Trip trip : trips) {
            typeOfVehicle.put(id(typeOfVehicle.size()), types.get(trip.typeIndex()).id());
        }
        return new Vehicles(types, typeOfVehicle);
    }

    private static String id(int number) {
        return "v" + number;
    }

    private double x(int link) {
        return network.junction(network.toJunction(link)).x();
    }

    private double y(int link) {
        return network.junction(network.toJunction(link)).y();
    }
}
