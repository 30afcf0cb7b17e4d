package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.scenario.callao.CallaoFacts.District;
import org.chalaco.scenario.callao.CallaoFacts.Gateway;
import org.chalaco.scenario.callao.CallaoFacts.Zone;
import org.chalaco.scenario.od.GravityModel;
import org.chalaco.scenario.table.Assumptions;

/**
 * Person trips of the morning between zones and gateways by purpose, and vehicle trips that only
 * cross the network: totals from population, trip rate and gateway flows, distributed by a doubly
 * constrained gravity model. Zones come first, gateways after them. Immutable.
 */
final class PersonTrips {

    /** Purposes of trips with an end inside. */
    static final List<String> PURPOSES = List.of("work", "school", "other");

    /** Nearer gateways are not joined through this network, m. */
    private static final double NEAREST_THROUGH = 2500;

    private final CallaoFacts facts;
    private final Assumptions numbers;
    private final Places places;
    private final List<String> ends = new ArrayList<>();
    private final int zoneCount;
    private final Map<String, Double> population = new LinkedHashMap<>();
    private final double[][] minutes;
    private final Map<String, double[][]> trips = new LinkedHashMap<>();
    private final double[][] through;

    PersonTrips(CallaoFacts facts, Places places) {
        this.facts = facts;
        this.places = places;
        numbers = facts.assumptions();
        facts.zones().forEach(z -> ends.add(z.intersection()));
        facts.gateways().forEach(g -> ends.add(g.intersection()));
        zoneCount = facts.zones().size();
        spreadPopulation();
        minutes = minutes();
        for (String purpose : PURPOSES) {
            trips.put(purpose, distribute(purpose));
        }
        through = distributeThrough();
    }

    private void spreadPopulation() {
        for (Zone z : facts.zones()) {
            District d = facts.districts().get(z.district());
            double weights =
                    facts.zones().stream()
                            .filter(o -> o.district().equals(z.district()))
                            .mapToDouble(Zone::home)
                            .sum();
            population.put(
                    z.intersection(),
                    d.population()
                            * d.shareInNetwork()
                            * numbers.get("population_growth")
                            * z.home()
                            / weights);
        }
    }

    private double[][] minutes() {
        double[][] result = new double[ends.size()][ends.size()];
        for (int i = 0; i < ends.size(); i++) {
            for (int j = 0; j < ends.size(); j++) {
                result[i][j] = i == j ? 1 : places.time(ends.get(i), ends.get(j)) / 60;
            }
        }
        return result;
    }

    private double[][] distribute(String purpose) {
        double[] origins = origins(purpose);
        double[] destinations = destinations(purpose, java.util.Arrays.stream(origins).sum());
        double beta = numbers.get("gravity_beta_" + purpose);
        double[][] f = new double[ends.size()][ends.size()];
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < f.length; j++) {
                f[i][j] = i >= zoneCount && j >= zoneCount ? 0 : Math.exp(-beta * minutes[i][j]);
            }
        }
        return GravityModel.STANDARD.distribute(origins, destinations, f);
    }

    /** Trips that start at every end, persons. */
    double[] origins(String purpose) {
        double[] origins = new double[ends.size()];
        double perPerson =
                numbers.get("trips_per_person_day")
                        * numbers.get("morning_share")
                        * numbers.get("purpose_" + purpose)
                        * numbers.get("zone_scale")
                        * numbers.get("demand_scale");
        for (int i = 0; i < zoneCount; i++) {
            origins[i] = population.get(ends.get(i)) * perPerson;
        }
        for (int g = 0; g < facts.gateways().size(); g++) {
            origins[zoneCount + g] = gatewayTrips(facts.gateways().get(g).enteringPeak(), purpose);
        }
        return origins;
    }

    private double gatewayTrips(double peakVehicles, String purpose) {
        return peakVehicles
                * numbers.get("gateway_window_hours")
                * (1 - numbers.get("gateway_through_share"))
                * numbers.get("gateway_scale")
                * numbers.get("demand_scale")
                * numbers.get("purpose_" + purpose)
                / MotorisedModes.vehiclesPerTrip(numbers, true);
    }

    /** Trips that end at every end, persons; their sum is {@code total}. */
    double[] destinations(String purpose, double total) {
        double[] destinations = new double[ends.size()];
        double outside = 0;
        for (int g = 0; g < facts.gateways().size(); g++) {
            double leaving = gatewayTrips(facts.gateways().get(g).leavingPeak(), purpose);
            destinations[zoneCount + g] = leaving;
            outside += leaving;
        }
        double weights = 0;
        for (int i = 0; i < zoneCount; i++) {
            destinations[i] = attraction(facts.zones().get(i), purpose);
            weights += destinations[i];
        }
        for (int i = 0; i < zoneCount; i++) {
            destinations[i] *= (total - outside) / weights;
        }
        return destinations;
    }

    private double attraction(Zone z, String purpose) {
        double people = population.get(z.intersection());
        double peoplePerJobWeight =
                population.values().stream().mapToDouble(p -> p).sum()
                        / facts.zones().stream().mapToDouble(Zone::job).sum();
        return switch (purpose) {
            case "work" -> z.job();
            case "school" -> people * z.school();
            default -> people / 2 + z.job() * peoplePerJobWeight / 2;
        };
    }

    private double[][] distributeThrough() {
        List<Gateway> gateways = facts.gateways();
        int n = gateways.size();
        double[] in = new double[n];
        double[] out = new double[n];
        double[][] f = new double[n][n];
        double vehicles =
                numbers.get("gateway_window_hours")
                        * numbers.get("gateway_through_share")
                        * numbers.get("gateway_scale")
                        * numbers.get("demand_scale");
        for (int i = 0; i < n; i++) {
            in[i] = gateways.get(i).enteringPeak() * vehicles;
            out[i] = gateways.get(i).leavingPeak() * vehicles;
            for (int j = 0; j < n; j++) {
                boolean far =
                        crow(ends.get(zoneCount + i), ends.get(zoneCount + j)) > NEAREST_THROUGH;
                double t = minutes[zoneCount + i][zoneCount + j];
                f[i][j] = far ? Math.exp(-numbers.get("gravity_beta_through") * t) : 0;
            }
        }
        return GravityModel.STANDARD.distribute(in, out, f);
    }

    /** Distance as the crow flies, m. */
    double crow(String a, String b) {
        CallaoFacts.Intersection p = facts.intersections().get(a);
        CallaoFacts.Intersection q = facts.intersections().get(b);
        return Math.hypot(p.x() - q.x(), p.y() - q.y());
    }

    /** Ids of zones, then gateways. */
    List<String> ends() {
        return List.copyOf(ends);
    }

    boolean isGateway(int end) {
        return end >= zoneCount;
    }

    /** Person trips of a purpose, by origin and destination. */
    double[][] trips(String purpose) {
        return trips.get(purpose);
    }

    /** Vehicle trips from gateway to gateway. */
    double[][] through() {
        return through;
    }

    /** People who live around the intersection. */
    double population(String intersection) {
        return population.getOrDefault(intersection, 0.0);
    }
}
