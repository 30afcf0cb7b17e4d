package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.callao.CallaoFacts.Zone;
import org.chalaco.scenario.callao.Journey.Stop;
import org.chalaco.scenario.table.Assumptions;

/** Trucks of the port and of everybody else, and vehicles to and from the airport. */
final class OtherJourneys {

    private static final String DP_WORLD = "I053";
    private static final String PORT_CORNER = "I040";
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

    private long count(double perHour, String scale) {
        return Math.round(perHour * HOURS * numbers.get(scale) * numbers.get("demand_scale"));
    }

    private void port() {
        long trucks =
                count(
                        numbers.get("port_trucks_per_day") * numbers.get("port_hourly_share"),
                        "freight_scale");
        for (long k = 0; k < 2 * trucks; k++) {
            RandomStream random = random();
            boolean south = random.nextDouble() < numbers.get("port_share_dp_world");
            String world = portGateway(random);
            String mode =
                    random.nextDouble() < numbers.get("port_share_semitrailer")
                            ? "semitrailer"
                            : "truck";
            Spot quay = south ? places.drawTowards(DP_WORLD, PORT_CORNER, random) : null;
            if (k % 2 == 0) {
                Spot gate = south ? quay : places.finish(APM);
                add("freight", mode, "outside", places.start(world), "port", gate, random);
            } else {
                Spot gate = south ? quay : places.start(APM);
                add("freight", mode, "port", gate, "outside", places.finish(world), random);
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
        long trucks = count(perHour, "freight_scale");
        for (long k = 0; k < trucks; k++) {
            RandomStream random = random();
            Spot a = depot(random);
            if (random.nextDouble() < numbers.get("freight_gateway_share")) {
                String gateway = gateway(random);
                if (random.nextDouble() < 0.5) {
                    add("freight", mode, "outside", places.start(gateway), "depot", a, random);
                } else {
                    add("freight", mode, "depot", a, "outside", places.finish(gateway), random);
                }
            } else {
                add("freight", mode, "depot", a, "depot", depot(random), random);
            }
        }
    }

    private void airport() {
        long vehicles =
                count(
                        numbers.get("airport_trips_per_day") * numbers.get("airport_hourly_share"),
                        "airport_scale");
        for (long k = 0; k < vehicles; k++) {
            RandomStream random = random();
            boolean far = random.nextDouble() < 0.5;
            double draw = random.nextDouble();
            String mode = "car";
            if (draw < numbers.get("airport_share_taxi")) {
                mode = "taxi";
            } else if (draw
                    < numbers.get("airport_share_taxi") + numbers.get("airport_share_bus")) {
                mode = "bus";
            }
            String group = mode.equals("car") ? "person" : "taxi";
            if (k % 2 == 0) {
                Spot city = far ? places.start(gateway(random)) : homes(random);
                add(group, mode, "outside", city, "airport", places.finish(AIRPORT), random);
            } else {
                Spot city = far ? places.finish(gateway(random)) : homes(random);
                add(group, mode, "airport", places.start(AIRPORT), "outside", city, random);
            }
        }
    }

    private void add(
            String group,
            String mode,
            String from,
            Spot a,
            String to,
            Spot b,
            RandomStream random) {
        if (!Double.isFinite(places.time(a, b))) {
            return; // two doors of one one-way street
        }
        String profile = group.equals("freight") ? "freight" : "airport";
        int[] links = places.connect(a, b);
        journeys.add(
                new Journey(
                        group,
                        mode,
                        facts.profiles().get(profile).draw(random),
                        List.of(Stop.at(from, a, links[0], 0), Stop.at(to, b, links[1], 0))));
    }

    private String gateway(RandomStream random) {
        return draw(facts.gateways(), g -> g.enteringPeak() + g.leavingPeak(), random)
                .intersection();
    }

    private Spot depot(RandomStream random) {
        return places.draw(draw(facts.zones(), Zone::freight, random).intersection(), random);
    }

    private Spot homes(RandomStream random) {
        Zone zone = draw(facts.zones(), z -> persons.population(z.intersection()), random);
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
