package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.AgentEvent.PersonEntersVehicle;
import org.chalaco.day2day.AgentEvent.PersonStuck;
import org.chalaco.day2day.AgentEvent.TransitDriverStarts;
import org.chalaco.day2day.AgentEvent.VehicleArrivesAtStop;
import org.chalaco.day2day.AgentEvent.VehicleDepartsAtStop;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.day2day.road.LinkChange;
import org.chalaco.day2day.road.LinkCondition;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.day2day.transit.TransitCall;
import org.chalaco.day2day.transit.TransitDeparture;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitStop;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.day2day.transit.TransitVehicle;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: people act while traffic flows: they wait for vehicles, ride buses and meet a
 * road that changes; where nothing of it happens, the day is the same as one planned beforehand.
 */
class I12_LiveDayTest {

    private static final double H = 3600;
    private static final double NAN = Double.NaN;

    private final RoadNetwork grid = StreetGrid.of(5, 5);
    private final RoadNetwork road = StreetGrid.of(5, 1);

    /** Every event of the last day, as it came. */
    private static final class Tape implements IterationListener {
        final List<Object> events = new ArrayList<>();

        @Override
        public DayEventSink events(int iteration, TripTable trips) {
            events.clear();
            return new DayEventSink() {
                @Override
                public void accept(TrafficEvent event) {
                    events.add(event);
                }

                @Override
                public void accept(AgentEvent event) {
                    events.add(event);
                }
            };
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private DayToDay loop(RoadNetwork network, List<Person> persons, int days, int threads) {
        MobsimParameters mobsim =
                MobsimParameters.STANDARD
                        .withCheckMode(CheckMode.FULL)
                        .withTimes(7 * H, 9 * H)
                        .withThreads(threads);
        return DayToDay.on(network)
                .persons(persons)
                .fleet(Fleet.of(VehicleType.CAR))
                .mobsim(new MicroSimulationRunner(network, List.of(), mobsim))
                .parameters(
                        DayToDayParameters.STANDARD
                                .withIterations(0, days - 1)
                                .withScoring(Commuters.SCORING)
                                .withReplanning(Commuters.REPLANNING));
    }

    private List<Person> shoppers(int count) {
        List<Person> shoppers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            RandomStream random = RandomStream.of(9, k, "shopper");
            int home = random.nextInt(grid.linkCount());
            int work = random.nextInt(grid.linkCount());
            Activity morning =
                    new Activity("home", home, NAN, NAN, 7 * H + random.nextInt(900), NAN);
            Activity visit = new Activity("work", work, NAN, NAN, NAN, 300);
            shoppers.add(
                    Person.of(
                            "p" + k,
                            Map.of(),
                            Plan.of(
                                    List.of(morning, visit, Activity.last("home", home, NAN, NAN)),
                                    List.of(Leg.unrouted("car"), Leg.unrouted("car")))));
        }
        return shoppers;
    }

    @Test
    void actedOutOrPlannedTheDayIsTheSameBitForBit() {
        Tape planned = new Tape();
        Tape acted = new Tape();
        Tape actedByTwo = new Tape();
        LoopState before = loop(grid, shoppers(200), 2, 1).listener(planned).run();
        LoopState after =
                loop(grid, shoppers(200), 2, 1)
                        .vehicleBehavior(VehicleBehavior.WAIT)
                        .listener(acted)
                        .run();
        loop(grid, shoppers(200), 2, 2)
                .vehicleBehavior(VehicleBehavior.WAIT)
                .listener(actedByTwo)
                .run();

        assertThat(planned.events).hasSizeGreaterThan(5000);
        assertThat(acted.events).isEqualTo(planned.events);
        assertThat(after).isEqualTo(before);
        assertThat(actedByTwo.events).isEqualTo(planned.events);
    }

    // ---------------------------------------------------------------- vehicles

    private Person walksFromTheCar() {
        int home = link("0-0_1-0");
        int work = link("2-0_3-0");
        return Person.of(
                "p",
                Map.of(),
                Plan.of(
                        List.of(
                                new Activity("home", home, NAN, NAN, 7 * H, NAN),
                                new Activity("work", work, NAN, NAN, 7.5 * H, NAN),
                                Activity.last("home", home, NAN, NAN)),
                        List.of(new Leg("walk", NAN, 600, null, 500), Leg.unrouted("car"))));
    }

