package org.chalaco.tuning.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TrafficDemand;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * A main street, west to east, with signalised cross streets.
 *
 * <pre>
 *        n0      n1
 *        |       |
 *  W === J0 ==== J1 === E      2 lanes each way, 50 km/h; cross streets 1 lane each way
 *        |       |
 *        s0      s1
 * </pre>
 */
public final class Arterial {

    private final int signals;
    private final double spacing;
    private final RoadNetwork network;

    public Arterial(int signals, double spacing) {
        this.signals = signals;
        this.spacing = spacing;
        network = build();
    }

    private RoadNetwork build() {
        RoadNetwork.Builder road = RoadNetwork.builder();
        road.junction(Junction.priority("W", -spacing, 0));
        road.junction(Junction.priority("E", signals * spacing, 0));
        for (int k = 0; k < signals; k++) {
            road.junction(Junction.priority("J" + k, k * spacing, 0));
            road.junction(Junction.priority("n" + k, k * spacing, 200));
            road.junction(Junction.priority("s" + k, k * spacing, -200));
        }
        for (int k = 0; k <= signals; k++) {
            String west = k == 0 ? "W" : "J" + (k - 1);
            String east = k == signals ? "E" : "J" + k;
            road.link(Link.of("e" + k, west, east, spacing, 2, 50 / 3.6));
            road.link(Link.of("w" + k, east, west, spacing, 2, 50 / 3.6));
        }
        for (int k = 0; k < signals; k++) {
            road.link(Link.of("nin" + k, "n" + k, "J" + k, 200, 1, 40 / 3.6));
            road.link(Link.of("nout" + k, "J" + k, "n" + k, 200, 1, 40 / 3.6));
            road.link(Link.of("sin" + k, "s" + k, "J" + k, 200, 1, 40 / 3.6));
            road.link(Link.of("sout" + k, "J" + k, "s" + k, 200, 1, 40 / 3.6));
        }
        return road.build();
    }

    public RoadNetwork network() {
        return network;
    }

    /** Two stages each, main street and cross street, with this cycle and offset 0. */
    public List<SignalSystem> systems(int mainGreen, int crossGreen) {
        List<SignalSystem> systems = new ArrayList<>();
        for (int k = 0; k < signals; k++) {
            SignalGroup main =
                    new SignalGroup(
                            "main",
                            List.of(SignalHead.ofLink("e" + k), SignalHead.ofLink("w" + (k + 1))));
            SignalGroup cross =
                    new SignalGroup(
                            "cross",
                            List.of(SignalHead.ofLink("nin" + k), SignalHead.ofLink("sin" + k)));
            Stage one = new Stage("1", List.of("main"), new StageTiming(8, 120));
            Stage two = new Stage("2", List.of("cross"), new StageTiming(8, 120));
            systems.add(
                    new SignalSystem(
                            "J" + k,
                            List.of(main, cross),
                            List.of(one, two),
                            new IntergreenMatrix(
                                    Map.of(
                                            "main", Map.of("cross", 5),
                                            "cross", Map.of("main", 5))),
                            3,
                            0,
                            SignalPlan.ofStages(
                                    "1",
                                    0,
                                    List.of(
                                            new StageGreen(one, mainGreen, 5),
                                            new StageGreen(two, crossGreen, 5)))));
        }
        return systems;
    }

    /** Poisson flows along and across, veh/h. */
    public TrafficDemand demand(
            double eastward, double westward, double across, double from, double until) {
        return new TrafficDemand() {
            @Override
            public List<VehicleType> types() {
                return List.of(VehicleType.CAR);
            }

            @Override
            public Traffic draw(long seed) {
                List<Departure> all = new ArrayList<>();
                add(all, links("e", false), eastward, seed);
                add(all, links("w", true), westward, seed);
                for (int k = 0; k < signals; k++) {
                    add(all, route("nin" + k, "sout" + k), across, seed);
                    add(all, route("sin" + k, "nout" + k), across, seed);
                }
                return new Traffic(all, DepartureSource.NONE);
            }

            private void add(List<Departure> all, Route route, double flow, long seed) {
                // The index of the first vehicle names the stream, so it may not depend on others.
                PoissonFlow arrivals = new PoissonFlow(route, 0, flow, from, until);
                List<Departure> own = arrivals.departures(seed, 1000 * route.firstLink());
                for (Departure d : own) {
                    all.add(Departure.of(all.size(), 0, d.time(), route));
                }
            }
        };
    }

    private Route links(String prefix, boolean backwards) {
        int[] links = new int[signals + 1];
        for (int k = 0; k <= signals; k++) {
            links[backwards ? signals - k : k] = network.getLinkIndex(prefix + k);
        }
        return Route.of(links);
    }

    private Route route(String first, String second) {
        return Route.of(network.getLinkIndex(first), network.getLinkIndex(second));
    }

    /** Half an hour of a busy main street after ten minutes of warm-up. */
    public TuningProblem.Builder problem(double seconds) {
        return TuningProblem.on(network)
                .name("arterial")
                .signals(systems(35, 35))
                .demand(demand(900, 500, 250, 0, 300 + seconds))
                .window(new EvaluationWindow(0, 300, 300 + seconds))
                .rules(TimingRules.STANDARD.withCycles(40, 120));
    }
}
