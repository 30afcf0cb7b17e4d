package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.FoundRoute;
import org.chalaco.day2day.routing.RouteRequest;
import org.chalaco.day2day.routing.Router;
import org.chalaco.day2day.transit.TransitDeparture;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.day2day.transit.TransitVehicle;
import org.chalaco.mobsim.traffic.Route;

/**
 * Those who drive the vehicles of public transport: one person per vehicle, one leg per run, in the
 * order of departures. A vehicle that ends elsewhere than its next run begins drives there empty.
 * Immutable and thread-safe.
 */
final class TransitDrivers {

    /** Nobody. */
    static final TransitDrivers NONE = new TransitDrivers(false, List.of(), List.of());

    /** Mode of the legs, as MATSim calls it in events. */
    private static final String MODE = "car";

    /** What MATSim calls line, route and departure of a run without passengers. */
    static final String EMPTY_RUN = "Wenden";

    /**
     * One leg of a driver.
     *
     * @param vehicle which is driven
     * @param route with its stops, or null: the vehicle drives empty
     * @param departure of the timetable, or null
     */
    record Run(TransitVehicle vehicle, TransitRoute route, TransitDeparture departure) {

        String lineId() {
            return route == null ? EMPTY_RUN : route.lineId();
        }

        String routeId() {
            return route == null ? EMPTY_RUN : route.id();
        }

        String departureId() {
            return departure == null ? EMPTY_RUN : departure.id();
        }
    }

    private final boolean offered;
    private final List<Person> persons;
    private final List<List<Run>> runs; // per person and leg

    private TransitDrivers(boolean offered, List<Person> persons, List<List<Run>> runs) {
        this.offered = offered;
        this.persons = List.copyOf(persons);
        this.runs = List.copyOf(runs);
    }

    /**
     * The drivers of a day.
     *
     * @param startTime runs that leave earlier are left out, s since midnight
     * @param modes to find the way of empty vehicles by, the first that finds one
     * @param problems takes ways that are not there
     */
    static TransitDrivers of(
            TransitSupply supply,
            double startTime,
            Router router,
            Set<String> modes,
            List<String> problems) {
        Map<String, List<Run>> byVehicle = new LinkedHashMap<>();
        for (TransitRoute route : supply.routes()) {
            for (TransitDeparture departure : route.departures()) {
                TransitVehicle vehicle = supply.vehicles().get(departure.vehicleId());
                if (vehicle != null && departure.time() >= startTime) {
                    byVehicle
                            .computeIfAbsent(vehicle.id(), id -> new ArrayList<>())
                            .add(new Run(vehicle, route, departure));
                }
            }
        }
        List<Person> persons = new ArrayList<>();
        List<List<Run>> runs = new ArrayList<>();
        for (List<Run> ofVehicle : byVehicle.values()) {
            ofVehicle.sort(Comparator.comparingDouble(run -> run.departure().time()));
            Builder driver = new Builder(router, modes, problems);
            ofVehicle.forEach(driver::add);
            persons.add(driver.person());
            runs.add(driver.runs);
        }
        return new TransitDrivers(!supply.isEmpty(), persons, runs);
    }

    /** Whether there is public transport, though nothing may run in the simulated time. */
    boolean offered() {
        return offered;
    }

    /** The drivers. */
    List<Person> persons() {
        return persons;
    }

    /** What a driver does on a leg. */
    Run run(int driver, int leg) {
        return runs.get(driver).get(leg);
    }

    /** One driver's day while it is put together. */
    private static final class Builder {
        private final Router router;
        private final Set<String> modes;
        private final List<String> problems;
        private final List<Activity> activities = new ArrayList<>();
        private final List<Leg> legs = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();

        Builder(Router router, Set<String> modes, List<String> problems) {
            this.router = router;
            this.modes = modes;
            this.problems = problems;
        }

        void add(Run run) {
            Route links = run.route().links();
            if (!legs.isEmpty()) {
                int stands = legs.get(legs.size() - 1).route().lastLink();
                if (stands != links.firstLink()) {
                    addEmptyRun(run, stands, links.firstLink());
                }
            }
            add(run, links, run.departure().time(), Double.NaN);
        }

        private void addEmptyRun(Run next, int from, int to) {
            double time = next.departure().time();
            for (String mode : modes) {
                RouteRequest request = new RouteRequest(mode, from, 1, to, 0, time);
                Optional<FoundRoute> found = router.findRoute(request);
                if (found.isPresent()) {
                    Run empty = new Run(next.vehicle(), null, null);
                    add(empty, found.get().route(), Double.NaN, 0);
                    return;
                }
            }
            problems.add(
                    "CH-DAY-007 Vehicle (%s) finds no way from the end of one run to the start of the next, departure (%s) of line (%s). Maybe give the departure another vehicle?"
                            .formatted(next.vehicle().id(), next.departureId(), next.lineId()));
        }

        private void add(Run run, Route links, double endTime, double duration) {
            activities.add(
                    new Activity(
                            "pt interaction",
                            links.firstLink(),
                            Double.NaN,
                            Double.NaN,
                            endTime,
                            duration));
            legs.add(new Leg(MODE, endTime, Double.NaN, links, Double.NaN));
            runs.add(run);
        }

        Person person() {
            Leg last = legs.get(legs.size() - 1);
            List<Activity> all = new ArrayList<>(activities);
            all.add(
                    Activity.last(
                            "pt interaction", last.route().lastLink(), Double.NaN, Double.NaN));
            String id = runs.get(0).vehicle().driverId();
            return Person.of(id, Map.of(), Plan.of(all, legs));
        }
    }
}
