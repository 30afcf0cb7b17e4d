package org.chalaco.tuning.problem;

import java.util.function.IntFunction;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.traffic.VehicleType;

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
    Reading begin(MeteredRun run);

    /**
     * What a meter may know of the run before it starts.
     *
     * @param network roads
     * @param window time that is simulated, and the part of it that counts
     * @param typeOfVehicle type of everyone who drives, by vehicle index
     */
    record MeteredRun(
            RoadNetwork network, EvaluationWindow window, IntFunction<VehicleType> typeOfVehicle) {}

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
