package org.chalaco.mobsim.traffic;

/** The classes of vehicle that are told apart in counts, restrictions and emissions. */
public enum VehicleClass {
    CAR("auto"),
    TAXI("taxi"),
    COMBI("combi"),
    MINIBUS("coaster"),
    BUS("ómnibus"),
    MOTORCYCLE("motocicleta"),
    MOTOTAXI("mototaxi"),
    PICKUP("camioneta"),
    TRUCK("camión"),
    SEMITRAILER("tráiler");

    private final String spanish;

    VehicleClass(String spanish) {
        this.spanish = spanish;
    }

    /** The word used in Callao. */
    public String spanish() {
        return spanish;
    }
}
