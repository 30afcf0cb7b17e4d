package org.chalaco.tuning.codec;

import java.util.List;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.PlanTiming;

/**
 * Plans as a list of numbers, the genome. Every genome within the ranges decodes to a plan set.
 * Immutable and thread-safe.
 */
public interface SignalPlanCodec {

    /** Owner of genes that belong to a zone and not to one intersection. */
    int ZONE = -1;

    /** Name for checkpoints and reports. */
    String name();

    /** Number of genes. */
    int length();

    /** What a gene decides. */
    GeneKind kind(int gene);

    /** Index of the intersection that a gene belongs to, or {@link #ZONE}. */
    int owner(int gene);

    /** Least value of a gene. */
    double lowest(int gene);

    /** Upper limit of a gene: excluded for shares, included for whole numbers. */
    double highest(int gene);

    /** Whether genes are whole numbers. */
    boolean isInteger();

    /** The plans of a genome. */
    PlanSet decode(double[] genes);

    /** A genome that decodes to these timings, or to the nearest that it can say. */
    double[] encode(List<PlanTiming> timings);
}
