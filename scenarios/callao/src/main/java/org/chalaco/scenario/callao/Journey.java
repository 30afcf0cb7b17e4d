package org.chalaco.scenario.callao;

import java.util.List;

/**
 * What one vehicle does this morning.
 *
 * @param group of people: person, taxi, freight, transit; MATSim's subpopulation
 * @param mode vehicle type
 * @param start when it leaves its first stop, s
 * @param stops in order; at least two
 */
record Journey(String group, String mode, double start, List<Stop> stops) {

    /**
     * A place where it stays.
     *
     * @param activity type of activity
     * @param link where
     * @param x easting, m, or NaN
     * @param y northing, m, or NaN
     * @param duration how long, s; unused at the first and the last stop
     */
    record Stop(String activity, int link, double x, double y, double duration) {

        static Stop at(String activity, Spot spot, int link, double duration) {
            return new Stop(activity, link, spot.x(), spot.y(), duration);
        }
    }

    Journey {
        stops = List.copyOf(stops);
    }
}
