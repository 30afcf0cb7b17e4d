// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matsim.api.core.v01.Id;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.vehicles.Vehicle;

/** All vehicles of a run, by our index and by MATSim's id. */
final class VehicleTrips {

    private final List<VehicleTrip> trips = new ArrayList<>();
    private final Map<Id<Vehicle>, Integer> indexes = new LinkedHashMap<>();

    /** Takes a vehicle; one of an id that is known takes its place. */
    void add(QVehicle vehicle, int typeIndex, int linkIndex) {
        VehicleTrip trip = new VehicleTrip(vehicle, typeIndex, linkIndex);
        Integer known = indexes.putIfAbsent(vehicle.getId(), trips.size());
        if (known == null) {
            trips.add(trip);
        } else {
            trips.set(known, trip);
        }
    }

    VehicleTrip trip(int vehicleIndex) {
        return trips.get(vehicleIndex);
    }

    /** The vehicle of this id, or null. */
    VehicleTrip find(Id<Vehicle> id) {
        Integer index = indexes.get(id);
        return index == null ? null : trips.get(index);
    }

    /**
     * Index of a vehicle.
     *
     * @throws IllegalStateException if it was never added
     */
    int getIndex(Id<Vehicle> id) {
        Integer index = indexes.get(id);
        if (index == null) {
            throw new IllegalStateException(
                    "The vehicle (%s) was never put on the road.".formatted(id));
        }
        return index;
    }
}
