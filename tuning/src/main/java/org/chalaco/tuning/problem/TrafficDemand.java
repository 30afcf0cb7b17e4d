package org.chalaco.tuning.problem;

import java.util.List;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Who drives, as a function of the seed alone: the same seed gives the same vehicles to every plan,
 * so that plans are compared under common random numbers. Thread-safe.
 */
public interface TrafficDemand {

    /**
     * The traffic of one replication.
     *
     * @param departures by vehicle index, in any order
     * @param following gives further departures at arrivals
     */
    record Traffic(List<Departure> departures, DepartureSource following) {
        public Traffic {
            departures = List.copyOf(departures);
        }
    }

    /** Vehicle types, which departures name by index. */
    List<VehicleType> types();

    /** The traffic of the replication with this seed. */
    Traffic draw(long seed);
}
