package org.chalaco.app.agents;

import java.util.List;
import java.util.Optional;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;

/**
 * The control of one day's signals, and what was said on it. Not thread-safe.
 *
 * @param control of all signals
 * @param negotiated the same where agents negotiate, else empty
 * @param log of what they say, where they do
 */
record ControlledDay(
        SignalControl control, Optional<NegotiatedControl> negotiated, Optional<AgentLog> log)
        implements SignalControl {

    @Override
    public List<SignalController> controllers() {
        return control.controllers();
    }

    @Override
    public void secondBegins(double time) {
        log.ifPresent(l -> l.at(time));
        control.secondBegins(time);
    }

    @Override
    public void close() {
        control.close();
    }
}
