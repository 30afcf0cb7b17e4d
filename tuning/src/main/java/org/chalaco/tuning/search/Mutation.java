package org.chalaco.tuning.search;

import java.util.random.RandomGenerator;

/** Changes a genome a little. Pure but for the random numbers; the original stays as it is. */
@FunctionalInterface
public interface Mutation {

    /** The changed genome. */
    double[] mutate(double[] genes, RandomGenerator random);
}
