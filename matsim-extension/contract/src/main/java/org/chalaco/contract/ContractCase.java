package org.chalaco.contract;

import java.util.function.Consumer;

/** What every part of the contract needs: something that runs a scenario. */
interface ContractCase {

    /**
     * Writes the scenario, runs it, and fails the test if the run fails.
     *
     * @return what happened
     */
    RecordedRun run(ScenarioFiles scenario);

    /**
     * Writes the scenario and runs it; a failure of the run is part of what happened.
     *
     * @param somebody called at every event, and may throw
     */
    RecordedRun tryToRun(ScenarioFiles scenario, Consumer<RecordedEvent> somebody);
}
