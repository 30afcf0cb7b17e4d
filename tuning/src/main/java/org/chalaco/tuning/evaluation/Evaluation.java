package org.chalaco.tuning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.tuning.problem.PedestrianCrossing;
import org.chalaco.tuning.problem.RunMeter;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * One simulation of one task: a pure function of problem and task, which every backend calls.
 * Thread-safe.
 */
public final class Evaluation {

    private Evaluation() {}

    /** Simulates the task on one thread and adds up what counts. */
    public static TrafficSums of(TuningProblem problem, EvaluationTask task) {
        return of(problem, task, RunAddition.NONE);
    }

    /**
     * The same, with more said to the simulation before it runs: controllers in place of the plans,
     * and whoever looks on.
     */
    public static TrafficSums of(TuningProblem problem, EvaluationTask task, RunAddition addition) {
        Traffic traffic = traffic(problem, task);
        SumsCollector collector =
                new SumsCollector(
                        problem.network(),
                        problem.demand().types(),
                        traffic.departures(),
                        problem.window());
        MicroSimulation run =
                MicroSimulation.on(problem.network())
                        .signals(problem.systems(task.plans()))
                        .demand(problem.demand().types(), traffic.departures())
                        .follow(collector.watching(addition.watching(traffic.following())))
                        .parameters(parameters(problem, task.seed()))
                        .events(collector);
        List<RunMeter.Reading> readings = readings(problem, run, collector);
        addition.addTo(run, traffic);
        RunResult result = run.run();
        collector.finish(result.endTime());
        return collector.sums(
                pedestrianSeconds(problem, task),
                problem.systems(task.plans()).size(),
                ownerOfLink(problem),
                problem.size(),
                readings.stream().mapToDouble(RunMeter.Reading::value).toArray(),
                result.vehicleUpdates());
    }

    private static Traffic traffic(TuningProblem problem, EvaluationTask task) {
        Traffic usual = problem.demand().draw(task.seed());
        return task.withReserve()
                ? problem.reserve().grown(usual, task.seed(), problem.window().start())
                : usual;
    }

    /** The mobsim's parameters of a replication. */
    public static MobsimParameters parameters(TuningProblem problem, long seed) {
        return problem.mobsim()
                .withTimes(problem.window().start(), problem.window().end())
                .withSeed(seed)
                .withThreads(1)
                .withCheckMode(CheckMode.OFF);
    }

    private static List<RunMeter.Reading> readings(
            TuningProblem problem, MicroSimulation run, SumsCollector collector) {
        List<RunMeter.Reading> readings = new ArrayList<>();
        for (RunMeter meter : problem.meters()) {
            RunMeter.Reading reading =
                    meter.begin(
                            new RunMeter.MeteredRun(
                                    problem.network(), problem.window(), collector::type));
            readings.add(reading);
            run.events(reading);
            if (meter.everySeconds() > 0) {
                run.observe(meter.everySeconds(), reading::observe);
            }
        }
        return readings;
    }

    /**
     * The intersection that each link leads to: that of the signal at its end, or that of the links
     * it leads to if they all lead to one.
     */
    static int[] ownerOfLink(TuningProblem problem) {
        RoadNetwork network = problem.network();
        int[] owner = new int[network.linkCount()];
        Arrays.fill(owner, RoadNetwork.NONE);
        for (int i = 0; i < problem.size(); i++) {
            for (SignalGroup group : problem.intersections().get(i).system().groups()) {
                for (SignalHead head : group.heads()) {
                    int link = network.findLink(head.linkId());
                    if (link != RoadNetwork.NONE) {
                        owner[link] = i;
                    }
                }
            }
        }
        int[] extended = owner.clone();
        for (int link = 0; link < owner.length; link++) {
            if (owner[link] == RoadNetwork.NONE && network.nextLinkCount(link) > 0) {
                int first = owner[network.nextLink(link, 0)];
                boolean same = true;
                for (int k = 1; k < network.nextLinkCount(link); k++) {
                    same &= owner[network.nextLink(link, k)] == first;
                }
                extended[link] = same ? first : RoadNetwork.NONE;
            }
        }
        return extended;
    }

    private static double pedestrianSeconds(TuningProblem problem, EvaluationTask task) {
        List<SignalPlan> plans = task.plans().plans(problem.intersections());
        double hours = problem.window().counted() / 3600;
        double seconds = 0;
        for (int i = 0; i < plans.size(); i++) {
            TunedIntersection intersection = problem.intersections().get(i);
            for (PedestrianCrossing crossing : intersection.crossings()) {
                if (plans.get(i) != null && crossing.pedestriansPerHour() > 0) {
                    int red = intersection.longestRed(crossing, plans.get(i));
                    double mean = crossing.meanDelay(plans.get(i).cycle(), red);
                    seconds += crossing.pedestriansPerHour() * hours * mean;
                }
            }
        }
        return seconds;
    }
}
