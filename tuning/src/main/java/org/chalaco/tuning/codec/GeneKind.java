package org.chalaco.tuning.codec;

/** What a gene decides. */
public enum GeneKind {
    /** Common cycle of a zone. */
    CYCLE,
    /** Whether an intersection has the cycle of its zone, half or double of it. */
    MULTIPLE,
    /** Order of stages. */
    ORDER,
    /** Share of the free green of one stage. */
    SPLIT,
    /** Offset, which is circular: 0.99 lies beside 0.01. */
    OFFSET,
    /** Whether a signal stands. */
    PLACEMENT,
    /** Green of one stage in whole seconds, as in the Havana study. */
    GREEN
}
