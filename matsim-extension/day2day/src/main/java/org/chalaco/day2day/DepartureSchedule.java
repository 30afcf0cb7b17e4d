package org.chalaco.day2day;

import org.chalaco.mobsim.traffic.Departure;

/** Takes departures while a run is under way. */
@FunctionalInterface
public interface DepartureSchedule {

    /** Adds a departure, not before now. */
    void add(Departure departure);
}
