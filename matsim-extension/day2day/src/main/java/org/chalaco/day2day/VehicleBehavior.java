package org.chalaco.day2day;

/**
 * What a driver does whose vehicle is not there. MATSim: {@code vehicleBehavior} of {@code qsim}.
 */
public enum VehicleBehavior {
    /** The vehicle is brought: every trip has one where it begins. */
    TELEPORT("teleport"),
    /** The driver waits until somebody brings it. */
    WAIT("wait"),
    /** The run ends with a {@link MissingVehicleException}. */
    EXCEPTION("exception");

    private final String fileName;

    VehicleBehavior(String fileName) {
        this.fileName = fileName;
    }

    /** MATSim's name. */
    public String fileName() {
        return fileName;
    }
}
