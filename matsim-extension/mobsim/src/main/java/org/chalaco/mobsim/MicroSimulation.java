package org.chalaco.mobsim;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.engine.Stepper;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * One run of microscopic traffic: give it a road, signals and departures, and {@link #run()} it, or
 * {@link #start()} it and drive it step by step from outside.
 *
 * <pre>{@code
 * RunResult result = MicroSimulation.on(network)
 *         .signals(signals)
 *         .demand(List.of(VehicleType.CAR), departures)
 *         .parameters(MobsimParameters.STANDARD.withTimes(0, 3600))
 *         .events(kpis)
 *         .run();
 * }</pre>
 *
 * <p>The same network, signals, demand, parameters and seed give the same events, bit for bit, on
 * any number of threads. Nothing is read or written but through the sinks. Not thread-safe, but two
 * simulations may run side by side.
 */
public final class MicroSimulation {

    /** An observer and how often it looks. */
    public record Observation(double everySeconds, StepObserver observer) {}

    private record Control(int systemIndex, SignalController controller) {}

    private final RoadNetwork network;
    private List<SignalSystem> signals = List.of();
    private List<VehicleType> types = List.of();
    private List<Departure> departures = List.of();
    private MobsimParameters parameters = MobsimParameters.STANDARD;
    private DepartureSource departureSource = DepartureSource.NONE;
    private RouteGuide guide = RouteGuide.NONE;
    private StopService stopService = StopService.FIXED_DWELL;
    private final List<Control> controllers = new ArrayList<>();
    private SignalControl control = SignalControl.ofSingle(List.of());
    private final List<EventSink> sinks = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();

    private MicroSimulation(RoadNetwork network) {
        this.network = requireNonNull(network, "network");
    }

    /** A simulation on this network, without signals and without traffic yet. */
    public static MicroSimulation on(RoadNetwork network) {
        return new MicroSimulation(network);
    }

    /** The signalised intersections; event indexes follow this list. */
    public MicroSimulation signals(List<SignalSystem> systems) {
        signals = List.copyOf(systems);
        return this;
    }

    /**
     * Lets a controller decide what a signalised intersection shows, within the {@link
     * SignalLimits#STANDARD}; the others play their plans.
     *
     * @param systemIndex its place in the list of systems
     */
    public MicroSimulation control(int systemIndex, SignalController controller) {
        controllers.add(new Control(systemIndex, requireNonNull(controller, "controller")));
        return this;
    }

    /**
     * Lets controllers that may talk to each other decide what the signalised intersections show,
     * within the {@link SignalLimits#STANDARD}; systems without a controller play their plans. The
     * caller closes the control when the run is over.
     */
    public MicroSimulation control(SignalControl newControl) {
        control = requireNonNull(newControl, "signal control");
        return this;
    }

    /** Vehicle types and departures, in any order; departures name types by index. */
    public MicroSimulation demand(List<VehicleType> vehicleTypes, List<Departure> vehicles) {
        types = List.copyOf(vehicleTypes);
        departures = List.copyOf(vehicles);
        return this;
    }

    /** How to run. */
    public MicroSimulation parameters(MobsimParameters newParameters) {
        parameters = requireNonNull(newParameters, "parameters");
        return this;
    }

    /** Adds a sink for the events; sinks are served in the order they were added. */
    public MicroSimulation events(EventSink sink) {
        sinks.add(requireNonNull(sink, "event sink"));
        return this;
    }

    /** Who adds departures while the run goes on; default: nobody. */
    public MicroSimulation follow(DepartureSource source) {
        departureSource = requireNonNull(source, "departure source");
        return this;
    }

    /** Who tells drivers the way link by link; default: nobody, each drives its route. */
    public MicroSimulation guide(RouteGuide newGuide) {
        guide = requireNonNull(newGuide, "route guide");
        return this;
    }

    /** Who decides how long to stand at stops; default: the dwell time of each stop. */
    public MicroSimulation stopService(StopService service) {
        stopService = requireNonNull(service, "stop service");
        return this;
    }

    /** Adds an observer that looks at the road every so many seconds. */
    public MicroSimulation observe(double everySeconds, StepObserver observer) {
        observations.add(new Observation(everySeconds, requireNonNull(observer, "observer")));
        return this;
    }

    /**
     * Runs to the end.
     *
     * @return what happened, in numbers
     * @throws IllegalArgumentException if routes, types or signals do not fit the network, naming
     *     all problems
     * @throws IllegalStateException if an invariant is broken (see {@code CheckMode})
     */
    public RunResult run() {
        try (MobsimSession session = start()) {
            double end = parameters.endTime();
            while (session.time() < end && !session.isEmpty()) {
                session.step();
            }
            return session.finish();
        }
    }

    /**
     * Makes everything ready to be driven from outside, at the start time of the parameters; their
     * end time plays no part then. Close the session to let its threads go.
     *
     * @throws IllegalArgumentException as {@link #run()}
     */
    public MobsimSession start() {
        Stepper stepper = new Stepper(network, signals, types, departures, parameters);
        stepper.events(
                sinks.size() == 1
                        ? sinks.get(0)
                        : EventSink.fanOut(sinks.toArray(EventSink[]::new)));
        stepper.departures(departureSource);
        stepper.guide(guide);
        stepper.stopService(stopService);
        observations.forEach(o -> stepper.observe(o.everySeconds(), o.observer()));
        stepper.signals().control(control, SignalLimits.STANDARD);
        controllers.forEach(
                c ->
                        stepper.signals()
                                .control(c.systemIndex(), c.controller(), SignalLimits.STANDARD));
        return new MobsimSession(stepper);
    }
}
