package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Which streams are green together.
 *
 * <p>Approaches that do not cross share a stage, opposing ones with their left turns permissive,
 * the busiest first: two stages at most crossings. Where a left turn meets too much traffic it gets
 * a stage of its own if it has its own lane; if it shares a lane, the approaches of that stage are
 * green one after the other. At the end every stream is added to the stages it does not disturb.
 */
final class StagePlanner {

    private final RoadNetwork network;
    private final DesignRules rules;
    private final TurnFlows flows;
    private final StreamConflicts conflicts;

    StagePlanner(RoadNetwork network, DesignRules rules, TurnFlows flows) {
        this.network = network;
        this.rules = rules;
        this.flows = flows;
        this.conflicts = new StreamConflicts(network, rules);
    }

    /** Stages in order, each a list of streams; the streams must each meet some other. */
    List<List<Stream>> plan(List<Stream> approaches) {
        List<List<Stream>> stages = new ArrayList<>();
        for (List<Stream> together : cliques(approaches)) {
            stages.addAll(withLeftTurns(together, rules.protectedLeftProduct(approaches.size())));
        }
        if (stages.size() > 1) {
            extend(stages);
        }
        return stages;
    }

    private List<List<Stream>> cliques(List<Stream> approaches) {
        List<Stream> open = new ArrayList<>(approaches);
        open.sort(Comparator.<Stream>comparingDouble(s -> -flow(s)).thenComparing(Stream::link));
        List<List<Stream>> cliques = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Stream> clique = new ArrayList<>();
            for (Stream s : List.copyOf(open)) {
                if (clique.stream().noneMatch(other -> meetHard(s, other))) {
                    clique.add(s);
                    open.remove(s);
                }
            }
            cliques.add(clique);
        }
        return cliques;
    }

    private boolean meetHard(Stream a, Stream b) {
        return conflicts.isHard(a, b) || conflicts.isHard(b, a);
    }

    private boolean meet(Stream a, Stream b) {
        return meetHard(a, b) || a.link() != b.link() && conflicts.isPermissive(a, b);
    }

    private List<List<Stream>> withLeftTurns(List<Stream> together, double product) {
        List<Stream> heavy =
                together.stream().filter(s -> hasHeavyLeft(s, together, product)).toList();
        if (heavy.isEmpty()) {
            return List.of(together);
        }
        if (!heavy.stream().allMatch(s -> s.hasOwnLeftLane(network))) {
            return together.stream().map(List::of).toList();
        }
        List<Stream> lefts = heavy.stream().map(s -> s.part(network, true)).toList();
        List<Stream> rest = new ArrayList<>();
        for (Stream s : together) {
            rest.add(heavy.contains(s) ? s.part(network, false) : s);
        }
        List<Stream> first = new ArrayList<>(lefts);
        for (Stream s : rest) {
            if (first.stream().noneMatch(other -> meet(s, other))) {
                first.add(s);
            }
        }
        return List.of(first, rest);
    }

    private boolean hasHeavyLeft(Stream s, List<Stream> together, double product) {
        Stream left = s.part(network, true);
        double leftFlow = flow(left);
        boolean sharesByChoice = network.laneCount(s.link()) > 1 && !s.hasOwnLeftLane(network);
        if (left.targets().isEmpty() || leftFlow < rules.protectedLeftFlow() || sharesByChoice) {
            return false;
        }
        double opposing = 0;
        for (Stream other : together) {
            if (other.link() != s.link() && conflicts.isPermissive(left, other)) {
                opposing =
                        Math.max(
                                opposing,
                                flow(other.part(network, false)) / network.laneCount(other.link()));
            }
        }
        return leftFlow * opposing > product;
    }

    private void extend(List<List<Stream>> stages) {
        List<Stream> all = stages.stream().flatMap(List::stream).distinct().toList();
        for (int k = 0; k < stages.size(); k++) {
            List<Stream> stage = new ArrayList<>(stages.get(k));
            for (Stream s : all) {
                if (!stage.contains(s)
                        && stage.stream().noneMatch(other -> meet(s, other))
                        && !inAllBut(stages, k, s)) {
                    stage.add(s);
                }
            }
            stages.set(k, stage);
        }
    }

    /** A stream that is green in every stage would never change. */
    private static boolean inAllBut(List<List<Stream>> stages, int k, Stream s) {
        for (int i = 0; i < stages.size(); i++) {
            if (i != k && !stages.get(i).contains(s)) {
                return false;
            }
        }
        return true;
    }

    /** Flow of all movements of the stream, PCU/h. */
    double flow(Stream s) {
        return s.targets().stream().mapToDouble(t -> flows.pcuPerHour(s.link(), t)).sum();
    }

    /**
     * Share of an hour the stream needs green for its critical lanes, -: flow over saturation flow,
     * a left turn that yields counting more.
     */
    double flowRatio(Stream s, List<Stream> stage) {
        double total = 0;
        double worst = 0;
        for (int target : s.targets()) {
            double flow = flows.pcuPerHour(s.link(), target);
            if (s.isLeft(network, target) && yields(s, target, stage)) {
                flow *= rules.leftTurnEquivalent();
            }
            total += flow;
            worst = Math.max(worst, flow / s.lanes(network, target));
        }
        return Math.max(worst, total / s.lanes(network)) / rules.saturationFlow();
    }

    private boolean yields(Stream s, int target, List<Stream> stage) {
        Stream movement = new Stream(s.id(), s.link(), List.of(target), false);
        return stage.stream()
                .anyMatch(
                        other ->
                                other.link() != s.link()
                                        && conflicts.isPermissive(movement, other));
    }
}
