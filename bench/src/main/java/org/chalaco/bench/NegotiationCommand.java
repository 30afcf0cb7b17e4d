package org.chalaco.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.NegotiationSettings;
import org.chalaco.agents.coordination.Roles;
import org.chalaco.agents.jade.JadeRuntime;
import org.chalaco.agents.jade.JadeSettings;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chalaco-bench negotiation}: what a negotiation of signal agents costs. */
@Command(
        name = "negotiation",
        description = "Measure negotiations of signal agents on a grid of streets with traffic.")
final class NegotiationCommand implements Callable<Integer> {

    private static final double SPACING = 300;
    private static final int EVERY = 60;

    @Option(
            names = "--columns",
            defaultValue = "20",
            description = "Columns of the grid: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(
            names = "--rows",
            defaultValue = "10",
            description = "Rows of the grid: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--negotiations",
            defaultValue = "40",
            description = "Negotiations, the first quarter not counted: ${DEFAULT-VALUE}.")
    private int negotiations;

    @Override
    public Integer call() {
        measure("in this process", InProcessRuntime.of(new Roles()));
        measure(
                "JADE",
                JadeRuntime.begin(
                        JadeSettings.IN_PROCESS,
                        new Roles(),
                        Roles.descriptions(),
                        ConversationListener.NONE,
                        port -> {}));
        return 0;
    }

    private void measure(String name, AgentRuntime runtime) {
        RoadNetwork network = network();
        List<SignalSystem> systems = systems();
        double end = EVERY * (negotiations + 0.5);
        NegotiatedControl control =
                new NegotiatedControl(
                        network,
                        systems,
                        NegotiationSettings.of(Map.of("every", (double) EVERY)),
                        NegotiatedControl.noLibrary(),
                        runtime);
        Timed timed = new Timed(control, new ArrayList<>(), new ArrayList<>());
        MicroSimulation.on(network)
                .signals(systems)
                .control(timed)
                .demand(List.of(VehicleType.CAR), departures(network, end))
                .parameters(MobsimParameters.STANDARD.withTimes(0, end).withSeed(1))
                .run();
        control.close();
        double[] sorted =
                timed.milliseconds().stream()
                        .skip(timed.milliseconds().size() / 4)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%-16s %d agents, %d negotiations, %.0f messages each: median %.2f ms, best %.2f ms, worst %.2f ms; process CPU time: median %.2f ms",
                        name,
                        systems.size(),
                        sorted.length,
                        control.record().messages() / (double) control.record().negotiations(),
                        sorted[sorted.length / 2],
                        sorted[0],
                        Arrays.stream(sorted).max().orElse(Double.NaN),
                        median(timed.cpuMilliseconds())));
    }

    /** Median of the last three quarters: what comes before warms up. */
    private static double median(List<Double> values) {
        double[] sorted =
                values.stream()
                        .skip(values.size() / 4)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        return sorted[sorted.length / 2];
    }

    /** Times the seconds in which agents negotiate. */
    private record Timed(
            NegotiatedControl control, List<Double> milliseconds, List<Double> cpuMilliseconds)
            implements SignalControl {

        private static double cpu() {
            var system = ManagementFactory.getOperatingSystemMXBean();
            return system instanceof com.sun.management.OperatingSystemMXBean process
                    ? process.getProcessCpuTime() / 1e6
                    : Double.NaN;
        }

        @Override
        public List<SignalController> controllers() {
            return control.controllers();
        }

        @Override
        public void secondBegins(double time) {
            int before = control.record().negotiations();
            double cpu = cpu();
            long start = System.nanoTime();
            control.secondBegins(time);
            if (control.record().negotiations() > before) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
                cpuMilliseconds.add(cpu() - cpu);
            }
        }
    }

    // ------------------------------------------------------------ the grid

    private String place(int c, int r) {
        if (c < 0) {
            return "w" + r;
        } else if (c >= columns) {
            return "e" + r;
        } else if (r < 0) {
            return "s" + c;
        }
        return r >= rows ? "n" + c : "J" + c + "x" + r;
    }

    private RoadNetwork network() {
        RoadNetwork.Builder road = RoadNetwork.builder();
        for (int c = -1; c <= columns; c++) {
            for (int r = -1; r <= rows; r++) {
                if (c >= 0 && c < columns || r >= 0 && r < rows) {
                    road.junction(Junction.priority(place(c, r), c * SPACING, r * SPACING));
                }
            }
        }
        for (int c = 0; c <= columns; c++) {
            for (int r = 0; r < rows; r++) {
                both(road, place(c - 1, r), place(c, r));
            }
        }
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r <= rows; r++) {
                both(road, place(c, r - 1), place(c, r));
            }
        }
        return road.build();
    }

    private static void both(RoadNetwork.Builder road, String a, String b) {
        road.link(Link.of(a + "-" + b, a, b, SPACING, 1, 50 / 3.6));
        road.link(Link.of(b + "-" + a, b, a, SPACING, 1, 50 / 3.6));
    }

    private List<SignalSystem> systems() {
        List<SignalSystem> systems = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                systems.add(system(c, r));
            }
        }
        return systems;
    }

    private SignalSystem system(int c, int r) {
        String here = place(c, r);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("W", place(c - 1, r) + "-" + here);
        links.put("E", place(c + 1, r) + "-" + here);
        links.put("S", place(c, r - 1) + "-" + here);
        links.put("N", place(c, r + 1) + "-" + here);
        Stage main = new Stage("main", List.of("W", "E"), new StageTiming(8, 90));
        Stage cross = new Stage("cross", List.of("S", "N"), new StageTiming(8, 90));
        SignalPlan plan =
                SignalPlan.ofStages(
                        "p",
                        (c * 37 + r * 53) % 80,
                        List.of(new StageGreen(main, 36, 4), new StageGreen(cross, 36, 4)));
        List<SignalGroup> groups = new ArrayList<>();
        links.forEach(
                (id, link) -> groups.add(new SignalGroup(id, List.of(SignalHead.ofLink(link)))));
        return new SignalSystem(
                here, groups, List.of(main, cross), IntergreenMatrix.NONE, 3, 0, plan);
    }

    private List<Departure> departures(RoadNetwork network, double end) {
        List<Departure> all = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            int[] links = new int[columns + 1];
            for (int c = 0; c <= columns; c++) {
                links[c] = network.getLinkIndex(place(c - 1, r) + "-" + place(c, r));
            }
            add(all, Route.of(links), 500, end);
        }
        for (int c = 0; c < columns; c++) {
            int[] links = new int[rows + 1];
            for (int r = 0; r <= rows; r++) {
                links[r] = network.getLinkIndex(place(c, r - 1) + "-" + place(c, r));
            }
            add(all, Route.of(links), 300, end);
        }
        return all;
    }

    private static void add(List<Departure> all, Route route, int perHour, double end) {
        all.addAll(new PoissonFlow(route, 0, perHour, 0, end).departures(all.size(), all.size()));
    }
}
