package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.PlanSet;

/**
 * Scores candidates by simulation under common random numbers, with more replications for those who
 * stay ahead.
 *
 * <p>Candidates with other replications are made comparable by today's plans: a score is the mean
 * difference to today's on the seeds that were run, plus today's mean on all seeds. The seeds of
 * the first rungs move on from generation to generation, so that nobody wins by suiting one seed;
 * who reaches the last rung has run on all of them. A candidate that was left behind never scores
 * better than one that went on.
 *
 * <p>Results of plans are kept while they compete, so that survivors are not simulated again. What
 * is kept changes no score, only the time it takes.
 */
public final class Race implements CandidateScoring {

    private static final double[] PENDING = {};
    private static final double[] UNKNOWN = {Double.NaN};

    private final SignalPlanCodec codec;
    private final List<Objective> objectives;
    private final Racing racing;
    private final long[] seeds;
    private final EvaluationBackend backend;
    private final PlanSet reference;

    /** Scores and local figures by plans and seed number; null where not simulated. */
    private final Map<PlanSet, double[][]> known = new HashMap<>();

    private long simulations;

    /**
     * A race.
     *
     * @param objectives what to minimise; with more than one, ranks of dominance decide who goes on
     * @param seeds one per replication of the last rung
     * @param reference today's plans
     */
    public Race(
            SignalPlanCodec codec,
            List<Objective> objectives,
            Racing racing,
            long[] seeds,
            EvaluationBackend backend,
            PlanSet reference) {
        this.codec = codec;
        this.objectives = List.copyOf(objectives);
        this.racing = racing;
        this.seeds = seeds.clone();
        this.backend = backend;
        this.reference = reference;
        if (seeds.length < racing.most()) {
            throw new IllegalArgumentException(
                    "(%d) seeds are too few for (%d) replications."
                            .formatted(seeds.length, racing.most()));
        }
    }

    @Override
    public int objectives() {
        return objectives.size();
    }

    /** Simulations made so far. */
    public long simulations() {
        return simulations;
    }

