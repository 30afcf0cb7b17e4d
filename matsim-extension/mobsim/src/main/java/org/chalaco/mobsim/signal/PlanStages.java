package org.chalaco.mobsim.signal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stages in a plan, since files say when groups are green and not why.
 *
 * <p>The cycle is cut where the set of green groups changes. A piece is a change of stages, not a
 * stage, if its groups are green before and after it too, or if it is shorter than a minimum green
 * and adds no group to a neighbour. An all-red piece that is longer than its intergreen by a
 * minimum green is a stage for those whom the network does not know.
 *
 * @param cycle of the plan, s
 * @param timed in the order of the plan
 */
public record PlanStages(int cycle, List<Timed> timed) {

    /**
     * A stage and when it is on.
     *
     * @param stage one of the system's own with the same groups, else a new one
     * @param start second of the plan at which it is green in full, s
     * @param green for how long, s
     * @param after from then to the start of the next stage, s
     */
    public record Timed(Stage stage, int start, int green, int after) {

        /** Whether it is red for everyone whom the network knows. */
        public boolean isInvisible() {
            return stage.groupIds().isEmpty();
        }
    }

    public PlanStages {
        timed = List.copyOf(timed);
    }

    /**
     * Finds the stages in the plan of this system.
     *
     * @param limits of stages that the system does not name itself
     */
    public static PlanStages of(SignalSystem system, StageTiming limits) {
        return new Search(system, limits).find();
    }

    /** The stages, in the order of the plan. */
    public List<Stage> stages() {
        return timed.stream().map(Timed::stage).toList();
    }

    /** Longest intergreen from groups that end to groups that start, s; 0 if none is given. */
    public static int longestIntergreen(
            SignalSystem system, List<String> before, List<String> after) {
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

    /** Seconds of the cycle with the same groups green. */
    private record Piece(int start, int length, Set<String> groups) {}

    /** The search in one plan. */
    private static final class Search {

        private final SignalSystem system;
        private final StageTiming limits;
        private final int cycle;

        Search(SignalSystem system, StageTiming limits) {
            this.system = system;
            this.limits = limits;
            cycle = system.plan().cycle();
        }

        PlanStages find() {
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
            int clear =
                    Math.max(
                            system.amber(),
                            longestIntergreen(
                                    system,
                                    List.copyOf(before.groups()),
                                    List.copyOf(after.groups())));
            if (piece.length() - clear >= limits.minGreen()) {
                // The amber of those who end comes first; everything else is theirs whom nobody
                // sees.
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
                    || (heldBefore || heldAfter) && piece.length() < Math.min(5, limits.minGreen());
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
                    pieces.add(
                            new Piece(start % cycle, first + k - start, green.get(start % cycle)));
                    start = first + k;
                }
            }
            return pieces;
        }

        private PlanStages found(List<Piece> pieces) {
            int n = pieces.size();
            List<Timed> timed = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                Piece piece = pieces.get(k);
                int next = pieces.get((k + 1) % n).start();
                int distance = Math.floorMod(next - piece.start(), cycle);
                int after = (distance == 0 ? cycle : distance) - piece.length();
                timed.add(new Timed(stage(k, piece), piece.start(), piece.length(), after));
            }
            return new PlanStages(cycle, timed);
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
            return new Stage(Integer.toString(k + 1), inOrder, limits);
        }
    }
}
