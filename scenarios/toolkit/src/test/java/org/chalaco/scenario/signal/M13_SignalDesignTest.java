package org.chalaco.scenario.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: stages follow from who meets whom, greens from demand and pedestrians. */
class M13_SignalDesignTest {

    private static final DesignRules RULES =
            new DesignRules(
                    1700, 2.5, 3, 1.75, 7, 7, 1.2, 3.2, 2, 10, 11.1, 6, 90000, 150, 0.35, 60, 90,
                    120);

    /** A crossing of two two-way roads; the one from west to east has {@code lanes} lanes. */
    private static RoadNetwork crossing(int lanes, boolean south) {
        RoadNetwork.Builder b = RoadNetwork.builder();
        b.junction(Junction.priority("x", 0, 0));
        arm(b, "w", -400, 0, lanes);
        arm(b, "e", 400, 0, lanes);
        arm(b, "n", 0, 400, 2);
        if (south) {
            arm(b, "s", 0, -400, 2);
        }
        return b.build();
    }

    private static void arm(RoadNetwork.Builder b, String id, double x, double y, int lanes) {
        b.junction(Junction.priority(id, x, y));
        b.link(Link.of(id + "x", id, "x", 400, lanes, 14));
        b.link(Link.of("x" + id, "x", id, 400, lanes, 14));
    }

    private static SignalSystem design(RoadNetwork network, TurnFlows flows, int cycle) {
        return new SignalDesign(network, RULES, flows).design(network.findJunction("x"), cycle, 0);
    }

    @Test
    void crossingWithFewLeftTurnsHasTwoStages() {
        SignalSystem system = design(crossing(2, true), (from, to) -> 100, 90);
        assertThat(system.stages()).hasSize(2);
        assertThat(system.stages().get(0).groupIds()).hasSize(2);
        assertThat(system.plan().cycle()).isEqualTo(90);
    }

    @Test
    void heavyLeftTurnsWithTheirOwnLaneGetAStage() {
        RoadNetwork network = crossing(3, true);
        int wx = network.getLinkIndex("wx");
        int xn = network.getLinkIndex("xn");
        SignalSystem system =
                design(network, (from, to) -> from == wx && to == xn ? 500 : 400, 120);
        assertThat(system.groups().stream().map(g -> g.id())).contains("wx.left", "wx");
        assertThat(system.stages().size()).isGreaterThan(2);
        assertThat(system.intergreens().between("wx.left", "ex")).isGreaterThan(3);
    }

    @Test
    void leftTurnThatSharesItsLaneByChoiceYieldsInTheSameStage() {
        RoadNetwork network = crossing(2, true);
        int wx = network.getLinkIndex("wx");
        int xn = network.getLinkIndex("xn");
        assertThat(Stream.ofApproach(network, wx).hasOwnLeftLane(network)).isFalse();
        SignalSystem system =
                design(network, (from, to) -> from == wx && to == xn ? 500 : 400, 120);
        assertThat(system.stages()).hasSize(2);
    }

    @Test
    void busierRoadGetsMoreGreen() {
        RoadNetwork network = crossing(2, true);
        int wx = network.getLinkIndex("wx");
        SignalSystem system = design(network, (from, to) -> from == wx ? 300 : 60, 90);
        assertThat(system.plan().green("wx")).isGreaterThan(system.plan().green("nx"));
    }

    @Test
    void pedestriansCanCrossTheWideRoadDuringTheGreenOfTheNarrow() {
        RoadNetwork network = crossing(3, true);
        SignalSystem system = design(network, (from, to) -> 1, 90);
        // Three lanes of 3.2 m to the refuge at 1.2 m/s, and 7 s to start.
        assertThat(system.plan().green("nx")).isGreaterThanOrEqualTo(15);
    }

    @Test
    void roadThatMeetsNobodyNeedsNoSignal() {
        RoadNetwork.Builder b = RoadNetwork.builder();
        b.junction(Junction.priority("x", 0, 0));
        arm(b, "w", -400, 0, 2);
        arm(b, "e", 400, 0, 2);
        RoadNetwork network = b.build();
        SignalDesign design = new SignalDesign(network, RULES, (from, to) -> 100);
        assertThat(design.hasConflicts(network.findJunction("x"))).isFalse();
        SignalSystem tagged = design.design(network.findJunction("x"), 90, 0);
        assertThat(tagged.plan().green("wx")).isBetween(40, 70);
    }

    @Test
    void webstersCycleAndShares() {
        assertThat(GreenSplit.bestCycle(10, 0.6)).isCloseTo(50, within(1e-9));
        assertThat(GreenSplit.bestCycle(10, 1.1)).isInfinite();
        int[] greens = GreenSplit.share(80, new double[] {0.4, 0.2, 0.01}, new int[] {7, 7, 10});
        assertThat(Arrays.stream(greens).sum()).isEqualTo(80);
        assertThat(greens[2]).isEqualTo(10);
        assertThat(greens[0]).isCloseTo(2 * greens[1], within(2));
    }

    @Test
    void suitableCycleGrowsWithDemand() {
        RoadNetwork network = crossing(2, true);
        int x = network.findJunction("x");
        int quiet = new SignalDesign(network, RULES, (from, to) -> 30).suitableCycle(x);
        int busy = new SignalDesign(network, RULES, (from, to) -> 400).suitableCycle(x);
        assertThat(quiet).isEqualTo(60);
        assertThat(busy).isEqualTo(120);
    }

    @Test
    void tJunctionServesAllThreeArms() {
        SignalSystem system = design(crossing(2, false), (from, to) -> 150, 90);
        assertThat(system.groups()).hasSize(3);
        system.groups().forEach(g -> assertThat(system.plan().green(g.id())).isGreaterThan(6));
    }
}
