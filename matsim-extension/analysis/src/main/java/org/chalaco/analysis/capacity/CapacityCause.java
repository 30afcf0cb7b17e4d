package org.chalaco.analysis.capacity;

/** Why a link carries more or less than the network file says. */
public enum CapacityCause {
    /** The two agree, or the file says nothing. */
    NONE,
    /** A signal shows red part of the time, which the file does not know. */
    SIGNAL_SHARE,
    /** The file's capacity does not fit the number of lanes. */
    LANES,
    /** Vehicles leave over a bend or turn that is slower than the road. */
    TURN_SPEED,
    /** Vehicles give way. */
    GIVES_WAY,
    /** The queue comes from ahead, where a link discharges too slowly. */
    FULL_AHEAD,
    /** The link ahead is often full because it is too short for a queue. */
    SHORT_LINK,
    /** Other vehicles or drivers than the reference car. */
    DRIVERS,
    /** The file's capacity was scaled down to the sample. */
    SAMPLE_FACTOR
}
