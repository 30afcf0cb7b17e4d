package org.chalaco.agents.coordination;

import java.util.List;
import java.util.Map;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.VehicleType;

/** Runs of an avenue under negotiated signals. */
public final class Runs {

    private Runs() {}

    public static NegotiatedControl control(
            Avenue avenue, AgentRuntime runtime, Map<String, Double> settings) {
        return new NegotiatedControl(
                avenue.network(),
                avenue.systems(),
                NegotiationSettings.of(settings),
                NegotiatedControl.noLibrary(),
                runtime);
    }

    public static RunResult run(
            Avenue avenue, NegotiatedControl control, double end, EventSink events) {
        return MicroSimulation.on(avenue.network())
                .signals(avenue.systems())
                .control(control)
                .demand(List.of(VehicleType.CAR), avenue.departures(700, 250, end, 5))
                .parameters(
                        MobsimParameters.STANDARD
                                .withTimes(0, end)
                                .withSeed(3)
                                .withCheckMode(CheckMode.OFF))
                .events(events)
                .run();
    }
}
