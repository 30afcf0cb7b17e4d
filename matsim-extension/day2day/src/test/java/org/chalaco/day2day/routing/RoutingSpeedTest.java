package org.chalaco.day2day.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chalaco.day2day.StreetGrid;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RoutingSpeedTest {
    @Test
    void measure() {
        for (int n : new int[] {13, 20, 25}) {
            RoadNetwork network = StreetGrid.of(n, n);
            Random random = new Random(1);
            TravelTimes times = jam(network, random);
            List<RouteRequest> requests = new ArrayList<>();
            for (int k = 0; k < 20000; k++) {
                requests.add(
                        new RouteRequest(
                                "car",
                                random.nextInt(network.linkCount()),
                                0.5,
                                random.nextInt(network.linkCount()),
                                0.5,
                                6 * 3600 + random.nextInt(4 * 3600)));
            }
            ModeNetwork all = new ModeNetwork(network, "car", 30);
            double[] low = new double[network.linkCount()];
            for (int i = 0; i < low.length; i++) low[i] = TravelTimes.freeTime(network, i);
            RemainingCost[] guesses = {
                RemainingCost.NONE,
                new Landmarks(16, CostTree.forward(all, low), CostTree.backward(all, low)),
                new Landmarks(6, CostTree.forward(all, low), CostTree.backward(all, low)),
                new ExactBounds(all, low)
            };
            String[] names = {"dijkstra", "alt16", "alt6", "exact"};
            double[] first = null;
            for (int round = 0; round < 2; round++)
                for (int g = 0; g < guesses.length; g++) {
                    Router router =
                            new RouteSearch(Map.of("car", all), times, TravelCost.TIME, guesses[g]);
                    double[] cost = new double[requests.size()];
                    long t = System.nanoTime();
                    for (int k = 0; k < cost.length; k++)
                        cost[k] = router.findRoute(requests.get(k)).get().travelTime();
                    long dt = System.nanoTime() - t;
                    if (first == null) first = cost;
                    for (int k = 0; k < cost.length; k++)
                        assertThat(cost[k])
                                .isEqualTo(first[k], org.assertj.core.api.Assertions.within(1e-6));
                    System.out.printf(
                            "%d links %s %.1f us/route%n",
                            network.linkCount(), names[g], dt / 1e3 / cost.length);
                }
        }
    }

    static TravelTimes jam(RoadNetwork network, Random random) {
        double[] s = new double[network.linkCount() * 120];
        for (int l = 0; l < network.linkCount(); l++) {
            double f = 1 + 3 * random.nextDouble() * random.nextDouble();
            for (int b = 0; b < 120; b++) {
                double peak = Math.exp(-Math.pow((b - 32) / 4.0, 2));
                s[l * 120 + b] =
                        TravelTimes.freeTime(network, l)
                                * (1.3 + f * peak * (0.7 + 0.6 * random.nextDouble()));
            }
        }
        return TravelTimes.of(network, 900, s);
    }
}
