package org.chalaco.day2day.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.StreetGrid;
import org.chalaco.day2day.parallel.ParallelLoop;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: every search finds the fastest way at the travel times of the day, keeps to
 * permitted movements and open links, and is the same on every thread.
 */
class I02_RouterTest {

    private final RoadNetwork grid = StreetGrid.of(8, 8);
    private final TravelTimes jam = jam(grid, 11);

    @Test
    void dijkstraAgreesWithTryingAllWays() {
        RoadNetwork small = StreetGrid.of(3, 3);
        TravelTimes times = jam(small, 5);
        Router router = routing(small, RoutingAlgorithm.DIJKSTRA, times).newRouter();
        for (int from = 0; from < small.linkCount(); from += 3) {
            for (int to = 1; to < small.linkCount(); to += 4) {
                RouteRequest request = request("car", from, to, 8 * 3600 + 60 * from);
                double best = bestByTryingAll(small, times, request);
                assertThat(router.findRoute(request).orElseThrow().travelTime())
                        .as("from %d to %d", from, to)
                        .isEqualTo(best, within(1e-6));
            }
        }
    }

    @Test
    void landmarksAndExactBoundsFindWaysAsFastAsDijkstra() {
        ModeNetwork all = new ModeNetwork(grid, "car", 30, TravelCost.TIME);
        double[] free = new double[grid.linkCount()];
        for (int link = 0; link < free.length; link++) {
            free[link] = TravelTimes.freeTime(grid, link);
        }
        RemainingCost landmarks =
                new Landmarks(6, CostTree.forward(all, free), CostTree.backward(all, free));
        Router dijkstra = search(all, RemainingCost.NONE);
        Router exact = search(all, new ExactBounds(all, free));
        Router alt = search(all, landmarks);
        for (RouteRequest request : requests(grid, 300)) {
            double best = dijkstra.findRoute(request).orElseThrow().travelTime();
            assertThat(exact.findRoute(request).orElseThrow().travelTime())
                    .isEqualTo(best, within(1e-6));
            assertThat(alt.findRoute(request).orElseThrow().travelTime())
                    .isEqualTo(best, within(1e-6));
        }
    }

    @Test
    void travelTimeAndDistanceAreThoseOfTheRoute() {
        Routing routing = routing(grid, RoutingAlgorithm.SPEEDY_ALT, jam);
        Router router = routing.newRouter();
        for (RouteRequest request : requests(grid, 100)) {
            FoundRoute found = router.findRoute(request).orElseThrow();
            assertThat(routing.travelTime(request, found.route()))
                    .isEqualTo(found.travelTime(), within(1e-6));
            assertThat(routing.distance(request, found.route()))
                    .isEqualTo(found.distance(), within(1e-6));
        }
    }

    @Test
    void routesAreConnected() {
        Router router = routing(grid, RoutingAlgorithm.SPEEDY_ALT, jam).newRouter();
        for (RouteRequest request : requests(grid, 200)) {
            Route route = router.findRoute(request).orElseThrow().route();
            assertThat(route.firstLink()).isEqualTo(request.fromLink());
            assertThat(route.lastLink()).isEqualTo(request.toLink());
            for (int k = 1; k < route.size(); k++) {
                assertThat(grid.connects(route.link(k - 1), route.link(k))).isTrue();
            }
        }
    }

    @Test
    void aGoalFurtherOnTheSameLinkNeedsNoOther() {
        Router router =
                routing(grid, RoutingAlgorithm.SPEEDY_ALT, TravelTimes.free(grid, 900)).newRouter();
        RouteRequest ahead = new RouteRequest("car", 5, 0.2, 5, 0.7, 0);

        FoundRoute found = router.findRoute(ahead).orElseThrow();

        assertThat(found.route()).isEqualTo(Route.of(5));
        assertThat(found.distance()).isEqualTo(0.5 * grid.length(5), within(1e-9));
    }

    @Test
    void aGoalBehindOnTheSameLinkNeedsAWayRoundTheBlock() {
        Router router =
                routing(grid, RoutingAlgorithm.SPEEDY_ALT, TravelTimes.free(grid, 900)).newRouter();
        RouteRequest behind = new RouteRequest("car", 5, 0.7, 5, 0.2, 0);

        Route route = router.findRoute(behind).orElseThrow().route();

        assertThat(route.size()).isGreaterThanOrEqualTo(5);
        assertThat(route.firstLink()).isEqualTo(5);
        assertThat(route.lastLink()).isEqualTo(5);
    }

