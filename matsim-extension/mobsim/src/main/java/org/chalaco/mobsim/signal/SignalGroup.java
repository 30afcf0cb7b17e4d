package org.chalaco.mobsim.signal;

import java.util.List;

/**
 * Heads that always show the same aspect.
 *
 * @param id file id, unique in its system
 * @param heads the signals
 */
public record SignalGroup(String id, List<SignalHead> heads) {
    public SignalGroup {
        heads = List.copyOf(heads);
    }
}
