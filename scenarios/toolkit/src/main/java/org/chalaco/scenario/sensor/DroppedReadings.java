package org.chalaco.scenario.sensor;

import java.time.LocalDateTime;

/**
 * Readings that were not used.
 *
 * @param detector whose they are
 * @param from start of the first
 * @param count how many
 * @param reason why
 */
public record DroppedReadings(String detector, LocalDateTime from, int count, Reason reason) {

    /** Why readings are dropped. */
    public enum Reason {
        /** The same interval twice, with the same number: one is kept. */
        DOUBLE,
        /** The same interval twice with different numbers: neither is kept. */
        CONTRADICTION,
        /** A negative number, or more vehicles than a lane can carry. */
        IMPOSSIBLE,
        /** The same number again and again: the sensor hangs. */
        STUCK,
        /** Nothing for hours by day, though vehicles pass there otherwise. */
        DEAD,
        /** Too little is left of an hour. */
        GAP
    }
}
