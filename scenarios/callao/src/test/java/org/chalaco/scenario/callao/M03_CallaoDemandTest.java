package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.table.Assumptions;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the people of the morning are those the tables speak of. */
class M03_CallaoDemandTest {

    private final RoadNetwork network = Callao.MORNING.callao().network();
    private final List<Person> persons = Callao.MORNING.persons();

    @Test
    void privateVehiclesAreTheSumOfTheirSources() {
        Map<String, Double> wanted = Callao.MORNING.demand().wanted();
        double sum = wanted.values().stream().mapToDouble(v -> v).sum();
        long journeys =
                Callao.MORNING.demand().journeys().stream()
                        .filter(j -> !j.group().equals("transit") && !j.group().equals("freight"))
                        .filter(
                                j ->
                                        j.stops().stream()
                                                .noneMatch(s -> s.activity().equals("airport")))
                        .count();
        assertThat((double) journeys).isCloseTo(sum, within(wanted.size() * 0.5 + 0.5));
    }

    @Test
    void portTrucksAreThoseOfTheTerminals() {
        Assumptions n = Callao.FACTS.assumptions();
        double perDirection =
                n.get("port_trucks_per_day")
                        * n.get("port_hourly_share")
                        * 4.5
                        * n.get("freight_scale")
                        * n.get("demand_scale");
        long in = trucks("port", true);
        long out = trucks("port", false);
        assertThat((double) in).isCloseTo(perDirection, within(1.0));
        assertThat((double) out).isCloseTo(perDirection, within(1.0));
    }

    private long trucks(String place, boolean arriving) {
        return Callao.MORNING.demand().journeys().stream()
                .filter(j -> j.group().equals("freight"))
                .filter(j -> j.stops().get(arriving ? 1 : 0).activity().equals(place))
                .count();
    }

    @Test
    void everyDepartureLiesInTheMorning() {
        for (Person p : persons) {
            double start = p.selectedPlan().activities().get(0).endTime();
            assertThat(start).as(p.id()).isBetween(5.5 * 3600, 10 * 3600.0);
        }
    }

    @Test
    void everyRouteHoldsTogetherAndIsAllowed() {
        for (Person p : persons) {
            List<Activity> activities = p.selectedPlan().activities();
            for (int k = 0; k < p.selectedPlan().legs().size(); k++) {
                Leg leg = p.selectedPlan().legs().get(k);
                assertThat(leg.route().firstLink()).isEqualTo(activities.get(k).linkIndex());
                assertThat(leg.route().lastLink()).isEqualTo(activities.get(k + 1).linkIndex());
                for (int i = 0; i < leg.route().size(); i++) {
                    int link = leg.route().link(i);
                    assertThat(network.link(link).modes().contains(leg.mode())).isTrue();
                    assertThat(i == 0 || network.connects(leg.route().link(i - 1), link)).isTrue();
                }
            }
        }
    }

    @Test
    void idsAreUniqueAndEveryModeHasAType() {
        Set<String> ids = new HashSet<>();
        Set<String> modes = new HashSet<>();
        for (Person p : persons) {
            assertThat(ids.add(p.id())).as(p.id()).isTrue();
            p.selectedPlan().legs().forEach(l -> modes.add(l.mode()));
        }
        assertThat(modes)
                .containsExactlyInAnyOrderElementsOf(
                        Callao.MORNING.types().stream().map(t -> t.id()).toList());
    }

    @Test
    void gravityModelMeetsItsTotals() {
        PersonTrips trips = personTrips();
        for (String purpose : PersonTrips.PURPOSES) {
            double[] origins = trips.origins(purpose);
            double total = java.util.Arrays.stream(origins).sum();
            double[] destinations = trips.destinations(purpose, total);
            double[][] t = trips.trips(purpose);
            for (int i = 0; i < t.length; i++) {
                double row = 0;
                double column = 0;
                for (int j = 0; j < t.length; j++) {
                    row += t[i][j];
                    column += t[j][i];
                }
                assertThat(row).isCloseTo(origins[i], within(1e-3));
                assertThat(column).isCloseTo(destinations[i], within(1e-3));
            }
        }
    }

    private PersonTrips personTrips() {
        double[][] times = new double[network.linkCount()][network.linkCount()];
        double[] ones = new double[network.linkCount()];
        return new PersonTrips(
                Callao.FACTS,
                new Places(Callao.MORNING.callao(), Callao.FACTS.linksWithoutDoors(), times, ones));
    }

    @Test
    void peopleOfTheDistrictsLiveInTheirZones() {
        PersonTrips trips = personTrips();
        double zones =
                Callao.FACTS.zones().stream()
                        .mapToDouble(z -> trips.population(z.intersection()))
                        .sum();
        double districts =
                Callao.FACTS.districts().values().stream()
                        .mapToDouble(d -> d.population() * d.shareInNetwork())
                        .sum();
        assertThat(zones)
                .isCloseTo(
                        districts * Callao.FACTS.assumptions().get("population_growth"),
                        within(1.0));
    }

    @Test
    void fleetMixIsThatOfAnArterial() {
        Map<String, Integer> count = new TreeMap<>();
        persons.forEach(p -> count.merge(p.selectedPlan().legs().get(0).mode(), 1, Integer::sum));
        double all = persons.size();
        assertThat(count.get("car") / all).isBetween(0.35, 0.50);
        assertThat(count.get("taxi") / all).isBetween(0.15, 0.38);
        assertThat(count.get("combi") / all).isBetween(0.03, 0.15);
        assertThat(count.get("semitrailer") / all).isBetween(0.005, 0.03);
    }
}
