package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.callao.CallaoFacts.Zone;
import org.chalaco.scenario.callao.Journey.Stop;

/** Trucks of the port and of everybody else, and vehicles to and from the airport. */
final class OtherJourneys {

    private static final String DP_WORLD = "I053";
    private static final String APM = "I033";
    private static final String AIRPORT = "I022";
    private static final String GAMBETTA_NORTH = "I002";
    private static final String ARGENTINA_EAST = "I035";

    /** The other ways trucks come, in equal parts. */
    private static final List<String> OTHER_PORT_GATEWAYS = List.of("I047", "I067", "I001");

    /** Hours from 05:30 to 10:00. */
    private static final double HOURS = 4.5;

    private final CallaoFacts facts;
    private final Assumptions numbers;
    private final PersonTrips persons;
    private final Places places;
    private final List<Journey> journeys = new ArrayList<>();
    private int drawn;

    OtherJourneys(CallaoFacts facts, PersonTrips persons, Places places) {
        this.facts = facts;
        numbers = facts.assumptions();
        this.persons = persons;
        this.places = places;
    }

    /** All journeys, in a fixed order. */
    List<Journey> list() {
        port();
        freight("truck", numbers.get("freight_trucks_per_hour"));
        freight("semitrailer", numbers.get("freight_semitrailers_per_hour"));
        airport();
        return journeys;
    }

    private RandomStream random() {
        return RandomStream.of(numbers.getInteger("seed"), drawn++, "other");
    }

    private long count(double perHour) {
        return Math.round(perHour * HOURS * numbers.get("demand_scale"));
    }

    private void port() {
        long trucks =
                count(numbers.get("port_trucks_per_day") * numbers.get("port_hourly_share"));
        for (long k = 0; k < 2 * trucks; k++) {
            RandomStream random = random();
            boolean south = random.nextDouble() < numbers.get("port_share_dp_world");
            Spot gate = south ? places.draw(DP_WORLD, random) : places.end(APM);
            Spot world = places.end(portGateway(random));
            String mode =
                    random.nextDouble() < numbers.get("port_share_semitrailer")
                            ? "semitrailer"
                            : "truck";
            if (k % 2 == 0) {
                add("freight", mode, "freight", "outside", world, "port", gate, random);
            } else {
                add("freight", mode, "freight", "port", gate, "outside", world, random);
            }
        }
    }

    private String portGateway(RandomStream random) {
        double draw = random.nextDouble();
        if (draw < numbers.get("port_share_gambetta")) {
            return GAMBETTA_NORTH;
        }
        if (draw < numbers.get("port_share_gambetta") + numbers.get("port_share_argentina")) {
            return ARGENTINA_EAST;
        }
        return OTHER_PORT_GATEWAYS.get(random.nextInt(OTHER_PORT_GATEWAYS.size()));
    }

    private void freight(String mode, double perHour) {
        long trucks = count(perHour);
        for (long k = 0; k < trucks; k++) {
            RandomStream random = random();
            Spot a = depot(random);
            if (random.nextDouble() < numbers.get("freight_gateway_share")) {
                Spot gateway = gateway(random);
                if (random.nextDouble() < 0.5) {
                    add("freight", mode, "freight", "outside", gateway, "depot", a, random);
                } else {
                    add("freight", mode, "freight", "depot", a, "outside", gateway, random);
                }
            } else {
                add("freight", mode, "freight", "depot", a, "depot", depot(random), random);
            }
        }
    }

    private void airport() {
        long vehicles =
                count(
                        numbers.get("airport_trips_per_day")
                                * numbers.get("airport_hourly_share"));
        for (long k = 0; k < vehicles; k++) {
            RandomStream random = random();
            Spot city = random.nextDouble() < 0.5 ? gateway(random) : homes(random);
            double draw = random.nextDouble();
            String mode = "car";
            if (draw < numbers.get("airport_share_taxi")) {
                mode = "taxi";
            } else if (draw
                    < numbers.get("airport_share_taxi") + numbers.get("airport_share_bus")) {
                mode = "bus";
            }
            String group = mode.equals("car") ? "person" : "taxi";
            Spot airport = places.end(AIRPORT);
            if (k % 2 == 0) {
                add(group, mode, "airport", "outside", city, "airport", airport, random);
            } else {
                add(group, mode, "airport", "airport", airport, "outside", city, random);
            }
        }
    }

    private void add(
            String group,
            String mode,
            String profile,
            String from,
            Spot a,
            String to,
            Spot b,
            RandomStream random) {
        if (!Double.isFinite(places.time(a, b))) {
            return; // two doors of one one-way street
        }
        int[] links = places.connect(a, b);
        journeys.add(
                new Journey(
                        group,
                        mode,
                        facts.profiles().get(profile).draw(random),
                        List.of(Stop.at(from, a, links[0], 0), Stop.at(to, b, links[1], 0))));
    }

    private Spot gateway(RandomStream random) {
        return places.end(
                draw(facts.gateways(), g -> g.enteringPeak() + g.leavingPeak(), random)
                        .intersection());
    }

    private Spot depot(RandomStream random) {
        return places.draw(draw(facts.zones(), Zone::freight, random).intersection(), random);
    }

    private Spot homes(RandomStream random) {
        Zone zone =
                draw(facts.zones(), z -> persons.population(z.intersection()), random);
        return places.draw(zone.intersection(), random);
    }

    private static <T> T draw(List<T> all, ToDoubleFunction<T> weight, RandomStream random) {
        double left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (T one : all) {
            left -= weight.applyAsDouble(one);
            if (left < 0) {
                return one;
            }
        }
        return all.get(all.size() - 1);
    }
}
