package org.chalaco.mobsim.network;

/** How a movement bends at its junction, seen by the driver. */
public enum Turn {
    RIGHT,
    THROUGH,
    LEFT,
    U_TURN
}
