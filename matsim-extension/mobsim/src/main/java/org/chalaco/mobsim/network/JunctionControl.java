package org.chalaco.mobsim.network;

/** Who goes first at a junction while no signal controls it. */
public enum JunctionControl {
    /**
     * The approach with the lower rank yields; equal ranks yield to the right and when turning
     * left.
     */
    PRIORITY,
    /**
     * Everyone yields to the approach on the right; a full circle of waiting drivers is broken by
     * time.
     */
    RIGHT_BEFORE_LEFT,
    /** Everyone stops; who came first goes first. */
    ALL_WAY_STOP,
    /** Streams pass at different levels: no conflict but where two streams merge into one lane. */
    GRADE_SEPARATED
}
