package org.chalaco.day2day.routing;

/** Walking to and from the road. MATSim: {@code accessEgressType} of {@code routing}. */
public enum AccessEgress {
    /** A vehicle stands where the activity is. */
    NONE("none");

    private final String fileName;

    AccessEgress(String fileName) {
        this.fileName = fileName;
    }

    /** MATSim's name. */
    public String fileName() {
        return fileName;
    }
}
