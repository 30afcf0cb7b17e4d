package org.chalaco.tuning.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.SpreadDepartures;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.problem.TuningProblem;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: whatever the genes are, the plan keeps minimum and maximum greens, every
 * intergreen, and one cycle per zone or half or double of it; and a plan of today survives its
 * coding.
 */
class K02_LegalPlansTest {

    private static final int TOWNS = 25;
    private static final int GENOMES = 40;

    /** A crossing of four legs with one group per leg, and random stages of them. */
    private static final class RandomSignals {

        private final RandomStream random;
        private final RoadNetwork network;
        private final List<SignalSystem> systems = new ArrayList<>();

        RandomSignals(int seed) {
            random = RandomStream.of(seed, 0, "random signals");
            int n = 1 + random.nextInt(4);
            RoadNetwork.Builder road = RoadNetwork.builder();
            for (int k = 0; k < n; k++) {
                road.junction(Junction.priority("c" + k, 250 * k, 0));
                for (int leg = 0; leg < 4; leg++) {
                    double angle = Math.PI / 2 * leg;
                    String end = "e" + k + leg;
                    road.junction(
                            Junction.priority(
                                    end, 250 * k + 100 * Math.cos(angle), 100 * Math.sin(angle)));
                    road.link(Link.of("in" + k + leg, end, "c" + k, 100, 1, 14));
                    road.link(Link.of("out" + k + leg, "c" + k, end, 100, 1, 14));
                }
                if (k > 0) {
                    road.link(Link.of("f" + k, "c" + (k - 1), "c" + k, 250, 1, 14));
                }
            }
            network = road.build();
            for (int k = 0; k < n; k++) {
                systems.add(system(k));
            }
        }

        private SignalSystem system(int k) {
            List<SignalGroup> groups = new ArrayList<>();
            for (int leg = 0; leg < 4; leg++) {
                String link = "in" + k + leg;
                groups.add(new SignalGroup("g" + leg, List.of(SignalHead.ofLink(link))));
            }
            int stageCount = 2 + random.nextInt(3);
            Map<Integer, List<String>> members = new HashMap<>();
            for (int leg = 0; leg < 4; leg++) {
                int stage = leg < stageCount ? leg : random.nextInt(stageCount);
                members.computeIfAbsent(stage, s -> new ArrayList<>()).add("g" + leg);
            }
            Map<String, Map<String, Integer>> seconds = intergreens(members);
            List<StageGreen> timed = new ArrayList<>();
            List<Stage> stages = new ArrayList<>();
            for (int s = 0; s < stageCount; s++) {
                int least = 5 + random.nextInt(8);
                int most = least + 20 + random.nextInt(80);
                Stage stage = new Stage("s" + s, members.get(s), new StageTiming(least, most));
                stages.add(stage);
                int worst =
                        seconds.values().stream()
                                .flatMap(row -> row.values().stream())
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(4);
                timed.add(new StageGreen(stage, least + random.nextInt(15), worst));
            }
            return new SignalSystem(
                    "c" + k,
                    groups,
                    stages,
                    new IntergreenMatrix(seconds),
                    3,
                    0,
                    SignalPlan.ofStages("1", random.nextInt(100), timed));
        }

        private Map<String, Map<String, Integer>> intergreens(Map<Integer, List<String>> members) {
            Map<String, Map<String, Integer>> seconds = new HashMap<>();
            members.forEach(
                    (a, from) ->
                            members.forEach(
                                    (b, to) -> {
                                        if (!a.equals(b)) {
                                            for (String g : from) {
                                                for (String h : to) {
                                                    // Up to 20 s: also over a short stage between.
                                                    seconds.computeIfAbsent(g, x -> new HashMap<>())
                                                            .put(h, 3 + random.nextInt(18));
                                                }
                                            }
                                        }
                                    }));
            return seconds;
        }

        TuningProblem problem(TimingRules rules, Placement placement) {
            return TuningProblem.on(network)
                    .signals(systems, placement)
                    .demand(
                            new SpreadDepartures(
                                    List.of(VehicleType.CAR),
                                    List.of(),
                                    DepartureSource.NONE,
                                    0,
                                    0))
                    .window(new EvaluationWindow(0, 0, 600))
                    .rules(rules)
                    .oneZone()
                    .build();
        }
    }

    private static final TimingRules RULES =
            TimingRules.STANDARD.withCycles(40, 200).withGreens(5, 200).withStageOrder(true);

    @Test
    void everyGenomeIsALegalPlan() {
        int orders = 0;
        int multiples = 0;
        for (int town = 0; town < TOWNS; town++) {
            TuningProblem problem = new RandomSignals(town).problem(RULES, Placement.FIXED);
            LegalPlanCodec codec = new LegalPlanCodec(problem);
            RandomStream random = RandomStream.of(town, 1, "genes");
            for (int k = 0; k < GENOMES; k++) {
                double[] genes = new double[codec.length()];
                Arrays.setAll(genes, g -> extreme(random));
                List<PlanTiming> timings = codec.timings(genes);
                int shown = zoneCycle(codec, genes);
                for (int i = 0; i < problem.size(); i++) {
                    check(problem.intersections().get(i), timings.get(i), town, k);
                    int own = timings.get(i).cycle();
                    assertThat(own == shown || own == 2 * shown || 2 * own == shown)
                            .as("town %d genome %d: cycle %d of zone %d", town, k, own, shown)
                            .isTrue();
                    multiples += own == shown ? 0 : 1;
                    orders += timings.get(i).order() > 0 ? 1 : 0;
                }
            }
        }
        assertThat(orders).as("other orders were tried").isGreaterThan(100);
        assertThat(multiples).as("half and double cycles were tried").isGreaterThan(100);
    }

