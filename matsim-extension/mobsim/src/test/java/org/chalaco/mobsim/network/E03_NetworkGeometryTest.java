package org.chalaco.mobsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE UNDER TEST: where stop lines lie, how long lanes and connectors are, how fast a bend is.
 */
class E03_NetworkGeometryTest {

    @ParameterizedTest
    @CsvSource({"1, 6.2", "2, 9.4", "3, 12.6", "4, 15.8"})
    void theStopLineLeavesTheCrossingRoadAndItsPedestriansFree(int lanes, double setback) {
        RoadNetwork network = CrossJunction.of("N", "E", "S", "W").lanes(lanes).build().network();
        int in = network.getLinkIndex("S-in");

        assertThat(network.endSetback(in)).isCloseTo(setback, within(1e-9));
        assertThat(network.startSetback(in)).isCloseTo(0.25, within(1e-9));
        assertThat(network.laneLength(network.firstLane(in)))
                .isCloseTo(200 - setback - 0.25, within(1e-9));
    }

    @Test
    void aOneWayRoadIsHalfAsWide() {
        RoadNetwork network =
                CrossJunction.of("N", "E", "S", "W")
                        .lanes("E", 0, 2)
                        .lanes("W", 2, 0)
                        .build()
                        .network();

        assertThat(network.endSetback(network.getLinkIndex("S-in")))
                .isCloseTo(3.2 + 3, within(1e-9));
    }

    @Test
    void noBoxTakesMoreThanThreeTenthsOfALink() {
        RoadNetwork network =
                CrossJunction.of("N", "E", "S", "W").lanes(4).length(20).build().network();
        int in = network.getLinkIndex("S-in");

        assertThat(network.endSetback(in)).isCloseTo(6, within(1e-9));
        assertThat(network.laneLength(network.firstLane(in))).isGreaterThan(20 * 0.4 - 1e-9);
    }

    @Test
    void aMereChangeOfLinkTakesHalfAMetre() {
        RoadNetwork network =
                RoadDrawing.of("A ====> C ====> B      100 m + 200 m, 2 lanes, 50 km/h").network();

        assertThat(network.connectorCount()).isEqualTo(2);
        for (int c = 0; c < 2; c++) {
            assertThat(network.connectorLength(c)).isCloseTo(0.5, within(1e-9));
            assertThat(network.connectorSpeed(c)).isCloseTo(50 / 3.6, within(1e-9));
            assertThat(network.turn(c)).isEqualTo(Turn.THROUGH);
        }
    }

    @Test
    void aWayThroughTheBoxIsAsLongAsTheRoad() {
        RoadNetwork network = CrossJunction.of("N", "E", "S", "W").build().network();
        int in = network.getLinkIndex("S-in");
        int out = network.getLinkIndex("N-out");
        int through = network.findConnector(network.firstLane(in), out);
        double whole =
                network.laneLength(network.firstLane(in))
                        + network.connectorLength(through)
                        + network.laneLength(network.firstLane(out));

        assertThat(whole).isCloseTo(400 - 0.5, within(1e-6));
    }

    @Test
    void turnsAreSlowerThanThroughAndRightTurnsSlowest() {
        RoadNetwork network = CrossJunction.of("N", "E", "S", "W").build().network();
        int lane = network.firstLane(network.getLinkIndex("S-in"));
        int right = network.findConnector(lane, network.getLinkIndex("E-out"));
        int through = network.findConnector(lane, network.getLinkIndex("N-out"));
        int left = network.findConnector(lane, network.getLinkIndex("W-out"));

        assertThat(network.turn(right)).isEqualTo(Turn.RIGHT);
        assertThat(network.turn(through)).isEqualTo(Turn.THROUGH);
        assertThat(network.turn(left)).isEqualTo(Turn.LEFT);
        assertThat(network.connectorSpeed(through)).isEqualTo(50 / 3.6);
        assertThat(network.connectorSpeed(left)).isBetween(3.0, 7.0);
        assertThat(network.connectorSpeed(right))
                .isGreaterThanOrEqualTo(3)
                .isLessThan(network.connectorSpeed(left));
    }

    @Test
    void aSlowRoadLimitsItsConnectors() {
        RoadNetwork network =
                RoadDrawing.of("A ====> C ====> B      100 m, 1 lane, 50 km/h + 30 km/h").network();

        assertThat(network.connectorSpeed(0)).isCloseTo(30 / 3.6, within(1e-9));
    }

    @Test
    void randomTownsHoldTogether() {
        for (long seed = 1; seed <= 60; seed++) {
            TrafficCase town = RandomRoads.seed(seed).vehicles(0).build();
            try {
                assertHoldsTogether(town.network());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + "\n" + town.printAsTest(), e);
            }
        }
    }

    private static void assertHoldsTogether(RoadNetwork network) {
        for (int lane = 0; lane < network.laneCount(); lane++) {
            int link = network.linkOfLane(lane);
            assertThat(network.laneLength(lane))
                    .isGreaterThanOrEqualTo(0.4 * network.length(link) - 1e-9)
                    .isLessThan(network.length(link));
            assertThat(network.firstLane(link) + network.positionOnLink(lane)).isEqualTo(lane);
            if (network.nextLinkCount(link) > 0) {
                assertThat(network.endConnector(lane)).isGreaterThan(network.firstConnector(lane));
            }
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            assertThat(network.toJunction(network.fromLink(c)))
                    .isEqualTo(network.fromJunction(network.toLink(c)));
            assertThat(network.connects(network.fromLink(c), network.toLink(c))).isTrue();
            assertThat(network.connectorLength(c)).isBetween(0.5, 100.0);
            assertThat(network.connectorSpeed(c)).isBetween(3.0, 80 / 3.6 + 1e-9);
            assertConflictsFit(network, c);
        }
    }

    private static void assertConflictsFit(RoadNetwork network, int c) {
        double before = 0;
        for (ConflictPoint own : network.listConflicts(c)) {
            assertThat(own.distance()).isBetween(before, network.connectorLength(c) + 1e-4);
            before = own.distance();
            ConflictPoint other = E02_ConflictPointTest.seenFromTheOtherSide(network, own);
            assertThat(other.otherDistance()).isEqualTo(own.distance());
            assertThat(other.merge()).isEqualTo(own.merge());
            assertThat(other.permissive()).isEqualTo(own.permissive());
            boolean allWay =
                    network.junction(network.junctionOfConnector(c)).control()
                            == JunctionControl.ALL_WAY_STOP;
            assertThat(own.yieldsUnsignalised() && other.yieldsUnsignalised()).isEqualTo(allWay);
            assertThat(own.yieldsUnsignalised() || other.yieldsUnsignalised()).isTrue();
            assertThat(own.yieldsWhenBothGreen()).isNotEqualTo(other.yieldsWhenBothGreen());
        }
    }
}
