package org.chalaco.day2day;

import java.util.List;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The traffic of one day as the mobsim is given it, for whoever runs the mobsim without the loop.
 * Immutable: any number of runs may use it, one after the other or side by side.
 *
 * @param types vehicle types, which departures name by index
 * @param trips whose indexes the departures use as vehicle indexes
 * @param departures everyone's first drive, by time
 * @param following gives the further drives, asked at every arrival
 */
public record DayTraffic(
        List<VehicleType> types,
        TripTable trips,
        List<Departure> departures,
        DepartureSource following) {

    public DayTraffic {
        types = List.copyOf(types);
        departures = List.copyOf(departures);
    }
}
