package org.chalaco.scenario.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a roundabout is a one-way ring, and what cannot be left is cut off. */
class M14_RoundaboutTest {

    private static NetworkDraft cross() {
        NetworkDraft draft = new NetworkDraft();
        draft.put(Junction.priority("o", 0, 0));
        double[][] at = {{500, 0}, {0, 500}, {-500, 0}, {0, -500}};
        for (int k = 0; k < 4; k++) {
            String id = "a" + k;
            draft.put(Junction.priority(id, at[k][0], at[k][1]));
            draft.put(Link.of(id + "o", id, "o", 500, 2, 14));
            draft.put(Link.of("o" + id, "o", id, 500, 2, 14));
        }
        return draft;
    }

    private static final Roundabout RING = new Roundabout(40, 2, 8, 99);

    @Test
    void trafficCirclesCounterClockwiseAndReachesEveryArm() {
        NetworkDraft draft = cross();
        Map<String, String> ring = RING.expand(draft, "o");
        assertThat(ring).hasSize(4).containsEntry("a0", "o.1").containsEntry("a1", "o.2");
        RoadNetwork network = draft.toNetwork();
        assertThat(network.findLink("o.1-o.2")).isNotEqualTo(RoadNetwork.NONE);
        assertThat(network.findLink("o.2-o.1")).isEqualTo(RoadNetwork.NONE);
        assertThat(network.length(network.getLinkIndex("o.1-o.2")))
                .isBetween(62.0, 63.0); // a quarter of 2 pi 40 m
        assertThat(draft.keepStrongComponent()).isEmpty();
    }

    @Test
    void rightLaneLeavesAndLeftLaneGoesOn() {
        NetworkDraft draft = cross();
        RING.expand(draft, "o");
        RoadNetwork network = draft.toNetwork();
        int ring = network.getLinkIndex("o.1-o.2");
        int exit = network.getLinkIndex("oa1");
        int next = network.getLinkIndex("o.2-o.3");
        int right = network.firstLane(ring);
        assertThat(network.findConnector(right, exit)).isNotEqualTo(RoadNetwork.NONE);
        assertThat(network.findConnector(right, next)).isEqualTo(RoadNetwork.NONE);
        assertThat(network.findConnector(right + 1, next)).isNotEqualTo(RoadNetwork.NONE);
    }

    @Test
    void thoseWhoEnterTogetherKeepTheirLanes() {
        NetworkDraft draft = cross();
        new Roundabout(40, 3, 8, 99).expand(draft, "o");
        RoadNetwork network = draft.toNetwork();
        int entry = network.firstLane(network.getLinkIndex("a0o"));
        int ring = network.firstLane(network.getLinkIndex("o.1-o.2"));
        assertThat(targets(network, entry)).containsExactly(ring);
        assertThat(targets(network, entry + 1)).containsExactly(ring + 1, ring + 2);
    }

    private static List<Integer> targets(RoadNetwork network, int lane) {
        return IntStream.range(network.firstConnector(lane), network.endConnector(lane))
                .mapToObj(network::toLane)
                .sorted()
                .toList();
    }

    @Test
    void twoArmsAreNoRoundabout() {
        NetworkDraft draft = new NetworkDraft();
        draft.put(Junction.priority("o", 0, 0));
        draft.put(Junction.priority("a", 100, 0));
        draft.put(Junction.priority("b", -100, 0));
        draft.put(Link.of("ao", "a", "o", 100, 1, 14));
        draft.put(Link.of("ob", "o", "b", 100, 1, 14));
        assertThat(RING.expand(draft, "o")).isEmpty();
        assertThat(draft.findJunction("o")).isNotNull();
    }

    @Test
    void whatCannotBeLeftIsTakenOut() {
        NetworkDraft draft = cross();
        draft.put(Junction.priority("trap", 900, 0));
        draft.put(Link.of("a0trap", "a0", "trap", 400, 1, 14));
        assertThat(draft.keepStrongComponent()).containsExactly("trap");
        assertThat(draft.findLink("a0trap")).isNull();
    }
}
