package org.chalaco.mobsim.signal;

/** Says what the groups of one system show at every moment. */
public interface SignalDisplay {

    /** Brought up to this time, s since midnight, before it is asked. */
    default void advance(double time) {}

    /** What a group shows from this time on, s since midnight. */
    Aspect aspect(int groupIndex, double time);

    /** A time until which nothing changes, s since midnight; at least {@code time}. */
    default double quietUntil(double time) {
        return time;
    }
}
