// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.formats.Complaints;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.vehicles.TypeDescription;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;
import org.matsim.api.core.v01.Id;

/**
 * Makes vehicle types of ours from MATSim's. Attributes {@code chalaco:...} of a type say how its
 * drivers drive; what is missing is that of its class in the parameter set of the run.
 */
final class MatsimVehicleTypes {

    private final ParameterSet standard;
    private final Problems problems;
    private final Map<Id<org.matsim.vehicles.VehicleType>, Integer> indexes = new LinkedHashMap<>();
    private final List<VehicleType> types = new ArrayList<>();

    MatsimVehicleTypes(ParameterSet standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /** Takes a type, if it is new. */
    void add(org.matsim.vehicles.VehicleType type) {
        if (!indexes.containsKey(type.getId())) {
            indexes.put(type.getId(), types.size());
            types.add(map(type));
        }
    }

    private VehicleType map(org.matsim.vehicles.VehicleType type) {
        Map<String, String> attributes = new TreeMap<>();
        type.getAttributes()
                .getAsMap()
                .forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        TypeDescription description =
                new TypeDescription(
                        type.getId().toString(),
                        type.getLength(),
                        type.getMaximumVelocity(),
                        type.getPcuEquivalents(),
                        type.getNetworkMode(),
                        attributes);
        try {
            return description.toType(standard, Complaints.about("vehicleType", problems));
        } catch (IllegalArgumentException e) {
            problems.add(
                    ProblemType.VEHICLE_TYPE.error(
                            "vehicleType", type.getId().toString(), e.getMessage(), ""));
            return VehicleType.CAR;
        }
    }

    /** All types taken so far. */
    List<VehicleType> types() {
        return List.copyOf(types);
    }

    /**
     * Index of a type.
     *
     * @throws IllegalStateException if it came too late
     */
    int getIndex(org.matsim.vehicles.VehicleType type) {
        Integer index = indexes.get(type.getId());
        if (index == null) {
            throw new IllegalStateException(
                    "The vehicle type (%s) came when the mobsim was running already.%nMaybe add it to the scenario's vehicles before?"
                            .formatted(type.getId()));
        }
        return index;
    }
}
