package org.chalaco.app.imports.cityflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.app.imports.cityflow.CityFlowRoads.Intersection;
import org.chalaco.app.imports.cityflow.CityFlowRoads.LightPhase;
import org.chalaco.app.imports.cityflow.CityFlowRoads.RoadLink;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * The lights of a roadnet as signal systems. A turn that is open in every phase (right turns,
 * usually) has no signal and gives way; every other turn is a group of its own. A phase that opens
 * nobody but those is the time between two stages. CityFlow's shipped plans change from stage to
 * stage without such a time; between two stages that open different turns, {@link #CLEARANCE} s
 * follow each green here, as the studies on these data set it.
 */
final class CityFlowSignals {

    /** Amber of 3 s and 2 s for all: the 5 s that the studies on these data use. */
    static final int CLEARANCE = 5;

    private static final int AMBER = 3;
    private static final StageTiming TIMING = new StageTiming(5, 120);

    private final Intersection intersection;
    private final Set<Integer> free = new LinkedHashSet<>();
    private final List<LightPhase> stages = new ArrayList<>();

    private CityFlowSignals(Intersection intersection, List<Integer> chosen) {
        this.intersection = intersection;
        List<LightPhase> phases = intersection.phases();
        if (!phases.isEmpty()) {
            free.addAll(phases.get(0).open());
            phases.forEach(p -> free.retainAll(p.open()));
        }
        for (int k = 0; k < phases.size(); k++) {
            boolean opens = !free.containsAll(phases.get(k).open());
            if (opens && (chosen.isEmpty() || chosen.contains(k))) {
                stages.add(phases.get(k));
            }
        }
    }

    /**
     * The systems of all intersections with two stages or more.
     *
     * @param chosen indexes of the light phases to be used, empty: all
     * @param problems told of lights that come to nothing
     */
    static List<SignalSystem> of(CityFlowRoads roads, List<Integer> chosen, Problems problems) {
        List<SignalSystem> systems = new ArrayList<>();
        for (Intersection intersection : roads.intersections()) {
            CityFlowSignals signals = new CityFlowSignals(intersection, chosen);
            if (intersection.isVirtual() || intersection.phases().isEmpty()) {
                continue;
            }
            if (signals.stages.size() >= 2) {
                systems.add(signals.system());
            } else {
                problems.warn(
                        ProblemType.IMPORT_SIGNAL,
                        "",
                        "Intersection (%s) has (%d) stages and gets no signal."
                                .formatted(intersection.id(), signals.stages.size()),
                        "Maybe other --phases than %s?".formatted(chosen));
            }
        }
        return systems;
    }

    private SignalSystem system() {
        List<SignalGroup> groups = new ArrayList<>();
        for (int k = 0; k < intersection.links().size(); k++) {
            if (isSignalised(k)) {
                RoadLink link = intersection.links().get(k);
                groups.add(
                        new SignalGroup(
                                id(k),
                                List.of(
                                        SignalHead.ofMovements(
                                                id(k), link.from(), Set.of(link.to())))));
            }
        }
        List<Stage> named = new ArrayList<>();
        List<StageGreen> greens = new ArrayList<>();
        for (int s = 0; s < stages.size(); s++) {
            named.add(new Stage(Integer.toString(s + 1), groupsOf(stages.get(s)), TIMING));
            greens.add(
                    new StageGreen(named.get(s), Math.max(1, stages.get(s).seconds()), CLEARANCE));
        }
        return new SignalSystem(
                intersection.id(),
                groups,
                named,
                intergreens(),
                AMBER,
                0,
                SignalPlan.ofStages("roadnet", 0, greens));
    }

    /** A turn that is open in some stage, and not in all phases. */
    private boolean isSignalised(int link) {
        return !free.contains(link) && isOpenSomewhere(link);
    }

    private boolean isOpenSomewhere(int link) {
        return stages.stream().anyMatch(s -> s.open().contains(link));
    }

    private String id(int link) {
        RoadLink turn = intersection.links().get(link);
        return turn.from() + "-" + turn.to();
    }

    private List<String> groupsOf(LightPhase stage) {
        return stage.open().stream().sorted().filter(this::isSignalised).map(this::id).toList();
    }

    /** Turns that no phase of the file opens together must be cleared from each other. */
    private IntergreenMatrix intergreens() {
        Map<String, Map<String, Integer>> seconds = new TreeMap<>();
        int n = intersection.links().size();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a != b && isSignalised(a) && isSignalised(b) && !together(a, b)) {
                    seconds.computeIfAbsent(id(a), i -> new TreeMap<>()).put(id(b), CLEARANCE);
                }
            }
        }
        return new IntergreenMatrix(seconds);
    }

    private boolean together(int a, int b) {
        return intersection.phases().stream()
                .anyMatch(p -> p.open().contains(a) && p.open().contains(b));
    }
}
