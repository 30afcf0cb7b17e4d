package org.chalaco.app.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chalaco.app.agents.SignalRuns;
import org.chalaco.app.progress.RunProgress;
import org.chalaco.day2day.LiveDay;
import org.chalaco.day2day.MobsimRunner;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MicroSimulation.Observation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Carries out each day with {@link MicroSimulation} while the progress, the day's watch and Ctrl-C
 * look on.
 */
final class WatchedMobsim implements MobsimRunner {

    /** How often the progress is shown and Ctrl-C is looked for, simulated s. */
    private static final double PROGRESS_EVERY = 30;

    private final Scenario scenario;
    private final RunProgress progress;
    private final Interruption interruption;
    private final SignalRuns signals;
    private List<Observation> observations = List.of();
    private long vehicleUpdates;
    private long nanos;

    /**
     * A mobsim.
     *
     * @param signals who controls them, or null: plans
     */
    WatchedMobsim(
            Scenario scenario,
            RunProgress progress,
            Interruption interruption,
            SignalRuns signals) {
        this.scenario = scenario;
        this.progress = progress;
        this.interruption = interruption;
        this.signals = signals;
    }

    /** Who looks at the next day. */
    void observeNext(List<Observation> next) {
        observations = List.copyOf(next);
    }

    @Override
    public double startTime() {
        return scenario.mobsim().startTime();
    }

    @Override
    public double endTime() {
        return scenario.mobsim().endTime();
    }

    @Override
    public double sampleFactor() {
        return scenario.mobsim().sampleFactor();
    }

    @Override
    public RunResult run(
            List<VehicleType> types,
            List<Departure> departures,
            DepartureSource following,
            EventSink events) {
        MicroSimulation simulation =
                simulation(types, departures, events)
                        .follow(
                                (vehicle, time, more) ->
                                        following.onArrival(vehicle, time, more::add));
        return timed(simulation, simulation::run);
    }

    @Override
    public RunResult run(List<VehicleType> types, LiveDay day, EventSink events) {
        MicroSimulation simulation = simulation(types, List.of(), events);
        return timed(simulation, () -> day.run(simulation, endTime()));
    }

    private MicroSimulation simulation(
            List<VehicleType> types, List<Departure> departures, EventSink events) {
        MicroSimulation simulation =
                MicroSimulation.on(scenario.network())
                        .signals(signals == null ? scenario.signals() : signals.systems())
                        .demand(types, departures)
                        .parameters(scenario.mobsim())
                        .events(events)
                        .observe(
                                PROGRESS_EVERY,
                                view -> {
                                    interruption.check();
                                    progress.clock(
                                            view.time(),
                                            view.vehiclesOnRoad(),
                                            view.vehiclesWaitingOutside());
                                });
        observations.forEach(o -> simulation.observe(o.everySeconds(), o.observer()));
        return simulation;
    }

    private RunResult timed(MicroSimulation simulation, Supplier<RunResult> day) {
        long start = System.nanoTime();
        RunResult result = controlled(simulation, day);
        nanos += System.nanoTime() - start;
        vehicleUpdates += result.vehicleUpdates();
        return result;
    }

    private RunResult controlled(MicroSimulation simulation, Supplier<RunResult> day) {
        Optional<SignalControl> control = signals == null ? Optional.empty() : signals.beginDay();
        control.ifPresent(simulation::control);
        try {
            return day.get();
        } finally {
            control.ifPresent(SignalControl::close);
        }
    }

    /** What all days so far took. */
    RunCost cost() {
        return RunCost.of(vehicleUpdates, nanos);
    }
}