    @Test
    void trucksGoRoundLinksClosedToThemAndSlowTrucksTakeLonger() {
        RoadNetwork diamond = diamond(Set.of("car"), Set.of("car", "truck"));
        Routing routing =
                Routing.of(
                        diamond,
                        List.of(NetworkMode.of("car", 30), NetworkMode.of("truck", 5)),
                        ApproachCapacity.of(diamond, List.of(), 1800),
                        RoutingAlgorithm.SPEEDY_ALT,
                        900);
        Router router = routing.newRouter();

        FoundRoute car = router.findRoute(request("car", 0, 5, 0)).orElseThrow();
        FoundRoute truck = router.findRoute(request("truck", 0, 5, 0)).orElseThrow();

        assertThat(car.route()).isEqualTo(Route.of(0, 1, 2, 5));
        assertThat(truck.route()).isEqualTo(Route.of(0, 3, 4, 5));
        // 50 + 250 + 250 + 50 m at 5 m/s
        assertThat(truck.travelTime()).isEqualTo(600 / 5.0, within(1e-9));
        assertThat(router.findRoute(request("truck", 0, 1, 0))).isEmpty();
    }

    @Test
    void whereDistanceCostsMoneyDriversAvoidIt() {
        // the short way takes 49.9 s more; 100 m less are worth that from 0.499 s per metre on
        RoadNetwork diamond = diamond(Set.of("car"), Set.of("car"));
        TravelTimes times = slow(diamond, 1, 79.9);
        for (double perMetre : new double[] {0, 0.49, 0.51}) {
            Routing routing =
                    Routing.of(
                                    diamond,
                                    List.of(
                                            new NetworkMode(
                                                    "car", 30, new TravelCost(1, perMetre))),
                                    ApproachCapacity.of(diamond, List.of(), 1800),
                                    RoutingAlgorithm.SPEEDY_ALT,
                                    900)
                            .withTravelTimes(times);
            RouteRequest request = request("car", 0, 5, 8 * 3600);
            Route route = routing.newRouter().findRoute(request).orElseThrow().route();
            assertThat(route.link(1))
                    .as("%s per metre", perMetre)
                    .isEqualTo(perMetre > 0.5 ? 1 : 3);
        }
    }

    @Test
    void theHavanaStudysFirstSearchGoesByDistance() {
        // the short way is slow
        RoadNetwork diamond = diamond(Set.of("car"), Set.of("car"));
        TravelTimes times = slow(diamond, 1, 1000);
        RouteRequest request = request("car", 0, 5, 0);

        Route byDistance =
                routing(diamond, RoutingAlgorithm.HAVANA_DISTANCE, times)
                        .newRouter()
                        .findRoute(request)
                        .orElseThrow()
                        .route();
        Route byTime =
                routing(diamond, RoutingAlgorithm.HAVANA_SIMULATED_TIME, times)
                        .newRouter()
                        .findRoute(request)
                        .orElseThrow()
                        .route();

        assertThat(byDistance).isEqualTo(Route.of(0, 1, 2, 5));
        assertThat(byTime).isEqualTo(Route.of(0, 3, 4, 5));
    }

    @Test
    void theHavanaStudysHeuristicKnowsTheWaitAtSignals() {
        RoadNetwork diamond = diamond(Set.of("car"), Set.of("car"));
        SignalGroup group = new SignalGroup("g", List.of(SignalHead.ofLink("1")));
        SignalPlan plan =
                new SignalPlan("p", 90, 0, List.of(new SignalPlan.GroupGreen("g", 0, 30)));
        ApproachCapacity approaches =
                ApproachCapacity.of(
                        diamond, List.of(SignalSystem.of("s", List.of(group), plan)), 1800);

        // red 60 of 90 s: 60² / 180 = 20 s; green share 1/3
        assertThat(approaches.redWait(1)).isEqualTo(20, within(1e-9));
        assertThat(approaches.redWait(3)).isZero();
        assertThat(approaches.vehPerHour(1)).isEqualTo(600, within(1e-9));
    }

    @Test
    void manyThreadsFindWhatOneFinds() {
        Routing routing = routing(grid, RoutingAlgorithm.SPEEDY_ALT, jam);
        List<RouteRequest> requests = requests(grid, 1000);
        FoundRoute[] one = find(routing, requests, 1);
        FoundRoute[] four = find(routing(grid, RoutingAlgorithm.SPEEDY_ALT, jam), requests, 4);

        assertThat(four).isEqualTo(one);
    }