    @Override
    public List<Candidate> score(List<double[]> genomes, int generation) {
        List<PlanSet> plans = genomes.stream().map(codec::decode).toList();
        double[][] scores = new double[genomes.size()][];
        int[] replications = new int[genomes.size()];
        List<List<Integer>> fields = new ArrayList<>();
        List<Integer> order = IntStream.range(0, genomes.size()).boxed().toList();
        List<Integer> known = order.stream().filter(k -> isKnown(plans.get(k))).toList();
        for (Racing.Rung rung : racing.rungs()) {
            int places = Math.max(1, (int) Math.ceil(rung.share() * genomes.size() - 1e-9));
            List<Integer> field = new ArrayList<>(order.subList(0, Math.min(places, order.size())));
            known.stream().filter(k -> !field.contains(k)).forEach(field::add);
            fields.add(field);
            run(field, plans, rung.replications(), generation, scores);
            field.forEach(k -> replications[k] = rung.replications());
            order = inOrder(field, scores);
        }
        keepBehind(fields, scores);
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < genomes.size(); k++) {
            double[] local = local(plans.get(k), generation);
            candidates.add(new Candidate(genomes.get(k), scores[k], replications[k], local));
        }
        return candidates;
    }

    /** Who has run on all seeds before stays in the race: it costs nothing. */
    private boolean isKnown(PlanSet plans) {
        double[][] results = known.get(plans);
        return results != null && Arrays.stream(results).noneMatch(r -> r == null);
    }

    /** Local figures, mean of the seeds of the first rung, which everyone has run. */
    private double[] local(PlanSet plans, int generation) {
        int[] rung = rung(generation, racing.rungs().get(0).replications());
        double[][] results = known.get(plans);
        double[] local = new double[results[rung[0]].length - objectives.size()];
        for (int s : rung) {
            for (int i = 0; i < local.length; i++) {
                local[i] += results[s][objectives.size() + i] / rung.length;
            }
        }
        return local;
    }

    /** Numbers of the seeds that a rung of this generation runs on, ascending. */
    private int[] rung(int generation, int replications) {
        int[] rung = new int[replications];
        for (int r = 0; r < replications; r++) {
            rung[r] = (generation + r) % racing.most();
        }
        // Always summed in the order of the seeds: the same seeds give the same bits.
        Arrays.sort(rung);
        return rung;
    }

    /** Runs what is missing and sets the scores of the field. */
    private void run(
            List<Integer> field,
            List<PlanSet> plans,
            int replications,
            int generation,
            double[][] scores) {
        int[] rung = rung(generation, replications);
        List<PlanSet> missing = new ArrayList<>();
        List<Integer> missingSeeds = new ArrayList<>();
        for (int s = 0; s < racing.most(); s++) {
            addIfUnknown(reference, s, missing, missingSeeds);
        }
        for (int k : field) {
            for (int s : rung) {
                addIfUnknown(plans.get(k), s, missing, missingSeeds);
            }
        }
        simulate(missing, missingSeeds);
        for (int k : field) {
            scores[k] = adjusted(plans.get(k), rung);
        }
    }

    private void addIfUnknown(
            PlanSet plans, int seed, List<PlanSet> missing, List<Integer> missingSeeds) {
        double[][] results = known.computeIfAbsent(plans, p -> new double[racing.most()][]);
        if (results[seed] == null) {
            results[seed] = PENDING;
            missing.add(plans);
            missingSeeds.add(seed);
        }
    }

    private void simulate(List<PlanSet> plans, List<Integer> seedNumbers) {
        List<EvaluationTask> tasks = new ArrayList<>();
        for (int k = 0; k < plans.size(); k++) {
            tasks.add(new EvaluationTask(plans.get(k), seeds[seedNumbers.get(k)], true));
        }
        List<TrafficSums> sums = tasks.isEmpty() ? List.of() : backend.evaluate(tasks);
        for (int k = 0; k < tasks.size(); k++) {
            TrafficSums each = sums.get(k);
            known.get(plans.get(k))[seedNumbers.get(k)] =
                    DoubleStream.concat(
                                    objectives.stream().mapToDouble(o -> o.score(each)),
                                    Arrays.stream(each.localSeconds()))
                            .toArray();
        }
        simulations += tasks.size();
    }

    /** Mean difference to today's plans on these seeds, plus their mean on all seeds. */
    private double[] adjusted(PlanSet plans, int[] on) {
        double[][] own = known.get(plans);
        double[][] today = known.get(reference);
        double[] score = new double[objectives.size()];
        for (int o = 0; o < score.length; o++) {
            double difference = 0;
            for (int s : on) {
                difference += own[s][o] - today[s][o];
            }
            double base = 0;
            for (double[] each : today) {
                base += each[o];
            }
            score[o] = difference / on.length + base / racing.most();
        }
        return score;
    }

    private List<Integer> inOrder(List<Integer> field, double[][] scores) {
        List<double[]> own = field.stream().map(k -> scores[k]).toList();
        int[] place = Ranks.of(own);
        List<Integer> order = new ArrayList<>(IntStream.range(0, field.size()).boxed().toList());
        order.sort(Comparator.comparingInt(k -> place[k]));
        return order.stream().map(field::get).toList();
    }

    /** Who was left behind on a rung is at least as bad as the worst that went on. */
    private void keepBehind(List<List<Integer>> fields, double[][] scores) {
        for (int r = fields.size() - 2; objectives.size() == 1 && r >= 0; r--) {
            double worst = Double.NEGATIVE_INFINITY;
            for (int k : fields.get(r + 1)) {
                worst = Math.max(worst, scores[k][0]);
            }
            for (int k : fields.get(r)) {
                if (!fields.get(r + 1).contains(k)) {
                    scores[k][0] = Math.max(scores[k][0], Math.nextUp(worst));
                }
            }
        }
    }

    /**
     * Ends a generation: forgets all but these genomes and today's plans, and tells what is known
     * of them, today's plans last, for a checkpoint: by genome and seed number scores and local
     * figures; NaN where nothing is known.
     */
    public double[][][] recorded(List<double[]> genomes) {
        List<PlanSet> plans = plansAndReference(genomes);
        known.keySet().retainAll(new HashSet<>(plans));
        double[][][] record = new double[plans.size()][racing.most()][];
        for (int k = 0; k < record.length; k++) {
            double[][] results = known.get(plans.get(k));
            for (int s = 0; s < racing.most(); s++) {
                boolean there = results != null && results[s] != null;
                record[k][s] = there ? results[s] : UNKNOWN;
            }
        }
        return record;
    }

    /** Takes what a checkpoint recorded, and counts simulations on from there. */
    public void recall(List<double[]> genomes, double[][][] record, long simulationsSoFar) {
        List<PlanSet> plans = plansAndReference(genomes);
        for (int k = 0; k < record.length; k++) {
            double[][] results = new double[racing.most()][];
            for (int s = 0; s < results.length; s++) {
                results[s] = Double.isNaN(record[k][s][0]) ? null : record[k][s];
            }
            known.put(plans.get(k), results);
        }
        simulations = simulationsSoFar;
    }

    private List<PlanSet> plansAndReference(List<double[]> genomes) {
        List<PlanSet> plans = new ArrayList<>(genomes.stream().map(codec::decode).toList());
        plans.add(reference);
        return plans;
    }
}
