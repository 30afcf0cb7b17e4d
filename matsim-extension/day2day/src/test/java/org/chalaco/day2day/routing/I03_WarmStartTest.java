package org.chalaco.day2day.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: first routes are spread over parallel ways when one way cannot take all, and
 * stay together when it can.
 */
class I03_WarmStartTest {

    // two ways from B to E, 400 m and 440 m, where neither yields to the other
    private final RoadNetwork road =
            RoadNetwork.builder()
                    .junction(Junction.priority("A", 0, 0))
                    .junction(Junction.priority("B", 100, 0))
                    .junction(Junction.priority("C", 250, 100))
                    .junction(Junction.priority("D", 250, -150))
                    .junction(new Junction("E", 400, 0, JunctionControl.GRADE_SEPARATED))
                    .junction(Junction.priority("F", 500, 0))
                    .link(Link.of("0", "A", "B", 100, 3, 10))
                    .link(Link.of("1", "B", "C", 200, 1, 10))
                    .link(Link.of("2", "C", "E", 200, 1, 10))
                    .link(Link.of("3", "B", "D", 220, 1, 10))
                    .link(Link.of("4", "D", "E", 220, 1, 10))
                    .link(Link.of("5", "E", "F", 100, 3, 10))
                    .build();
    private final ApproachCapacity capacity = ApproachCapacity.of(road, List.of(), 1800);

    @Test
    void fewTakeTheShortWay() {
        FoundRoute[] found = assign(50, WarmStart.STANDARD, 1);

        assertThat(found).allMatch(way -> way.route().link(1) == 1);
    }

    @Test
    void manySpreadOverBothWays() {
        // 1000 vehicles in a quarter of an hour are 4000 veh/h for 1800
        FoundRoute[] found = assign(1000, WarmStart.STANDARD, 1);

        long upper = Arrays.stream(found).filter(way -> way.route().link(1) == 1).count();
        assertThat(upper).isBetween(400L, 700L);
    }

    @Test
    void withoutItEveryoneTakesTheShortWay() {
        FoundRoute[] found = assign(1000, WarmStart.OFF, 1);

        assertThat(found).allMatch(way -> way.route().link(1) == 1);
    }

    @Test
    void threadsChangeNothing() {
        assertThat(assign(1000, WarmStart.STANDARD, 3))
                .isEqualTo(assign(1000, WarmStart.STANDARD, 1));
    }

    @Test
    void congestionIsThatOfTheVolumeDelayFunction() {
        IncrementalAssignment assignment =
                new IncrementalAssignment(road, emptyRoad(), capacity, WarmStart.STANDARD);
        RouteRequest request = new RouteRequest("car", 0, 0.5, 5, 0.5, 8 * 3600 + 10);
        FoundRoute way = emptyRoad().newRouter().findRoute(request).orElseThrow();
        for (int k = 0; k < 450; k++) {
            assignment.load(request, way.route(), 1);
        }
        // 450 in 900 s are 1800 veh/h, just the capacity of link 1: 20 s x 1.5
        assertThat(assignment.travelTimes().travelTime(1, 8 * 3600 + 450))
                .isEqualTo(30, within(1e-9));
    }

    private Routing emptyRoad() {
        return Routing.of(
                road,
                List.of(NetworkMode.of("car", 30)),
                capacity,
                RoutingAlgorithm.SPEEDY_ALT,
                900);
    }

    private FoundRoute[] assign(int vehicles, WarmStart warmStart, int threads) {
        List<RouteRequest> trips = new ArrayList<>();
        for (int k = 0; k < vehicles; k++) {
            trips.add(new RouteRequest("car", 0, 0.5, 5, 0.5, 8 * 3600 + 700.0 * k / vehicles));
        }
        double[] pcu = new double[vehicles];
        Arrays.fill(pcu, 1);
        return new IncrementalAssignment(road, emptyRoad(), capacity, warmStart)
                .assign(trips, pcu, threads);
    }
}
