package org.chalaco.tuning.evaluation;

/** Someone asked to stop: what is running is given up, what was complete before stays. */
public final class SearchStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A stop. */
    public SearchStopped() {
        super("The search was stopped.", null, false, false);
    }
}
