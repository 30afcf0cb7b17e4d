package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Records the {@link Film} of a run: {@code simulation.observe(1.0, recorder)}.
 *
 * <p>Keeps about half a kilobyte per vehicle seen. Not thread-safe.
 */
public final class FilmRecorder implements StepObserver {

    private final RoadNetwork network;
    private final List<SignalSystem> signals;
    private final double start;
    private final int frames;
    private final IntFunction<VehicleType> typeOfVehicle;
    private VehicleTrack[] tracks = new VehicleTrack[1024];
    private final List<Light> lights = new ArrayList<>();

    /** What a group has shown so far. */
    private static final class Light {
        final int systemIndex;
        final int groupIndex;
        final List<Double> times = new ArrayList<>();
        final List<Aspect> aspects = new ArrayList<>();

        Light(int systemIndex, int groupIndex) {
            this.systemIndex = systemIndex;
            this.groupIndex = groupIndex;
        }
    }

    /**
     * A recorder for one run.
     *
     * @param network the run's network
     * @param signals the run's signals, in its order
     * @param typeOfVehicle type by vehicle index
     * @param start of the film, s since midnight
     * @param seconds length of the film
     */
    public FilmRecorder(
            RoadNetwork network,
            List<SignalSystem> signals,
            IntFunction<VehicleType> typeOfVehicle,
            double start,
            int seconds) {
        this.network = network;
        this.signals = List.copyOf(signals);
        this.typeOfVehicle = typeOfVehicle;
        this.start = start;
        frames = seconds + 1;
        for (int s = 0; s < signals.size(); s++) {
            for (int g = 0; g < signals.get(s).groups().size(); g++) {
                lights.add(new Light(s, g));
            }
        }
    }

    @Override
    public void observe(TrafficView view) {
        int frame = (int) Math.round(view.time() - start);
        // Half-second steps between two frames are not for us.
        if (frame < 0 || frame >= frames || Math.abs(view.time() - start - frame) > 1e-6) {
            return;
        }
        view.forEachVehicle(
                (vehicle, lane, connector, position, speed, acceleration) ->
                        see(frame, vehicle, lane, connector, position));
        for (Light light : lights) {
            Aspect aspect = view.aspect(light.systemIndex, light.groupIndex);
            int n = light.aspects.size();
            if (n == 0 || light.aspects.get(n - 1) != aspect) {
                light.times.add(view.time());
                light.aspects.add(aspect);
            }
        }
    }

    private void see(int frame, int vehicle, int lane, int connector, double position) {
        if (vehicle >= tracks.length) {
            tracks = Arrays.copyOf(tracks, Math.max(vehicle + 1, 2 * tracks.length));
        }
        if (tracks[vehicle] == null) {
            VehicleType type = typeOfVehicle.apply(vehicle);
            tracks[vehicle] = new VehicleTrack(type.vehicleClass().ordinal(), type.length());
        }
        int element = lane != RoadNetwork.NONE ? lane : network.laneCount() + connector;
        tracks[vehicle].see(frame, element, position);
    }

    /**
     * Ends the film.
     *
     * @param largestSize of the tracks, bytes before compression (which halves them); where they
     *     are larger, every second, third, ... vehicle is left out evenly
     */
    public Film finish(int largestSize) {
        List<VarintBytes> encoded = new ArrayList<>();
        long total = 0;
        for (VehicleTrack track : tracks) {
            if (track != null) {
                VarintBytes bytes = new VarintBytes();
                track.writeTo(bytes);
                encoded.add(bytes);
                total += bytes.size();
            }
        }
        double share = Math.min(1, largestSize / (double) Math.max(1, total));
        List<VarintBytes> shown = new ArrayList<>();
        for (int i = 0; i < encoded.size(); i++) {
            if (Math.floor((i + 1) * share) > Math.floor(i * share)) {
                shown.add(encoded.get(i));
            }
        }
        VarintBytes stream = new VarintBytes();
        stream.add(shown.size());
        shown.forEach(stream::addAll);
        return new Film(start, frames, encoded.size(), shown.size(), stream.toArray(), timelines());
    }

    private List<SignalTimeline> timelines() {
        return lights.stream()
                .map(
                        light ->
                                new SignalTimeline(
                                        lanesOf(light),
                                        light.times.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray(),
                                        light.aspects))
                .filter(timeline -> timeline.laneIndexes().length > 0)
                .toList();
    }

    private int[] lanesOf(Light light) {
        TreeSet<Integer> lanes = new TreeSet<>();
        for (SignalHead head :
                signals.get(light.systemIndex).groups().get(light.groupIndex).heads()) {
            int link = network.findLink(head.linkId());
            if (link != RoadNetwork.NONE) {
                addLanes(head, link, lanes);
            }
        }
        return lanes.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addLanes(SignalHead head, int link, TreeSet<Integer> lanes) {
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            boolean laneMeant = head.lanes().isEmpty() || head.lanes().contains(k);
            boolean movementMeant =
                    head.toLinkIds().isEmpty()
                            || head.toLinkIds().stream()
                                    .mapToInt(network::findLink)
                                    .anyMatch(
                                            to ->
                                                    network.findConnector(lane, to)
                                                            != RoadNetwork.NONE);
            if (laneMeant && movementMeant) {
                lanes.add(lane);
            }
        }
    }

    @Override
    public String toString() {
        return "FilmRecorder[%s vehicles seen]"
                .formatted(Arrays.stream(tracks).filter(t -> t != null).count());
    }
}
