package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a mode was used on one day.
 *
 * @param mode the mode
 * @param trips trips begun or assumed
 * @param share of all trips, -
 * @param arrived trips that ended
 * @param meanTravelTime of those, waiting to get onto the road included, s; NaN: none
 * @param meanDistance of those, m; NaN: none, or unknown
 */
public record ModeStatistics(
        String mode,
        long trips,
        double share,
        long arrived,
        double meanTravelTime,
        double meanDistance) {

    /** Statistics of a day, by mode. */
    static List<ModeStatistics> of(ExperiencedTrips experienced) {
        TripTable trips = experienced.trips();
        Map<String, double[]> byMode = new TreeMap<>(); // trips, arrived, seconds, metres
        for (int trip = 0; trip < trips.tripCount(); trip++) {
            double[] sums = byMode.computeIfAbsent(trips.leg(trip).mode(), m -> new double[4]);
            sums[0]++;
            double seconds = experienced.travelTime(trip);
            if (!Double.isNaN(seconds)) {
                sums[1]++;
                sums[2] += seconds;
                sums[3] += trips.leg(trip).distance();
            }
        }
        List<ModeStatistics> statistics = new ArrayList<>();
        byMode.forEach(
                (mode, sums) ->
                        statistics.add(
                                new ModeStatistics(
                                        mode,
                                        (long) sums[0],
                                        sums[0] / trips.tripCount(),
                                        (long) sums[1],
                                        sums[2] / sums[1],
                                        sums[3] / sums[1])));
        return List.copyOf(statistics);
    }
}
