package org.chalaco.tuning.objective;

import java.util.List;

/**
 * A score by its terms.
 *
 * @param terms whose values add up to the score
 */
public record FitnessBreakdown(List<Term> terms) {

    /**
     * One term.
     *
     * @param name what it is
     * @param value in the unit of the objective
     */
    public record Term(String name, double value) {}

    public FitnessBreakdown {
        terms = List.copyOf(terms);
    }

    /** One term that is the whole score. */
    static FitnessBreakdown single(String name, double value) {
        return new FitnessBreakdown(List.of(new Term(name, value)));
    }

    /** The score: the sum of the terms. */
    public double total() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.value();
        }
        return sum;
    }
}
