package org.chalaco.tuning.search;

import io.jenetics.DoubleGene;
import io.jenetics.EliteSelector;
import io.jenetics.Optimize;
import io.jenetics.Selector;
import io.jenetics.TournamentSelector;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * The default: a genetic algorithm on shares, which starts from plans that are good already and
 * exchanges neighbouring intersections as a whole.
 *
 * <p>Individuals 0, 1 and 2 are the present, Webster's and the uniform plan, followed by the other
 * starting plans; the rest of the first generation are changed copies of these and a few random
 * genomes. After every generation the best takes some steps up its hill ({@link HillClimb}):
 * crossing finds the hill, climbing its top, which the benchmark in docs/guide/tuning.md asked for.
 *
 * <p>With several objectives, NSGA-II (Deb et al. 2002) chooses survivors and parents, and nobody
 * climbs.
 *
 * @param elites how many of the best go on unchanged
 * @param tournament how many compete to be a parent
 * @param randomShare share of random genomes in the first generation
 * @param climbingShare candidates of the climb as a share of the population; 0: a plain genetic
 *     algorithm
 * @param patchworkShare patchworks ({@link Patchwork}) as a share of the population, and as many
 *     shaken copies of the best
 */
public record GeneticSearch(
        int elites, int tournament, double randomShare, double climbingShare, double patchworkShare)
        implements SearchMethod {

    /**
     * Two elites, tournaments of three, a fifth of random genomes, half as many climbing, a fifth
     * patched.
     */
    public static final GeneticSearch STANDARD = new GeneticSearch(2, 3, 0.2, 0.5, 0.2);

    /** The same without climbing and patching. */
    public static final GeneticSearch PLAIN = new GeneticSearch(2, 3, 0.2, 0, 0);

    @Override
    public String name() {
        return climbingShare > 0 ? "genetic" : "genetic-plain";
    }

    @Override
    public Generation begin(SearchSetting setting) {
        RandomStream stream = setting.random(0, "first generation");
        StreamGenerator random = new StreamGenerator(stream);
        Mutation mutation = new PlanMutation(setting);
        int size = setting.populationSize();
        List<double[]> start = setting.start();
        List<double[]> genomes = new ArrayList<>(start.subList(0, Math.min(size, start.size())));
        int fresh = (int) Math.round(randomShare * size);
        while (genomes.size() < size) {
            boolean copy = !start.isEmpty() && genomes.size() < size - fresh;
            genomes.add(
                    copy
                            ? mutation.mutate(start.get(stream.nextInt(start.size())), random)
                            : setting.randomGenome(stream));
        }
        return Generations.of(0, genomes, Climb.START, false, setting);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        int number = generation.number() + 1;
        if (setting.scoring().objectives() > 1) {
            List<Candidate> front = nextOfSeveral(generation, setting);
            return new Generation(number, front, generation.memory(), false);
        }
        List<Candidate> candidates = nextOfOne(generation, setting);
        int steps = (int) Math.round(climbingShare * setting.populationSize());
        if (steps == 0) {
            return new Generation(number, candidates, generation.memory(), false);
        }
        Climb climb = new Climb(candidates.get(0), number, generation.memory(), setting);
        climb.go(steps);
        List<Candidate> improved = new ArrayList<>(candidates);
        if (!Arrays.equals(climb.standing().genes(), candidates.get(0).genes())) {
            improved.add(0, climb.standing());
            improved.remove(improved.size() - 1);
        }
        // On a top, the climb begins anew with large steps from wherever crossing leads next.
        List<Double> memory = climb.finished() ? Climb.START : climb.memory();
        return new Generation(number, improved, memory, false);
    }

    private List<Candidate> nextOfOne(Generation generation, SearchSetting setting) {
        Evolution<Double> evolution =
                new Evolution<>(
                        setting,
                        scores -> scores[0],
                        Optimize.MINIMUM,
                        new NeighbourhoodCrossover(setting),
                        new PlanMutation(setting));
        int patches = (int) Math.round(patchworkShare * setting.populationSize());
        evolution.withChildren(new Patchwork(setting).children(generation, patches));
        return evolution.next(
                generation,
                elites,
                new EliteSelector<>(elites),
                new TournamentSelector<>(tournament));
    }

    private static List<Candidate> nextOfSeveral(Generation generation, SearchSetting setting) {
        Evolution<Vec<double[]>> evolution =
                new Evolution<>(
                        setting,
                        Ranks::point,
                        Optimize.MAXIMUM,
                        new NeighbourhoodCrossover(setting),
                        new PlanMutation(setting));
        Selector<DoubleGene, Vec<double[]>> surviving = NSGA2Selector.ofVec();
        return evolution.next(
                generation, setting.populationSize() / 2, surviving, UFTournamentSelector.ofVec());
    }
}
