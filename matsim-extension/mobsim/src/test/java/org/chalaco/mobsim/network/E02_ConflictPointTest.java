package org.chalaco.mobsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE UNDER TEST: which streams of a junction cross or merge, and who of two yields. Movements
 * are written {@code S>W}: from the south, to the west, a left turn.
 */
class E02_ConflictPointTest {

    private static CrossJunction cross() {
        return CrossJunction.of("N", "E", "S", "W");
    }

    private static int connector(RoadNetwork network, String movement) {
        String[] arms = movement.split(">");
        int lane = network.firstLane(network.getLinkIndex(arms[0] + "-in"));
        return network.findConnector(lane, network.getLinkIndex(arms[1] + "-out"));
    }

    private static Optional<ConflictPoint> conflict(RoadNetwork network, String own, String other) {
        int wanted = connector(network, other);
        return network.listConflicts(connector(network, own)).stream()
                .filter(c -> c.other() == wanted)
                .findFirst();
    }

    private static boolean yields(RoadNetwork network, String own, String other) {
        return conflict(network, own, other).orElseThrow().yieldsUnsignalised();
    }

    private static void assertYields(RoadNetwork network, String own, String other) {
        assertThat(yields(network, own, other)).as("%s yields to %s", own, other).isTrue();
        assertThat(yields(network, other, own)).as("%s yields to %s", other, own).isFalse();
    }

    @Test
    void aCrossroadsHasSixteenCrossingsAndTwelveMerges() {
        RoadNetwork network = cross().build().network();
        int crossings = 0;
        int merges = 0;
        for (int c = 0; c < network.connectorCount(); c++) {
            for (ConflictPoint point : network.listConflicts(c)) {
                merges += point.merge() ? 1 : 0;
                crossings += point.merge() ? 0 : 1;
            }
        }
        // every conflict is seen from both sides
        assertThat(crossings).isEqualTo(2 * 16);
        assertThat(merges).isEqualTo(2 * 12);
    }

    @ParameterizedTest
    @CsvSource({
        "S>N, E>W, true",
        "S>N, W>E, true",
        "S>N, N>S, false",
        "S>N, N>E, true",
        "S>N, W>N, true",
        "S>N, E>N, true",
        "S>N, N>W, false",
        "S>E, N>W, false",
        "S>W, N>E, false",
        "S>E, W>E, true",
        "S>E, N>E, true",
        "S>W, N>S, true",
        "S>W, N>W, true",
        "S>E, E>W, false",
        "S>W, E>S, true",
        "S>W, W>N, true"
    })
    void streamsMeetWhereTheirPathsDo(String one, String other, boolean meet) {
        RoadNetwork network = cross().build().network();

        assertThat(conflict(network, one, other).isPresent()).isEqualTo(meet);
        assertThat(conflict(network, other, one).isPresent()).isEqualTo(meet);
    }

    @Test
    void crossingStreetsMeetWhereTheirCentreLinesCross() {
        ConflictPoint point = conflict(cross().build().network(), "S>N", "E>W").orElseThrow();

        // stop lines stand back one lane and 3 m; lanes run half a lane beside the axis
        double back = RoadNetwork.LANE_WIDTH + 3;
        double half = RoadNetwork.LANE_WIDTH / 2;
        assertThat(point.distance()).isCloseTo(back + half, within(0.05));
        assertThat(point.otherDistance()).isCloseTo(back - half, within(0.05));
    }

    @Test
    void theMinorRoadYields() {
        RoadNetwork network = cross().rank("N", 70).rank("S", 70).build().network();

        assertYields(network, "E>W", "S>N");
        assertYields(network, "E>W", "N>S");
        assertYields(network, "E>S", "N>S");
        assertYields(network, "E>N", "S>N");
        assertYields(network, "E>W", "S>W");
    }

    @Test
    void leftTurnsYieldToTheOpposingStreamOfTheSameRank() {
        RoadNetwork network = cross().rank("N", 70).rank("S", 70).build().network();

        assertYields(network, "S>W", "N>S");
        assertYields(network, "S>W", "N>W");
        assertYields(network, "N>E", "S>N");
        assertYields(network, "E>S", "W>E");
    }

    @ParameterizedTest
    @EnumSource(
            value = JunctionControl.class,
            names = {"PRIORITY", "RIGHT_BEFORE_LEFT"})
    void equalRanksYieldToTheRight(JunctionControl control) {
        RoadNetwork network = cross().control(control).build().network();

        assertYields(network, "S>N", "E>W");
        assertYields(network, "E>W", "N>S");
        assertYields(network, "N>S", "W>E");
        assertYields(network, "W>E", "S>N");
    }

