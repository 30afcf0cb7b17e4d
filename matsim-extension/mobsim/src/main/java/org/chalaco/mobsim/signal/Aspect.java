package org.chalaco.mobsim.signal;

/** What a signal group shows. */
public enum Aspect {
    GREEN,
    AMBER,
    RED,
    RED_AMBER,
    FLASHING_AMBER,
    OFF
}
