package org.chalaco.mobsim.signal;

/** What a controller wants: to stay, or another stage. */
public sealed interface StageDecision {

    /** Keep what is green. */
    Hold HOLD = new Hold();

    /** Keep what is green. */
    record Hold() implements StageDecision {}

    /**
     * Make another stage green, as soon as minimum greens and intergreens allow.
     *
     * @param stage its index in the system's list
     */
    record SwitchTo(int stage) implements StageDecision {
        public SwitchTo {
            if (stage < 0) {
                throw new IllegalArgumentException("There is no stage (%d).".formatted(stage));
            }
        }
    }

    /** A switch to this stage. */
    static StageDecision switchTo(int stage) {
        return new SwitchTo(stage);
    }
}
