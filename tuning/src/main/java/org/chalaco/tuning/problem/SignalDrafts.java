package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * Plain signals for junctions that have none, so that a search can try to place one: a group per
 * approach, approaches that do not cross each other in one stage, left turns that yield, 3 s amber
 * and {@value #CLEARANCE} s between stages. The system has the id of its junction.
 */
public final class SignalDrafts {

    private static final int CLEARANCE = 5;
    private static final int AMBER = 3;
    private static final int GREEN = 30;

    private final RoadNetwork network;
    private final TimingRules rules;

    /** Drafts on this network. */
    public SignalDrafts(RoadNetwork network, TimingRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /** The signals of a junction, or empty if nobody meets anybody there. */
    public Optional<SignalSystem> of(int junction) {
        List<List<Integer>> stages = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.toJunction(l) == junction && network.nextLinkCount(l) > 0) {
                addTo(stages, l);
            }
        }
        return stages.size() < 2
                ? Optional.empty()
                : Optional.of(system(network.junction(junction).id(), stages));
    }

    private void addTo(List<List<Integer>> stages, int link) {
        for (List<Integer> stage : stages) {
            if (stage.stream().noneMatch(other -> cross(link, other))) {
                stage.add(link);
                return;
            }
        }
        stages.add(new ArrayList<>(List.of(link)));
    }

    /** Whether movements of the two cross or join and none yields to the other at green. */
    private boolean cross(int a, int b) {
        for (int k = 0; k < network.laneCount(a); k++) {
            int lane = network.firstLane(a) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                for (int x = network.firstConflict(c); x < network.endConflict(c); x++) {
                    boolean hard = (network.conflictFlags(x) & RoadNetwork.PERMISSIVE) == 0;
                    if (hard && network.fromLink(network.conflictOther(x)) == b) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private SignalSystem system(String id, List<List<Integer>> stages) {
        List<SignalGroup> groups = new ArrayList<>();
        List<StageGreen> greens = new ArrayList<>();
        for (int k = 0; k < stages.size(); k++) {
            List<String> ids = stages.get(k).stream().map(link -> network.link(link).id()).toList();
            ids.forEach(
                    link -> groups.add(new SignalGroup(link, List.of(SignalHead.ofLink(link)))));
            StageTiming timing = new StageTiming(rules.minimumGreen(), rules.maximumGreen());
            Stage stage = new Stage(Integer.toString(k + 1), ids, timing);
            greens.add(new StageGreen(stage, Math.max(GREEN, rules.minimumGreen()), CLEARANCE));
        }
        return new SignalSystem(
                id,
                groups,
                List.of(),
                intergreens(greens),
                AMBER,
                0,
                SignalPlan.ofStages("1", 0, greens));
    }

    private static IntergreenMatrix intergreens(List<StageGreen> stages) {
        Map<String, Map<String, Integer>> seconds = new LinkedHashMap<>();
        for (StageGreen ending : stages) {
            for (StageGreen starting : stages) {
                if (ending != starting) {
                    for (String a : ending.stage().groupIds()) {
                        for (String b : starting.stage().groupIds()) {
                            seconds.computeIfAbsent(a, x -> new LinkedHashMap<>())
                                    .put(b, CLEARANCE);
                        }
                    }
                }
            }
        }
        return new IntergreenMatrix(seconds);
    }
}
