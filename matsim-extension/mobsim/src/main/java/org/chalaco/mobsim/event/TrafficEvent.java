package org.chalaco.mobsim.event;

import org.chalaco.mobsim.signal.Aspect;

/**
 * What happened on the road, and when. Vehicles, links, signal systems and groups are indexes;
 * times are seconds since midnight, at the end of the step in which the thing happened.
 */
public sealed interface TrafficEvent {

    /** Seconds since midnight. */
    double time();

    /**
     * A vehicle came onto the road.
     *
     * @param relativePosition where on the link, as a share of its length
     */
    record VehicleEntersTraffic(
            double time, int vehicleIndex, int linkIndex, double relativePosition)
            implements TrafficEvent {}

    /** A vehicle crossed its stop line towards this link. */
    record LinkEnter(double time, int vehicleIndex, int linkIndex) implements TrafficEvent {}

    /**
     * A vehicle crossed the stop line of this link; {@link LinkEnter} of the next link follows at
     * once.
     *
     * @param connectorIndex the connector it takes, which tells lane and movement
     * @param stops how often it stood still on this link
     */
    record LinkLeave(double time, int vehicleIndex, int linkIndex, int connectorIndex, int stops)
            implements TrafficEvent {}

    /** A vehicle changed lanes; lanes are counted from the kerb. */
    record LaneChange(double time, int vehicleIndex, int linkIndex, int fromLane, int toLane)
            implements TrafficEvent {}

    /** A signal group shows another aspect. */
    record SignalChange(double time, int systemIndex, int groupIndex, Aspect aspect)
            implements TrafficEvent {}

    /**
     * A vehicle reached its destination and left the road.
     *
     * @param relativePosition where on the link, as a share of its length
     * @param stops how often it stood still on this link
     */
    record VehicleLeavesTraffic(
            double time, int vehicleIndex, int linkIndex, double relativePosition, int stops)
            implements TrafficEvent {}

    /**
     * A vehicle was taken off the road by the relief for hopeless cases, or was on it when the run
     * ended.
     */
    record VehicleStuck(double time, int vehicleIndex, int linkIndex) implements TrafficEvent {}
}
