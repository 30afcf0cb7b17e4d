package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.callao.Journey.Stop;
import org.chalaco.scenario.od.TimeProfile;
import org.chalaco.scenario.od.WholeTrips;
import org.chalaco.scenario.table.Assumptions;

/**
 * Cars, taxis, motorcycles, pick-ups and mototaxis of the morning from person trips: whole vehicles
 * per pair of places, each with its own moment, door and way round.
 */
final class PrivateJourneys {

    /** A taxi on its way to a passenger comes from at most so far, m. */
    private static final double TAXI_REACH = 2500;

    private final CallaoFacts facts;
    private final Assumptions numbers;
    private final PersonTrips persons;
    private final Places places;
    private final List<Journey> journeys = new ArrayList<>();
    private final Map<String, WholeTrips> rounding = new LinkedHashMap<>();
    private final Map<String, List<String>> nearZones = new LinkedHashMap<>();

    PrivateJourneys(CallaoFacts facts, PersonTrips persons, Places places) {
        this.facts = facts;
        numbers = facts.assumptions();
        this.persons = persons;
        this.places = places;
    }

    /** All journeys, in a fixed order. */
    List<Journey> list() {
        for (String purpose : PersonTrips.PURPOSES) {
            for (int i = 0; i < persons.ends().size(); i++) {
                for (int j = 0; j < persons.ends().size(); j++) {
                    inside(purpose, i, j);
                }
            }
        }
        int firstGateway = facts.zones().size();
        for (int i = 0; i < facts.gateways().size(); i++) {
            for (int j = 0; j < facts.gateways().size(); j++) {
                crossing(firstGateway + i, firstGateway + j, persons.through()[i][j]);
            }
        }
        return journeys;
    }

    /** Vehicles wanted so far by purpose and mode, before rounding. */
    Map<String, Double> wanted() {
        Map<String, Double> wanted = new LinkedHashMap<>();
        rounding.forEach((key, whole) -> wanted.put(key, whole.wanted()));
        return wanted;
    }

    private void inside(String purpose, int i, int j) {
        boolean outside = persons.isGateway(i) || persons.isGateway(j);
        for (String mode : MotorisedModes.ALL) {
            double vehicles = persons.trips(purpose)[i][j] * vehiclesPerTrip(mode, i, j, outside);
            int whole = rounding(purpose + " " + mode).take(vehicles);
            for (int k = 0; k < whole; k++) {
                RandomStream random = random();
                double start = facts.profiles().get(purpose).draw(random);
                add(purpose, mode, start, i, j, random);
            }
        }
    }

    private double vehiclesPerTrip(String mode, int i, int j, boolean outside) {
        boolean local = mode.equals("mototaxi");
        if (outside) {
            return local ? 0 : MotorisedModes.vehiclesPerTrip(numbers, mode);
        }
        double crow = persons.crow(persons.ends().get(i), persons.ends().get(j));
        if (crow < numbers.get("shortest_trip")
                || local && crow > numbers.get("mototaxi_longest")) {
            return 0;
        }
        return MotorisedModes.vehiclesPerTrip(numbers, mode) * numbers.get("network_share");
    }

    private void crossing(int i, int j, double vehicles) {
        TimeProfile profile = facts.profiles().get("through");
        double all = MotorisedModes.vehiclesPerTrip(numbers, true);
        for (String mode : MotorisedModes.ALL) {
            if (!mode.equals("mototaxi")) {
                double share = MotorisedModes.vehiclesPerTrip(numbers, mode) / all;
                int whole = rounding("through " + mode).take(vehicles * share);
                for (int k = 0; k < whole; k++) {
                    RandomStream random = random();
                    add("outside", mode, profile.draw(random), i, j, random);
                }
            }
        }
    }

    private WholeTrips rounding(String key) {
        return rounding.computeIfAbsent(key, k -> new WholeTrips());
    }

    private RandomStream random() {
        return RandomStream.of(numbers.getInteger("seed"), journeys.size(), "private");
    }

    private void add(String purpose, String mode, double start, int i, int j, RandomStream random) {
        Spot from = persons.isGateway(i) ? places.start(id(i)) : places.draw(id(i), random);
        Spot to = destination(j, random);
        for (int tries = 0;
                tries < 20 && !Double.isFinite(places.time(from, to));
                tries++) { // the same one-way street, the wrong way round
            to = destination(j, random);
        }
        int[] links = places.connect(from, to);
        boolean taxi = mode.equals("taxi");
        List<Stop> stops = new ArrayList<>();
        if (taxi && !persons.isGateway(i) && random.nextDouble() < emptyRunsPerTrip()) {
            stops.add(emptyRun(i, from.on(links[0]), random));
        }
        String home = purpose.equals("outside") ? "outside" : "home";
        String first = taxi ? "pickup" : home;
        stops.add(Stop.at(first, from, links[0], numbers.get("taxi_pickup")));
        boolean escort =
                purpose.equals("school")
                        && (mode.equals("car") || mode.equals("motorcycle"))
                        && !persons.isGateway(i)
                        && !persons.isGateway(j)
                        && random.nextDouble() < numbers.get("school_escort_share");
        stops.add(Stop.at(taxi ? "dropoff" : purpose, to, links[1], numbers.get("school_stop")));
        if (escort) {
            stops.add(Stop.at(home, from, places.connect(to.on(links[1]), from)[1], 0));
        }
        journeys.add(new Journey(taxi ? "taxi" : "person", mode, start, stops));
    }

    private double emptyRunsPerTrip() {
        double empty = numbers.get("taxi_empty_share");
        return empty / (1 - empty);
    }

    private Stop emptyRun(int zone, Spot passenger, RandomStream random) {
        List<String> near =
                nearZones.computeIfAbsent(persons.ends().get(zone), this::listNearZones);
        Spot spot = places.draw(near.get(random.nextInt(near.size())), random);
        while (!Double.isFinite(places.time(spot, passenger))) {
            spot = places.draw(near.get(random.nextInt(near.size())), random);
        }
        return Stop.at("cruise", spot, places.connect(spot, passenger)[0], 0);
    }

    private List<String> listNearZones(String zone) {
        return facts.zones().stream()
                .map(CallaoFacts.Zone::intersection)
                .filter(z -> persons.crow(z, zone) < TAXI_REACH)
                .toList();
    }

    private Spot destination(int end, RandomStream random) {
        return persons.isGateway(end) ? places.finish(id(end)) : places.draw(id(end), random);
    }

    private String id(int end) {
        return persons.ends().get(end);
    }
}
