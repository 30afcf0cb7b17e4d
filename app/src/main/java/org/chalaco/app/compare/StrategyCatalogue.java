package org.chalaco.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Every strategy that can be asked for by name: plans by formula, plans from files, and each
 * controller that a {@link SignalControllerProvider} on the class path makes. Whoever adds a
 * provider finds it here without a further line.
 */
public final class StrategyCatalogue {

    /** Plans that need no file: present first, others by formula. */
    static final List<String> FORMULAS = List.of("present", "uniform", "webster", "green-wave");

    private final Map<String, SignalControllerProvider> providers = new TreeMap<>();

    private StrategyCatalogue(List<SignalControllerProvider> found) {
        found.forEach(p -> providers.put(p.name(), p));
    }

    /** With the controllers on the class path. */
    static StrategyCatalogue ofClassPath() {
        return new StrategyCatalogue(SignalControllerProvider.listAll());
    }

    /** Names that need no file, in the order of the manual. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(FORMULAS);
        SignalControllerProvider.listAll().forEach(p -> names.add(p.name()));
        return names;
    }

    /** The provider of a strategy, or null: it is no controller. */
    SignalControllerProvider provider(StrategySpec spec) {
        return providers.get(spec.kind());
    }

    /**
     * The strategies asked for, with those of the files at the end unless they were placed.
     *
     * @param files names of plans from files
     */
    List<StrategySpec> checked(String text, Set<String> files, Problems problems) {
        List<StrategySpec> specs = new ArrayList<>(StrategySpec.parse(text, problems));
        for (String file : files) {
            if (specs.stream().noneMatch(s -> s.name().equals(file))) {
                specs.add(new StrategySpec(file, Map.of()));
            }
            if (FORMULAS.contains(file) || providers.containsKey(file)) {
                problems.add(
                        ProblemType.COMPARISON_PLANS.error(
                                "--plans",
                                file,
                                "(%s) is the name of another strategy.".formatted(file),
                                "Maybe my-%s?".formatted(file)));
            }
        }
        Set<String> labels = new LinkedHashSet<>();
        for (StrategySpec spec : specs) {
            check(spec, files, problems);
            if (!labels.add(spec.label())) {
                problems.add(
                        ProblemType.COMPARISON_STRATEGY.error(
                                "--strategies",
                                spec.label(),
                                "The strategy (%s) is there twice.".formatted(spec.label()),
                                "Maybe with other parameters?"));
            }
        }
        return specs;
    }

    private void check(StrategySpec spec, Set<String> files, Problems problems) {
        boolean plans = FORMULAS.contains(spec.name()) || files.contains(spec.name());
        SignalControllerProvider provider = providers.get(spec.kind());
        if (provider != null && !FORMULAS.contains(spec.plans()) && !files.contains(spec.plans())) {
            Set<String> known = new LinkedHashSet<>(FORMULAS);
            known.addAll(files);
            problems.add(
                    ProblemType.COMPARISON_STRATEGY.error(
                            "--strategies",
                            spec.name(),
                            "There are no plans (%s) for (%s) to start from."
                                    .formatted(spec.plans(), spec.kind()),
                            NearestName.remedy(spec.plans(), known)));
        }
        if (!plans && provider == null) {
            Set<String> known = new LinkedHashSet<>(FORMULAS);
            known.addAll(files);
            known.addAll(providers.keySet());
            problems.add(
                    ProblemType.COMPARISON_STRATEGY.error(
                            "--strategies",
                            spec.name(),
                            "There is no strategy (%s).".formatted(spec.name()),
                            NearestName.remedy(spec.kind(), known)));
            return;
        }
        List<TunableParameter> known = plans ? List.of() : provider.parameters();
        spec.parameters().forEach((name, value) -> check(spec, name, value, known, problems));
    }

    private static void check(
            StrategySpec spec,
            String name,
            double value,
            List<TunableParameter> known,
            Problems problems) {
        Map<String, TunableParameter> byName = new LinkedHashMap<>();
        known.forEach(p -> byName.put(p.name(), p));
        TunableParameter parameter = byName.get(name);
        if (parameter == null) {
            problems.add(
                    ProblemType.COMPARISON_PARAMETER.error(
                            "--strategies",
                            name,
                            "The strategy (%s) has no parameter (%s).".formatted(spec.name(), name),
                            known.isEmpty()
                                    ? "Maybe leave it out?"
                                    : NearestName.remedy(name, byName.keySet())));
        } else if (!(value >= parameter.min() && value <= parameter.max())) {
            problems.add(
                    ProblemType.COMPARISON_PARAMETER.error(
                            "--strategies",
                            Double.toString(value),
                            "The parameter (%s) of strategy (%s) is (%s), not between (%s) and (%s)."
                                    .formatted(
                                            name,
                                            spec.name(),
                                            value,
                                            parameter.min(),
                                            parameter.max()),
                            "Maybe its standard, (%s)?".formatted(parameter.standard())));
        }
    }
}
