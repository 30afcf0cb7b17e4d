package org.chalaco.app.examples;

import java.util.List;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/** The smallest program of the README: an hour of cars before one traffic light. */
final class FirstProgram {

    private FirstProgram() {}

    static String summary() {
        // begin
        RoadNetwork road =
                RoadNetwork.builder()
                        .junction(Junction.priority("west", 0, 0))
                        .junction(Junction.priority("centre", 300, 0))
                        .junction(Junction.priority("east", 600, 0))
                        .link(Link.of("in", "west", "centre", 300, 1, 50 / 3.6))
                        .link(Link.of("out", "centre", "east", 300, 1, 50 / 3.6))
                        .build();
        SignalGroup light = new SignalGroup("light", List.of(SignalHead.ofLink("in")));
        SignalPlan halfGreen =
                new SignalPlan("day", 60, 0, List.of(new GroupGreen("light", 0, 30)));
        List<SignalSystem> signals = List.of(SignalSystem.of("centre", List.of(light), halfGreen));
        List<Departure> cars = new PoissonFlow(Route.of(0, 1), 0, 600, 0, 3600).departures(4711, 0);

        KpiCollector kpis =
                KpiCollector.on(road)
                        .signals(signals)
                        .vehicles(List.of(VehicleType.CAR), cars)
                        .build();
        RunResult result =
                MicroSimulation.on(road)
                        .signals(signals)
                        .demand(List.of(VehicleType.CAR), cars)
                        .parameters(MobsimParameters.STANDARD.withTimes(0, 3600))
                        .events(kpis)
                        .run();
        String summary = kpis.finish(result.endTime()).summarize();
        // end
        return summary;
    }
}
