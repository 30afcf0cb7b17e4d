package org.chalaco.mobsim.run;

import org.chalaco.mobsim.traffic.Departure;

/**
 * Adds departures while the run goes on: the next trip of someone who has just arrived. Called from
 * one thread, in the order of arrivals.
 */
@FunctionalInterface
public interface DepartureSource {

    /** Nobody drives on. */
    DepartureSource NONE = (vehicleIndex, time, schedule) -> {};

    /**
     * A vehicle arrived.
     *
     * @param vehicleIndex the vehicle
     * @param time s since midnight
     * @param schedule takes departures at {@code time} or later
     */
    void onArrival(int vehicleIndex, double time, Schedule schedule);

    /** Takes further departures of a running simulation. */
    @FunctionalInterface
    interface Schedule {
        /** Adds one departure; its time counts as now if it lies in the past. */
        void add(Departure departure);
    }
}
