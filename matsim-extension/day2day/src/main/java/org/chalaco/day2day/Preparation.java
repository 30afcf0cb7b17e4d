package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.parallel.ParallelLoop;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.day2day.routing.ApproachCapacity;
import org.chalaco.day2day.routing.FoundRoute;
import org.chalaco.day2day.routing.IncrementalAssignment;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.day2day.routing.RouteRequest;
import org.chalaco.day2day.routing.Routing;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.TravelTimes;
import org.chalaco.day2day.routing.WarmStart;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Makes persons ready for the first day: activities get links, routes that do not fit the network
 * are dropped, and whatever has no route gets one, the selected plans by {@link
 * IncrementalAssignment}.
 */
final class Preparation {

    // beeline at the pace of a jammed city: only to guess when a second trip starts
    private static final double GUESSED_SPEED = 5;

    private final RoadNetwork network;
    private final RoutingParameters parameters;
    private final ActivityPlacement placement;
    private final Routing emptyRoad;
    private final boolean keepsWrong;
    private final boolean rides;
    private final int threads;

    Preparation(
            RoadNetwork network,
            RoutingParameters parameters,
            ActivityPlacement placement,
            Routing emptyRoad,
            WrongRoutes wrongRoutes,
            boolean rides,
            int threads) {
        this.network = network;
        this.parameters = parameters;
        this.placement = placement;
        this.emptyRoad = emptyRoad;
        this.rides = rides;
        keepsWrong = wrongRoutes == WrongRoutes.REMOVE;
        this.threads = threads;
    }

    /** Persons on links, with only such routes as can be driven. */
    List<Person> place(List<Person> persons) {
        Person[] placed = new Person[persons.size()];
        ParallelLoop.run(
                threads, placed.length, () -> index -> placed[index] = place(persons.get(index)));
        return List.of(placed);
    }

    private Person place(Person person) {
        List<Plan> plans = new ArrayList<>(person.plans().size());
        boolean changed = false;
        for (Plan plan : person.plans()) {
            Plan placed = withSoundRoutes(withLinks(plan));
            changed |= placed != plan;
            plans.add(placed);
        }
        return changed ? person.withPlans(plans, person.selected()) : person;
    }

    private Plan withLinks(Plan plan) {
        List<Activity> activities = new ArrayList<>(plan.activities());
        boolean changed = false;
        for (int k = 0; k < activities.size(); k++) {
            Activity activity = activities.get(k);
            if (activity.linkIndex() == RoadNetwork.NONE
                    && ActivityPlacement.hasCoordinate(activity)) {
                int link = placement.nearestLink(activity.x(), activity.y(), modesAt(plan, k));
                activities.set(k, activity.withLinkIndex(link));
                changed = true;
            }
        }
        return changed ? new Plan(activities, plan.legs(), plan.score()) : plan;
    }

    private Set<String> modesAt(Plan plan, int k) {
        Set<String> modes = new TreeSet<>();
        if (k > 0) {
            modes.add(plan.legs().get(k - 1).mode());
        }
        if (k < plan.legs().size()) {
            modes.add(plan.legs().get(k).mode());
        }
        modes.retainAll(parameters.networkModes());
        return modes;
    }

    private Plan withSoundRoutes(Plan plan) {
        List<Leg> legs = new ArrayList<>(plan.legs());
        boolean changed = false;
        for (int k = 0; k < legs.size(); k++) {
            Leg leg = legs.get(k);
            if (leg.ride() != null && !rides && Double.isNaN(leg.travelTime())) {
                legs.set(k, Leg.unrouted(leg.mode())); // nothing runs: it is teleported
                changed = true;
                continue;
            }
            boolean sound = leg.route() == null || isSound(plan, k);
            if (!sound && keepsWrong && parameters.networkModes().contains(leg.mode())) {
                continue;
            }
            if (!sound) {
                legs.set(k, Leg.unrouted(leg.mode()));
                changed = true;
            } else if (leg.route() != null
                    && (Double.isNaN(leg.distance()) || Double.isNaN(leg.travelTime()))) {
                legs.set(k, measured(plan, k));
                changed = true;
            }
        }
        return changed ? new Plan(plan.activities(), legs, plan.score()) : plan;
    }

    private boolean isSound(Plan plan, int k) {
        Leg leg = plan.legs().get(k);
        Route route = leg.route();
        if (!parameters.networkModes().contains(leg.mode())
                || route.firstLink() != plan.activities().get(k).linkIndex()
                || route.lastLink() != plan.activities().get(k + 1).linkIndex()) {
            return false;
        }
        for (int n = 0; n < route.size(); n++) {
            if (!emptyRoad.isOpen(leg.mode(), route.link(n))
                    || n > 0 && !network.connects(route.link(n - 1), route.link(n))) {
                return false;
            }
        }
        return true;
    }

