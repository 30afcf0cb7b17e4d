package org.chalaco.mobsim.engine;

import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/** Being written. */
public final class Stepper {
    public Stepper(
            RoadNetwork network,
            List<SignalSystem> signals,
            List<VehicleType> types,
            List<Departure> departures,
            MobsimParameters parameters) {}

    public void events(EventSink sink) {}

    public void observe(double everySeconds, StepObserver observer) {}

    public RunResult run() {
        throw new IllegalStateException();
    }
}
