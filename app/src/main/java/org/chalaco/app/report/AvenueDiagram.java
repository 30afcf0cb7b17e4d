package org.chalaco.app.report;

import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Vehicles along one avenue in one direction, with what its signals show to them.
 *
 * @param name avenue and direction
 * @param start of the diagram, s since midnight
 * @param end of the diagram, s since midnight
 * @param length of the avenue, m
 * @param signals along the avenue, in driving order
 * @param trajectories the vehicles
 */
public record AvenueDiagram(
        Wording name,
        double start,
        double end,
        double length,
        List<Signal> signals,
        List<Trajectory> trajectories) {

    /**
     * A signal along the avenue.
     *
     * @param name the cross street
     * @param distance of its stop line from the start of the avenue, m
     * @param greens when the through movement is green: start and end, s since midnight, in turn
     */
    public record Signal(String name, double distance, double[] greens) {
        public Signal {
            greens = greens.clone();
        }
    }

    /**
     * A vehicle on the avenue; one that leaves it and comes back is two.
     *
     * @param vehicleClass its class
     * @param times s since midnight, ascending
     * @param distances from the start of the avenue at these times, m
     */
    public record Trajectory(VehicleClass vehicleClass, double[] times, double[] distances) {
        public Trajectory {
            times = times.clone();
            distances = distances.clone();
        }
    }

    public AvenueDiagram {
        signals = List.copyOf(signals);
        trajectories = List.copyOf(trajectories);
    }
}
