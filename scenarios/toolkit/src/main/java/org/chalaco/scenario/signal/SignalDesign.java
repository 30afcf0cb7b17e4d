package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * Designs fixed-time signals where only the roads and the demand are known: stages from conflicts
 * and lanes, intergreens from the geometry, greens by Webster, minimum greens for drivers and
 * pedestrians.
 *
 * <p>Streams whose paths cross or merge are never green together, but opposing ones may be while
 * their left turns yield. Approaches that meet nobody get no signal. Thread-safe after
 * construction; deterministic.
 *
 * <p>{@code new SignalDesign(network, rules, flows).design(network.findJunction("I040"), 90, 0)}
 */
public final class SignalDesign {

    private final RoadNetwork network;
    private final DesignRules rules;
    private final StagePlanner planner;
    private final StreamConflicts conflicts;
    private final PedestrianGreens pedestrians;

    /** A designer for this network and demand. */
    public SignalDesign(RoadNetwork network, DesignRules rules, TurnFlows flows) {
        this.network = network;
        this.rules = rules;
        planner = new StagePlanner(network, rules, flows);
        conflicts = new StreamConflicts(network, rules);
        pedestrians = new PedestrianGreens(network, rules);
    }

    /** Whether anybody meets anybody at the junction, so that a signal has something to do. */
    public boolean hasConflicts(int junction) {
        return planner.plan(signalised(junction)).size() > 1;
    }

    /**
     * The cycle that suits the junction: Webster's, rounded to the short, default or long one, and
     * long enough for every minimum.
     */
    public int suitableCycle(int junction) {
        SignalDraft draft = draft(junction);
        double best = GreenSplit.bestCycle(draft.lostTime(), draft.flowRatioSum());
        int cycle = rules.longCycle();
        if (best <= (rules.shortCycle() + rules.defaultCycle()) / 2.0) {
            cycle = rules.shortCycle();
        } else if (best <= (rules.defaultCycle() + rules.longCycle()) / 2.0) {
            cycle = rules.defaultCycle();
        }
        return Math.max(cycle, roundedUp(draft.shortestCycle()));
    }

    /** Sum of the critical flow ratios of the junction, -: how busy it is. */
    public double flowRatioSum(int junction) {
        return draft(junction).flowRatioSum();
    }

    private static int roundedUp(int seconds) {
        return (seconds + 9) / 10 * 10;
    }

    /**
     * The signals of a junction.
     *
     * @param junction index
     * @param cycle wanted, s; lengthened where minimum greens do not fit
     * @param offset s
     */
    public SignalSystem design(int junction, int cycle, int offset) {
        SignalDraft draft = draft(junction);
        int length = Math.max(cycle, roundedUp(draft.shortestCycle()));
        int[] greens =
                GreenSplit.share(length - draft.clearanceSum(), draft.ratios(), draft.least());
        List<Stage> stages = stages(draft, length);
        List<SignalPlan.StageGreen> timed = new ArrayList<>();
        for (int k = 0; k < greens.length; k++) {
            timed.add(new SignalPlan.StageGreen(stages.get(k), greens[k], draft.clearances()[k]));
        }
        return new SignalSystem(
                draft.id(),
                groups(draft),
                stages.stream().filter(s -> !s.groupIds().isEmpty()).toList(),
                intergreens(draft),
                rules.amber(),
                0,
                SignalPlan.ofStages("1", Math.floorMod(offset, length), timed));
    }

    private SignalDraft draft(int junction) {
        List<List<Stream>> stages = planner.plan(signalised(junction));
        if (stages.size() < 2) {
            stages = ghostStages(junction);
        }
        double[] ratios = ratios(stages);
        int[] clearances = new int[stages.size()];
        double lost = 0;
        for (int k = 0; k < stages.size(); k++) {
            clearances[k] = clearance(stages, k);
            // Drivers use about two seconds of amber.
            lost += clearances[k] - (rules.amber() - 1) + rules.startLoss();
        }
        return new SignalDraft(
                junction,
                network.junction(junction).id(),
                stages,
                ratios,
                pedestrians.least(stages, ratios),
                clearances,
                lost);
    }

    /** Approaches that meet some other approach. */
    private List<Stream> signalised(int junction) {
        List<Stream> all = approaches(junction);
        return all.stream()
                .filter(
                        s ->
                                all.stream()
                                        .anyMatch(
                                                o ->
                                                        o.link() != s.link()
                                                                && (conflicts.isHard(s, o)
                                                                        || conflicts.isPermissive(
                                                                                s, o))))
                .toList();
    }

