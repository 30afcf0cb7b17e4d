package org.chalaco.app.compare;

import java.nio.file.Path;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;

/**
 * What {@code chalaco compare} came to.
 *
 * @param summary for the screen
 * @param json for {@code --json}
 * @param interrupted whether someone stopped it
 */
public record CompareOutcome(String summary, ResultsJson json, boolean interrupted) {

    /** Of one that was stopped. */
    static CompareOutcome stopped(ComparisonData data, Path folder) {
        ResultsJson json =
                new ResultsJson("compare", ChalacoVersion.current())
                        .put("runs", data.runs(), "-")
                        .put("stopped", "true");
        String text =
                "Stopped: %d of %d runs are kept in %s; the same command with --resume makes the others.%n"
                        .formatted(data.runs(), data.expected(), folder);
        return new CompareOutcome(text, json, true);
    }
}
