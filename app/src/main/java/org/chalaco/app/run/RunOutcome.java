package org.chalaco.app.run;

import org.chalaco.app.output.ResultsJson;

/**
 * What a run came to.
 *
 * @param summary a short table for the screen
 * @param json the results with their units
 * @param interrupted whether the run was stopped before its last iteration
 */
public record RunOutcome(String summary, ResultsJson json, boolean interrupted) {}
