package org.chalaco.day2day;

/** What becomes of a planned route that does not hold together or misses its activities. */
public enum WrongRoutes {
    /** The scenario is refused when it is read; those that the loop finds are replaced. */
    REFUSE,
    /** Another route is computed. */
    REPLACE,
    /** It is driven as far as it leads, then the vehicle is taken off the road, as in MATSim. */
    REMOVE
}
