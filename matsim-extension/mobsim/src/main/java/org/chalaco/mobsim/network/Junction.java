package org.chalaco.mobsim.network;

import static java.util.Objects.requireNonNull;

/**
 * Where links meet (a MATSim node).
 *
 * @param id file id
 * @param x easting, m
 * @param y northing, m
 * @param control who goes first where no signal says otherwise
 */
public record Junction(String id, double x, double y, JunctionControl control) {

    public Junction {
        requireNonNull(id, "junction id");
        requireNonNull(control, "control of junction " + id);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                    "The position (%s, %s) of junction (%s) is not finite.".formatted(x, y, id));
        }
    }

    /** A junction where the lower-ranked approach yields. */
    public static Junction priority(String id, double x, double y) {
        return new Junction(id, x, y, JunctionControl.PRIORITY);
    }
}
