package org.chalaco.formats.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Reads the parameters of a module or parameter set; what cannot be read is reported and replaced
 * by the standard.
 */
final class ParameterReader {

    /** Parameters of MATSim that are nearly called like one of ours and mean something else. */
    private static final Set<String> OTHERS =
            Set.of(
                    "waitingPt",
                    "writeSnapshotsInterval",
                    "writeTripsInterval",
                    "writeEventsUntilIteration",
                    "writePlansUntilIteration",
                    "createGraphsInterval",
                    "plansInterval",
                    "eventsInterval");

    private final Config config;
    private final ConfigGroup group;
    private final String owner;
    private final Problems problems;

    private ParameterReader(Config config, ConfigGroup group, String owner, Problems problems) {
        this.config = config;
        this.group = group;
        this.owner = owner;
        this.problems = problems;
    }

    static ParameterReader of(Config config, String module, Problems problems) {
        ConfigGroup group = config.module(module);
        return new ParameterReader(config, group, group.name(), problems);
    }

    /** Readers of the parameter sets of this type. */
    List<ParameterReader> sets(String type) {
        List<ParameterReader> readers = new ArrayList<>();
        for (ConfigGroup set : group.sets(type)) {
            readers.add(new ParameterReader(config, set, owner + "." + type, problems));
        }
        return readers;
    }

    boolean has(Parameter<?> parameter) {
        return group.find(parameter.name()).isPresent();
    }

    /** The value, or the standard. */
    <T> T get(Parameter<T> parameter) {
        return find(parameter).orElse(parameter.standard());
    }

    /** The value, if it is given and can be read. */
    <T> Optional<T> find(Parameter<T> parameter) {
        Optional<ConfigValue> given = group.find(parameter.name());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(parameter.read(given.get().value()));
        } catch (IllegalArgumentException e) {
            reportValue(parameter, given.get(), e);
            return Optional.empty();
        }
    }

    private void reportValue(
            Parameter<?> parameter, ConfigValue given, IllegalArgumentException e) {
        boolean hasRemedy = e.getMessage() != null && e.getMessage().startsWith("Maybe");
        String standard = parameter.standardText();
        report(
                ProblemType.PARAMETER_VALUE,
                Severity.ERROR,
                given,
                "The value (%s) of %s.%s cannot be used; possible: %s."
                        .formatted(given.value(), owner, given.name(), parameter.range()),
                hasRemedy
                        ? e.getMessage()
                        : standard.isEmpty() ? "" : "Maybe %s?".formatted(standard));
    }

    /** Reports an error of the group as a whole. */
    void error(String message, String remedy) {
        problems.add(
                new Problem(
                        ProblemType.PARAMETER_VALUE.id(),
                        Severity.ERROR,
                        config.file().toString(),
                        group.line(),
                        owner,
                        "",
                        message,
                        remedy));
    }

    /** Reports an error of a parameter. */
    void error(Parameter<?> parameter, String message, String remedy) {
        ConfigValue given =
                group.find(parameter.name())
                        .orElseGet(() -> new ConfigValue(parameter.name(), "", group.line()));
        report(ProblemType.PARAMETER_VALUE, Severity.ERROR, given, message, remedy);
    }

    /** Every parameter that is not among these is an error: for modules that are ours. */
    void refuseUnknown(Collection<Parameter<?>> known) {
        List<String> names = namesOf(known);
        forEachUnknown(
                names,
                value ->
                        report(
                                ProblemType.UNKNOWN_PARAMETER,
                                Severity.ERROR,
                                value,
                                "The module (%s) has no parameter (%s)."
                                        .formatted(owner, value.name()),
                                NearestName.remedy(value.name(), names)));
    }

    /**
     * A parameter that is nearly one of these is a warning: for MATSim's modules, of which only a
     * part is used here.
     */
    void warnOfMisspelled(Collection<Parameter<?>> known) {
        List<String> names = namesOf(known);
        forEachUnknown(
                names,
                value ->
                        NearestName.find(value.name(), names)
                                .filter(name -> !OTHERS.contains(value.name()))
                                .ifPresent(
                                        name ->
                                                report(
                                                        ProblemType.UNKNOWN_PARAMETER,
                                                        Severity.WARNING,
                                                        value,
                                                        "The parameter %s.%s is not used here."
                                                                .formatted(owner, value.name()),
                                                        "Maybe %s?".formatted(name))));
    }

    private static List<String> namesOf(Collection<Parameter<?>> parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    private void forEachUnknown(List<String> names, Consumer<ConfigValue> consumer) {
        for (ConfigEntry entry : group.entries()) {
            if (entry instanceof ConfigValue value && !names.contains(value.name())) {
                consumer.accept(value);
            }
        }
    }

    private void report(
            ProblemType type, Severity severity, ConfigValue at, String message, String remedy) {
        problems.add(
                new Problem(
                        type.id(),
                        severity,
                        config.file().toString(),
                        at.line(),
                        owner + "." + at.name(),
                        at.value(),
                        message,
                        remedy));
    }
}
