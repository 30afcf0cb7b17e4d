package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.kpi.ApproachKpis;
import org.chalaco.analysis.kpi.IntersectionKpis;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.analysis.trajectory.SignalLog;
import org.chalaco.analysis.trajectory.TimeSpaceDiagram;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.evaluation.Evaluation;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.timing.Corridor;
import org.chalaco.tuning.timing.Segment;

/**
 * One replication with some plans, watched closely: delay at intersections and along corridors,
 * trajectories on corridors. Not for judging plans: for seeing what they do.
 */
final class ObservedPlans {

    /** Longest time of a time-space diagram, s. */
    private static final double DIAGRAM = 600;

    private final TuningProblem problem;
    private final List<SignalSystem> systems;
    private final List<Corridor> corridors;
    private final SignalLog log;
    private final List<TimeSpaceDiagram> diagrams = new ArrayList<>();
    private final List<VehicleType> typeOfVehicle = new ArrayList<>();
    private final Kpis kpis;

    ObservedPlans(TuningProblem problem, PlanSet plans, long seed, List<Corridor> corridors) {
        this.problem = problem;
        this.corridors = List.copyOf(corridors);
        systems = problem.systems(plans);
        log = new SignalLog(from(), until());
        kpis = run(seed);
    }

    private double from() {
        return problem.window().countFrom();
    }

    private double until() {
        return Math.min(problem.window().end(), from() + DIAGRAM);
    }

    private Kpis run(long seed) {
        Traffic traffic = problem.demand().draw(seed);
        List<VehicleType> types = problem.demand().types();
        traffic.departures()
                .forEach(
                        d -> {
                            while (typeOfVehicle.size() <= d.vehicleIndex()) {
                                typeOfVehicle.add(types.get(0));
                            }
                            typeOfVehicle.set(d.vehicleIndex(), types.get(d.typeIndex()));
                        });
        KpiCollector collector =
                KpiCollector.on(problem.network())
                        .signals(systems)
                        .vehicles(types, traffic.departures())
                        .startingAt(problem.window().start())
                        .interval(interval())
                        .build();
        MicroSimulation run =
                MicroSimulation.on(problem.network())
                        .signals(systems)
                        .demand(types, traffic.departures())
                        .follow(collector.watching(traffic.following()))
                        .parameters(Evaluation.parameters(problem, seed))
                        .events(collector)
                        .events(log);
        for (Corridor corridor : corridors) {
            TimeSpaceDiagram diagram =
                    new TimeSpaceDiagram(problem.network(), links(corridor), from(), until());
            diagrams.add(diagram);
            run.observe(1, diagram);
        }
        RunResult result = run.run();
        return collector.finish(result.endTime());
    }

    /** Intervals of which one begins with the window. */
    private double interval() {
        EvaluationWindow window = problem.window();
        long warmUp = Math.round(window.countFrom() - window.start());
        long interval = Math.round(window.counted());
        for (long rest = warmUp; rest > 0; ) {
            long next = interval % rest;
            interval = rest;
            rest = next;
        }
        return Math.max(60, interval);
    }

    private static int[] links(Corridor corridor) {
        return corridor.forward().stream()
                .map(Segment::links)
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether a corridor can be drawn: no link twice. */
    static boolean isDrawable(Corridor corridor) {
        int[] links = links(corridor);
        return java.util.Arrays.stream(links).distinct().count() == links.length;
    }

    /** Mean control delay at a junction within the window, s; NaN if there was nobody. */
    double delayAt(String junctionId) {
        double seconds = 0;
        long vehicles = 0;
        for (IntersectionKpis k : kpis.intersectionIntervals()) {
            if (k.junctionId().equals(junctionId) && k.from() >= from() - 1e-6) {
                for (ApproachKpis a : k.approaches()) {
                    seconds += a.delaySeconds();
                    vehicles += a.vehicles() + a.unfinished();
                }
            }
        }
        return vehicles == 0 ? Double.NaN : seconds / vehicles;
    }

    /** Vehicles that passed a junction within the window. */
    long vehiclesAt(String junctionId) {
        return kpis.intersectionIntervals().stream()
                .filter(k -> k.junctionId().equals(junctionId) && k.from() >= from() - 1e-6)
                .mapToLong(IntersectionKpis::vehicles)
                .sum();
    }

    /** Mean time along a direction of a corridor within the window, s; NaN where nobody drove. */
    double travelTime(List<Segment> direction) {
        double seconds = 0;
        for (Segment segment : direction) {
            for (int link : segment.links()) {
                seconds += travelTime(link);
            }
        }
        return direction.isEmpty() ? Double.NaN : seconds;
    }

    private double travelTime(int link) {
        double hours = 0;
        double free = 0;
        for (int k = 0; k < kpis.intervalCount(); k++) {
            LinkKpis figures = kpis.link(link, k);
            if (figures.from() >= from() - 1e-6) {
                hours += figures.vehicleHours();
                free += figures.freeFlowHours();
            }
        }
        double alone = problem.network().length(link) / problem.network().freeSpeed(link);
        return free > 0 ? alone * hours / free : Double.NaN;
    }

    /** Diagrams of the corridors on which anyone drove. */
    List<AvenueDiagram> diagrams(List<Wording> names) {
        List<AvenueDiagram> drawn = new ArrayList<>();
        for (int k = 0; k < diagrams.size(); k++) {
            List<AvenueDiagram.Trajectory> trajectories =
                    diagrams.get(k).paths().stream()
                            .filter(p -> p.times().length > 1)
                            .map(this::drawn)
                            .toList();
            double length = 0;
            for (int link : links(corridors.get(k))) {
                length += problem.network().length(link);
            }
            drawn.add(
                    new AvenueDiagram(
                            names.get(k),
                            from(),
                            until(),
                            length,
                            new AvenueSignals(problem.network(), systems, log)
                                    .along(diagrams.get(k)),
                            trajectories));
        }
        return drawn;
    }

    private AvenueDiagram.Trajectory drawn(TimeSpaceDiagram.Path path) {
        double[] distances = new double[path.distances().length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = path.distances()[i];
        }
        VehicleType type =
                path.vehicleIndex() < typeOfVehicle.size()
                        ? typeOfVehicle.get(path.vehicleIndex())
                        : problem.demand().types().get(0);
        return new AvenueDiagram.Trajectory(type.vehicleClass(), path.times(), distances);
    }
}
