package org.chalaco.mobsim.run;

/** Which car-following model drivers use. */
public enum CarFollowing {
    /** The original Intelligent Driver Model, as in the Havana study. */
    IDM,
    /**
     * The Improved IDM: the exact time gap in equilibrium, bounded braking above the desired speed.
     */
    IIDM,
    /** IDM+: the smaller of free and interaction term. */
    IDM_PLUS
}
