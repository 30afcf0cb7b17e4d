package org.chalaco.scenario.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.od.MovementPerformance;
import org.chalaco.scenario.od.Movements;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: lanes follow the flows, and capacities follow lanes and signals. */
class M16_LaneDesignTest {

    private static final DesignRules RULES =
            new DesignRules(
                    1700, 2.5, 3, 1.75, 7, 7, 1.2, 3.2, 2, 10, 11.1, 6, 90000, 150, 0.35, 60, 90,
                    120);

    private final RoadNetwork network = crossing();
    private final int wx = network.getLinkIndex("wx");

    /** A crossing of two roads with three lanes each way. */
    private static RoadNetwork crossing() {
        return crossing(JunctionControl.PRIORITY);
    }

    private static RoadNetwork crossing(JunctionControl control) {
        RoadNetwork.Builder b = RoadNetwork.builder();
        b.junction(new Junction("x", 0, 0, control));
        arm(b, "w", -400, 0);
        arm(b, "e", 400, 0);
        arm(b, "n", 0, 400);
        arm(b, "s", 0, -400);
        return b.build();
    }

    private static void arm(RoadNetwork.Builder b, String id, double x, double y) {
        b.junction(Junction.priority(id, x, y));
        b.link(Link.of(id + "x", id, "x", 400, 3, 14));
        b.link(Link.of("x" + id, "x", id, 400, 3, 14));
    }

    private Set<Integer> lanes(TurnFlows flows, String to) {
        List<LaneConnection> all = LaneDesign.connections(network, RULES, flows, wx);
        return all.stream()
                .filter(c -> c.toLinkId().equals(to))
                .map(LaneConnection::fromLane)
                .collect(Collectors.toSet());
    }

    private TurnFlows flows(double right, double through, double left) {
        return (from, to) ->
                switch (network.link(to).id()) {
                    case "xs" -> right;
                    case "xn" -> left;
                    default -> through;
                };
    }

    @Test
    void manyGoStraightOnAndFewTurn() {
        assertThat(lanes(flows(50, 1500, 50), "xe")).containsExactly(0, 1, 2);
        assertThat(lanes(flows(50, 1500, 50), "xn")).containsExactly(2);
        assertThat(lanes(flows(50, 1500, 50), "xs")).containsExactly(0);
    }

    @Test
    void manyWhoTurnLeftAgainstManyGetTheirOwnLanes() {
        assertThat(lanes(flows(50, 700, 900), "xn")).containsExactly(1, 2);
        assertThat(lanes(flows(50, 700, 900), "xe")).containsExactly(0);
    }

    @Test
    void turnsEndInTheNearestLane() {
        List<LaneConnection> all = LaneDesign.connections(network, RULES, flows(50, 1500, 50), wx);
        assertThat(all).contains(new LaneConnection("wx", 0, "xs", 0));
        assertThat(all).contains(new LaneConnection("wx", 2, "xn", 2));
        assertThat(all.stream().filter(c -> !c.toLinkId().equals("xe"))).hasSize(2);
    }

    @Test
    void rampsOfAnInterchangeEndInLanesOfTheirOwn() {
        RoadNetwork interchange = crossing(JunctionControl.GRADE_SEPARATED);
        Map<Integer, String> owner = new TreeMap<>();
        for (String from : List.of("wx", "sx", "nx")) {
            int link = interchange.getLinkIndex(from);
            LaneDesign.connections(interchange, RULES, flows(300, 300, 300), link).stream()
                    .filter(c -> c.toLinkId().equals("xe"))
                    .forEach(c -> assertThat(owner.put(c.toLane(), from)).isIn(null, from));
        }
        assertThat(owner).containsExactly(entry(0, "sx"), entry(1, "wx"), entry(2, "nx"));
    }

    @Test
    void whoYieldsToMoreCarriesLess() {
        Movements movements = new Movements(network);
        int left = movements.index(wx, network.getLinkIndex("xn"));
        double quiet = performance(100).laneRate()[left];
        double busy = performance(700).laneRate()[left];
        assertThat(quiet).isGreaterThan(2 * busy);
    }

    private MovementPerformance performance(double flow) {
        return MovementCapacity.of(network, List.of(), RULES, (from, to) -> flow, 1);
    }

    @Test
    void beyondCapacityPeopleWaitHalfTheExcess() {
        MovementPerformance one =
                new MovementPerformance(
                        new double[] {30},
                        new double[] {1000},
                        new int[] {1},
                        new int[] {0},
                        new int[] {1},
                        1);
        // 20 % too many for an hour: the last waits 12 minutes, all of them 6 on average.
        assertThat(one.times(new double[] {1200})[0]).isCloseTo(30 + 360, within(15.0));
        assertThat(one.times(new double[] {100})[0]).isCloseTo(30, within(1.0));
    }
}
