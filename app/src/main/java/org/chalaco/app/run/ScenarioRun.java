package org.chalaco.app.run;

/** To come. */
public final class ScenarioRun {
    public RunOutcome run(RunRequest request) {
        throw new IllegalStateException();
    }
}
