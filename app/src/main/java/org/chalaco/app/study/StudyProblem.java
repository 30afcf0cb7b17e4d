package org.chalaco.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.habana.HabanaMap;
import org.chalaco.scenario.habana.SignalLayout;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TrafficDemand;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * The Havana map as something to tune: 300 s from empty streets, new arrivals for every seed.
 *
 * <p>As in the study nobody walks: minimum greens are those of drivers, 5 s, and the cycle of a
 * signal may be as short as they allow.
 */
final class StudyProblem {

    private static final TimingRules RULES =
            TimingRules.STANDARD.withCycles(32, 150).withGreens(5, 90).withPedestrians(0, 1000);

    private final HabanaMap map;
    private final SignalLayout layout;
    private final TuningProblem problem;

    private StudyProblem(HabanaMap map, SignalLayout layout, MobsimParameters mobsim) {
        this.map = map;
        this.layout = layout;
        problem =
                TuningProblem.on(map.network())
                        .name("habana-" + layout)
                        .signals(map.signals(layout))
                        .demand(new Arrivals(map))
                        .mobsim(mobsim)
                        .window(new EvaluationWindow(0, 0, map.demandUntil()))
                        .rules(RULES)
                        .oneZone()
                        .build();
    }

    /**
     * The problem of the scenario in this folder.
     *
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    static StudyProblem read(Path scenario, SignalLayout layout) {
        Problems problems = new Problems();
        MobsimParameters mobsim =
                MobsimConfig.read(
                        ConfigReader.read(scenario.resolve("config.xml"), problems), problems);
        problems.throwIfErrors();
        return new StudyProblem(HabanaMap.read(scenario), layout, mobsim);
    }

    TuningProblem problem() {
        return problem;
    }

    /** The same green for every stage, s. */
    PlanSet uniform(int green) {
        Map<String, SignalPlan> plans = new LinkedHashMap<>();
        for (SignalSystem system : map.signals(layout, green)) {
            plans.put(system.id(), system.plan());
        }
        List<SignalPlan> ordered = new ArrayList<>();
        for (TunedIntersection intersection : problem.intersections()) {
            ordered.add(plans.get(intersection.id()));
        }
        return PlanSet.of(problem.intersections(), ordered);
    }

    /** Arrivals by seed; the last ones drawn are kept, since every candidate meets them. */
    private static final class Arrivals implements TrafficDemand {

        private static final int KEPT = 128;

        private final HabanaMap map;
        private final Map<Long, Traffic> drawn =
                Collections.synchronizedMap(
                        new LinkedHashMap<>(KEPT, 0.75f, true) {
                            private static final long serialVersionUID = 1;

                            @Override
                            protected boolean removeEldestEntry(Map.Entry<Long, Traffic> eldest) {
                                return size() > KEPT;
                            }
                        });

        Arrivals(HabanaMap map) {
            this.map = map;
        }

        @Override
        public List<VehicleType> types() {
            return map.types();
        }

        @Override
        public Traffic draw(long seed) {
            Traffic known = drawn.get(seed);
            if (known == null) {
                known =
                        new Traffic(
                                map.demand().departures(seed, map.demandUntil()),
                                DepartureSource.NONE);
                drawn.put(seed, known);
            }
            return known;
        }
    }
}
