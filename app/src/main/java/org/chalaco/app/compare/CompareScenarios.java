package org.chalaco.app.compare;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.app.tune.TuneProblem;
import org.chalaco.app.tune.TuneRequest;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TuningProblem;

/** Reads the scenarios of a comparison and makes their strategies; nothing is written. */
final class CompareScenarios {

    private final FirstDay firstDay;

    @Inject
    CompareScenarios(FirstDay firstDay) {
        this.firstDay = firstDay;
    }

    /** The scenarios; everything that is wrong with any of them is reported. */
    List<ComparedScenario> of(CompareRequest request, Problems problems) {
        StrategyCatalogue catalogue = StrategyCatalogue.ofClassPath();
        Set<String> files = new LinkedHashSet<>(request.plans().keySet());
        List<StrategySpec> specs = catalogue.checked(request.strategies(), files, problems);
        boolean namesFine = !problems.hasErrors();
        List<ComparedScenario> scenarios = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (String text : request.scenarios()) {
            Optional<TuningProblem> problem = problem(text, request, problems);
            if (problem.isEmpty()) {
                continue;
            }
            String name = name(text, problem.get());
            if (!names.add(name)) {
                problems.add(
                        ProblemType.COMPARISON_SETTING.error(
                                "SCENARIO",
                                text,
                                "The scenario (%s) is there twice.".formatted(name),
                                "Maybe with another window, as %s@07:30-08:00?".formatted(name)));
            }
            List<Strategy> strategies =
                    namesFine
                            ? new StrategyBuilder(
                                            name,
                                            problem.get(),
                                            request.plans(),
                                            catalogue,
                                            problems)
                                    .build(specs)
                            : List.of();
            scenarios.add(new ComparedScenario(name, problem.get(), strategies));
        }
        return scenarios;
    }

    /** A window of its own becomes a part of the name. */
    private static String name(String text, TuningProblem problem) {
        String window = window(text);
        return window == null ? problem.name() : problem.name() + "@" + window;
    }

    /** What stands behind the last {@code @}, if it looks like a window; else null. */
    private static String window(String text) {
        int at = text.lastIndexOf('@');
        String after = text.substring(at + 1);
        return at > 0 && after.matches("\\d{1,2}:\\d\\d.*") ? after : null;
    }

    private Optional<TuningProblem> problem(
            String text, CompareRequest request, Problems problems) {
        String window = window(text);
        String place =
                window == null ? text : text.substring(0, text.length() - window.length() - 1);
        RunRequest scenario =
                new RunRequest(
                        place, null, settings(request), request.variants(), null, null, false);
        try {
            ScenarioTraffic traffic = firstDay.of(scenario);
            Problems own = new Problems();
            Optional<TuningProblem> problem =
                    new TuneProblem(
                                    traffic,
                                    tuneRequest(
                                            scenario,
                                            request,
                                            window == null ? request.window() : window),
                                    own)
                            .make();
            own.errors().forEach(problems::add);
            own.warnings().forEach(problems::add);
            return problem;
        } catch (InvalidInputException e) {
            e.problems().errors().forEach(problems::add);
            return Optional.empty();
        }
    }

    private static Map<String, String> settings(CompareRequest request) {
        return new LinkedHashMap<>(request.settings());
    }

    /** As in tuning, so that a scenario with a seed is the same there and here. */
    private static TuneRequest tuneRequest(
            RunRequest scenario, CompareRequest request, String window) {
        return new TuneRequest(
                scenario,
                "",
                List.of(),
                0,
                TuningSettings.STANDARD,
                TimingRules.STANDARD,
                window,
                request.warmUp(),
                request.spread(),
                0,
                0,
                new TuneRequest.PlacementRequest(List.of(), List.of(), 0),
                null);
    }
}
