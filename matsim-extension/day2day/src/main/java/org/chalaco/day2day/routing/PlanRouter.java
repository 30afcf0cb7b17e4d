package org.chalaco.day2day.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Gives the legs of a plan their routes and expected times, one after the other: a leg starts when
 * the activity before it ends, given when the person gets there.
 *
 * <p>Network legs get a route; teleported legs a distance and a travel time. A leg that cannot be
 * routed keeps no route and no travel time, which the caller has to look for. Rides by public
 * transport stay as they are. Not thread-safe: one per thread.
 */
public final class PlanRouter {

    /** Which legs are routed. */
    public enum Scope {
        /** Network legs without a route, teleported legs without a travel time. */
        MISSING,
        /** All legs. */
        ALL
    }

    private final RoutingParameters parameters;
    private final ActivityPlacement placement;
    private final Router router;
    private final Router emptyRoadRouter;

    /**
     * A router of plans.
     *
     * @param router for network legs
     * @param emptyRoadRouter for modes that are a multiple of a car's free time
     */
    public PlanRouter(
            RoutingParameters parameters,
            ActivityPlacement placement,
            Router router,
            Router emptyRoadRouter) {
        this.parameters = parameters;
        this.placement = placement;
        this.router = router;
        this.emptyRoadRouter = emptyRoadRouter;
    }

    /** The same plan with routes; it is the same object if nothing changed. */
    public Plan route(Plan plan, Scope scope) {
        List<Leg> legs = new ArrayList<>(plan.legs().size());
        boolean changed = false;
        double now = 0;
        for (int k = 0; k < plan.legs().size(); k++) {
            Leg leg = plan.legs().get(k);
            double departure = plan.activities().get(k).endIfStartedAt(now);
            Leg routed =
                    (scope == Scope.ALL && leg.ride() == null) || isMissing(leg)
                            ? routeLeg(plan, k, departure)
                            : leg.withTimes(departure, leg.travelTime());
            changed |= !routed.equals(leg);
            legs.add(routed);
            now = departure + (Double.isNaN(routed.travelTime()) ? 0 : routed.travelTime());
        }
        return changed ? plan.withLegs(legs) : plan;
    }

    /** Whether a leg has still to be routed. */
    public boolean isMissing(Leg leg) {
        if (leg.ride() != null) {
            return false;
        }
        return parameters.networkModes().contains(leg.mode())
                ? leg.route() == null
                : Double.isNaN(leg.travelTime());
    }

    /** What to ask a router for the k-th leg of a plan. */
    public static RouteRequest request(
            ActivityPlacement placement, Plan plan, int k, double departureTime) {
        Activity from = plan.activities().get(k);
        Activity to = plan.activities().get(k + 1);
        return new RouteRequest(
                plan.legs().get(k).mode(),
                from.linkIndex(),
                placement.departurePosition(from),
                to.linkIndex(),
                placement.arrivalPosition(to),
                departureTime);
    }

    private Leg routeLeg(Plan plan, int k, double departure) {
        Leg leg = plan.legs().get(k);
        if (parameters.networkModes().contains(leg.mode())) {
            return onNetwork(leg, request(placement, plan, k, departure));
        }
        TeleportedMode mode = parameters.teleportedModes().get(leg.mode());
        if (mode == null) {
            return Leg.unrouted(leg.mode());
        }
        return Double.isNaN(mode.speed())
                ? byFreeTime(plan, k, mode, departure)
                : byBeeline(plan, k, mode, departure);
    }

    private Leg onNetwork(Leg leg, RouteRequest request) {
        if (request.fromLink() == RoadNetwork.NONE || request.toLink() == RoadNetwork.NONE) {
            return Leg.unrouted(leg.mode());
        }
        Optional<FoundRoute> found = router.findRoute(request);
        if (found.isEmpty()) {
            return Leg.unrouted(leg.mode());
        }
        // most routes stay as they were; sharing them saves most of the memory of a plan
        Route route = found.get().route();
        Route kept = route.equals(leg.route()) ? leg.route() : route;
        return leg.withRoute(kept, found.get().distance(), found.get().travelTime())
                .withTimes(request.departureTime(), found.get().travelTime());
    }

    private Leg byBeeline(Plan plan, int k, TeleportedMode mode, double departure) {
        Activity from = plan.activities().get(k);
        Activity to = plan.activities().get(k + 1);
        double distance =
                mode.beelineDistanceFactor()
                        * Math.hypot(
                                placement.x(to) - placement.x(from),
                                placement.y(to) - placement.y(from));
        return new Leg(mode.mode(), departure, distance / mode.speed(), null, distance);
    }

    private Leg byFreeTime(Plan plan, int k, TeleportedMode mode, double departure) {
        RouteRequest asked = request(placement, plan, k, departure);
        RouteRequest byCar =
                new RouteRequest(
                        carMode(),
                        asked.fromLink(),
                        asked.fromPosition(),
                        asked.toLink(),
                        asked.toPosition(),
                        departure);
        return emptyRoadRouter
                .findRoute(byCar)
                .map(
                        way ->
                                new Leg(
                                        mode.mode(),
                                        departure,
                                        mode.freespeedFactor() * way.travelTime(),
                                        null,
                                        way.distance()))
                .orElse(Leg.unrouted(mode.mode()));
    }

    private String carMode() {
        return parameters.networkModes().contains("car")
                ? "car"
                : parameters.networkModes().iterator().next();
    }
}
