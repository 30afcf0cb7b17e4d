package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * One step after the other, until everyone has arrived or time is up.
 *
 * <p>A step is: what every stop line shows; who enters; lane changes, wished for on the frozen
 * state and carried out one after the other; accelerations, on the frozen state; who passes first
 * inside junctions; motion; crossings of stop lines and ends of trips; checks. Wishes,
 * accelerations and motion are worked out track by track on any number of threads; everything else
 * on one, in index order. So the threads change nothing.
 */
public final class Stepper implements TrafficView, AutoCloseable {

    /** Tracks that one thread works on before it takes the next piece. */
    private static final int TRACKS_PER_CHUNK = 128;

    private static final int WORDS_PER_CHUNK = TRACKS_PER_CHUNK / 64;

    /** Steps after which slots are put in the order of the road again. */
    private static final int STEPS_TO_RENUMBERING = 64;

    private record Observation(int everySteps, StepObserver observer) {}

    private final Scene scene;
    private final Tracks tracks;
    private final VehicleState state;
    private final InsertionQueue insertion;
    private final Transfers transfers;
    private final Bays bays;
    private final Interventions interventions;
    private final SignalControls signalControls;
    private final LaneChanges laneChanges;
    private final WrongLanes wrongLanes;
    private final InvariantChecker invariants;
    private final Motion[] motions;
    private final LaneChanges[] wishes;
    private final int[][] thinkingLanes;
    private final Movers[] movers;

    /** Chunks of tracks, those of lanes among those of the connectors that leave them. */
    private final int[] pieces;

    private final List<Observation> observations = new ArrayList<>();
    private EventSink sink = EventSink.NONE;
    private Workers workers;
    private boolean stepping;

    /** Prepares a run; see {@code MicroSimulation}. */
    public Stepper(
            RoadNetwork network,
            List<SignalSystem> signals,
            List<VehicleType> types,
            List<Departure> departures,
            MobsimParameters parameters) {
        DemandCheck.check(network, types, departures);
        scene = new Scene(network, signals, types, parameters);
        tracks = scene.tracks;
        state = scene.state;
        insertion = new InsertionQueue(scene, departures);
        transfers = new Transfers(scene, insertion);
        bays = new Bays(scene, insertion);
        signalControls = new SignalControls(scene);
        interventions = new Interventions(scene, insertion, transfers, bays);
        LaneChangeWishes shared = new LaneChangeWishes(network);
        laneChanges = new LaneChanges(scene, shared);
        wrongLanes = new WrongLanes(scene);
        invariants = new InvariantChecker(scene);
        motions = new Motion[parameters.threads()];
        wishes = new LaneChanges[parameters.threads()];
        for (int worker = 0; worker < parameters.threads(); worker++) {
            motions[worker] = new Motion(scene);
            wishes[worker] = new LaneChanges(scene, shared);
        }
        thinkingLanes = LaneChangeWishes.thinkingLanes(scene);
        movers = new Movers[chunks(tracks.trackCount)];
        Arrays.setAll(movers, chunk -> new Movers());
        pieces = partOfTown(movers.length, chunks(tracks.laneCount));
    }

    /**
     * Lanes and connectors are numbered link by link, lanes first. In this order a share of all
     * chunks is one part of the town, which one thread can keep to.
     */
    private static int[] partOfTown(int chunks, int lanes) {
        int[] order = new int[chunks];
        int connectors = chunks - lanes;
        int lane = 0;
        for (int k = 0; k < chunks; k++) {
            int connector = k - lane;
            boolean takesLane =
                    connector == connectors
                            || lane < lanes && (long) lane * connectors <= (long) connector * lanes;
            order[k] = takesLane ? lane++ : lanes + connector;
        }
        return order;
    }

    /** Where events go. */
    public void events(EventSink newSink) {
        sink = newSink;
        transfers.events(newSink);
    }

    /** Who adds departures on the way. */
    public void departures(DepartureSource source) {
        transfers.departures(source);
    }

    /** Adds an observer. */
    public void observe(double everySeconds, StepObserver observer) {
        observations.add(new Observation(scene.clock.stepsIn(everySeconds), observer));
    }

    /** Whether nobody is on the road and nobody wants to enter, now or later. */
    public boolean isEmpty() {
        return state.count() + bays.count() == 0 && insertion.isEmpty();
    }

    /** Beginning of the next step, or of the one being taken, s since midnight. */
    public double now() {
        return scene.clock.time();
    }

    /** Takes one step. */
    public void step() {
        if (workers == null) {
            workers = new Workers(scene.parameters.threads());
        }
        stepping = true;
        takeStep();
        stepping = false;
    }

    /** Whether a step is being taken: the road must not be changed from outside then. */
    public boolean isStepping() {
        return stepping;
    }

    /** Who tells drivers the way; without a guide, stops must lie on the routes. */
    public void guide(RouteGuide guide) {
        scene.guidance.guide(guide);
        if (guide == RouteGuide.NONE) {
            insertion.checkStops();
        }
    }

    /** Who decides how long to stand at stops. */
    public void stopService(StopService service) {
        scene.stops.service(service);
    }

    /** What can be changed and asked from outside. */
    public Interventions interventions() {
        return interventions;
    }

    /** Who decides what the signals show. */
    public SignalControls signals() {
        return signalControls;
    }

    /** Tells of everyone still on the road, and sums up. */
    public RunResult finish() {
        transfers.reportUnfinished(bays);
        return result();
    }

