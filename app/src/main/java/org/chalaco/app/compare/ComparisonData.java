package org.chalaco.app.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.app.compare.statistics.StrategyComparison;

/**
 * Everything that the runs of a comparison came to, read from their files. Only seeds on which all
 * strategies of a scenario are there count, since only these can be paired.
 *
 * @param scenarios in the order asked for
 * @param measure by which strategies are ranked
 * @param runs how many runs are there
 * @param expected how many there will be
 */
record ComparisonData(List<OfScenario> scenarios, Measure measure, int runs, int expected) {

    ComparisonData {
        scenarios = List.copyOf(scenarios);
    }

    /** Reads the runs that are there. */
    static ComparisonData read(
            List<ComparedScenario> compared, List<CompareTask> tasks, Measure measure)
            throws IOException {
        List<OfScenario> scenarios = new ArrayList<>();
        int runs = 0;
        for (ComparedScenario scenario : compared) {
            OfScenario data = new OfScenario(scenario);
            List<CompareTask> own = tasks.stream().filter(t -> t.scenario() == scenario).toList();
            int strategies = scenario.strategies().size();
            for (int first = 0; first < own.size(); first += strategies) {
                runs += data.addSeed(own.subList(first, first + strategies));
            }
            scenarios.add(data);
        }
        return new ComparisonData(scenarios, measure, runs, tasks.size());
    }

    /** One scenario. */
    static final class OfScenario {

        private final ComparedScenario scenario;
        private final List<Long> seeds = new ArrayList<>();
        private final List<List<double[]>> figures = new ArrayList<>(); // by seed, strategy
        private final List<ClassFigure> classes = new ArrayList<>();
        private final MeanFigures means;

        /** A figure of a class in one run. */
        record ClassFigure(
                int strategy, long seed, String vehicleClass, String measure, double value) {}

        private OfScenario(ComparedScenario scenario) {
            this.scenario = scenario;
            means = new MeanFigures(scenario.strategies().size());
        }

        /** Adds all strategies on one seed, if all are there; returns how many are. */
        private int addSeed(List<CompareTask> strategies) throws IOException {
            List<RunRecord> records = new ArrayList<>();
            for (CompareTask task : strategies) {
                if (Files.exists(task.file())) {
                    RunRecord record = RunRecord.read(task.file(), task.digest());
                    if (record != null) {
                        records.add(record);
                    }
                }
            }
            if (records.size() == strategies.size()) {
                add(strategies.get(0).seed(), records);
            }
            return records.size();
        }

        private void add(long seed, List<RunRecord> records) {
            seeds.add(seed);
            means.seed();
            List<double[]> own = new ArrayList<>();
            for (int s = 0; s < records.size(); s++) {
                double[] values = new double[Measure.values().length];
                for (Measure m : Measure.values()) {
                    values[m.ordinal()] = records.get(s).figure(m);
                }
                own.add(values);
                for (RunRecord.Entry e : records.get(s).entries()) {
                    if (e.kind().equals(RunRecord.CLASS)) {
                        classes.add(new ClassFigure(s, seed, e.subject(), e.measure(), e.value()));
                    }
                    if (!e.kind().equals(RunRecord.RUN)) {
                        means.add(s, e);
                    }
                }
            }
            figures.add(own);
        }

        ComparedScenario scenario() {
            return scenario;
        }

        String name() {
            return scenario.name();
        }

        List<String> strategies() {
            return scenario.strategies().stream().map(Strategy::label).toList();
        }

        List<Long> seeds() {
            return seeds;
        }

        List<ClassFigure> classes() {
            return classes;
        }

        MeanFigures means() {
            return means;
        }

        /** Value of a run. */
        double value(int strategy, int seed, Measure measure) {
            return figures.get(seed).get(strategy)[measure.ordinal()];
        }

        /** Values by seed. */
        double[] values(int strategy, Measure measure) {
            double[] values = new double[seeds.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = value(strategy, k, measure);
            }
            return values;
        }

        /** Whether the measure has a value in every run. */
        boolean isDefined(Measure measure) {
            return figures.stream()
                    .flatMap(List::stream)
                    .noneMatch(values -> Double.isNaN(values[measure.ordinal()]));
        }

        /** Measures that have a value in every run, in the order of the manual. */
        List<Measure> measures() {
            List<Measure> defined = new ArrayList<>();
            for (Measure m : Measure.values()) {
                if (isDefined(m)) {
                    defined.add(m);
                }
            }
            return defined;
        }

        /** All strategies on one measure. */
        StrategyComparison comparison(Measure measure) {
            double[][] samples = new double[scenario.strategies().size()][];
            for (int s = 0; s < samples.length; s++) {
                samples[s] = values(s, measure);
            }
            return new StrategyComparison(samples, measure.lowerIsBetter());
        }
    }
}
