package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The same people every day, a little earlier or later: each departure is moved by a uniform random
 * time of at most {@code spread} to either side.
 *
 * <p>Plans tuned for one exact second of everybody's departure would serve that day only.
 *
 * @param types vehicle types
 * @param departures of the mean day
 * @param following further departures; they follow arrivals and are not moved
 * @param spread s; 0: every day the same
 * @param from departures are not moved before this time, s since midnight
 */
public record SpreadDepartures(
        List<VehicleType> types,
        List<Departure> departures,
        DepartureSource following,
        double spread,
        double from)
        implements TrafficDemand {

    public SpreadDepartures {
        types = List.copyOf(types);
        departures = List.copyOf(departures);
        if (!(spread >= 0)) {
            throw new IllegalArgumentException(
                    "Departures cannot spread by (%s s).".formatted(spread));
        }
    }

    @Override
    public Traffic draw(long seed) {
        if (spread == 0) {
            return new Traffic(departures, following);
        }
        List<Departure> moved = new ArrayList<>(departures.size());
        for (Departure d : departures) {
            double u = RandomStream.of(seed, d.vehicleIndex(), "departure").nextDouble();
            double time = Math.max(from, d.time() + spread * (2 * u - 1));
            moved.add(
                    new Departure(
                            d.vehicleIndex(),
                            d.typeIndex(),
                            time,
                            d.route(),
                            d.departurePosition(),
                            d.arrivalPosition()));
        }
        moved.sort(
                Comparator.comparingDouble(Departure::time)
                        .thenComparingInt(Departure::vehicleIndex));
        return new Traffic(moved, following);
    }
}
