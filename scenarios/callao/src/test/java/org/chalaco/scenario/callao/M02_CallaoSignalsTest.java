package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: fixed-time signals of Callao are safe and serve everybody. */
class M02_CallaoSignalsTest {

    private final RoadNetwork network = Callao.MORNING.callao().network();
    private final List<SignalSystem> systems = Callao.MORNING.signals();

    @Test
    void everyTaggedIntersectionHasASignal() {
        assertThat(systems.stream().map(SignalSystem::id))
                .containsAll(Callao.MORNING.callao().tagged());
    }

    @Test
    void crossingStreamsAreNeverGreenTogetherNorBeforeTheirIntergreen() {
        for (SignalSystem system : systems) {
            Map<Integer, String> groupOf = groupsByConnector(system);
            for (int c : groupOf.keySet()) {
                for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                    String other = groupOf.get(network.conflictOther(k));
                    boolean permissive = (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0;
                    if (other != null && !permissive && !other.equals(groupOf.get(c))) {
                        assertApart(system, groupOf.get(c), other);
                    }
                }
            }
        }
    }

    private static void assertApart(SignalSystem system, String a, String b) {
        int intergreen = system.intergreens().between(a, b);
        assertThat(intergreen).as(system.id() + " " + a + " " + b).isGreaterThan(system.amber());
        FixedTimeController controller = new FixedTimeController(system);
        int ga = index(system, a);
        int gb = index(system, b);
        for (int t = 0; t < system.plan().cycle(); t++) {
            boolean ended =
                    controller.aspect(ga, t) == Aspect.GREEN
                            && controller.aspect(ga, t + 1) != Aspect.GREEN;
            for (int wait = 0; ended && wait < intergreen; wait++) {
                assertThat(controller.aspect(gb, t + 1 + wait))
                        .as("%s: %s after %s", system.id(), b, a)
                        .isNotEqualTo(Aspect.GREEN);
            }
            assertThat(
                            controller.aspect(ga, t) == Aspect.GREEN
                                    && controller.aspect(gb, t) == Aspect.GREEN)
                    .as("%s: %s with %s", system.id(), a, b)
                    .isFalse();
        }
    }

    private static int index(SignalSystem system, String group) {
        return system.groups().stream().map(SignalGroup::id).toList().indexOf(group);
    }

    private Map<Integer, String> groupsByConnector(SignalSystem system) {
        Map<Integer, String> groupOf = new HashMap<>();
        for (SignalGroup group : system.groups()) {
            for (SignalHead head : group.heads()) {
                int link = network.getLinkIndex(head.linkId());
                int first = network.firstLane(link);
                int last = first + network.laneCount(link) - 1;
                for (int c = network.firstConnector(first); c < network.endConnector(last); c++) {
                    String to = network.link(network.toLink(c)).id();
                    if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                        assertThat(groupOf.put(c, group.id()))
                                .as("two groups for one path")
                                .isNull();
                    }
                }
            }
        }
        return groupOf;
    }

    @Test
    void everyMovementOfASignalisedApproachGetsGreenInEveryCycle() {
        for (SignalSystem system : systems) {
            TreeSet<Integer> links = new TreeSet<>();
            for (SignalGroup group : system.groups()) {
                assertThat(system.plan().green(group.id()))
                        .as(system.id() + " " + group.id())
                        .isBetween(7, system.plan().cycle() - 5);
                group.heads().forEach(h -> links.add(network.getLinkIndex(h.linkId())));
            }
            Map<Integer, String> groupOf = groupsByConnector(system);
            for (int link : links) {
                int first = network.firstLane(link);
                int last = first + network.laneCount(link) - 1;
                for (int c = network.firstConnector(first); c < network.endConnector(last); c++) {
                    assertThat(groupOf).containsKey(c);
                }
            }
        }
    }

    @Test
    void stagesKeepTheirMinimumGreens() {
        for (SignalSystem system : systems) {
            system.stages()
                    .forEach(
                            stage ->
                                    stage.groupIds()
                                            .forEach(
                                                    g ->
                                                            assertThat(system.plan().green(g))
                                                                    .isGreaterThanOrEqualTo(
                                                                            stage.timing()
                                                                                    .minGreen())));
        }
    }

    @Test
    void cyclesAndAmberAreThoseOfThePractice() {
        for (SignalSystem system : systems) {
            assertThat(system.amber()).isEqualTo(3);
            assertThat(system.plan().cycle()).as(system.id()).isBetween(60, 120);
        }
    }
}
