package org.chalaco.day2day;

import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/** Carries out the traffic of one day: the port between the loop and the mobsim. */
public interface MobsimRunner {

    /** When the run starts, s since midnight; whoever would leave earlier leaves then. */
    double startTime();

    /** When the run ends at the latest, s since midnight. */
    double endTime();

    /** Share of the population that is simulated, in (0, 1]. */
    default double sampleFactor() {
        return 1;
    }

    /**
     * Runs a day.
     *
     * @param types vehicle types, which departures name by index
     * @param departures those known beforehand, by time
     * @param following asked at every arrival
     * @param events takes what happens, in order of time
     * @return what happened, in numbers
     */
    RunResult run(
            List<VehicleType> types,
            List<Departure> departures,
            DepartureSource following,
            EventSink events);

    /**
     * Runs a day on which people act while traffic flows: gives a simulation with network, signals,
     * parameters and these types and sinks to {@link LiveDay#run}.
     *
     * @param types vehicle types, which departures name by index
     * @param day who acts
     * @param events takes what happens, in order of time
     * @return what happened, in numbers
     * @throws UnsupportedOperationException if this runner cannot be driven step by step
     */
    default RunResult run(List<VehicleType> types, LiveDay day, EventSink events) {
        throw new UnsupportedOperationException(
                "This runner cannot wait for vehicles, drive buses or change the road while it runs.");
    }
}
