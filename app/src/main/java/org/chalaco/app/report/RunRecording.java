package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.analysis.trajectory.SignalLog;
import org.chalaco.analysis.trajectory.TimeSpaceDiagram;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What the report has to see while the last day runs: the film, the curves, some avenues. Attach
 * {@link #events} and {@link #observations} to the simulation, then hand it to {@link
 * ReportAssembler}.
 *
 * <pre>{@code
 * RunRecording recording = RunRecording.of(network, signals, typeOfVehicle, times);
 * MicroSimulation run = MicroSimulation.on(network)....events(recording.events());
 * recording.observations().forEach(o -> run.observe(o.everySeconds(), o.observer()));
 * }</pre>
 *
 * <p>Not thread-safe; serves one run.
 */
public final class RunRecording {

    /** Between two moments of the departures and arrivals curve, s. */
    private static final double CURVE_INTERVAL = 60;

    /** Length of an interval of the counts by class, s. */
    static final double COUNT_INTERVAL = 900;

    /** How many time-space diagrams. */
    private static final int AVENUES = 3;

    /** Bytes of film: two thirds of this end up in the file, which is to stay below 8 MB. */
    private static final int LARGEST_FILM = 9_000_000;

    /**
     * When to look.
     *
     * @param runStart start of the run, s since midnight
     * @param filmStart start of film and diagrams, s since midnight
     * @param filmSeconds their length, s
     */
    public record Times(double runStart, double filmStart, int filmSeconds) {

        /** A quarter of an hour from this time. */
        public static Times quarterFrom(double filmStart, double runStart) {
            return new Times(runStart, filmStart, 900);
        }

        double filmEnd() {
            return filmStart + filmSeconds;
        }
    }

    private final RoadNetwork network;
    private final List<SignalSystem> signals;
    private final IntFunction<VehicleType> typeOfVehicle;
    private final Times times;
    private final FilmRecorder film;
    private final TripCurveRecorder curve;
    private final SignalLog log;
    private final LinkCounts counts;
    private final List<Avenue> avenues;
    private final List<TimeSpaceDiagram> diagrams = new ArrayList<>();

    private RunRecording(
            RoadNetwork network,
            List<SignalSystem> signals,
            IntFunction<VehicleType> typeOfVehicle,
            Times times) {
        this.network = network;
        this.signals = List.copyOf(signals);
        this.typeOfVehicle = typeOfVehicle;
        this.times = times;
        film =
                new FilmRecorder(
                        network, signals, typeOfVehicle, times.filmStart(), times.filmSeconds());
        curve = new TripCurveRecorder(times.runStart(), CURVE_INTERVAL);
        log = new SignalLog(times.filmStart(), times.filmEnd());
        counts =
                new LinkCounts(
                        network,
                        times.runStart(),
                        COUNT_INTERVAL,
                        v -> typeOfVehicle.apply(v).vehicleClass());
        avenues = Avenue.listSignalised(network, signals, AVENUES);
        for (Avenue avenue : avenues) {
            int[] links = avenue.linkIndexes().stream().mapToInt(Integer::intValue).toArray();
            diagrams.add(new TimeSpaceDiagram(network, links, times.filmStart(), times.filmEnd()));
        }
    }

    /**
     * A recording of one run.
     *
     * @param network roads
     * @param signals signals, in the order of the run
     * @param typeOfVehicle type by vehicle index, asked when a vehicle is first seen
     * @param times when to look
     */
    public static RunRecording of(
            RoadNetwork network,
            List<SignalSystem> signals,
            IntFunction<VehicleType> typeOfVehicle,
            Times times) {
        return new RunRecording(network, signals, typeOfVehicle, times);
    }

    /** Takes the run's events. */
    public EventSink events() {
        return EventSink.fanOut(log, counts);
    }

    /** Looks at the run's steps. */
    public List<MicroSimulation.Observation> observations() {
        List<MicroSimulation.Observation> observations = new ArrayList<>();
        observations.add(new MicroSimulation.Observation(1, film));
        observations.add(new MicroSimulation.Observation(CURVE_INTERVAL, curve));
        diagrams.forEach(d -> observations.add(new MicroSimulation.Observation(1, d)));
        return observations;
    }

    RoadNetwork network() {
        return network;
    }

    Times times() {
        return times;
    }

    LinkCounts counts() {
        return counts;
    }

    Film film() {
        return film.finish(LARGEST_FILM);
    }

    TripCurve curve() {
        return curve.finish();
    }

    /** The avenues on which anyone drove. */
    List<AvenueDiagram> avenueDiagrams() {
        List<AvenueDiagram> drawn = new ArrayList<>();
        for (int k = 0; k < avenues.size(); k++) {
            AvenueDiagram diagram = diagram(avenues.get(k), diagrams.get(k));
            if (!diagram.trajectories().isEmpty()) {
                drawn.add(diagram);
            }
        }
        return drawn;
    }

    private AvenueDiagram diagram(Avenue avenue, TimeSpaceDiagram diagram) {
        List<AvenueDiagram.Trajectory> trajectories =
                diagram.paths().stream()
                        .filter(p -> p.times().length > 1)
                        .map(this::drawn)
                        .toList();
        return new AvenueDiagram(
                avenue.name(),
                times.filmStart(),
                times.filmEnd(),
                avenue.length(),
                new AvenueSignals(network, signals, log).along(diagram),
                trajectories);
    }

    private AvenueDiagram.Trajectory drawn(TimeSpaceDiagram.Path path) {
        double[] distances = new double[path.distances().length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = path.distances()[i];
        }
        return new AvenueDiagram.Trajectory(
                typeOfVehicle.apply(path.vehicleIndex()).vehicleClass(), path.times(), distances);
    }
}
