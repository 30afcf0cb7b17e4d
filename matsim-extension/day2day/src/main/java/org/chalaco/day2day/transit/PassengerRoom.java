package org.chalaco.day2day.transit;

/**
 * How many passengers a vehicle takes and how fast they change. MATSim: {@code capacity} of a
 * vehicle type and its attributes {@code accessTimeInSecondsPerPerson}, {@code
 * egressTimeInSecondsPerPerson} and {@code doorOperationMode}.
 *
 * @param places seats and standing room
 * @param boardingTime s per passenger
 * @param alightingTime s per passenger
 * @param oneAfterTheOther whether passengers get off before others get on (MATSim: serial);
 *     otherwise by different doors at once
 */
public record PassengerRoom(
        int places, double boardingTime, double alightingTime, boolean oneAfterTheOther) {

    /** What MATSim takes where a file says nothing: no room, one passenger a second. */
    public static final PassengerRoom NONE = new PassengerRoom(0, 1, 1, true);
}
