package org.chalaco.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
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
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/** One long street, with or without signals, and a steady stream of cars: a small whole run. */
final class Street {

    private static final int LINKS = 20;
    private static final double BLOCK = 200;
    private static final double SPEED = 13.89;
    private static final int CARS = 600;

    private final RoadNetwork network;
    private final List<SignalSystem> signals = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();

    Street(int lanes, boolean signalised) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        builder.junction(Junction.priority("n0", 0, 0));
        int[] links = new int[LINKS];
        for (int k = 0; k < LINKS; k++) {
            links[k] = k;
            builder.junction(Junction.priority("n" + (k + 1), (k + 1) * BLOCK, 0));
            builder.link(Link.of("l" + k, "n" + k, "n" + (k + 1), BLOCK, lanes, SPEED));
            if (signalised && k + 1 < LINKS) {
                signals.add(signal("n" + (k + 1), "l" + k));
            }
        }
        network = builder.build();
        Route route = Route.of(links);
        for (int k = 0; k < CARS; k++) {
            departures.add(Departure.of(k, 0, 2.5 * k / lanes, route));
        }
    }

    private static SignalSystem signal(String junction, String link) {
        SignalGroup group = new SignalGroup("g", List.of(SignalHead.ofLink(link)));
        SignalPlan plan = new SignalPlan("p", 60, 0, List.of(new GroupGreen("g", 0, 30)));
        return SignalSystem.of(junction, List.of(group), plan);
    }

    RoadNetwork network() {
        return network;
    }

    List<Departure> departures() {
        return departures;
    }

    List<SignalSystem> signals() {
        return signals;
    }

    RunResult run(EventSink sink) {
        return MicroSimulation.on(network)
                .signals(signals)
                .demand(List.of(VehicleType.CAR), departures)
                .parameters(MobsimParameters.STANDARD.withTimes(0, 4 * 3600))
                .events(sink)
                .run();
    }
}
