package org.chalaco.scenario.habana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.scenario.habana.HabanaDemand.Trip;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: Poisson arrivals, destinations and ways as in the Havana study. */
class M21_HabanaDemandTest {

    private static final double HOUR = 3600;

    private final RoadNetwork network = Habana.MAP.network();
    private final HabanaDemand demand = Habana.MAP.demand();

    @Test
    void asManyArriveAsTheTableSays() {
        assertThat(demand.flowVehPerHour()).isCloseTo(6058.242, within(0.01));
        double mean = 0;
        for (long seed = 1; seed <= 10; seed++) {
            mean += demand.trips(seed, HOUR).size() / 10.0;
        }
        // four standard errors of the mean of ten Poisson counts
        assertThat(mean).isCloseTo(6058, within(4 * Math.sqrt(6058 / 10.0)));
    }

    @Test
    void headwaysOfOneEntryAreExponential() {
        List<Double> headways = new ArrayList<>();
        double last = 0;
        int link = network.getLinkIndex("l_100_200__200_200");
        for (Trip trip : demand.trips(1, 50 * HOUR)) {
            if (trip.route().firstLink() == link) {
                headways.add(trip.time() - last);
                last = trip.time();
            }
        }
        double mean = headways.stream().mapToDouble(h -> h).average().orElseThrow();
        assertThat(1 / mean).isCloseTo(0.048711 + 0.043977, within(0.003));
        double longerThanMean = headways.stream().filter(h -> h > mean).count();
        assertThat(longerThanMean / headways.size()).isCloseTo(Math.exp(-1), within(0.015));
    }

    @Test
    void everybodyDrivesAlongConnectedStreetsWithoutLaneChanges() {
        for (Trip trip : demand.trips(3, 300)) {
            assertThat(lanesThrough(trip.route())).as("%s", trip.route()).isNotEmpty();
        }
    }

    /** Lanes in which somebody can end who follows the route without changing lanes. */
    private List<Integer> lanesThrough(Route route) {
        List<Integer> lanes = new ArrayList<>();
        for (int k = 0; k < network.laneCount(route.firstLink()); k++) {
            lanes.add(network.firstLane(route.firstLink()) + k);
        }
        for (int k = 1; k < route.size(); k++) {
            List<Integer> next = new ArrayList<>();
            for (int lane : lanes) {
                for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                    if (network.toLink(c) == route.link(k) && !next.contains(network.toLane(c))) {
                        next.add(network.toLane(c));
                    }
                }
            }
            lanes = next;
        }
        return lanes;
    }

    @Test
    void waysAreAsLongAsTheStudySays() {
        List<Trip> trips = demand.trips(5, 5 * HOUR);
        double mean = trips.stream().mapToInt(t -> t.route().size()).average().orElseThrow();
        int longest = trips.stream().mapToInt(t -> t.route().size()).max().orElseThrow();
        assertThat(mean).isCloseTo(8.6, within(0.3));
        assertThat(longest).isBetween(16, 18);
    }

    @Test
    void allTemplatesAreEquallyLikely() {
        List<Trip> trips = demand.trips(7, 5 * HOUR);
        for (int type = 0; type < 5; type++) {
            int wanted = type;
            double share = trips.stream().filter(t -> t.typeIndex() == wanted).count();
            assertThat(share / trips.size()).isCloseTo(0.2, within(0.01));
        }
    }

    @Test
    void theSameSeedGivesTheSameTripsAndAnotherOneOthers() {
        assertThat(demand.trips(9, 300)).isEqualTo(demand.trips(9, 300));
        assertThat(demand.trips(9, 300)).isNotEqualTo(demand.trips(10, 300));
        // a longer period begins with the shorter one
        List<Trip> shorter = demand.trips(9, 300);
        assertThat(demand.trips(9, 600).subList(0, shorter.size())).isEqualTo(shorter);
    }

    @Test
    void plansAreTheSameTrips() {
        List<Trip> trips = demand.trips(11, 300);
        List<Person> persons = demand.persons(trips);
        List<Departure> departures = demand.departures(11, 300);
        assertThat(persons).hasSameSizeAs(departures);
        for (int k = 0; k < persons.size(); k++) {
            var plan = persons.get(k).selectedPlan();
            assertThat(plan.activities().get(0).endTime()).isEqualTo(departures.get(k).time());
            assertThat(plan.legs().get(0).route()).isEqualTo(departures.get(k).route());
            assertThat(
                            HabanaDemand.vehicles(trips, Habana.MAP.types())
                                    .typeOfVehicle()
                                    .get(persons.get(k).id()))
                    .isEqualTo(Habana.MAP.types().get(departures.get(k).typeIndex()).id());
        }
    }
}
