package org.chalaco.day2day;

/**
 * A driver's vehicle was not where the drive begins, and the run was told to end then; the message
 * names both.
 */
public final class MissingVehicleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingVehicleException(String message) {
        super(message);
    }
}
