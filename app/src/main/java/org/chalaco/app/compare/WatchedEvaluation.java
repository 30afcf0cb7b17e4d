package org.chalaco.app.compare;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.comparison.CrossingWaits;
import org.chalaco.analysis.comparison.CrossingWaits.Crossing;
import org.chalaco.analysis.comparison.TripCollector;
import org.chalaco.analysis.emission.EmissionCollector;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.app.run.Interruption;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.evaluation.Evaluation;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.RunAddition;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.problem.PedestrianCrossing;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * One run of one strategy on one seed, as a search evaluates it, and everything that a comparison
 * wants to know of it. Serves one run, on one thread.
 */
final class WatchedEvaluation implements RunAddition {

    /** How often somebody looks whether to stop, simulated s. */
    private static final double STOP_EVERY = 60;

    private final TuningProblem problem;
    private final Strategy strategy;
    private final long seed;
    private final Interruption interruption;
    private final TripCollector trips;
    private final CrossingWaits crossings;
    private final EmissionCollector emissions;
    private SignalControl control;
    private double lastSeen;

    private WatchedEvaluation(
            TuningProblem problem, Strategy strategy, long seed, Interruption interruption) {
        this.problem = problem;
        this.strategy = strategy;
        this.seed = seed;
        this.interruption = interruption;
        double from = problem.window().countFrom();
        trips = new TripCollector(problem.network(), problem.demand().types(), from);
        crossings = new CrossingWaits(crossings(problem), from);
        emissions =
                EmissionCollector.on(problem.network(), trips::type, problem.window().start())
                        .countFrom(from)
                        .build();
        lastSeen = problem.window().start();
    }

    /** Simulates. */
    static RunRecord run(
            TuningProblem problem,
            Strategy strategy,
            long seed,
            String digest,
            Interruption interruption) {
        WatchedEvaluation watch = new WatchedEvaluation(problem, strategy, seed, interruption);
        try {
            TrafficSums sums =
                    Evaluation.of(problem, new EvaluationTask(strategy.plans(), seed), watch);
            return watch.record(sums, digest);
        } finally {
            if (watch.control != null) {
                watch.control.close();
            }
        }
    }

    @Override
    public DepartureSource watching(DepartureSource source) {
        return trips.watching(source);
    }

    @Override
    public void addTo(MicroSimulation run, Traffic traffic) {
        trips.expect(traffic.departures());
        run.events(trips).events(crossings).observe(EmissionCollector.EVERY, emissions);
        run.observe(EmissionCollector.EVERY, view -> lastSeen = view.time());
        run.observe(STOP_EVERY, view -> interruption.check());
        if (strategy instanceof Strategy.Controlled controlled) {
            control = controlled.control(seed);
            run.signals(controlled.systems()).control(control);
        }
    }

    /** Every signalised leg, with the groups that must be red for people to cross it. */
    private static List<Crossing> crossings(TuningProblem problem) {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            TunedIntersection intersection = problem.intersections().get(i);
            List<String> ids =
                    intersection.system().groups().stream().map(SignalGroup::id).toList();
            for (PedestrianCrossing leg : intersection.crossings()) {
                List<Integer> groups = leg.groupIds().stream().map(ids::indexOf).toList();
                crossings.add(new Crossing(leg.linkId(), i, groups, leg.seconds()));
            }
        }
        return crossings;
    }

    /** Links whose stop lines have signals. */
    private static boolean[] signalled(TuningProblem problem) {
        boolean[] signalled = new boolean[problem.network().linkCount()];
        List<SignalSystem> systems = new ArrayList<>(problem.untuned());
        problem.intersections().forEach(i -> systems.add(i.system()));
        for (SignalSystem system : systems) {
            system.groups().stream()
                    .flatMap(g -> g.heads().stream())
                    .mapToInt(head -> problem.network().findLink(head.linkId()))
                    .filter(link -> link >= 0)
                    .forEach(link -> signalled[link] = true);
        }
        return signalled;
    }

    private RunRecord record(TrafficSums sums, String digest) {
        EmissionTotals emitted = emissions.totals();
        double end = problem.window().end();
        FigureList figures =
                new FigureList(problem.network(), sums, trips.finish(end), emitted)
                        .run(signalled(problem))
                        .pedestrians(crossings.finish(Math.min(end, lastSeen)))
                        .classes()
                        .movements()
                        .links()
                        .quantiles();
        return new RunRecord(digest, figures.entries());
    }
}
