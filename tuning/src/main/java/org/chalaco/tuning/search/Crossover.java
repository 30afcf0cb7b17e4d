package org.chalaco.tuning.search;

import java.util.random.RandomGenerator;

/** Makes two children of two parents. Pure but for the random numbers; parents stay as they are. */
@FunctionalInterface
public interface Crossover {

    /** The two children. */
    double[][] cross(double[] mother, double[] father, RandomGenerator random);
}
