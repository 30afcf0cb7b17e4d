package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Everything one run needs: road, signals, demand and parameters. Immutable.
 *
 * @param network the road
 * @param signals signal systems
 * @param types vehicle types
 * @param departures the demand
 * @param parameters how to run
 */
public record TrafficCase(
        RoadNetwork network,
        List<SignalSystem> signals,
        List<VehicleType> types,
        List<Departure> departures,
        MobsimParameters parameters) {

    /** An hour from midnight in which every step is checked. */
    public static final MobsimParameters CHECKED_HOUR =
            MobsimParameters.STANDARD.withTimes(0, 3600).withCheckMode(CheckMode.FULL);

    /**
     * What a run of a case gave.
     *
     * @param result the numbers
     * @param events everything that happened
     * @param trajectories every vehicle at every step, empty unless asked for
     */
    public record Outcome(RunResult result, EventLog events, Trajectories trajectories) {}

    public TrafficCase {
        signals = List.copyOf(signals);
        types = List.copyOf(types);
        departures = List.copyOf(departures);
    }

    /** An empty road, for cars, with {@link #CHECKED_HOUR}. */
    public static TrafficCase on(RoadNetwork network) {
        return new TrafficCase(
                network, List.of(), List.of(VehicleType.CAR), List.of(), CHECKED_HOUR);
    }

    /** The same with these signals. */
    public TrafficCase withSignals(List<SignalSystem> systems) {
        return new TrafficCase(network, systems, types, departures, parameters);
    }

    /** The same with these vehicle types. */
    public TrafficCase withTypes(VehicleType... vehicleTypes) {
        return new TrafficCase(
                network, signals, Arrays.asList(vehicleTypes), departures, parameters);
    }

    /** The same with this demand. */
    public TrafficCase withDepartures(List<Departure> vehicles) {
        return new TrafficCase(network, signals, types, vehicles, parameters);
    }

    /** The same with these parameters. */
    public TrafficCase withParameters(MobsimParameters newParameters) {
        return new TrafficCase(network, signals, types, departures, newParameters);
    }

    /** The same until this time, s. */
    public TrafficCase until(double endTime) {
        return withParameters(parameters.withTimes(parameters.startTime(), endTime));
    }

    /** The same with one more vehicle of the first type, numbered on. */
    public TrafficCase depart(double time, String... linkIds) {
        return depart(0, time, linkIds);
    }

    /** The same with one more vehicle of this type, numbered on. */
    public TrafficCase depart(int typeIndex, double time, String... linkIds) {
        List<Departure> more = new ArrayList<>(departures);
        more.add(Departure.of(more.size(), typeIndex, time, route(linkIds)));
        return withDepartures(more);
    }

    /** A route over these links. */
    public Route route(String... linkIds) {
        return Route.of(Arrays.stream(linkIds).mapToInt(network::getLinkIndex).toArray());
    }

    /** Index of a link. */
    public int link(String linkId) {
        return network.getLinkIndex(linkId);
    }

    /** A simulation of the case, for whoever wants to add sinks. */
    public MicroSimulation simulation() {
        return MicroSimulation.on(network)
                .signals(signals)
                .demand(types, departures)
                .parameters(parameters);
    }

    /** Runs the case and keeps the events. */
    public Outcome run() {
        EventLog events = new EventLog();
        RunResult result = simulation().events(events).run();
        return new Outcome(result, events, Trajectories.on(network));
    }

    /** Runs the case and keeps the events and every vehicle at every step. */
    public Outcome runAndFollow() {
        EventLog events = new EventLog();
        Trajectories trajectories = Trajectories.on(network);
        RunResult result =
                simulation().events(events).observe(parameters.stepSeconds(), trajectories).run();
        return new Outcome(result, events, trajectories);
    }

    /** This case as Java code, to paste into a test; see {@link CasePrinter}. */
    public String printAsTest() {
        return CasePrinter.print(this);
    }
}
