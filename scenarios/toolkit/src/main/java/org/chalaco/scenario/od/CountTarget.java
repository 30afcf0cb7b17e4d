package org.chalaco.scenario.od;

import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * A number of vehicles that demand is to explain: those that passed any of some places in an
 * interval.
 *
 * @param stationId where it was counted
 * @param passages one link; one turn; or all the links of a screen line
 * @param from start, s since midnight
 * @param until end, s, exclusive
 * @param vehicleClass class counted, or null for all together
 * @param vehicles number counted
 * @param standardError of that number, vehicles, positive
 */
public record CountTarget(
        String stationId,
        List<Passage> passages,
        double from,
        double until,
        VehicleClass vehicleClass,
        double vehicles,
        double standardError) {

    /** Day-to-day variation of a flow beyond chance, as a share of it. */
    private static final double DAILY_VARIATION = 0.05;

    /**
     * The stop line of a link, crossed.
     *
     * @param link that is left
     * @param toLink that is entered, or {@link RoadNetwork#NONE}: any
     */
    public record Passage(int link, int toLink) {}

    public CountTarget {
        passages = List.copyOf(passages);
        if (passages.isEmpty() || !(until > from) || !(vehicles >= 0) || !(standardError > 0)) {
            throw new IllegalArgumentException(
                    "A count of station (%s) has no place, no time or no number."
                            .formatted(stationId));
        }
    }

    /** Hours of the interval. */
    public double hours() {
        return (until - from) / 3600;
    }

    /**
     * The standard error of a count of which nothing else is known: chance (Poisson) and five per
     * cent from day to day.
     */
    public static double usualError(double vehicles) {
        double daily = DAILY_VARIATION * vehicles;
        return Math.sqrt(Math.max(1, vehicles) + daily * daily);
    }
}