    @Test
    void whoWaitsForACarThatNobodyBringsIsStuck() {
        Tape tape = new Tape();
        loop(road, List.of(walksFromTheCar()), 1, 1)
                .vehicleBehavior(VehicleBehavior.WAIT)
                .listener(tape)
                .run();

        assertThat(tape.of(PersonEntersVehicle.class)).isEmpty();
        assertThat(tape.of(PersonStuck.class)).hasSize(1);
    }

    @Test
    void orTheRunEndsAndNamesBoth() {
        DayToDay loop =
                loop(road, List.of(walksFromTheCar()), 1, 1)
                        .vehicleBehavior(VehicleBehavior.EXCEPTION);

        assertThatThrownBy(loop::run)
                .isInstanceOf(MissingVehicleException.class)
                .hasMessageContaining("person (p)")
                .hasMessageContaining("2-0_3-0")
                .hasMessageContaining("teleport");
    }

    // ---------------------------------------------------------------- public transport

    private int link(String id) {
        return road.getLinkIndex(id);
    }

    private TransitStop stop(String id, String link) {
        return new TransitStop(id, link(link), NAN, NAN, true);
    }

    private Route eastwards() {
        return Route.of(link("0-0_1-0"), link("1-0_2-0"), link("2-0_3-0"), link("3-0_4-0"));
    }

    private TransitSupply buses(int places, boolean awaits, TransitDeparture... departures) {
        TransitRoute route =
                new TransitRoute(
                        "line",
                        "east",
                        List.of(
                                new TransitCall(stop("A", "1-0_2-0"), NAN, 0, false),
                                new TransitCall(stop("B", "2-0_3-0"), 300, 300, awaits),
                                new TransitCall(stop("C", "3-0_4-0"), 330, NAN, false)),
                        eastwards(),
                        List.of(departures));
        Map<String, TransitVehicle> vehicles = new LinkedHashMap<>();
        for (TransitDeparture departure : departures) {
            String id = departure.vehicleId();
            vehicles.put(
                    id,
                    new TransitVehicle(id, VehicleType.CAR, new PassengerRoom(places, 2, 1, true)));
        }
        return new TransitSupply(List.of(route), vehicles);
    }

    private Person rider(String id, String from, String to) {
        String fromLink = from.equals("A") ? "1-0_2-0" : "2-0_3-0";
        String toLink = to.equals("B") ? "2-0_3-0" : "3-0_4-0";
        return Person.of(
                id,
                Map.of(),
                Plan.of(
                        List.of(
                                new Activity("home", link(fromLink), NAN, NAN, 7 * H, NAN),
                                Activity.last("work", link(toLink), NAN, NAN)),
                        List.of(
                                new Leg(
                                        "pt",
                                        NAN,
                                        NAN,
                                        null,
                                        NAN,
                                        new TransitRide("line", "east", from, to)))));
    }

    @Test
    void aFullBusLeavesPeopleBehindForTheNext() {
        List<Person> riders =
                List.of(rider("1", "A", "C"), rider("2", "A", "C"), rider("3", "A", "C"));
        Tape tape = new Tape();
        LoopState end =
                loop(road, riders, 1, 1)
                        .transit(
                                buses(
                                        2,
                                        false,
                                        new TransitDeparture("d1", 7 * H + 60, "bus1"),
                                        new TransitDeparture("d2", 7 * H + 660, "bus2")))
                        .listener(tape)
                        .run();

        List<PersonEntersVehicle> boarded =
                tape.of(PersonEntersVehicle.class).stream()
                        .filter(e -> e.personIndex() < 3)
                        .toList();
        assertThat(boarded).extracting(PersonEntersVehicle::personIndex).containsExactly(0, 1, 2);
        // two seconds for each to board
        assertThat(boarded.get(1).time() - boarded.get(0).time()).isEqualTo(2);
        assertThat(boarded.get(2).time()).isGreaterThan(7 * H + 660);
        assertThat(boarded.get(0).vehicleIndex()).isEqualTo(boarded.get(1).vehicleIndex());
        assertThat(boarded.get(2).vehicleIndex()).isNotEqualTo(boarded.get(1).vehicleIndex());
        // drivers have no days of their own that are remembered
        assertThat(end.persons()).hasSize(3);
        assertThat(end.persons()).allMatch(p -> !Double.isNaN(p.selectedPlan().score()));
    }

