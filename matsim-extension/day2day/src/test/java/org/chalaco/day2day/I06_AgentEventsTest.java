package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: events of persons and of the road come as one stream in order of time; a
 * further drive starts when the one before it has ended; teleported legs take their expected time;
 * who does not arrive is stuck.
 */
class I06_AgentEventsTest {

    private static final double NAN = Double.NaN;

    // A ==0==> B ==1==> C and back
    private final RoadNetwork road =
            RoadNetwork.builder()
                    .junction(Junction.priority("A", 0, 0))
                    .junction(Junction.priority("B", 1000, 0))
                    .junction(Junction.priority("C", 2000, 0))
                    .link(Link.of("0", "A", "B", 1000, 1, 10))
                    .link(Link.of("1", "B", "C", 1000, 1, 10))
                    .link(Link.of("2", "C", "B", 1000, 1, 10))
                    .link(Link.of("3", "B", "A", 1000, 1, 10))
                    .build();
    private final List<String> stream = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    @Test
    void aDriveHasMatsimsSequenceOfEvents() {
        AgentEventStream events = events(person(drive(0, 1, 100)));
        events.accept(new VehicleEntersTraffic(100.5, 0, 0, 0));
        events.accept(new TrafficEvent.LinkLeave(200, 0, 0, 0, 0));
        events.accept(new TrafficEvent.LinkEnter(200, 0, 1));
        events.accept(new VehicleLeavesTraffic(300, 0, 1, 1, 0));
        events.finish(1000);

        assertThat(stream)
                .containsExactly(
                        "ActivityEnd",
                        "PersonDeparture",
                        "PersonEntersVehicle",
                        "VehicleEntersTraffic",
                        "LinkLeave",
                        "LinkEnter",
                        "VehicleLeavesTraffic",
                        "PersonLeavesVehicle",
                        "PersonArrival",
                        "ActivityStart");
        assertThat(times)
                .containsExactly(
                        100.0, 100.0, 100.0, 100.5, 200.0, 200.0, 300.0, 300.0, 300.0, 300.0);
        assertThat(events.experienced().travelTime(0)).isEqualTo(200);
        assertThat(events.experienced().isStuck(0)).isFalse();
    }

    @Test
    void aWalkIsTeleportedBetweenWhatHappensOnTheRoad() {
        AgentEventStream events = events(person(walk(50, 120)), person(drive(0, 1, 100)));
        events.accept(new VehicleEntersTraffic(100, 1, 0, 0));
        events.accept(new VehicleLeavesTraffic(400, 1, 1, 1, 0));
        events.finish(1000);

        assertThat(stream.subList(0, 6))
                .containsExactly(
                        "ActivityEnd",
                        "PersonDeparture",
                        "ActivityEnd",
                        "PersonDeparture",
                        "PersonEntersVehicle",
                        "VehicleEntersTraffic");
        assertThat(stream.subList(6, 9))
                .containsExactly("Travelled", "PersonArrival", "ActivityStart");
        assertThat(times.get(6)).isEqualTo(170);
        assertThat(times).isSorted();
    }

    @Test
    void theNextDriveWaitsForTheOneBefore() {
        // planned to leave again at 250, but arrives at 300
        Person person =
                Person.of(
                        "p",
                        Map.of(),
                        Plan.of(
                                List.of(at(0, 100), at(1, 250), at(1, NAN)),
                                List.of(car(Route.of(0, 1)), car(Route.of(1)))));
        AgentDay day = day(List.of(person));
        List<Departure> first = day.firstDepartures();
        List<Departure> next = new ArrayList<>();
        day.onArrival(0, 300, next::add);
        day.onArrival(1, 400, next::add);

        assertThat(first).extracting(Departure::time).containsExactly(100.0);
        assertThat(next).extracting(Departure::time).containsExactly(300.0);
        assertThat(next).extracting(Departure::vehicleIndex).containsExactly(1);
    }

    @Test
    void walksBetweenDrivesAreCountedIn() {
        Person person =
                Person.of(
                        "p",
                        Map.of(),
                        Plan.of(
                                List.of(at(0, 10), at(0, 20), at(1, NAN), at(1, NAN)),
                                List.of(
                                        new Leg("walk", NAN, 100, null, 80),
                                        car(Route.of(0, 1)),
                                        new Leg("walk", NAN, 100, null, 80))));

        // walks 10 to 110, should have left at 20
        assertThat(day(List.of(person)).firstDepartures())
                .extracting(Departure::time)
                .containsExactly(110.0);
    }

    @Test
    void whoWouldLeaveBeforeTheRunStartsLeavesThen() {
        AgentDay day =
                new AgentDay(
                        TripTable.of(List.of(person(drive(0, 1, 100)))),
                        Fleet.of(VehicleType.CAR),
                        new ActivityPlacement(road),
                        3600,
                        7200);

        assertThat(day.firstDepartures()).extracting(Departure::time).containsExactly(3600.0);
    }

    @Test
    void activitiesAtTheEdgeOfTheAreaLieAtTheEndsOfTheirLinks() {
        Person coordinates =
                person(
                        Plan.of(
                                List.of(
                                        new Activity("home", 0, 250, 30, 100, NAN),
                                        new Activity("home", 1, 1999, 0, NAN, NAN)),
                                List.of(car(Route.of(0, 1)))));
        List<Departure> departures =
                day(List.of(person(drive(0, 1, 100)), person(drive(1, 2, 100)), coordinates))
                        .firstDepartures();

        // from the edge to the edge; both ends at the edge; by coordinate, clear of the end
        assertThat(departures)
                .extracting(Departure::departurePosition)
                .containsExactly(0.0, 0.5, 0.25);
        assertThat(departures)
                .extracting(Departure::arrivalPosition)
                .containsExactly(1.0, 0.5, 0.95);
    }

