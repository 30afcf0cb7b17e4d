package org.chalaco.app.tune;

import org.chalaco.app.output.ResultsJson;

/**
 * What {@code chalaco tune} came to.
 *
 * @param summary for the screen
 * @param json for {@code --json}
 * @param interrupted whether someone stopped it
 */
public record TuneOutcome(String summary, ResultsJson json, boolean interrupted) {}
