package org.chalaco.formats.signals;

import java.util.List;
import org.chalaco.day2day.road.PlanChange;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Signals and what they play all day.
 *
 * @param systems with the plans that hold when the run begins, or else the first of the day
 * @param changes of plans after that, and where a signal is off at first
 */
public record SignalDay(List<SignalSystem> systems, List<PlanChange> changes) {

    public SignalDay {
        systems = List.copyOf(systems);
        changes = List.copyOf(changes);
    }
}
