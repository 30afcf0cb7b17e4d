package org.chalaco.scenario.habana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE UNDER TEST: the map of the Havana study, its streets, turns and signals. */
class M20_HabanaMapTest {

    private final RoadNetwork network = Habana.MAP.network();

    @Test
    void streetsAndTurnsAreThoseOfTheStudy() {
        assertThat(network.junctionCount()).isEqualTo(87);
        assertThat(network.linkCount()).isEqualTo(252);
        assertThat(network.laneCount()).isEqualTo(504);
        // 24 turns at each of 55 intersections
        assertThat(network.connectorCount()).isEqualTo(1320);
        Map<Turn, Long> turns =
                java.util.stream.IntStream.range(0, network.connectorCount())
                        .mapToObj(network::turn)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(turns).isEqualTo(Map.of(Turn.LEFT, 440L, Turn.THROUGH, 440L, Turn.RIGHT, 440L));
    }

    @Test
    void theLeftLaneTurnsLeftAndNothingElse() {
        for (int c = 0; c < network.connectorCount(); c++) {
            boolean leftLane = network.positionOnLink(network.fromLane(c)) == 1;
            assertThat(network.turn(c) == Turn.LEFT).isEqualTo(leftLane);
        }
    }

    @Test
    void bothLayoutsHaveTheirNumberOfSignals() {
        assertThat(Habana.MAP.signals(SignalLayout.CODE_RUN)).hasSize(28);
        assertThat(Habana.MAP.signals(SignalLayout.PAPER_FIGURE)).hasSize(29);
    }

    @Test
    void nobodyHasTwoSignalledNeighboursInTheProgram() {
        List<String> signalled =
                Habana.MAP.signals(SignalLayout.CODE_RUN).stream().map(SignalSystem::id).toList();
        for (var link : network.links()) {
            assertThat(signalled.contains(link.from()) && signalled.contains(link.to()))
                    .as("a checkerboard: %s", link.id())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(SignalLayout.class)
    void everyTurnHasOneGreenAndNoGreenMeetsAnother(SignalLayout layout) {
        for (SignalSystem system : Habana.MAP.signals(layout)) {
            List<Integer> all = new ArrayList<>();
            for (Stage stage : system.stages()) {
                List<Integer> green = connectors(system, stage);
                green.forEach(c -> assertThat(meetsHard(c, green)).as(system.id()).isFalse());
                all.addAll(green);
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(24);
        }
    }

    @Test
    void theUntouchedPlanIsTheStudys() {
        SignalSystem system = Habana.MAP.signals(SignalLayout.CODE_RUN).get(0);
        SignalPlan plan = system.plan();
        assertThat(plan.cycle()).isEqualTo(4 * (30 + 3));
        system.groups().forEach(g -> assertThat(plan.green(g.id())).isEqualTo(30));
        assertThat(Habana.MAP.signals(SignalLayout.CODE_RUN, 10).get(0).plan().cycle())
                .isEqualTo(52);
    }

    @Test
    void fourteenOfFiftyFiveBeginWithTheOtherAxis() {
        long northSouthFirst =
                HabanaTables.read(Habana.FOLDER.resolve("data"), new org.chalaco.formats.Problems())
                        .nodes()
                        .stream()
                        .filter(n -> !n.boundary() && !n.eastWestFirst())
                        .count();
        assertThat(northSouthFirst).isEqualTo(14);
    }

    private List<Integer> connectors(SignalSystem system, Stage stage) {
        List<Integer> connectors = new ArrayList<>();
        for (SignalGroup group : system.groups()) {
            if (stage.groupIds().contains(group.id())) {
                for (SignalHead head : group.heads()) {
                    for (int c = 0; c < network.connectorCount(); c++) {
                        if (network.link(network.fromLink(c)).id().equals(head.linkId())
                                && head.toLinkIds()
                                        .contains(network.link(network.toLink(c)).id())) {
                            connectors.add(c);
                        }
                    }
                }
            }
        }
        return connectors;
    }

    /** Crossing, or merging from another approach. */
    private boolean meetsHard(int connector, List<Integer> green) {
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            int other = network.conflictOther(k);
            if (green.contains(other) && network.fromLink(other) != network.fromLink(connector)) {
                return true;
            }
        }
        return false;
    }
}
