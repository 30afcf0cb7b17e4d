package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.signal.SignalPlan;

/**
 * Reads the plans of a file of signal control alone, to look at or compare them: neither network
 * nor groups are needed, so nothing is checked against them. Onsets are those of the file,
 * red-amber included.
 */
public final class SignalPlansReader {

    private SignalPlansReader() {}

    /**
     * The plans by signal system, in the order of the file; of several, the first.
     *
     * @param problems takes what is wrong with the file
     */
    public static Map<String, SignalPlan> read(Path control, Problems problems) {
        Map<String, SystemDraft> drafts = new LinkedHashMap<>();
        new ControlElements(drafts, false).read(control, problems);
        Map<String, SignalPlan> plans = new LinkedHashMap<>();
        drafts.forEach(
                (id, draft) -> {
                    if (!draft.plans.isEmpty()) {
                        plans.put(id, SignalsReader.toPlan(draft.plans.get(0), 0));
                    }
                });
        return plans;
    }
}
