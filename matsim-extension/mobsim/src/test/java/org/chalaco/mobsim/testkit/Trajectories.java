package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Follows every vehicle: where it was, how fast, and how far it has come along its way. Not
 * thread-safe; memory is 60 bytes a vehicle and look.
 */
public final class Trajectories implements StepObserver {

    /**
     * One vehicle at one moment.
     *
     * @param time s since midnight
     * @param lane lane index, or -1 inside a junction
     * @param connector connector index, or -1 on a lane
     * @param position of the front bumper from the start of the lane or connector, m
     * @param distance driven since the start of the first lane the vehicle was seen on, m
     * @param speed m/s
     * @param acceleration m/s²
     */
    public record Sample(
            double time,
            int lane,
            int connector,
            double position,
            double distance,
            double speed,
            double acceleration) {}

    private final RoadNetwork network;
    private final Map<Integer, List<Sample>> samples = new TreeMap<>();
    private final Map<Integer, Double> pieceStart = new TreeMap<>();

    private Trajectories(RoadNetwork network) {
        this.network = network;
    }

    /** An observer for runs on this network. */
    public static Trajectories on(RoadNetwork network) {
        return new Trajectories(network);
    }

    @Override
    public void observe(TrafficView view) {
        double time = view.time();
        view.forEachVehicle(
                (vehicle, lane, connector, position, speed, acceleration) ->
                        add(vehicle, time, lane, connector, position, speed, acceleration));
    }

    private void add(
            int vehicle,
            double time,
            int lane,
            int connector,
            double position,
            double speed,
            double acceleration) {
        List<Sample> own = samples.computeIfAbsent(vehicle, v -> new ArrayList<>());
        double start = pieceStart.getOrDefault(vehicle, 0.0);
        if (!own.isEmpty()) {
            start += lengthLeftBehind(own.get(own.size() - 1), lane, connector);
        }
        pieceStart.put(vehicle, start);
        own.add(new Sample(time, lane, connector, position, start + position, speed, acceleration));
    }

    /** Length of the lane and connector that ended between two looks, m. */
    private double lengthLeftBehind(Sample last, int lane, int connector) {
        if (last.connector() >= 0) {
            return connector == last.connector() ? 0 : network.connectorLength(last.connector());
        }
        if (connector >= 0) {
            return network.laneLength(last.lane());
        }
        if (network.linkOfLane(lane) == network.linkOfLane(last.lane())) {
            return 0;
        }
        return network.laneLength(last.lane())
                + network.connectorLength(connectorBetween(last.lane(), lane));
    }

    private int connectorBetween(int fromLane, int toLane) {
        for (int c = network.firstConnector(fromLane); c < network.endConnector(fromLane); c++) {
            if (network.toLane(c) == toLane) {
                return c;
            }
        }
        throw new IllegalStateException(
                "A vehicle was seen on lane (%d), then on lane (%d), which it does not lead to.%nMaybe look at every step?"
                        .formatted(fromLane, toLane));
    }

    /** Vehicles that were seen. */
    public List<Integer> vehicles() {
        return List.copyOf(samples.keySet());
    }

    /** Everything seen of one vehicle, in order of time. */
    public List<Sample> of(int vehicleIndex) {
        return List.copyOf(samples.getOrDefault(vehicleIndex, List.of()));
    }

    /** The vehicle at this time, to the millisecond; null if it was not seen then. */
    public Sample at(int vehicleIndex, double time) {
        return of(vehicleIndex).stream()
                .filter(s -> Math.abs(s.time() - time) < 0.5e-3)
                .findFirst()
                .orElse(null);
    }

    /** The last that was seen of a vehicle. */
    public Sample last(int vehicleIndex) {
        List<Sample> own = of(vehicleIndex);
        return own.get(own.size() - 1);
    }

    /** Everything that was seen of everyone. */
    public List<Sample> all() {
        return samples.values().stream().flatMap(List::stream).toList();
    }
}