    @Test
    void aBusThatIsEarlyWaitsForItsTimeIfItShould() {
        TransitDeparture once = new TransitDeparture("d", 7 * H + 60, "bus");
        Tape patient = new Tape();
        Tape hasty = new Tape();
        loop(road, List.of(rider("1", "A", "C")), 1, 1)
                .transit(buses(9, true, once))
                .listener(patient)
                .run();
        loop(road, List.of(rider("1", "A", "C")), 1, 1)
                .transit(buses(9, false, once))
                .listener(hasty)
                .run();

        VehicleDepartsAtStop waited = patient.of(VehicleDepartsAtStop.class).get(1);
        assertThat(waited.time()).isEqualTo(7 * H + 360);
        assertThat(waited.delay()).isZero();
        assertThat(hasty.of(VehicleDepartsAtStop.class).get(1).time()).isLessThan(7 * H + 200);
        assertThat(hasty.of(VehicleArrivesAtStop.class).get(1).delay()).isNegative();
    }

    @Test
    void aVehicleComesBackEmptyForItsNextRun() {
        Tape tape = new Tape();
        loop(road, List.of(rider("1", "A", "C"), rider("2", "A", "C")), 1, 1)
                .transit(
                        buses(
                                1,
                                false,
                                new TransitDeparture("d1", 7 * H + 60, "bus"),
                                new TransitDeparture("d2", 7 * H + 660, "bus")))
                .listener(tape)
                .run();

        assertThat(tape.of(TransitDriverStarts.class))
                .extracting(TransitDriverStarts::departureId)
                .containsExactly("d1", "Wenden", "d2");
        assertThat(
                        tape.of(PersonEntersVehicle.class).stream()
                                .filter(e -> e.personIndex() < 2)
                                .toList())
                .hasSize(2);
        assertThat(tape.of(PersonStuck.class)).isEmpty();
    }

    @Test
    void whoMissesTheLastBusWaitsUntilTheEnd() {
        Tape tape = new Tape();
        loop(road, List.of(rider("1", "A", "C")), 1, 1)
                .transit(buses(9, false, new TransitDeparture("d", 6 * H, "bus")))
                .listener(tape)
                .run();

        assertThat(tape.of(TransitDriverStarts.class)).isEmpty();
        assertThat(tape.of(PersonStuck.class))
                .singleElement()
                .satisfies(e -> assertThat(e.linkIndex()).isEqualTo(link("1-0_2-0")));
    }

    // ---------------------------------------------------------------- the road

    @Test
    void aClosedRoadOpensAgain() {
        int middle = link("2-0_3-0");
        LinkCondition usual = new LinkCondition(16.7, 2, 1);
        Person driver =
                Person.of(
                        "p",
                        Map.of(),
                        Plan.of(
                                List.of(
                                        new Activity("home", link("0-0_1-0"), NAN, NAN, 7 * H, NAN),
                                        Activity.last("work", link("3-0_4-0"), NAN, NAN)),
                                List.of(new Leg("car", NAN, 60, eastwards(), 600))));
        Tape tape = new Tape();
        loop(road, List.of(driver), 1, 1)
                .road(
                        new RoadProgram(
                                List.of(
                                        new LinkChange(7.5 * H, middle, usual),
                                        new LinkChange(
                                                6 * H, middle, new LinkCondition(16.7, 0, 1))),
                                List.of()))
                .listener(tape)
                .run();

        assertThat(tape.of(TrafficEvent.LinkEnter.class))
                .filteredOn(e -> e.linkIndex() == middle)
                .singleElement()
                .satisfies(e -> assertThat(e.time()).isBetween(7.5 * H, 7.5 * H + 10));
    }
}