    /** Lets the threads go. */
    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }

    private void takeStep() {
        signalControls.beginStep();
        scene.signals.advance(scene.clock, sink);
        bays.release();
        insertion.release(sink);
        if (scene.guidance.inUse) {
            scene.guidance.askAgain();
        }
        int[] lanes = thinkingLanes[(int) (scene.clock.step() % thinkingLanes.length)];
        if (scene.parameters.laneChanging().enabled()) {
            changeLanes(lanes);
        }
        for (int lane : lanes) {
            wrongLanes.turnFrom(lane);
        }
        accelerate();
        scene.passingOrder.settle();
        state.publishDecisions();
        count();
        move();
        cross();
        scene.guidance.letGo(transfers);
        if (scene.stops.inUse) {
            scene.stops.serve(bays);
            bays.serve(scene.clock.endOfStep());
        }
        if (scene.loops.inUse) {
            scene.loops.look();
        }
        tracks.forgetTails(state);
        if (scene.clock.step() % STEPS_TO_RENUMBERING == 0) {
            tracks.renumber(state);
        }
        relieve();
        invariants.check(insertion.waitingCount(), bays.count());
        observe();
        scene.clock.tick();
    }

    private void changeLanes(int[] lanes) {
        workers.run(
                chunks(lanes.length),
                (worker, chunk) -> {
                    int end = Math.min(lanes.length, (chunk + 1) * TRACKS_PER_CHUNK);
                    for (int k = chunk * TRACKS_PER_CHUNK; k < end; k++) {
                        wishes[worker].decide(lanes[k]);
                    }
                });
        double now = scene.clock.time();
        for (int lane : lanes) {
            laneChanges.apply(lane, now, sink);
        }
        for (int lane : lanes) {
            laneChanges.forgetCourtesies(lane);
        }
        for (int lane : lanes) {
            laneChanges.negotiate(lane);
        }
    }

    private void count() {
        scene.counters.vehicleUpdates += state.count();
        scene.counters.peakOnRoad = Math.max(scene.counters.peakOnRoad, state.count());
    }

    private void move() {
        workers.run(pieces.length, (worker, k) -> motions[worker].integrate(movers[pieces[k]]));
        state.moves++;
    }

    private void cross() {
        if (scene.guidance.expectsArrivals()) {
            crossOrArrive();
            return;
        }
        for (Movers piece : movers) {
            for (int k = 0; k < piece.dueCount; k++) {
                transfers.serve(piece.dueTracks[k]);
            }
        }
    }

    /** As {@link #cross}, with those who arrive where they stand. */
    private void crossOrArrive() {
        BitSet due = scene.guidance.arrivals();
        for (Movers piece : movers) {
            for (int k = 0; k < piece.dueCount; k++) {
                due.set(piece.dueTracks[k]);
            }
        }
        for (int track = due.nextSetBit(0); track >= 0; track = due.nextSetBit(track + 1)) {
            transfers.serve(track);
        }
    }

    private void relieve() {
        if (Double.isFinite(scene.parameters.junctions().reliefAfter())) {
            for (int track = 0; track < tracks.trackCount; track++) {
                transfers.relieve(track);
            }
        }
    }

    private void observe() {
        for (Observation observation : observations) {
            if ((scene.clock.step() + 1) % observation.everySteps() == 0) {
                observation.observer().observe(this);
            }
        }
    }

    /** Accelerations of everyone, track by track; most connectors are empty and passed over. */
    private void accelerate() {
        workers.run(pieces.length, (worker, k) -> accelerate(worker, pieces[k]));
    }

    private void accelerate(int worker, int chunk) {
        long[] occupied = tracks.occupied;
        movers[chunk].clear();
        int last = Math.min(occupied.length, (chunk + 1) * WORDS_PER_CHUNK);
        for (int word = chunk * WORDS_PER_CHUNK; word < last; word++) {
            for (long bits = occupied[word]; bits != 0; bits &= bits - 1) {
                int track = 64 * word + Long.numberOfTrailingZeros(bits);
                motions[worker].accelerate(track, movers[chunk]);
            }
        }
    }

    private static int chunks(int n) {
        return (n + TRACKS_PER_CHUNK - 1) / TRACKS_PER_CHUNK;
    }

    private RunResult result() {
        RunCounters n = scene.counters;
        return new RunResult(
                n.departures,
                n.entered,
                n.arrived,
                state.count() + bays.count(),
                insertion.waitingCount(),
                n.removed,
                n.waitingOutsideSeconds,
                n.wrongLaneTurns,
                n.redLightsRun,
                n.laneChanges,
                n.vehicleUpdates,
                n.peakOnRoad,
                scene.clock.step(),
                scene.clock.time(),
                scene.parameters.seed());
    }

    /** End of the step being taken; between steps, end of the last one. */
    @Override
    public double time() {
        return stepping ? scene.clock.endOfStep() : scene.clock.time();
    }

    /** End of the next step, s since midnight. */
    public double endOfNextStep() {
        return scene.clock.endOfStep();
    }

    @Override
    public int vehiclesOnRoad() {
        return state.count() + bays.count();
    }

    @Override
    public int vehiclesWaitingOutside() {
        return insertion.waitingCount();
    }

    @Override
    public long vehiclesArrived() {
        return scene.counters.arrived;
    }

    @Override
    public Aspect aspect(int systemIndex, int groupIndex) {
        return scene.signals.aspect(systemIndex, groupIndex);
    }

    @Override
    public void forEachVehicle(VehicleVisitor visitor) {
        for (int track = 0; track < tracks.trackCount; track++) {
            boolean lane = tracks.isLane(track);
            for (int i = 0; i < tracks.count[track]; i++) {
                int slot = tracks.order[track][i];
                visitor.visit(
                        state.vehicle[slot],
                        lane ? track : NONE,
                        lane ? NONE : track - tracks.laneCount,
                        state.position[slot],
                        state.speed[slot],
                        state.acceleration[slot]);
            }
        }
    }
}