    @Test
    void rightBeforeLeftKnowsNoRanks() {
        RoadNetwork network =
                cross().control(JunctionControl.RIGHT_BEFORE_LEFT)
                        .rank("N", 90)
                        .rank("S", 90)
                        .build()
                        .network();

        assertYields(network, "S>N", "E>W");
    }

    @Test
    void atAnAllWayStopBothYield() {
        RoadNetwork network =
                cross().control(JunctionControl.ALL_WAY_STOP).rank("N", 90).build().network();

        for (int c = 0; c < network.connectorCount(); c++) {
            if (network.junctionOfConnector(c) == network.findJunction("box")) {
                assertThat(network.listConflicts(c))
                        .isNotEmpty()
                        .allMatch(ConflictPoint::yieldsUnsignalised);
            }
        }
    }

    @Test
    void atDifferentLevelsOnlyMergesAreLeft() {
        RoadNetwork network = cross().control(JunctionControl.GRADE_SEPARATED).build().network();

        assertThat(conflict(network, "S>N", "E>W")).isEmpty();
        assertThat(conflict(network, "S>N", "E>N")).isPresent();
        for (int c = 0; c < network.connectorCount(); c++) {
            assertThat(network.listConflicts(c)).allMatch(ConflictPoint::merge);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JunctionControl.class,
            names = {"PRIORITY", "RIGHT_BEFORE_LEFT", "GRADE_SEPARATED"})
    void exactlyOneOfTwoYields(JunctionControl control) {
        for (int lanes = 1; lanes <= 4; lanes++) {
            RoadNetwork network =
                    CrossJunction.of("N", "NE", "E", "S", "W")
                            .control(control)
                            .lanes(lanes)
                            .rank("S", 60)
                            .uTurns()
                            .build()
                            .network();
            for (int c = 0; c < network.connectorCount(); c++) {
                for (ConflictPoint own : network.listConflicts(c)) {
                    ConflictPoint other = seenFromTheOtherSide(network, own);
                    assertThat(own.yieldsUnsignalised()).isNotEqualTo(other.yieldsUnsignalised());
                    assertThat(own.yieldsWhenBothGreen()).isNotEqualTo(other.yieldsWhenBothGreen());
                }
            }
        }
    }

    static ConflictPoint seenFromTheOtherSide(RoadNetwork network, ConflictPoint own) {
        return network.listConflicts(own.other()).stream()
                .filter(c -> c.other() == own.connector())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyOpposingAndOwnStreamsMayBothBeGreen() {
        RoadNetwork network = cross().lanes(2).build().network();

        for (int c = 0; c < network.connectorCount(); c++) {
            for (ConflictPoint point : network.listConflicts(c)) {
                String own = network.link(network.fromLink(c)).id();
                String other = network.link(network.fromLink(point.other())).id();
                boolean opposing = "NS SN EW WE".contains(own.substring(0, 1) + other.charAt(0));
                assertThat(point.permissive())
                        .as("%s against %s", own, other)
                        .isEqualTo(own.equals(other) || opposing);
            }
        }
    }

    @Test
    void whenBothAreGreenTheTurnDecidesWhateverTheRank() {
        RoadNetwork network = cross().rank("S", 90).build().network();

        ConflictPoint left = conflict(network, "S>W", "N>S").orElseThrow();
        assertThat(left.yieldsWhenBothGreen()).isTrue();
        assertThat(left.yieldsUnsignalised()).isFalse();
        assertThat(conflict(network, "N>W", "S>W").orElseThrow().yieldsWhenBothGreen()).isFalse();
    }

    @Test
    void lanesOfOneRoadThatBecomeOneMergeWithTheLeftOneYielding() {
        RoadNetwork network =
                CrossJunction.of("N", "S").lanes("S", 2, 1).lanes("N", 1, 1).build().network();
        int right = network.firstConnector(network.firstLane(network.getLinkIndex("S-in")));
        int left = network.firstConnector(network.firstLane(network.getLinkIndex("S-in")) + 1);

        ConflictPoint point = network.listConflicts(left).get(0);
        assertThat(point.other()).isEqualTo(right);
        assertThat(point.merge()).isTrue();
        assertThat(point.permissive()).isTrue();
        assertThat(point.yieldsUnsignalised()).isTrue();
        assertThat(point.distance()).isCloseTo(network.connectorLength(left), within(1e-4));
        assertThat(network.listConflicts(right).get(0).yieldsUnsignalised()).isFalse();
    }

    @Test
    void aMirroredCrossroadsHasMirroredCrossings() {
        RoadNetwork own = cross().lanes(2).build().network();
        RoadNetwork turned = cross().lanes(2).turned(90).build().network();

        for (int c = 0; c < own.connectorCount(); c++) {
            assertThat(turned.listConflicts(c))
                    .as("connector %d", c)
                    .hasSameSizeAs(own.listConflicts(c));
        }
    }
}
