package org.chalaco.mobsim.network;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a network that cannot be built says everything that is wrong with it at once.
 */
class E04_NetworkProblemsTest {

    private static RoadNetwork.Builder road() {
        return RoadNetwork.builder()
                .junction(Junction.priority("A", 0, 0))
                .junction(Junction.priority("B", 100, 0))
                .junction(Junction.priority("C", 200, 0))
                .link(Link.of("AB", "A", "B", 100, 1, 10))
                .link(Link.of("BC", "B", "C", 100, 2, 10));
    }

    @Test
    void namesEveryProblem() {
        RoadNetwork.Builder broken =
                road().junction(Junction.priority("A", 5, 5))
                        .link(Link.of("AB", "A", "B", 50, 1, 10))
                        .link(Link.of("XB", "X", "B", 50, 1, 10))
                        .link(Link.of("CY", "C", "Y", 50, 1, 10))
                        .connect(new LaneConnection("AB", 0, "nowhere", 0))
                        .connect(new LaneConnection("BC", 0, "AB", 0))
                        .connect(new LaneConnection("AB", 1, "BC", 0))
                        .connect(new LaneConnection("AB", 0, "BC", 2))
                        .connect(new LaneConnection("AB", 0, "BC", -1));

        assertThatIllegalArgumentException()
                .isThrownBy(broken::build)
                .withMessageContaining("Junction (A) is given twice")
                .withMessageContaining("Link (AB) is given twice")
                .withMessageContaining("Link (XB) names the junction (X)")
                .withMessageContaining("Link (CY) names the junction (Y)")
                .withMessageContaining("toLinkId=nowhere")
                .withMessageContaining("joins links that do not meet")
                .withMessageContaining("fromLane=1")
                .withMessageContaining("toLane=2")
                .withMessageContaining("toLane=-1");
    }

    @Test
    void linksAndJunctionsThatCannotBeAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of("bad", "A", "B", 0, 1, 10))
                .withMessageContaining("length (0.0 m) of link (bad)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of("bad", "A", "B", Double.NaN, 1, 10))
                .withMessageContaining("bad");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of("bad", "A", "B", 10, 0, 10))
                .withMessageContaining("(0) lanes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of("bad", "A", "B", 10, 1, Double.POSITIVE_INFINITY))
                .withMessageContaining("free speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Junction.priority("bad", Double.NaN, 0))
                .withMessageContaining("bad");
    }

    @Test
    void anUnknownLinkIsNamed() {
        RoadNetwork network = road().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.getLinkIndex("QQ"))
                .withMessageContaining("QQ");
    }
}
