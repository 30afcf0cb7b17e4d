package org.chalaco.tuning;

import java.util.List;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.TrafficReserve;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.SearchMethod;

/**
 * Sixteen digits that change when a search is given anything else: other roads, plans, limits,
 * traffic, objectives or settings. The number of generations and of the last replications is left
 * out, so that a search may be made longer.
 */
final class Fingerprint {

    private static final long PRIME = 0x100000001b3L;

    private static final TrafficSums SAMPLE = sample();

    private long hash = 0xcbf29ce484222325L;

    private Fingerprint() {}

    static String of(
            TuningProblem problem,
            SignalPlanCodec codec,
            SearchMethod method,
            List<Objective> objectives,
            TuningSettings settings) {
        Fingerprint print = new Fingerprint();
        print.addProblem(problem);
        print.addTraffic(problem, settings.seed());
        // Methods with parameters are records, whose text holds them all.
        print.add(method instanceof Record ? method.toString() : method.name());
        print.add(codec.name() + codec.length());
        // Objectives are formulas: their parameters show in what they make of some figures.
        for (Objective objective : objectives) {
            print.add(objective.name());
            print.add(Double.doubleToLongBits(objective.score(SAMPLE)));
        }
        print.add(settings.seed() + " " + settings.populationSize() + settings.racing());
        return "%016x".formatted(print.hash);
    }

    /** Figures that no two terms have in common. */
    private static TrafficSums sample() {
        double[][] byClass = new double[4][VehicleClass.values().length];
        for (int k = 0; k < byClass.length; k++) {
            for (int c = 0; c < byClass[k].length; c++) {
                byClass[k][c] = Math.sqrt(2 + 100.0 * k + c);
            }
        }
        return new TrafficSums(
                1,
                2,
                3,
                4,
                byClass[0],
                byClass[1],
                byClass[2],
                byClass[3],
                5,
                6,
                7,
                8,
                new double[0],
                new double[] {1, 2, 3, 4, 5, 6, 7, 8},
                9);
    }

    private void add(String text) {
        for (int k = 0; k < text.length(); k++) {
            add(text.charAt(k));
        }
    }

    private void add(long number) {
        // FNV-1a, byte by byte.
        for (int shift = 0; shift < 64; shift += 8) {
            hash = (hash ^ (number >>> shift & 0xff)) * PRIME;
        }
    }

    private void addProblem(TuningProblem problem) {
        add(problem.window().toString());
        add(problem.rules().toString());
        if (!problem.reserve().equals(TrafficReserve.NONE)) {
            add(problem.reserve().toString());
        }
        add(problem.mobsim().withThreads(1).toString());
        for (int l = 0; l < problem.network().linkCount(); l++) {
            add(problem.network().link(l).id());
            add(Double.doubleToLongBits(problem.network().length(l)));
            add(problem.network().laneCount(l));
        }
        for (TunedIntersection i : problem.intersections()) {
            add(i.id() + i.placement() + i.stages().stages() + i.crossings());
        }
        problem.zones().forEach(this::add);
        for (int number : problem.presentPlans().numbers()) {
            add(number);
        }
        problem.meters().forEach(m -> add(m.name()));
    }

    private void addTraffic(TuningProblem problem, long seed) {
        add(problem.demand().types().toString());
        for (Departure d : problem.demand().draw(seed).departures()) {
            add(d.vehicleIndex());
            add(d.typeIndex());
            add(Double.doubleToLongBits(d.time()));
            add(d.route().hashCode());
        }
    }
}