    private List<Stream> approaches(int junction) {
        List<Stream> all = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.toJunction(l) == junction && network.nextLinkCount(l) > 0) {
                all.add(Stream.ofApproach(network, l));
            }
        }
        return all;
    }

    /** Everyone together, and a stage for the cross street or the pedestrians nobody sees. */
    private List<List<Stream>> ghostStages(int junction) {
        return List.of(approaches(junction), List.of());
    }

    private double[] ratios(List<List<Stream>> stages) {
        double[] ratios = new double[stages.size()];
        List<Stream> shared = new ArrayList<>();
        for (int k = 0; k < ratios.length; k++) {
            for (Stream s : stages.get(k)) {
                if (stages.stream().filter(stage -> stage.contains(s)).count() == 1) {
                    ratios[k] = Math.max(ratios[k], planner.flowRatio(s, stages.get(k)));
                } else if (!shared.contains(s)) {
                    shared.add(s);
                }
            }
        }
        shared.forEach(s -> giveRest(s, stages, ratios));
        for (int k = 0; k < ratios.length; k++) {
            if (stages.get(k).isEmpty()) {
                double others = java.util.Arrays.stream(ratios).sum();
                ratios[k] = Math.max(0.05, others) * rules.ghostShare() / (1 - rules.ghostShare());
            }
        }
        return ratios;
    }

    /** What a stream of several stages needs beyond their sum goes to the last of them. */
    private void giveRest(Stream s, List<List<Stream>> stages, double[] ratios) {
        double given = 0;
        int last = 0;
        for (int k = 0; k < ratios.length; k++) {
            if (stages.get(k).contains(s)) {
                given += ratios[k];
                last = k;
            }
        }
        ratios[last] += Math.max(0, planner.flowRatio(s, stages.get(last)) - given);
    }

    private int clearance(List<List<Stream>> stages, int k) {
        List<Stream> ending = stages.get(k);
        List<Stream> starting = stages.get((k + 1) % stages.size());
        int seconds = rules.shortestClearance();
        for (Stream a : ending) {
            for (Stream b : starting) {
                if (!starting.contains(a) && !ending.contains(b)) {
                    seconds = Math.max(seconds, intergreen(stages, a, b));
                }
            }
        }
        return seconds;
    }

    private int intergreen(List<List<Stream>> stages, Stream a, Stream b) {
        if (a.link() == b.link()) {
            return 0;
        }
        boolean together = stages.stream().anyMatch(s -> s.contains(a) && s.contains(b));
        return conflicts.clearance(a, b, !together);
    }

    private List<Stage> stages(SignalDraft draft, int cycle) {
        List<Stage> stages = new ArrayList<>();
        for (int k = 0; k < draft.stages().size(); k++) {
            stages.add(
                    new Stage(
                            String.valueOf((char) ('A' + k)),
                            draft.stages().get(k).stream().map(Stream::id).toList(),
                            new StageTiming(draft.least()[k], cycle)));
        }
        return stages;
    }

    private List<SignalGroup> groups(SignalDraft draft) {
        List<SignalGroup> groups = new ArrayList<>();
        for (Stream s : streams(draft)) {
            String link = network.link(s.link()).id();
            SignalHead head =
                    s.whole()
                            ? SignalHead.ofLink(link)
                            : SignalHead.ofMovements(s.id(), link, targetIds(s));
            groups.add(new SignalGroup(s.id(), List.of(head)));
        }
        return groups;
    }

    private Set<String> targetIds(Stream s) {
        return s.targets().stream().map(t -> network.link(t).id()).collect(Collectors.toSet());
    }

    private static Set<Stream> streams(SignalDraft draft) {
        Set<Stream> streams = new LinkedHashSet<>();
        draft.stages().forEach(streams::addAll);
        return streams;
    }

    private IntergreenMatrix intergreens(SignalDraft draft) {
        Map<String, Map<String, Integer>> seconds = new TreeMap<>();
        for (Stream a : streams(draft)) {
            for (Stream b : streams(draft)) {
                int intergreen = intergreen(draft.stages(), a, b);
                if (intergreen > 0) {
                    seconds.computeIfAbsent(a.id(), k -> new TreeMap<>()).put(b.id(), intergreen);
                }
            }
        }
        return new IntergreenMatrix(seconds);
    }
}
