package org.chalaco.day2day;

/** Sends a vehicle on its next drive when it, or its driver, arrives. */
@FunctionalInterface
public interface DepartureSource {

    /** Nothing follows. */
    DepartureSource NONE = (vehicleIndex, time, schedule) -> {};

    /**
     * A vehicle reached its destination.
     *
     * @param time s since midnight
     * @param schedule takes departures at this time or later
     */
    void onArrival(int vehicleIndex, double time, DepartureSchedule schedule);
}
