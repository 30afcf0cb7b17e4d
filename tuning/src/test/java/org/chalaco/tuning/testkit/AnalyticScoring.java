package org.chalaco.tuning.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.CandidateScoring;

/** Scores by formula, to test searches without traffic. */
public final class AnalyticScoring implements CandidateScoring {

    private final Function<double[], double[]> formula;
    private final int objectives;
    private int scored;

    public AnalyticScoring(ToDoubleFunction<double[]> formula) {
        this(1, genes -> new double[] {formula.applyAsDouble(genes)});
    }

    public AnalyticScoring(int objectives, Function<double[], double[]> formula) {
        this.objectives = objectives;
        this.formula = formula;
    }

    @Override
    public List<Candidate> score(List<double[]> genomes, int generation) {
        List<Candidate> candidates = new ArrayList<>();
        for (double[] genes : genomes) {
            candidates.add(new Candidate(genes, formula.apply(genes), 1));
            scored++;
        }
        return candidates;
    }

    /** How many genomes were scored. */
    public int scored() {
        return scored;
    }

    @Override
    public int objectives() {
        return objectives;
    }
}