    /** A leg whose file gives a route but not how long it is. */
    private Leg measured(Plan plan, int k) {
        Leg leg = plan.legs().get(k);
        RouteRequest request =
                PlanRouter.request(placement, plan, k, plan.activities().get(k).endIfStartedAt(0));
        double time = emptyRoad.travelTime(request, leg.route());
        double distance = emptyRoad.distance(request, leg.route());
        return leg.withRoute(leg.route(), distance, time);
    }

    /** Whatever of {@link #place placed} persons still lacks a route gets one. */
    List<Person> route(List<Person> persons, ApproachCapacity capacity, double[] pcuOfTrip) {
        TripTable trips = TripTable.of(persons);
        WarmStart warmStart = parameters.warmStart();
        IncrementalAssignment assignment =
                new IncrementalAssignment(network, emptyRoad, capacity, warmStart);
        List<RouteRequest> requests = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int trip = 0; trip < trips.tripCount(); trip++) {
            Leg leg = trips.leg(trip);
            if (parameters.networkModes().contains(leg.mode())) {
                RouteRequest request = request(trips, trip);
                if (leg.route() != null && !isSound(trips.plan(trip), trips.legIndex(trip))) {
                    continue; // it leads nowhere, and is not driven to its end
                } else if (leg.route() != null) {
                    assignment.load(request, leg.route(), pcuOfTrip[trip]);
                } else {
                    requests.add(request);
                    missing.add(trip);
                }
            }
        }
        double[] pcu = missing.stream().mapToDouble(trip -> pcuOfTrip[trip]).toArray();
        FoundRoute[] found = assignment.assign(requests, pcu, threads);
        FoundRoute[] byTrip = new FoundRoute[trips.tripCount()];
        for (int k = 0; k < found.length; k++) {
            byTrip[missing.get(k)] = found[k];
        }
        return fillIn(trips, byTrip, assignment.travelTimes());
    }

    private RouteRequest request(TripTable trips, int trip) {
        Plan plan = trips.plan(trip);
        int leg = trips.legIndex(trip);
        double now = 0;
        for (int k = 0; k <= leg; k++) {
            now = plan.activities().get(k).endIfStartedAt(now);
            if (k < leg) {
                now += guessedTime(plan, k);
            }
        }
        return PlanRouter.request(placement, plan, leg, now);
    }

    private double guessedTime(Plan plan, int k) {
        double known = plan.legs().get(k).travelTime();
        if (!Double.isNaN(known)) {
            return known;
        }
        Activity from = plan.activities().get(k);
        Activity to = plan.activities().get(k + 1);
        return Math.hypot(placement.x(to) - placement.x(from), placement.y(to) - placement.y(from))
                / GUESSED_SPEED;
    }

    private List<Person> fillIn(TripTable trips, FoundRoute[] found, TravelTimes times) {
        Routing routing = emptyRoad.withTravelTimes(times);
        Person[] routed = new Person[trips.persons().size()];
        ParallelLoop.run(
                threads,
                routed.length,
                () -> {
                    PlanRouter router =
                            new PlanRouter(
                                    parameters,
                                    placement,
                                    routing.newRouter(),
                                    emptyRoad.newRouter());
                    return index -> routed[index] = fillIn(trips, index, found, router);
                });
        return List.of(routed);
    }

    private static Person fillIn(
            TripTable trips, int index, FoundRoute[] found, PlanRouter router) {
        Person person = trips.persons().get(index);
        List<Plan> plans = new ArrayList<>(person.plans());
        List<Leg> legs = new ArrayList<>(person.selectedPlan().legs());
        for (int k = 0; k < legs.size(); k++) {
            FoundRoute way = found[trips.firstTrip(index) + k];
            if (way != null) {
                legs.set(k, legs.get(k).withRoute(way.route(), way.distance(), way.travelTime()));
            }
        }
        Plan selected = person.selectedPlan();
        plans.set(person.selected(), new Plan(selected.activities(), legs, selected.score()));
        for (int k = 0; k < plans.size(); k++) {
            Plan routed = router.route(plans.get(k), PlanRouter.Scope.MISSING);
            // routing a plan that was scored before does not make it another plan
            plans.set(k, routed.withScore(person.plans().get(k).score()));
        }
        return person.withPlans(plans, person.selected());
    }
}
