package org.chalaco.app.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.signals.SignalPlansReader;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.StartingPlans;
import org.chalaco.tuning.problem.ControlledSystems;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Makes the strategies of one scenario, and finds out before anything runs which of them cannot
 * control it: controllers are made once and started on empty roads.
 */
final class StrategyBuilder {

    private final String scenario;
    private final TuningProblem problem;
    private final Map<String, List<Path>> files;
    private final StrategyCatalogue catalogue;
    private final Problems problems;
    private final Map<String, PlanSet> known = new HashMap<>();
    private StartingPlans formulas;

    StrategyBuilder(
            String scenario,
            TuningProblem problem,
            Map<String, List<Path>> files,
            StrategyCatalogue catalogue,
            Problems problems) {
        this.scenario = scenario;
        this.problem = problem;
        this.files = files;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** The strategies; those that cannot be are reported and left out. */
    List<Strategy> build(List<StrategySpec> specs) {
        List<Strategy> strategies = new ArrayList<>();
        for (StrategySpec spec : specs) {
            SignalControllerProvider provider = catalogue.provider(spec);
            PlanSet plans = plans(provider == null ? spec.name() : spec.plans());
            if (plans == null) {
                continue; // reported
            }
            if (provider == null) {
                strategies.add(new Strategy.FixedPlans(spec.label(), plans));
            } else {
                Strategy.Controlled controlled = controlled(spec, provider, plans);
                if (isFit(controlled)) {
                    strategies.add(controlled);
                }
            }
        }
        return strategies;
    }

    /** Plans by name, or null with what is wrong reported. */
    private PlanSet plans(String name) {
        return known.containsKey(name)
                ? known.get(name)
                : known(name, files.containsKey(name) ? fromFiles(name) : byFormula(name));
    }

    private PlanSet known(String name, PlanSet plans) {
        known.put(name, plans);
        return plans;
    }

    /** Formulas count flows in a few replications, on seeds that nobody is judged on. */
    private PlanSet byFormula(String name) {
        if (name.equals("present")) {
            return problem.presentPlans();
        }
        if (formulas == null) {
            formulas = StartingPlans.of(problem, problem.mobsim().seed());
        }
        return formulas.rivals().get(name);
    }

    /** Plans of the file that names systems of this scenario; others keep their present plan. */
    private PlanSet fromFiles(String name) {
        List<SignalPlan> present = problem.presentPlans().plans(problem.intersections());
        for (Path place : files.get(name)) {
            Map<String, SignalPlan> read = SignalPlansReader.read(file(place), problems);
            List<SignalPlan> plans = new ArrayList<>();
            int found = 0;
            for (int i = 0; i < problem.size(); i++) {
                SignalSystem system = problem.intersections().get(i).system();
                SignalPlan plan = read.get(system.id());
                found += plan == null ? 0 : 1;
                plans.add(plan == null ? present.get(i) : shown(plan, system));
            }
            if (found > 0) {
                return planSet(name, place, plans);
            }
        }
        problems.add(
                ProblemType.COMPARISON_PLANS.error(
                        "--plans",
                        name,
                        "None of the plans of (%s) is for a signal of (%s)."
                                .formatted(name, scenario),
                        "Maybe add --plans %s=FILE with the signalControl.xml of (%s)?"
                                .formatted(name, scenario)));
        return null;
    }

    private static Path file(Path place) {
        for (String inside : List.of("signalControl.xml", "signals/signalControl.xml")) {
            if (Files.isRegularFile(place.resolve(inside))) {
                return place.resolve(inside);
            }
        }
        return place;
    }

    /** Files count red-amber as a part of the green. */
    private static SignalPlan shown(SignalPlan plan, SignalSystem system) {
        List<GroupGreen> greens = new ArrayList<>();
        for (GroupGreen g : plan.greens()) {
            int onset = Math.floorMod(g.onset() + system.redAmber(), plan.cycle());
            greens.add(new GroupGreen(g.groupId(), onset, g.dropping()));
        }
        return new SignalPlan(plan.id(), plan.cycle(), plan.offset(), greens);
    }

    private PlanSet planSet(String name, Path place, List<SignalPlan> plans) {
        try {
            return PlanSet.of(problem.intersections(), plans);
        } catch (IllegalArgumentException e) {
            refuse(ProblemType.COMPARISON_PLANS, "--plans", name + "=" + place, e);
            return null;
        }
    }

    /**
     * Stages are those of the present plans; what shows first, and what may be kept to, is given.
     */
    private Strategy.Controlled controlled(
            StrategySpec spec, SignalControllerProvider provider, PlanSet plans) {
        List<SignalSystem> systems = new ArrayList<>();
        List<SignalPlan> first = plans.plans(problem.intersections());
        for (int i = 0; i < problem.size(); i++) {
            SignalSystem system = problem.intersections().get(i).system();
            systems.add(
                    ControlledSystems.of(system, problem.network(), problem.rules())
                            .withPlan(first.get(i)));
        }
        systems.addAll(problem.untuned());
        return new Strategy.Controlled(
                spec.label(), plans, provider, spec.parameters(), problem.network(), systems);
    }

    /** Whether the controllers start on empty roads. */
    private boolean isFit(Strategy.Controlled strategy) {
        try (SignalControl control = strategy.control(1)) {
            if (control.controllers().stream().allMatch(c -> c == null)) {
                throw new IllegalArgumentException("No signal has two stages to choose between.");
            }
            MicroSimulation.on(problem.network())
                    .signals(strategy.systems())
                    .control(control)
                    .start()
                    .close();
            return true;
        } catch (IllegalArgumentException e) {
            refuse(ProblemType.COMPARISON_SIGNALS, "--strategies", strategy.label(), e);
            return false;
        }
    }

    private void refuse(ProblemType type, String option, String value, IllegalArgumentException e) {
        String text = e.getMessage();
        int remedy = text.lastIndexOf("Maybe");
        problems.add(
                type.error(
                        option,
                        value,
                        "(%s) cannot control (%s): %s"
                                .formatted(
                                        value,
                                        scenario,
                                        (remedy < 0 ? text : text.substring(0, remedy)).strip()),
                        remedy < 0 ? "Maybe without this strategy?" : text.substring(remedy)));
    }
}