    @Test
    void whoIsOnTheWayAtTheEndIsStuckAndWhoIsNotGoesOnAsPlanned() {
        Person late = person(drive(0, 1, 5000));
        AgentEventStream events = events(person(drive(0, 1, 100)), person(drive(0, 1, 900)), late);
        events.accept(new VehicleEntersTraffic(100, 0, 0, 0));
        events.accept(new VehicleStuck(1000, 0, 1));
        events.finish(1000);

        ExperiencedTrips experienced = events.experienced();
        assertThat(experienced.isStuck(0)).isTrue();
        assertThat(experienced.arrivalTime(0)).isNaN();
        assertThat(experienced.isStuck(1)).as("waited outside").isTrue();
        assertThat(experienced.isStuck(2)).isFalse();
        assertThat(experienced.departureTime(2)).isEqualTo(5000);
        assertThat(experienced.arrivalTime(2)).isEqualTo(5200);
        assertThat(stream.stream().filter("PersonStuck"::equals).count()).isEqualTo(2);
    }

    @Test
    void whoWalksAtTheEndIsStuckToo() {
        AgentEventStream events = events(person(walk(900, 500)));
        events.finish(1000);

        assertThat(stream).containsExactly("ActivityEnd", "PersonDeparture", "PersonStuck");
        assertThat(times).containsExactly(900.0, 900.0, 1000.0);
        assertThat(events.experienced().isStuck(0)).isTrue();
        assertThat(events.experienced().arrivalTime(0)).isNaN();
    }

    /** From the middle of link 2 to the middle of link 2, and then over 3. */
    private static Person stayingAt2() {
        return person(
                Plan.of(
                        List.of(
                                new Activity("home", 2, 1500, 0, 100, NAN),
                                new Activity("work", 2, 1500, 0, NAN, 30),
                                at(3, NAN)),
                        List.of(car(Route.of(2)), car(Route.of(2, 3)))));
    }

    @Test
    void aDriveThatEndsWhereItBeginsTakesNoTimeAndNoRoom() {
        AgentEventStream events = events(stayingAt2());
        events.accept(new VehicleEntersTraffic(130.5, 1, 2, 0.5));
        events.finish(1000);

        assertThat(stream.subList(0, 8))
                .containsExactly(
                        "ActivityEnd",
                        "PersonDeparture",
                        "PersonEntersVehicle",
                        "VehicleEntersTraffic",
                        "VehicleLeavesTraffic",
                        "PersonLeavesVehicle",
                        "PersonArrival",
                        "ActivityStart");
        assertThat(times.subList(0, 8)).containsOnly(100.0);
        assertThat(times.get(8)).isEqualTo(130);
        assertThat(events.experienced().travelTime(0)).isZero();
    }

    @Test
    void theMobsimOnlyHearsOfDrivesThatGoSomewhere() {
        List<Departure> departures = day(List.of(stayingAt2())).firstDepartures();

        assertThat(departures).extracting(Departure::vehicleIndex).containsExactly(1);
        assertThat(departures).extracting(Departure::time).containsExactly(130.0);
        Plan backwards =
                Plan.of(
                        List.of(
                                new Activity("home", 2, 1200, 0, 100, NAN),
                                new Activity("work", 2, 1700, 0, NAN, NAN)),
                        List.of(car(Route.of(2))));
        // link 2 runs westwards: a goal behind the start is reached where one enters the road
        assertThat(day(List.of(person(backwards))).firstDepartures())
                .singleElement()
                .satisfies(d -> assertThat(d.arrivalPosition()).isEqualTo(d.departurePosition()));
    }

    private AgentDay day(List<Person> persons) {
        return new AgentDay(
                TripTable.of(persons),
                Fleet.of(VehicleType.CAR),
                new ActivityPlacement(road),
                0,
                1e9);
    }

    private AgentEventStream events(Person... persons) {
        TripTable trips = TripTable.of(List.of(persons));
        DayEventSink recorder =
                new DayEventSink() {
                    @Override
                    public void accept(TrafficEvent event) {
                        stream.add(event.getClass().getSimpleName());
                        times.add(event.time());
                    }

                    @Override
                    public void accept(AgentEvent event) {
                        stream.add(event.getClass().getSimpleName());
                        times.add(event.time());
                    }
                };
        return new AgentEventStream(
                trips,
                new AgentDay(trips, Fleet.of(VehicleType.CAR), new ActivityPlacement(road), 0, 1e9),
                recorder);
    }

    private static Person person(Plan plan) {
        return Person.of("p", Map.of(), plan);
    }

    private static Plan drive(int from, int to, double time) {
        return Plan.of(List.of(at(from, time), at(to, NAN)), List.of(car(Route.of(from, to))));
    }

    private static Plan walk(double time, double seconds) {
        return Plan.of(
                List.of(at(0, time), at(1, NAN)),
                List.of(new Leg("walk", NAN, seconds, null, 100)));
    }

    private static Leg car(Route route) {
        return new Leg("car", NAN, 200, route, 1500);
    }

    private static Activity at(int link, double end) {
        return new Activity("home", link, NAN, NAN, end, NAN);
    }
}
