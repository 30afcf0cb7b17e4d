package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.codec.GeneKind;

/**
 * CMA-ES with a diagonal covariance matrix (sep-CMA-ES), which learns the scale of every gene from
 * few candidates; with a hundred genes and some thousand simulations a full matrix could not be
 * learnt. Offsets go round the cycle, other shares turn back at their limits.
 *
 * <p>Ros and Hansen, <i>A simple modification in CMA-ES achieving linear time and space
 * complexity</i>, PPSN 2008; constants of Hansen, <i>The CMA evolution strategy: a tutorial</i>.
 * With several objectives, only the first is minimised. For shares only.
 */
public final class CmaEs implements SearchMethod {

    /** First step size, as a share of the range. */
    private static final double FIRST_STEP = 0.1;

    @Override
    public String name() {
        return "cma-es";
    }

    /** Scores the starting plans; the mean begins at the best of them. */
    @Override
    public Generation begin(SearchSetting setting) {
        if (setting.codec().isInteger()) {
            throw new IllegalArgumentException(
                    "CMA-ES needs shares, not whole seconds.%nMaybe the genetic method?"
                            .formatted());
        }
        List<double[]> start = new ArrayList<>(setting.start());
        if (start.isEmpty()) {
            double[] middle = new double[setting.codec().length()];
            Arrays.fill(middle, 0.5);
            start.add(middle);
        }
        Generation scored = Generations.of(0, start, List.of(), false, setting);
        State state = new State(scored.best().genes());
        return new Generation(0, scored.candidates(), state.numbers(), false);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        State state = new State(generation.memory(), setting.codec().length());
        if (generation.number() > 0) {
            state.learn(generation, setting);
        }
        int number = generation.number() + 1;
        List<double[]> genomes = new ArrayList<>();
        for (double[] step : state.steps(number, setting)) {
            genomes.add(state.genome(step, setting));
        }
        return Generations.of(number, genomes, state.numbers(), false, setting);
    }

    /** What the strategy has learnt; goes to memory and back as plain numbers. */
    private static final class State {

        private final int n;
        private final double[] mean;
        private final double[] variance;
        private final double[] stepPath;
        private final double[] variancePath;
        private double stepSize = FIRST_STEP;

        State(double[] start) {
            n = start.length;
            mean = start.clone();
            variance = new double[n];
            Arrays.fill(variance, 1);
            stepPath = new double[n];
            variancePath = new double[n];
        }

        State(List<Double> numbers, int n) {
            this.n = n;
            double[] all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
            stepSize = all[0];
            mean = Arrays.copyOfRange(all, 1, n + 1);
            variance = Arrays.copyOfRange(all, n + 1, 2 * n + 1);
            stepPath = Arrays.copyOfRange(all, 2 * n + 1, 3 * n + 1);
            variancePath = Arrays.copyOfRange(all, 3 * n + 1, 4 * n + 1);
        }

        List<Double> numbers() {
            List<Double> numbers = new ArrayList<>();
            numbers.add(stepSize);
            for (double[] part : new double[][] {mean, variance, stepPath, variancePath}) {
                Arrays.stream(part).forEach(numbers::add);
            }
            return numbers;
        }

        /** The normally distributed steps of a generation: the same whenever they are asked for. */
        double[][] steps(int number, SearchSetting setting) {
            RandomStream random = setting.random(number, "steps");
            double[][] steps = new double[setting.populationSize()][n];
            for (double[] step : steps) {
                Arrays.setAll(step, g -> random.nextGaussian());
            }
            return steps;
        }

        double[] genome(double[] step, SearchSetting setting) {
            double[] genes = new double[n];
            for (int g = 0; g < n; g++) {
                double value = mean[g] + stepSize * Math.sqrt(variance[g]) * step[g];
                genes[g] =
                        setting.codec().kind(g) == GeneKind.OFFSET
                                ? PlanMutation.round(value)
                                : PlanMutation.reflected(value);
            }
            return genes;
        }

        /** Moves mean, step size and variances after the better half of a generation. */
        void learn(Generation generation, SearchSetting setting) {
            double[][] steps = steps(generation.number(), setting);
            double[] weights = weights(steps.length / 2);
            double effective = 1 / Arrays.stream(weights).map(w -> w * w).sum();
            double[][] best = bestSteps(generation, setting, steps, weights.length);
            double[] drift = new double[n];
            for (int k = 0; k < weights.length; k++) {
                for (int g = 0; g < n; g++) {
                    drift[g] += weights[k] * best[k][g];
                }
            }
            for (int g = 0; g < n; g++) {
                mean[g] += stepSize * Math.sqrt(variance[g]) * drift[g];
            }
            adapt(generation.number(), drift, best, weights, effective);
        }

        private static double[] weights(int parents) {
            double[] weights = new double[Math.max(1, parents)];
            Arrays.setAll(weights, k -> Math.log(weights.length + 0.5) - Math.log(k + 1.0));
            double sum = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(w -> w / sum).toArray();
        }

        /** Candidates are sorted; their steps are found again by their genes. */
        private double[][] bestSteps(
                Generation generation, SearchSetting setting, double[][] steps, int count) {
            double[][] genomes = new double[steps.length][];
            Arrays.setAll(genomes, k -> genome(steps[k], setting));
            double[][] best = new double[count][];
            for (int place = 0; place < count; place++) {
                double[] genes = generation.candidates().get(place).genes();
                for (int k = 0; k < genomes.length; k++) {
                    if (Arrays.equals(genomes[k], genes)) {
                        best[place] = steps[k];
                    }
                }
            }
            return best;
        }

        private void adapt(
                int number, double[] drift, double[][] best, double[] weights, double effective) {
            double cs = (effective + 2) / (n + effective + 5);
            double damping = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + cs;
            double cc = (4 + effective / n) / (n + 4 + 2 * effective / n);
            double c1 = 2 / ((n + 1.3) * (n + 1.3) + effective);
            double cmu = 2 * (effective - 2 + 1 / effective) / ((n + 2.0) * (n + 2.0) + effective);
            // A diagonal has few numbers to learn, so it may learn faster (Ros and Hansen).
            double faster = (n + 2) / 3.0;
            c1 = Math.min(1, c1 * faster);
            cmu = Math.min(1 - c1, cmu * faster);
            double expected = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
            double norm = 0;
            for (int g = 0; g < n; g++) {
                stepPath[g] =
                        (1 - cs) * stepPath[g] + Math.sqrt(cs * (2 - cs) * effective) * drift[g];
                norm += stepPath[g] * stepPath[g];
            }
            norm = Math.sqrt(norm);
            double settled = Math.sqrt(1 - StrictMath.pow(1 - cs, 2.0 * number));
            boolean growing = norm / settled / expected < 1.4 + 2 / (n + 1.0);
            for (int g = 0; g < n; g++) {
                double move = Math.sqrt(cc * (2 - cc) * effective * variance[g]) * drift[g];
                variancePath[g] = (1 - cc) * variancePath[g] + (growing ? move : 0);
                double spread = 0;
                for (int k = 0; k < weights.length; k++) {
                    spread += weights[k] * best[k][g] * best[k][g];
                }
                variance[g] =
                        (1 - c1 - cmu) * variance[g]
                                + c1 * variancePath[g] * variancePath[g]
                                + cmu * variance[g] * spread;
            }
            stepSize *= StrictMath.exp(cs / damping * (norm / expected - 1));
            // A step beyond the range says nothing; one below a second of any cycle neither.
            stepSize = Math.max(0.003, Math.min(0.3, stepSize));
        }
    }
}
