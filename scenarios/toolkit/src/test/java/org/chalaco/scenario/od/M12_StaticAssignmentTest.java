package org.chalaco.scenario.od;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: drivers spread over two roads until both take equally long. */
class M12_StaticAssignmentTest {

    private final RoadNetwork network =
            RoadNetwork.builder()
                    .junction(Junction.priority("a", 0, 0))
                    .junction(Junction.priority("b", 500, 0))
                    .junction(Junction.priority("n", 1000, 200))
                    .junction(Junction.priority("s", 1000, -200))
                    .junction(Junction.priority("c", 1500, 0))
                    .junction(Junction.priority("d", 2000, 0))
                    .link(Link.of("ab", "a", "b", 500, 2, 14))
                    .link(Link.of("bn", "b", "n", 540, 1, 14))
                    .link(Link.of("nc", "n", "c", 540, 1, 14))
                    .link(Link.of("bs", "b", "s", 540, 1, 14))
                    .link(Link.of("sc", "s", "c", 540, 1, 14))
                    .link(Link.of("cd", "c", "d", 500, 2, 14))
                    .build();

    private StaticAssignment assignment(double northTime) {
        Movements movements = new Movements(network);
        int n = movements.count();
        double[] time = new double[n];
        double[] rate = new double[n];
        int[] lanes = new int[n];
        int[] group = new int[n];
        java.util.Arrays.fill(time, 40);
        java.util.Arrays.fill(rate, 1000);
        java.util.Arrays.fill(lanes, 1);
        java.util.Arrays.setAll(group, m -> m);
        time[movements.index(network.getLinkIndex("ab"), network.getLinkIndex("bn"))] = northTime;
        return new StaticAssignment(
                network, new MovementPerformance(time, rate, lanes, group, lanes, 1));
    }

    @Test
    void equalRoadsCarryEqualFlows() {
        StaticAssignment a = assignment(40);
        a.add(network.getLinkIndex("ab"), network.getLinkIndex("cd"), "car", 1600);
        a.run(200);
        assertThat(a.linkFlow(network.getLinkIndex("bn"))).isCloseTo(800, within(20.0));
        assertThat(a.linkFlow(network.getLinkIndex("bs"))).isCloseTo(800, within(20.0));
        assertThat(a.turnFlow(network.getLinkIndex("ab"), network.getLinkIndex("bn")))
                .isEqualTo(a.linkFlow(network.getLinkIndex("bn")));
    }

    @Test
    void whoIsAloneTakesTheShorterRoad() {
        StaticAssignment a = assignment(60);
        a.add(network.getLinkIndex("ab"), network.getLinkIndex("cd"), "car", 1);
        a.run(5);
        assertThat(a.linkFlow(network.getLinkIndex("bs"))).isCloseTo(1, within(1e-9));
        assertThat(
                        a.findRoute(
                                        network.getLinkIndex("ab"),
                                        network.getLinkIndex("cd"),
                                        "car",
                                        4)
                                .size())
                .isEqualTo(4);
    }

    @Test
    void nobodyPassesWhereTheModeIsForbidden() {
        StaticAssignment a = assignment(40);
        assertThat(a.rounds()).isZero();
        a.run(1);
        assertThat(a.findRoute(network.getLinkIndex("ab"), network.getLinkIndex("cd"), "truck", 0))
                .isNull();
    }
}
