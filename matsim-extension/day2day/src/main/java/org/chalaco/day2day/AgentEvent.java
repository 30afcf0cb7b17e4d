package org.chalaco.day2day;

/**
 * What happened to persons, and when: MATSim's agent events. Persons are indexes in the order of
 * the day's persons, behind whom come the drivers of public transport; vehicles are trips of the
 * day's {@link TripTable}; times are s since midnight.
 */
public sealed interface AgentEvent {

    /** Seconds since midnight. */
    double time();

    /** Index of the person. */
    int personIndex();

    /** An activity ended. */
    record ActivityEnd(double time, int personIndex, int linkIndex, String activityType)
            implements AgentEvent {}

    /** A person set out on a leg (MATSim: {@code departure}). */
    record PersonDeparture(double time, int personIndex, int linkIndex, String mode, int legIndex)
            implements AgentEvent {}

    /**
     * A driver of public transport sets out on a run.
     *
     * @param vehicleIndex trip of the run
     */
    record TransitDriverStarts(
            double time,
            int personIndex,
            int vehicleIndex,
            String lineId,
            String routeId,
            String departureId)
            implements AgentEvent {}

    /**
     * A vehicle of public transport has stopped at a stop.
     *
     * @param delay against the timetable, s; NaN: the timetable does not say
     */
    record VehicleArrivesAtStop(
            double time, int personIndex, int vehicleIndex, String stopId, double delay)
            implements AgentEvent {}

    /**
     * A vehicle of public transport leaves a stop.
     *
     * @param delay against the timetable, s; NaN: the timetable does not say
     */
    record VehicleDepartsAtStop(
            double time, int personIndex, int vehicleIndex, String stopId, double delay)
            implements AgentEvent {}

    /** A person waits at a stop (MATSim: {@code waitingForPt}). */
    record WaitingForTransit(double time, int personIndex, String fromStopId, String toStopId)
            implements AgentEvent {}

    /** A person got into a vehicle. */
    record PersonEntersVehicle(double time, int personIndex, int vehicleIndex)
            implements AgentEvent {}

    /** A person got out of a vehicle. */
    record PersonLeavesVehicle(double time, int personIndex, int vehicleIndex)
            implements AgentEvent {}

    /**
     * A teleported leg ended (MATSim: {@code travelled}).
     *
     * @param distance m
     */
    record Travelled(double time, int personIndex, double distance, String mode)
            implements AgentEvent {}

    /** A person ended a leg (MATSim: {@code arrival}). */
    record PersonArrival(double time, int personIndex, int linkIndex, String mode, int legIndex)
            implements AgentEvent {}

    /** An activity began. */
    record ActivityStart(double time, int personIndex, int linkIndex, String activityType)
            implements AgentEvent {}

    /**
     * The day ended while the person was on the way, or the vehicle was taken off the road.
     *
     * @param linkIndex where, or {@code RoadNetwork.NONE}
     */
    record PersonStuck(double time, int personIndex, int linkIndex, String mode)
            implements AgentEvent {}
}
