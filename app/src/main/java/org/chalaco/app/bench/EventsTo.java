package org.chalaco.app.bench;

/** Where a measured run's events go, so that their cost can be told. */
public enum EventsTo {
    /** Nowhere: they are dropped at once. */
    NONE,
    /** Into a digest that tells whether two runs did the same. */
    HASH,
    /** Into a MATSim events file without compression in the temporary folder, removed after. */
    FILE
}
