package org.chalaco.scenario.arterial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.arterial.ArterialTables.Crossing;
import org.chalaco.scenario.arterial.ArterialTables.Flows;
import org.chalaco.scenario.od.GravityModel;
import org.chalaco.scenario.od.TimeProfile;
import org.chalaco.scenario.od.WholeTrips;
import org.chalaco.scenario.signal.TurnFlows;

/**
 * Who drives: flows in and out at the ends of all roads -> trips between them by a doubly
 * constrained model -> the only way there is.
 */
final class ArterialDemand implements TurnFlows {

    /** An end of a road. */
    private record Gateway(String crossing, String inLink, String outLink, Flows flows) {
        boolean onAvenue() {
            return crossing.isEmpty();
        }
    }

    private final ArterialTables tables;
    private final RoadNetwork network;
    private final List<Gateway> gateways = new ArrayList<>();
    private final double[][] trips;
    private final double[][] turnFlows;

    ArterialDemand(ArterialTables tables, RoadNetwork network) {
        this.tables = tables;
        this.network = network;
        findGateways();
        trips = distribute();
        turnFlows = new double[network.linkCount()][network.linkCount()];
        assign();
    }

    private void findGateways() {
        String first = tables.crossings().get(0).id() + ".W";
        String last = tables.crossings().get(tables.crossings().size() - 1).id() + ".E";
        gateways.add(gateway("", "W", first, flows("avenue_west")));
        gateways.add(gateway("", "E", last, flows("avenue_east")));
        for (Crossing c : tables.crossings()) {
            gateways.add(gateway(c.id(), c.id() + ".north", c.id() + ".n", c.north()));
            gateways.add(gateway(c.id(), c.id() + ".south", c.id() + ".s", c.south()));
        }
    }

    private Flows flows(String key) {
        return new Flows(tables.numbers().get(key + "_in"), tables.numbers().get(key + "_out"));
    }

    private static Gateway gateway(String crossing, String end, String inner, Flows flows) {
        return new Gateway(
                crossing, ArterialRoads.id(end, inner), ArterialRoads.id(inner, end), flows);
    }

    private double[][] distribute() {
        int n = gateways.size();
        double[][] weight = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weight[i][j] = i == j ? 0 : weight(gateways.get(i), gateways.get(j));
            }
        }
        double scale = tables.numbers().get("demand_scale");
        return GravityModel.STANDARD.distribute(
                gateways.stream().mapToDouble(g -> scale * g.flows().in()).toArray(),
                gateways.stream().mapToDouble(g -> g.flows().out()).toArray(),
                weight);
    }

    private double weight(Gateway from, Gateway to) {
        if (from.onAvenue() && to.onAvenue()) {
            return tables.numbers().get("through_weight");
        }
        return from.crossing().equals(to.crossing()) ? tables.numbers().get("cross_weight") : 1;
    }

    private void assign() {
        double pcu = tables.meanPcu();
        for (int i = 0; i < trips.length; i++) {
            for (int j = 0; j < trips.length; j++) {
                if (i != j) {
                    Route route = route(i, j);
                    for (int k = 1; k < route.size(); k++) {
                        turnFlows[route.link(k - 1)][route.link(k)] += trips[i][j] * pcu;
                    }
                }
            }
        }
    }

    /** Flows of the peak hour. */
    @Override
    public double pcuPerHour(int fromLink, int toLink) {
        return turnFlows[fromLink][toLink];
    }

    /** The way with the fewest links: there is no other without turning round. */
    private Route route(int origin, int destination) {
        int from = network.getLinkIndex(gateways.get(origin).inLink());
        int to = network.getLinkIndex(gateways.get(destination).outLink());
        int[] before = new int[network.linkCount()];
        Arrays.fill(before, RoadNetwork.NONE);
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        before[from] = from;
        while (before[to] == RoadNetwork.NONE) {
            int link = open.remove();
            for (int k = 0; k < network.nextLinkCount(link); k++) {
                int next = network.nextLink(link, k);
                if (before[next] == RoadNetwork.NONE) {
                    before[next] = link;
                    open.add(next);
                }
            }
        }
        List<Integer> links = new ArrayList<>(List.of(to));
        while (links.get(0) != from) {
            links.add(0, before[links.get(0)]);
        }
        return Route.of(links.stream().mapToInt(Integer::intValue).toArray());
    }

    /** One person per vehicle, in order of departure. */
    List<Person> persons() {
        RandomStream random = RandomStream.of(tables.numbers().getInteger("seed"), 0, "departures");
        TimeProfile profile = profile();
        double all = 1 + tables.numbers().get("fill_share");
        WholeTrips whole = new WholeTrips();
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < trips.length; i++) {
            for (int j = 0; j < trips.length; j++) {
                int count = i == j ? 0 : whole.take(trips[i][j] * all);
                for (int k = 0; k < count; k++) {
                    persons.add(person(i, j, profile.draw(random), mode(random), persons.size()));
                }
            }
        }
        persons.sort(
                Comparator.comparingDouble(p -> p.selectedPlan().activities().get(0).endTime()));
        return persons;
    }

    private TimeProfile profile() {
        double from = tables.numbers().get("demand_from");
        double peak = tables.numbers().get("peak_from");
        double until = tables.numbers().get("peak_until");
        double fill = tables.numbers().get("fill_share");
        return new TimeProfile(
                List.of(
                        new TimeProfile.Interval(from, peak, fill / (1 + fill)),
                        new TimeProfile.Interval(peak, until, 1 / (1 + fill))));
    }

    private String mode(RandomStream random) {
        double left = random.nextDouble();
        List<VehicleType> types = tables.types();
        for (VehicleType type : types) {
            left -= tables.fleet().get(type.vehicleClass());
            if (left < 0) {
                return type.id();
            }
        }
        return types.get(0).id();
    }

    private Person person(int origin, int destination, double time, String mode, int number) {
        Route route = route(origin, destination);
        Activity start =
                new Activity(
                        "outside", route.firstLink(), Double.NaN, Double.NaN, time, Double.NaN);
        Activity end = Activity.last("outside", route.lastLink(), Double.NaN, Double.NaN);
        double metres = 0;
        for (int k = 0; k < route.size(); k++) {
            metres += network.length(route.link(k));
        }
        Leg leg = Leg.unrouted(mode).withRoute(route, metres, Double.NaN);
        return Person.of("v" + number, Map.of(), Plan.of(List.of(start, end), List.of(leg)));
    }
}
