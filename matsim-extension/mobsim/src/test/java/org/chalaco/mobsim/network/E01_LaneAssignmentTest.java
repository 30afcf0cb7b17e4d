package org.chalaco.mobsim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: which lane leads where, derived from the geometry. A drawn line lists the
 * lanes from the kerb: {@code "E0 N0 | N1 W0"} means lane 0 leads to lane 0 of the links to E and
 * N, lane 1 to lane 1 towards N and lane 0 towards W.
 */
class E01_LaneAssignmentTest {

    /** The arms and lanes each lane of an approach leads to, in alphabetical order. */
    static String lanes(RoadNetwork network, String approach) {
        int link = network.getLinkIndex(approach);
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < network.laneCount(link); k++) {
            Set<String> targets = new TreeSet<>();
            int lane = network.firstLane(link) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                String arm = network.link(network.toLink(c)).id().replace("-out", "");
                targets.add(arm + network.positionOnLink(network.toLane(c)));
            }
            line.append(k == 0 ? "" : " | ").append(String.join(" ", targets));
        }
        return line.toString();
    }

    private static String fromSouth(CrossJunction junction) {
        return lanes(junction.build().network(), "S-in");
    }

    @ParameterizedTest
    @CsvSource({
        "1, E0 N0 W0",
        "2, E0 E1 N0 | N1 W0 W1",
        "3, E0 E1 N0 | N1 N2 | W1 W2",
        "4, E0 E1 N0 | N1 | N2 N3 | W2 W3"
    })
    void atACrossroadsRightIsRightLeftIsLeftAndThreeLanesKeepOneForLeftTurns(
            int lanes, String drawn) {
        assertThat(fromSouth(CrossJunction.of("N", "E", "S", "W").lanes(lanes))).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"1, E0 W0", "2, E0 E1 | W0 W1", "3, E0 | E1 W1 | W2", "4, E0 | E1 | W2 | W3"})
    void atTheEndOfARoadItsLanesAreDealtOut(int lanes, String drawn) {
        assertThat(fromSouth(CrossJunction.of("E", "S", "W").lanes(lanes))).isEqualTo(drawn);
    }

    @Test
    void atTheEndOfARoadTheWiderTargetGetsMoreLanes() {
        CrossJunction end =
                CrossJunction.of("E", "S", "W").lanes("S", 4, 1).lanes("E", 1, 1).lanes("W", 3, 3);

        assertThat(fromSouth(end)).isEqualTo("E0 | W0 | W1 | W2");
    }

    @ParameterizedTest
    @CsvSource({"1, E0 N0", "2, E0 E1 N0 | N1", "3, E0 E1 N0 | N1 | N2"})
    void whereARoadBranchesOffToTheRightAllLanesGoOn(int lanes, String drawn) {
        assertThat(fromSouth(CrossJunction.of("N", "E", "S").lanes(lanes))).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"1, N0 W0", "2, N0 | N1 W0 W1", "3, N0 | N1 N2 | W1 W2"})
    void whereARoadBranchesOffToTheLeftThreeLanesKeepOneForIt(int lanes, String drawn) {
        assertThat(fromSouth(CrossJunction.of("N", "S", "W").lanes(lanes))).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({
        "1, E0 N0 NE0 W0",
        "2, E0 E1 N0 NE0 NE1 | N1 W0 W1",
        "3, E0 E1 N0 NE0 NE1 | N1 N2 | W1 W2"
    })
    void atFiveArmsEveryRightTurnLeavesFromTheKerb(int lanes, String drawn) {
        assertThat(fromSouth(CrossJunction.of("N", "NE", "E", "S", "W").lanes(lanes)))
                .isEqualTo(drawn);
    }

    @Test
    void surplusLanesMergeAtTheLeft() {
        CrossJunction narrower = CrossJunction.of("N", "S").lanes("S", 3, 1).lanes("N", 1, 2);

        assertThat(fromSouth(narrower)).isEqualTo("N0 | N1 | N1");
    }

    @Test
    void additionalLanesOpenAtTheLeft() {
        CrossJunction wider = CrossJunction.of("N", "S").lanes("S", 1, 1).lanes("N", 1, 3);

        assertThat(fromSouth(wider)).isEqualTo("N0 N1 N2");
    }

    @Test
    void aForbiddenTurnIsNotOfferedAndFreesItsLane() {
        CrossJunction noLeft = CrossJunction.of("N", "E", "S", "W").lanes(3).forbid("S", "W");

        assertThat(fromSouth(noLeft)).isEqualTo("E0 E1 N0 | N1 | N2");
    }

    @Test
    void uTurnsExistOnlyWhereNothingElseIsPossible() {
        RoadNetwork network = CrossJunction.of("N", "E", "S", "W").build().network();

        // the end of every arm is the end of the road
        int out = network.getLinkIndex("N-out");
        assertThat(network.nextLinkCount(out)).isEqualTo(1);
        assertThat(network.nextLink(out, 0)).isEqualTo(network.getLinkIndex("N-in"));
        assertThat(network.turn(network.firstConnector(network.firstLane(out))))
                .isEqualTo(Turn.U_TURN);
        assertThat(network.connects(network.getLinkIndex("S-in"), network.getLinkIndex("S-out")))
                .isFalse();
    }

    @Test
    void uTurnsThatAreAllowedLeaveFromTheLeft() {
        assertThat(fromSouth(CrossJunction.of("N", "E", "S", "W").lanes(2).uTurns()))
                .isEqualTo("E0 E1 N0 | N1 S0 S1 W0 W1");
    }

    @Test
    void aOneWayRoadIsLeftOut() {
        CrossJunction oneWay = CrossJunction.of("N", "E", "S", "W").lanes("W", 1, 0);

        assertThat(fromSouth(oneWay)).isEqualTo("E0 N0");
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 90", "3, 137", "4, -61.5", "3, 180"})
    void aJunctionCanBeTurnedLikeAMap(int lanes, double degrees) {
        String drawn = fromSouth(CrossJunction.of("N", "E", "S", "W").lanes(lanes));

        assertThat(fromSouth(CrossJunction.of("N", "E", "S", "W").lanes(lanes).turned(degrees)))
                .isEqualTo(drawn);
    }

    /** With one or two lanes nothing but the side differs between right and left. */
    @ParameterizedTest
    @CsvSource({
        "1, N E S W",
        "2, N E S W",
        "1, E S W",
        "2, E S W",
        "1, N E S",
        "2, N E S",
        "1, N NE E S W",
        "2, N NE E S W"
    })
    void aMirroredJunctionHasTheMirroredAssignment(int lanes, String arms) {
        String[] compass = arms.split(" ");
        RoadNetwork own = CrossJunction.of(compass).lanes(lanes).build().network();
        RoadNetwork other = CrossJunction.of(compass).lanes(lanes).mirrored().build().network();

        for (String arm : compass) {
            assertThat(mirroredPairs(other, arm + "-in", lanes))
                    .as("from %s", arm)
                    .isEqualTo(pairs(own, arm + "-in"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void theEndOfAWideRoadIsMirroredToo(int lanes) {
        CrossJunction end = CrossJunction.of("E", "S", "W").lanes(lanes);
        CrossJunction other = CrossJunction.of("E", "S", "W").lanes(lanes).mirrored();

        assertThat(mirroredPairs(other.build().network(), "S-in", lanes))
                .isEqualTo(pairs(end.build().network(), "S-in"));
    }

    private static Set<String> pairs(RoadNetwork network, String approach) {
        return pairs(network, approach, 1, 0);
    }

    private static Set<String> mirroredPairs(RoadNetwork network, String approach, int lanes) {
        return pairs(network, approach, -1, lanes - 1);
    }

    private static Set<String> pairs(RoadNetwork network, String approach, int sign, int shift) {
        Set<String> pairs = new TreeSet<>();
        int link = network.getLinkIndex(approach);
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                int target = network.positionOnLink(network.toLane(c));
                pairs.add(
                        "%d > %s %d"
                                .formatted(
                                        sign * k + shift,
                                        network.link(network.toLink(c)).id(),
                                        sign * target + shift));
            }
        }
        return pairs;
    }

    @Test
    void connectionsThatAreGivenReplaceTheDerivedOnesOfTheirLink() {
        RoadNetwork derived = CrossJunction.of("N", "E", "S", "W").lanes(2).build().network();
        RoadNetwork.Builder builder = RoadNetwork.builder();
        derived.junctions().forEach(builder::junction);
        derived.links().forEach(builder::link);
        builder.connect(new LaneConnection("S-in", 0, "E-out", 1));
        builder.connect(new LaneConnection("S-in", 1, "W-out", 0));
        builder.connect(new LaneConnection("S-in", 0, "N-out", 1));
        RoadNetwork given = builder.build();

        assertThat(lanes(given, "S-in")).isEqualTo("E1 N1 | W0");
        assertThat(lanes(given, "N-in")).isEqualTo(lanes(derived, "N-in"));
    }

    @Test
    void aConnectionGivenTwiceIsOneConnection() {
        RoadNetwork derived = CrossJunction.of("N", "S").build().network();
        RoadNetwork.Builder builder = RoadNetwork.builder();
        derived.junctions().forEach(builder::junction);
        derived.links().forEach(builder::link);
        builder.connect(new LaneConnection("S-in", 0, "N-out", 0));
        builder.connect(new LaneConnection("S-in", 0, "N-out", 0));

        assertThat(builder.build().connectorCount()).isEqualTo(derived.connectorCount());
    }

    @Test
    void everyLaneOfAnApproachLeadsSomewhere() {
        for (int lanes = 1; lanes <= 6; lanes++) {
            for (String arms : new String[] {"N S", "N E S", "N S W", "E S W", "E S", "N E S W"}) {
                TrafficCase cross = CrossJunction.of(arms.split(" ")).lanes(lanes).build();
                assertThat(lanes(cross.network(), "S-in").split("\\|"))
                        .as("%d lanes, arms %s", lanes, arms)
                        .hasSize(lanes)
                        .noneMatch(String::isBlank);
            }
        }
    }
}
