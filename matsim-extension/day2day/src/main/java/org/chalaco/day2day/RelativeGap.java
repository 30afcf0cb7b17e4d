package org.chalaco.day2day;

import org.chalaco.day2day.parallel.ParallelLoop;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.day2day.routing.RouteRequest;
import org.chalaco.day2day.routing.Router;
import org.chalaco.day2day.routing.Routing;

/**
 * How far a day is from everyone being on their fastest route: {@code Σ (c - c*) / Σ c}, with c the
 * cost (as a rule: the time) of the route driven and c* that of the best one, both on the travel
 * times learned that day, from the departures of that day. Departure times are taken as they are.
 */
final class RelativeGap {

    /** Beyond so many trips every n-th is enough. */
    private static final int SAMPLE = 20_000;

    private RelativeGap() {}

    static double of(
            ExperiencedTrips experienced,
            Routing routing,
            ActivityPlacement placement,
            int threads) {
        TripTable trips = experienced.trips();
        int stride = Math.max(1, trips.tripCount() / SAMPLE);
        int count = (trips.tripCount() + stride - 1) / stride;
        double[] driven = new double[count];
        double[] best = new double[count];
        ParallelLoop.run(
                threads,
                count,
                () -> {
                    Router router = routing.newRouter();
                    return k -> {
                        int trip = k * stride;
                        double departure = experienced.departureTime(trip);
                        if (trips.leg(trip).route() == null || Double.isNaN(departure)) {
                            return;
                        }
                        RouteRequest request =
                                PlanRouter.request(
                                        placement,
                                        trips.plan(trip),
                                        trips.legIndex(trip),
                                        departure);
                        driven[k] = routing.cost(request, trips.leg(trip).route());
                        best[k] =
                                router.findRoute(request)
                                        .map(way -> routing.cost(request, way.route()))
                                        .orElse(driven[k]);
                    };
                });
        double excess = 0;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            excess += driven[k] - best[k];
            sum += driven[k];
        }
        return sum == 0 ? 0 : excess / sum;
    }
}
