package org.chalaco.app.film;

import java.util.Arrays;
import java.util.List;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/** Who drives while films are made, and what each vehicle is. For one run; not thread-safe. */
final class FilmedDay implements DepartureSource {

    private final List<VehicleType> types;
    private final List<Departure> departures;
    private final DepartureSource following;
    private int[] typeOfVehicle = new int[1024];

    /** Those who depart at or after this time, s since midnight. */
    FilmedDay(ScenarioTraffic traffic, double from) {
        types = traffic.day().types();
        departures = traffic.day().departures().stream().filter(d -> d.time() >= from).toList();
        following = traffic.day().following();
        departures.forEach(this::note);
    }

    private void note(Departure departure) {
        int vehicle = departure.vehicleIndex();
        if (vehicle >= typeOfVehicle.length) {
            typeOfVehicle =
                    Arrays.copyOf(typeOfVehicle, Math.max(vehicle + 1, 2 * typeOfVehicle.length));
        }
        typeOfVehicle[vehicle] = departure.typeIndex();
    }

    List<Departure> departures() {
        return departures;
    }

    /** The type of a vehicle that has departed. */
    VehicleType typeOf(int vehicle) {
        return types.get(typeOfVehicle[vehicle]);
    }

    @Override
    public void onArrival(int vehicleIndex, double time, Schedule schedule) {
        following.onArrival(
                vehicleIndex,
                time,
                departure -> {
                    note(departure);
                    schedule.add(departure);
                });
    }
}
