package org.chalaco.tuning.problem;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Measures one more figure of every evaluated run, for objectives that the standard figures do not
 * serve: emissions, noise, bunching of buses. Thread-safe; its readings are not.
 */
public interface RunMeter {

    /** Name by which an objective asks for it. */
    String name();

    /** Unit of the figure. */
    String unit();

    /** Seconds between two looks at the road; 0: events suffice. */
    default double everySeconds() {
        return 0;
    }

    /** Begins to measure one run. */
    Reading begin(RoadNetwork network, EvaluationWindow window);

    /** The measurement of one run: smaller is better. */
    interface Reading extends EventSink {

        @Override
        default void accept(TrafficEvent event) {}

        /** Looks at the road, every {@link #everySeconds()}. */
        default void observe(TrafficView view) {}

        /** The figure at the end of the run. */
        double value();
    }
}
