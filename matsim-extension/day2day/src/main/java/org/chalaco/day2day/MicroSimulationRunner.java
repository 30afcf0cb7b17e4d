package org.chalaco.day2day;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Days carried out by {@link MicroSimulation}. Every day uses the same seed, so that a person
 * drives the same way every day and days differ by plans alone.
 */
public final class MicroSimulationRunner implements MobsimRunner {

    private final RoadNetwork network;
    private final List<SignalSystem> signals;
    private final MobsimParameters parameters;

    /** A runner on this network. */
    public MicroSimulationRunner(
            RoadNetwork network, List<SignalSystem> signals, MobsimParameters parameters) {
        this.network = requireNonNull(network, "network");
        this.signals = List.copyOf(signals);
        this.parameters = requireNonNull(parameters, "mobsim parameters");
    }

    @Override
    public double startTime() {
        return parameters.startTime();
    }

    @Override
    public double endTime() {
        return parameters.endTime();
    }

    @Override
    public double sampleFactor() {
        return parameters.sampleFactor();
    }

    @Override
    public RunResult run(
            List<VehicleType> types,
            List<Departure> departures,
            DepartureSource following,
            EventSink events) {
        return MicroSimulation.on(network)
                .signals(signals)
                .demand(types, departures)
                .parameters(parameters)
                .follow(following)
                .events(events)
                .run();
    }

    @Override
    public RunResult run(List<VehicleType> types, LiveDay day, EventSink events) {
        return day.run(
                MicroSimulation.on(network)
                        .signals(signals)
                        .demand(types, List.of())
                        .parameters(parameters)
                        .events(events),
                parameters.endTime());
    }
}
