package org.chalaco.tuning.evaluation;

import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;

/**
 * What is said to one simulation beside its task. The sums of the evaluation stay what they are;
 * those of pedestrians are computed from the plans of the task, whatever a controller shows.
 */
public interface RunAddition {

    /** Adds nothing. */
    RunAddition NONE = (run, traffic) -> {};

    /** Adds controllers, sinks and observers before the simulation starts. */
    void addTo(MicroSimulation run, Traffic traffic);

    /** Looks at the departures that a source adds while the simulation goes on. */
    default DepartureSource watching(DepartureSource source) {
        return source;
    }
}
