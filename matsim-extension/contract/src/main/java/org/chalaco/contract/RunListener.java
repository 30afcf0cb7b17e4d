package org.chalaco.contract;

/** Hears what a run does, while it does it. */
public interface RunListener {

    /**
     * An event of the run, in MATSim's vocabulary, in the order in which it happened. Whatever this
     * throws must end the run.
     */
    void event(RecordedEvent event);

    /** Something the user is told: a warning of the log, or a problem found in a file. */
    void warning(String message);
}
