package org.chalaco.mobsim.run;

/**
 * How closely a run watches itself. The invariants: no overlap on a lane or connector or where
 * connectors cross, no negative speed, no position beyond a lane, acceleration within bounds, no
 * conflicting greens, vehicles conserved.
 */
public enum CheckMode {
    /** Nothing is checked. */
    OFF,
    /**
     * Vehicles are conserved and greens do not conflict, each step; cheap. Greens that an outsider
     * shows are its own affair, here and in {@link #FULL}.
     */
    STEP,
    /** Every invariant for every vehicle, each step; about doubles the cost. */
    FULL
}
