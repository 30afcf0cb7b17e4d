package org.chalaco.app.demand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioParts;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.replanning.Strategy;
import org.chalaco.day2day.replanning.StrategySettings;
import org.chalaco.day2day.scoring.ActivityParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.DemandEstimation;

/** Roads and rules for an estimation, of a scenario or of a network alone. */
final class DemandWorld {

    /** Share of the persons that looks for a better way each night: new ones, and old ones. */
    private static final double RE_ROUTE_NEW = 0.1;

    private static final double RE_ROUTE_OLD = 0.02;

    private static final double LEAD = 1800;

    private DemandWorld() {}

    /** A scenario as it is. */
    static ScenarioParts read(FirstDay reader, RunRequest request) {
        return reader.parts(request);
    }

    /** A network without signals, cars only. */
    static ScenarioParts read(Path network, long seed) {
        Problems problems = new Problems();
        RoadNetwork roads = new NetworkReader(problems).readNetwork(network);
        problems.throwIfErrors();
        return new ScenarioParts(
                String.valueOf(network.getFileName()),
                roads,
                List.of(),
                List.of(),
                Fleet.of(VehicleType.CAR),
                MobsimParameters.STANDARD.withSeed(seed),
                DayToDayParameters.STANDARD
                        .withSeed(seed)
                        .withScoring(
                                ScoringParameters.STANDARD.withUtility(
                                        new UtilityParameters(
                                                6,
                                                -18,
                                                0,
                                                0,
                                                1,
                                                Map.of(
                                                        "home",
                                                        ActivityParameters.of("home", 43200),
                                                        "work",
                                                        ActivityParameters.of("work", 28800)),
                                                Map.of()))),
                problems);
    }

    /** Half an hour before the first count to the end of the last, if only roads are known. */
    static ScenarioParts during(ScenarioParts parts, List<CountTarget> targets) {
        double from = targets.stream().mapToDouble(CountTarget::from).min().orElse(0);
        double until = targets.stream().mapToDouble(CountTarget::until).max().orElse(86400);
        return new ScenarioParts(
                parts.title(),
                parts.network(),
                parts.signals(),
                parts.persons(),
                parts.fleet(),
                parts.mobsim().withTimes(Math.max(0, from - LEAD), until),
                parts.loop(),
                parts.warnings());
    }

    /** What most people do before their first trip, and after their last one. */
    static String[] activities(List<Person> persons) {
        return new String[] {
            most(persons, p -> p.selectedPlan().activities().get(0).type(), "home"),
            most(
                    persons,
                    p ->
                            p.selectedPlan()
                                    .activities()
                                    .get(p.selectedPlan().activities().size() - 1)
                                    .type(),
                    "work")
        };
    }

    private static String most(
            List<Person> persons, Function<Person, String> type, String otherwise) {
        Map<String, Integer> counts = new TreeMap<>();
        persons.forEach(p -> counts.merge(type.apply(p), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    static DemandEstimation.World of(
            ScenarioParts parts, List<Person> persons, DemandRequest request) {
        int threads = request.threads();
        double reRoute = request.prior().equals("gravity") ? RE_ROUTE_NEW : RE_ROUTE_OLD;
        MobsimParameters mobsim = parts.mobsim().withThreads(threads);
        return new DemandEstimation.World(
                parts.network(),
                parts.signals(),
                parts.fleet(),
                parts.loop()
                        .withThreads(threads)
                        .withReplanning(
                                parts.loop()
                                        .replanning()
                                        .withMemory(2)
                                        .withInnovationUntil(Double.POSITIVE_INFINITY)
                                        .withStrategies(strategies(persons, reRoute))),
                new MicroSimulationRunner(parts.network(), parts.signals(), mobsim));
    }

    private static StrategySettings[] strategies(List<Person> persons, double reRoute) {
        Set<String> groups = new LinkedHashSet<>();
        groups.add(null);
        persons.forEach(p -> groups.add(p.subpopulation()));
        List<StrategySettings> settings = new ArrayList<>();
        for (String group : groups) {
            settings.add(new StrategySettings(Strategy.KEEP_LAST_SELECTED, 1 - reRoute, group, -1));
            settings.add(new StrategySettings(Strategy.RE_ROUTE, reRoute, group, -1));
        }
        return settings.toArray(StrategySettings[]::new);
    }
}