    private static FoundRoute[] find(Routing routing, List<RouteRequest> requests, int threads) {
        FoundRoute[] found = new FoundRoute[requests.size()];
        ParallelLoop.run(
                threads,
                found.length,
                () -> {
                    Router router = routing.newRouter();
                    return k -> found[k] = router.findRoute(requests.get(k)).orElseThrow();
                });
        return found;
    }

    private Router search(ModeNetwork all, RemainingCost remaining) {
        return new RouteSearch(Map.of("car", all), jam, remaining);
    }

    private static Routing routing(
            RoadNetwork network, RoutingAlgorithm algorithm, TravelTimes times) {
        return Routing.of(
                        network,
                        List.of(NetworkMode.of("car", 30)),
                        ApproachCapacity.of(network, List.of(), 1800),
                        algorithm,
                        900)
                .withTravelTimes(times);
    }

    private static RouteRequest request(String mode, int from, int to, double time) {
        return new RouteRequest(mode, from, 0.5, to, 0.5, time);
    }

    private static List<RouteRequest> requests(RoadNetwork network, int count) {
        RandomStream random = RandomStream.of(3, count, "requests");
        List<RouteRequest> requests = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            requests.add(
                    request(
                            "car",
                            random.nextInt(network.linkCount()),
                            random.nextInt(network.linkCount()),
                            7 * 3600 + random.nextInt(7200)));
        }
        return requests;
    }

    /** Depth first over all ways that use no link twice. */
    private static double bestByTryingAll(
            RoadNetwork network, TravelTimes times, RouteRequest request) {
        if (request.fromLink() == request.toLink()) {
            return 0;
        }
        double now =
                request.departureTime()
                        + 0.5 * times.travelTime(request.fromLink(), request.departureTime());
        boolean[] used = new boolean[network.linkCount()];
        used[request.fromLink()] = true;
        return tryAll(network, times, request.fromLink(), request.toLink(), now, used)
                - request.departureTime();
    }

    private static double tryAll(
            RoadNetwork network, TravelTimes times, int at, int to, double now, boolean[] used) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < network.nextLinkCount(at); k++) {
            int next = network.nextLink(at, k);
            double time = times.travelTime(next, now);
            if (next == to) {
                best = Math.min(best, now + 0.5 * time);
            } else if (!used[next]) {
                used[next] = true;
                best = Math.min(best, tryAll(network, times, next, to, now + time, used));
                used[next] = false;
            }
        }
        return best;
    }

    /**
     *
     *
     * <pre>
     *            1: 200 m   2: 200 m
     * A --0--> B ------> C -------> E --5--> F      10 m/s
     *            3: 250 m   4: 250 m
     *          B ------> D -------> E
     * </pre>
     */
    private static RoadNetwork diamond(Set<String> upper, Set<String> lower) {
        Set<String> both = Set.of("car", "truck");
        return RoadNetwork.builder()
                .junction(Junction.priority("A", 0, 0))
                .junction(Junction.priority("B", 100, 0))
                .junction(Junction.priority("C", 250, 100))
                .junction(Junction.priority("D", 250, -150))
                .junction(Junction.priority("E", 400, 0))
                .junction(Junction.priority("F", 500, 0))
                .link(Link.of("0", "A", "B", 100, 1, 10).withModes(both))
                .link(Link.of("1", "B", "C", 200, 1, 10).withModes(upper))
                .link(Link.of("2", "C", "E", 200, 1, 10).withModes(upper))
                .link(Link.of("3", "B", "D", 250, 1, 10).withModes(lower))
                .link(Link.of("4", "D", "E", 250, 1, 10).withModes(lower))
                .link(Link.of("5", "E", "F", 100, 1, 10).withModes(both))
                .build();
    }

    private static TravelTimes slow(RoadNetwork network, int link, double seconds) {
        double[] all = TravelTimes.free(network, 900).toArray();
        int bins = all.length / network.linkCount();
        for (int k = link * bins; k < (link + 1) * bins; k++) {
            all[k] = seconds;
        }
        return TravelTimes.of(network, 900, all);
    }

    /** A morning peak of random strength on every link. */
    private static TravelTimes jam(RoadNetwork network, long seed) {
        double[] all = TravelTimes.free(network, 900).toArray();
        int bins = all.length / network.linkCount();
        for (int link = 0; link < network.linkCount(); link++) {
            RandomStream random = RandomStream.of(seed, link, "jam");
            double strength = 5 * random.nextDouble();
            for (int bin = 28; bin < 40; bin++) {
                all[link * bins + bin] *= 1 + strength * random.nextDouble();
            }
        }
        return TravelTimes.of(network, 900, all);
    }
}
