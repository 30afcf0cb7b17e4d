package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.od.Movements;
import org.chalaco.scenario.od.StaticAssignment;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the facts of Callao become roads one can drive on. */
class M01_CallaoNetworkTest {

    private final CallaoNetwork callao = Callao.MORNING.callao();
    private final RoadNetwork network = callao.network();

    @Test
    void allFactsAreCarried() {
        assertThat(Callao.FACTS.intersections()).hasSize(139);
        assertThat(Callao.FACTS.segments()).hasSize(206);
    }

    @Test
    void nothingIsDroppedAsUnreachable() {
        assertThat(callao.dropped()).isEmpty();
    }

    @Test
    void everyLinkReachesEveryLink() {
        double[] ones = new double[new Movements(network).count()];
        java.util.Arrays.fill(ones, 1);
        double[][] times = StaticAssignment.freeTimes(network, ones, "truck");
        TreeSet<String> unreachable = new TreeSet<>();
        for (double[] row : times) {
            for (int b = 0; b < times.length; b++) {
                if (!Double.isFinite(row[b])) {
                    unreachable.add(network.link(b).id());
                }
            }
        }
        assertThat(unreachable).isEmpty();
    }

    @Test
    void lengthsAreNotShorterThanTheCrowFliesAndNotTwiceAsLong() {
        for (Link link : network.links()) {
            Junction a = network.junction(network.findJunction(link.from()));
            Junction b = network.junction(network.findJunction(link.to()));
            double crow = Math.hypot(a.x() - b.x(), a.y() - b.y());
            assertThat(link.length() / crow).as(link.id()).isBetween(0.7, 2.3);
        }
    }

    @Test
    void everyLaneLeadsSomewhereAndIsLongEnoughForATruck() {
        for (int lane = 0; lane < network.laneCount(); lane++) {
            String id = network.link(network.linkOfLane(lane)).id();
            assertThat(network.endConnector(lane))
                    .as(id)
                    .isGreaterThan(network.firstConnector(lane));
            assertThat(network.laneLength(lane)).as(id).isGreaterThan(18.5);
        }
    }

    @Test
    void lanesAndSpeedsAreThoseOfTheTable() {
        Link argentina = network.link(network.getLinkIndex("I037-I039"));
        assertThat(argentina.laneCount()).isEqualTo(3);
        assertThat(argentina.freeSpeed()).isCloseTo(50 / 3.6, within(0.01));
        Link costaVerde = network.link(network.getLinkIndex("I113-I128"));
        assertThat(costaVerde.freeSpeed()).isCloseTo(80 / 3.6, within(0.01));
        Link marcoPolo = network.link(network.getLinkIndex("I064-I071"));
        assertThat(marcoPolo.freeSpeed()).isCloseTo(30 / 3.6, within(0.01));
    }

    @Test
    void everyStreetSaysWhereItComesFrom() {
        for (Link link : network.links()) {
            if (!link.attributes().get("class").equals("roundabout")) {
                assertThat(link.attributes()).containsKeys("name", "source", "certainty");
            }
        }
    }

    @Test
    void everyClassMayDriveAndMototaxisKeepOffTheExpressway() {
        Link gambetta = network.link(network.getLinkIndex("I006-I029"));
        assertThat(gambetta.modes()).hasSize(VehicleClass.values().length - 1);
        assertThat(gambetta.modes()).doesNotContain("mototaxi");
        assertThat(network.link(network.getLinkIndex("I037-I039")).modes())
                .hasSize(VehicleClass.values().length);
    }

    @Test
    void roundaboutsAreRingsWhereEntriesYield() {
        assertThat(callao.rings()).containsOnlyKeys("I041", "I042", "I043", "I083");
        for (Link link : network.links()) {
            if (link.attributes().get("class").equals("roundabout")) {
                int into = network.findJunction(link.to());
                for (int l = 0; l < network.linkCount(); l++) {
                    if (network.toJunction(l) == into && !network.link(l).equals(link)) {
                        assertThat(network.link(l).rank()).isLessThan(link.rank());
                    }
                }
            }
        }
    }

    @Test
    void faucettCrossesColonialOnAnotherLevel() {
        assertThat(network.junction(network.findJunction("I049")).control())
                .isEqualTo(JunctionControl.GRADE_SEPARATED);
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }
}
