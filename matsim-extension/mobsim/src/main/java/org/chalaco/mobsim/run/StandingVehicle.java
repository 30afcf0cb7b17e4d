package org.chalaco.mobsim.run;

/**
 * A vehicle on the road that has not moved for a while.
 *
 * @param vehicleIndex the vehicle
 * @param linkIndex link it stands on, or is entering
 * @param seconds without a break, s
 * @param isFirst whether it is the first of its lane or connector; the others stand behind someone
 * @param reason what the driver waits for, as decided at the stop line
 */
public record StandingVehicle(
        int vehicleIndex, int linkIndex, double seconds, boolean isFirst, Reason reason) {

    /** What a driver waits for. */
    public enum Reason {
        /** Nothing of its own: whoever is ahead stands. */
        TRAFFIC,
        /** The signal. */
        SIGNAL,
        /** Room behind the box. */
        EXIT,
        /** Those who go first. */
        PRIORITY,
        /** A gap into the lane that leads on. */
        LANE,
        /** The next link or lane is closed. */
        CLOSURE,
        /** Serves a stop on the way, or comes to it. */
        STOP
    }
}