    /** Corners of the ranges are where limits break. */
    private static double extreme(RandomStream random) {
        int kind = random.nextInt(6);
        return kind == 0 ? 0 : kind == 1 ? Math.nextDown(1.0) : random.nextDouble();
    }

    private static int zoneCycle(LegalPlanCodec codec, double[] genes) {
        int[] cycles = codec.cyclesOfZone(0);
        return cycles[Math.min(cycles.length - 1, (int) (genes[0] * cycles.length))];
    }

    /** Looks at what the signals show, second by second, not at how the plan was made. */
    private static void check(
            TunedIntersection intersection, PlanTiming timing, int town, int genome) {
        SignalPlan plan = timing.plan(intersection);
        String where = "town %d genome %d system %s".formatted(town, genome, intersection.id());
        assertThat(plan.cycle()).as(where).isEqualTo(timing.cycle()).isBetween(40, 200);
        assertThat(plan.offset()).as(where).isBetween(0, plan.cycle() - 1);
        SignalSystem system = intersection.system().withPlan(plan);
        FixedTimeController shown = new FixedTimeController(system);
        int n = system.groups().size();
        int[] green = new int[n];
        int[] onset = new int[n];
        int[] end = new int[n];
        for (int g = 0; g < n; g++) {
            for (int t = 0; t < plan.cycle(); t++) {
                boolean now = isGreen(shown, g, plan.offset() + t);
                boolean before = isGreen(shown, g, plan.offset() + t - 1 + plan.cycle());
                green[g] += now ? 1 : 0;
                onset[g] = now && !before ? t : onset[g];
                end[g] = !now && before ? t : end[g];
            }
        }
        for (Stage stage : system.stages()) {
            for (String id : stage.groupIds()) {
                assertThat(green[index(system, id)])
                        .as("%s green of %s", where, id)
                        .isBetween(stage.timing().minGreen(), stage.timing().maxGreen());
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                int needed =
                        system.intergreens()
                                .between(system.groups().get(a).id(), system.groups().get(b).id());
                int given = Math.floorMod(onset[b] - end[a], plan.cycle());
                assertThat(given)
                        .as("%s from %d to %d", where, a, b)
                        .isGreaterThanOrEqualTo(needed);
            }
        }
    }

    private static boolean isGreen(FixedTimeController shown, int group, int time) {
        return shown.aspect(group, time) == Aspect.GREEN;
    }

    private static int index(SignalSystem system, String id) {
        for (int g = 0; g < system.groups().size(); g++) {
            if (system.groups().get(g).id().equals(id)) {
                return g;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void genesOfADecodedPlanDecodeToItAgain() {
        for (int town = 0; town < TOWNS; town++) {
            TuningProblem problem = new RandomSignals(town).problem(RULES, Placement.REMOVABLE);
            LegalPlanCodec codec = new LegalPlanCodec(problem);
            RandomStream random = RandomStream.of(town, 2, "genes");
            double[] genes = new double[codec.length()];
            Arrays.setAll(genes, g -> random.nextDouble());
            List<PlanTiming> timings = codec.timings(genes);
            assertThat(codec.timings(codec.encode(timings))).as("town %d", town).isEqualTo(timings);
        }
    }

    @Test
    void genesSayWhoseTheyAre() {
        TuningProblem problem = new RandomSignals(5).problem(RULES, Placement.REMOVABLE);
        LegalPlanCodec codec = new LegalPlanCodec(problem);
        assertThat(codec.owner(0)).isEqualTo(SignalPlanCodec.ZONE);
        assertThat(codec.kind(0)).isEqualTo(GeneKind.CYCLE);
        for (int i = 0; i < problem.size(); i++) {
            List<GeneKind> kinds = new ArrayList<>();
            for (int g = 0; g < codec.length(); g++) {
                if (codec.owner(g) == i) {
                    kinds.add(codec.kind(g));
                }
            }
            long splits = kinds.stream().filter(k -> k == GeneKind.SPLIT).count();
            assertThat(splits).isEqualTo(problem.intersections().get(i).stages().size());
            assertThat(kinds).containsOnlyOnce(GeneKind.OFFSET, GeneKind.PLACEMENT);
        }
    }

    @Test
    void sharesAreGivenWithinLimits() {
        int[] least = {7, 7, 20};
        int[] most = {60, 10, 60};
        assertThat(GreenShares.share(50, new double[] {1, 1, 0}, least, most))
                .as("16 s to share: stage 2 takes 3, stage 1 the other 13")
                .containsExactly(20, 10, 20);
        assertThat(GreenShares.share(34, new double[] {1, 1, 1}, least, most))
                .containsExactly(7, 7, 20);
        assertThat(GreenShares.share(36, new double[] {0, 0, 0}, least, most))
                .as("nobody asks: equal shares, the largest remainder first")
                .containsExactly(8, 8, 20);
    }
}
