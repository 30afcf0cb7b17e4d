package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * Finds the stages in a plan, since files say when groups are green and not why.
 *
 * <p>The cycle is cut where the set of green groups changes. A piece is a change of stages, not a
 * stage, if its groups are green before and after it too, or if it is shorter than a minimum green
 * and adds no group to a neighbour. An all-red piece that is longer than its intergreen by a
 * minimum green is a stage for those whom the network does not know.
 */
final class StageFinder {

    /** Seconds of the cycle with the same groups green. */
    private record Piece(int start, int length, Set<String> groups) {}

    /** What was found: stages in order, when they start, and how long they are and clear, s. */
    record Found(
            List<Stage> stages, int[] starts, int[] greens, int[] after, boolean[] invisible) {}

    private final SignalSystem system;
    private final TimingRules rules;
    private final int cycle;

    StageFinder(SignalSystem system, TimingRules rules) {
        this.system = system;
        this.rules = rules;
        cycle = system.plan().cycle();
    }

    Found find() {
        List<Piece> stages = new ArrayList<>();
        List<Piece> pieces = pieces();
        for (int k = 0; k < pieces.size(); k++) {
            Piece before = pieces.get((k + pieces.size() - 1) % pieces.size());
            Piece after = pieces.get((k + 1) % pieces.size());
            addStage(stages, before, pieces.get(k), after);
        }
        return found(stages);
    }

    private void addStage(List<Piece> stages, Piece before, Piece piece, Piece after) {
        if (!piece.groups().isEmpty()) {
            if (!isChange(before, piece, after)) {
                stages.add(piece);
            }
            return;
        }
        int clear = Math.max(system.amber(), longestIntergreen(before.groups(), after.groups()));
        if (piece.length() - clear >= rules.minimumGreen()) {
            // The amber of those who end comes first; everything else is theirs whom nobody sees.
            int amber = Math.max(1, system.amber());
            stages.add(
                    new Piece(
                            (piece.start() + amber) % cycle,
                            piece.length() - amber,
                            piece.groups()));
        }
    }

    private boolean isChange(Piece before, Piece piece, Piece after) {
        boolean heldBefore = before.groups().containsAll(piece.groups()) && before != piece;
        boolean heldAfter = after.groups().containsAll(piece.groups()) && after != piece;
        return heldBefore && heldAfter
                || (heldBefore || heldAfter) && piece.length() < Math.min(5, rules.minimumGreen());
    }

    private List<Piece> pieces() {
        FixedTimeController controller = new FixedTimeController(system);
        List<Set<String>> green = new ArrayList<>();
        for (int t = 0; t < cycle; t++) {
            Set<String> groups = new LinkedHashSet<>();
            for (int g = 0; g < system.groups().size(); g++) {
                // Aspects are asked by the clock; offset + t is second t of the cycle.
                double time = system.plan().offset() + t;
                if (controller.aspect(g, time) == Aspect.GREEN) {
                    groups.add(system.groups().get(g).id());
                }
            }
            green.add(groups);
        }
        List<Piece> pieces = new ArrayList<>();
        int first = 0;
        while (first < cycle
                && green.get(first).equals(green.get(Math.floorMod(first - 1, cycle)))) {
            first++;
        }
        if (first == cycle) {
            return List.of(new Piece(0, cycle, green.get(0)));
        }
        int start = first;
        for (int k = 1; k <= cycle; k++) {
            if (!green.get((first + k) % cycle).equals(green.get(start % cycle))) {
                pieces.add(new Piece(start % cycle, first + k - start, green.get(start % cycle)));
                start = first + k;
            }
        }
        return pieces;
    }

    private Found found(List<Piece> pieces) {
        int n = pieces.size();
        List<Stage> stages = new ArrayList<>();
        int[] starts = new int[n];
        int[] greens = new int[n];
        int[] after = new int[n];
        boolean[] invisible = new boolean[n];
        for (int k = 0; k < n; k++) {
            Piece piece = pieces.get(k);
            int next = pieces.get((k + 1) % n).start();
            starts[k] = piece.start();
            greens[k] = piece.length();
            int distance = Math.floorMod(next - piece.start(), cycle);
            after[k] = (distance == 0 ? cycle : distance) - piece.length();
            invisible[k] = piece.groups().isEmpty();
            stages.add(stage(k, piece));
        }
        return new Found(stages, starts, greens, after, invisible);
    }

    private Stage stage(int k, Piece piece) {
        for (Stage given : system.stages()) {
            if (new TreeSet<>(given.groupIds()).equals(new TreeSet<>(piece.groups()))) {
                return given;
            }
        }
        List<String> inOrder =
                system.groups().stream()
                        .map(SignalGroup::id)
                        .filter(piece.groups()::contains)
                        .toList();
        return new Stage(
                Integer.toString(k + 1),
                inOrder,
                new StageTiming(rules.minimumGreen(), rules.maximumGreen()));
    }

    /** Longest intergreen from groups that end to groups that start, s; 0 if none is given. */
    private int longestIntergreen(Set<String> before, Set<String> after) {
        return longestIntergreen(system, List.copyOf(before), List.copyOf(after));
    }

    static int longestIntergreen(SignalSystem system, List<String> before, List<String> after) {
        int longest = 0;
        for (String ending : before) {
            for (String starting : after) {
                if (!after.contains(ending) && !before.contains(starting)) {
                    longest = Math.max(longest, system.intergreens().between(ending, starting));
                }
            }
        }
        return longest;
    }

    /** The sequence that these stages make; see {@link StageSequence}. */
    StageSequence sequence(Found found) {
        int n = found.stages().size();
        int[][] clearance = new int[n][n];
        int[][] intergreen = new int[n][n];
        double[] reserved = new double[n];
        for (int i = 0; i < n; i++) {
            reserved[i] = found.invisible()[i] ? found.greens()[i] / (double) cycle : 0;
            for (int j = 0; j < n; j++) {
                List<String> ending = found.stages().get(i).groupIds();
                List<String> starting = found.stages().get(j).groupIds();
                intergreen[i][j] = longestIntergreen(system, ending, starting);
                boolean next = j == (i + 1) % n;
                int usual = next ? found.after()[i] : usualClearance(found, i, j);
                clearance[i][j] = Math.max(intergreen[i][j], usual);
            }
        }
        return new StageSequence(found.stages(), clearance, intergreen, reserved);
    }

    /** Between stages that do not follow each other today: what they need with others. */
    private int usualClearance(Found found, int i, int j) {
        int n = found.stages().size();
        List<String> ending = found.stages().get(i).groupIds();
        List<String> starting = found.stages().get(j).groupIds();
        if (starting.containsAll(ending) || ending.containsAll(starting) && !starting.isEmpty()) {
            // Nobody ends, or nobody starts; who ends still needs amber before the next stage.
            return starting.containsAll(ending) ? 0 : system.amber();
        }
        return Math.max(system.amber(), Math.max(found.after()[i], found.after()[(j + n - 1) % n]));
    }

    /** Names the groups that the plan speaks of and the system does not have. */
    static List<String> unknownGroups(SignalSystem system) {
        Map<String, Boolean> known = new HashMap<>();
        system.groups().forEach(g -> known.put(g.id(), true));
        Set<String> unknown = new TreeSet<>();
        system.plan().greens().stream()
                .map(g -> g.groupId())
                .filter(id -> !known.containsKey(id))
                .forEach(unknown::add);
        system.stages().stream()
                .flatMap(s -> s.groupIds().stream())
                .filter(id -> !known.containsKey(id))
                .forEach(unknown::add);
        return List.copyOf(unknown);
    }
}
