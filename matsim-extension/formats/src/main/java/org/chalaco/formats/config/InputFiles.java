package org.chalaco.formats.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.signals.SignalFiles;

/**
 * The files a config names, relative to its folder, under MATSim's parameters: {@code
 * network.inputNetworkFile}, {@code network.laneDefinitionsFile}, {@code plans.inputPlansFile},
 * {@code vehicles.vehiclesFile}, {@code facilities.inputFacilitiesFile}, {@code
 * counts.inputCountsFile}, {@code network.inputChangeEventsFile} and those of {@code signalsystems}
 * and {@code transit}.
 *
 * @param network the network, or null if the config names none
 * @param lanes lane definitions, or null
 * @param plans the population, or null
 * @param vehicles vehicle definitions, or null
 * @param facilities places of activities, or null
 * @param counts observed counts, or null
 * @param signals signal files, or null where signals are not used
 * @param changes changes of the network, or null where it does not change
 * @param transit files of public transport, or null where there is none
 */
public record InputFiles(
        Path network,
        Path lanes,
        Path plans,
        Path vehicles,
        Path facilities,
        Path counts,
        SignalFiles signals,
        Path changes,
        TransitFiles transit) {

    static final Parameter<String> NETWORK =
            Parameter.text("inputNetworkFile", null, "The network.");
    static final Parameter<String> LANES =
            Parameter.text("laneDefinitionsFile", null, "Lane definitions.");
    static final Parameter<String> PLANS =
            Parameter.text("inputPlansFile", null, "The population.");
    static final Parameter<String> VEHICLES =
            Parameter.text("vehiclesFile", null, "Vehicle types and vehicles.");
    static final Parameter<String> FACILITIES =
            Parameter.text(
                    "inputFacilitiesFile", null, "Places of the activities that name a facility.");
    static final Parameter<String> COUNTS =
            Parameter.text("inputCountsFile", null, "Observed counts.");
    static final Parameter<Boolean> USE_SIGNALS =
            Parameter.flag("useSignalsystems", false, "Whether there are signals.");
    static final Parameter<String> SYSTEMS = Parameter.text("signalsystems", null, "The signals.");
    static final Parameter<String> GROUPS =
            Parameter.text("signalgroups", null, "The signal groups.");
    static final Parameter<String> CONTROL =
            Parameter.text("signalcontrol", null, "The signal plans.");
    static final Parameter<Boolean> USE_AMBER =
            Parameter.flag("useAmbertimes", false, "Whether there are amber times.");
    static final Parameter<String> AMBER =
            Parameter.text("ambertimes", null, "The amber times; without: 3 s.");
    static final Parameter<Boolean> USE_INTERGREENS =
            Parameter.flag("useIntergreentimes", false, "Whether there are intergreen times.");
    static final Parameter<String> INTERGREENS =
            Parameter.text("intergreentimes", null, "The intergreen times.");

    static final Parameter<Boolean> TIME_VARIANT =
            Parameter.flag("timeVariantNetwork", false, "Whether the network changes with time.");
    static final Parameter<String> CHANGES =
            Parameter.text("inputChangeEventsFile", null, "Changes of the network.");
    static final Parameter<Boolean> USE_TRANSIT =
            Parameter.flag("useTransit", false, "Whether public transport runs.");
    static final Parameter<String> SCHEDULE =
            Parameter.text("transitScheduleFile", null, "Stops, lines and departures.");
    static final Parameter<String> TRANSIT_VEHICLES =
            Parameter.text("vehiclesFile", null, "Vehicles of public transport.");

    static final ParameterTable NETWORK_TABLE =
            new ParameterTable("network", List.of(NETWORK, LANES, TIME_VARIANT, CHANGES));

    static final ParameterTable TRANSIT_TABLE =
            new ParameterTable("transit", List.of(USE_TRANSIT, SCHEDULE, TRANSIT_VEHICLES));

    static final ParameterTable SIGNALS_TABLE =
            new ParameterTable(
                    "signalsystems",
                    List.of(
                            USE_SIGNALS,
                            SYSTEMS,
                            GROUPS,
                            CONTROL,
                            USE_AMBER,
                            AMBER,
                            USE_INTERGREENS,
                            INTERGREENS));

    /** The files a config names; those that are named and not there are reported. */
    public static InputFiles read(Config config, Problems problems) {
        return new InputFiles(
                find(config, "network", NETWORK, problems),
                find(config, "network", LANES, problems),
                find(config, "plans", PLANS, problems),
                find(config, "vehicles", VEHICLES, problems),
                find(config, "facilities", FACILITIES, problems),
                find(config, "counts", COUNTS, problems),
                readSignals(config, problems),
                readChanges(config, problems),
                readTransit(config, problems));
    }

    private static Path readChanges(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "network", problems);
        in.warnOfMisspelled(NETWORK_TABLE.parameters());
        if (in.get(TIME_VARIANT)) {
            return find(config, "network", CHANGES, problems);
        }
        config.module("network")
                .find(CHANGES.name())
                .filter(given -> !isNone(given.value()))
                .ifPresent(
                        given ->
                                problems.add(
                                        new Problem(
                                                ProblemType.NOT_OFFERED.id(),
                                                Severity.WARNING,
                                                config.file().toString(),
                                                given.line(),
                                                "network." + given.name(),
                                                given.value(),
                                                "The changes of the network are not read, as it is not time-variant.",
                                                "Maybe network.timeVariantNetwork true?")));
        return null;
    }

    private static TransitFiles readTransit(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "transit", problems);
        in.warnOfMisspelled(TRANSIT_TABLE.parameters());
        if (!in.get(USE_TRANSIT)) {
            return null;
        }
        needed(in, SCHEDULE, "Public transport is used", "Maybe useTransit false?");
        needed(in, TRANSIT_VEHICLES, "Public transport is used", "Maybe useTransit false?");
        return new TransitFiles(
                find(config, "transit", SCHEDULE, problems),
                find(config, "transit", TRANSIT_VEHICLES, problems));
    }

    private static void needed(
            ParameterReader in, Parameter<String> parameter, String why, String remedy) {
        if (isNone(in.get(parameter))) {
            in.error(
                    parameter, "%s, but %s is not given.".formatted(why, parameter.name()), remedy);
        }
    }

    private static SignalFiles readSignals(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "signalsystems", problems);
        in.warnOfMisspelled(SIGNALS_TABLE.parameters());
        if (!in.get(USE_SIGNALS)) {
            return null;
        }
        for (Parameter<String> needed : List.of(SYSTEMS, GROUPS, CONTROL)) {
            needed(in, needed, "Signals are used", "Maybe useSignalsystems false?");
        }
        return new SignalFiles(
                find(config, "signalsystems", SYSTEMS, problems),
                find(config, "signalsystems", GROUPS, problems),
                find(config, "signalsystems", CONTROL, problems),
                in.get(USE_AMBER) ? find(config, "signalsystems", AMBER, problems) : null,
                in.get(USE_INTERGREENS)
                        ? find(config, "signalsystems", INTERGREENS, problems)
                        : null);
    }

    private static Path find(
            Config config, String module, Parameter<String> parameter, Problems problems) {
        ConfigValue given = config.module(module).find(parameter.name()).orElse(null);
        if (given == null || isNone(given.value())) {
            return null;
        }
        try {
            Path path = config.resolve(given.value().strip());
            if (Files.isRegularFile(path)) {
                return path;
            }
            report(config, module, given, "There is no file (%s).".formatted(path), problems);
        } catch (java.nio.file.InvalidPathException e) {
            report(
                    config,
                    module,
                    given,
                    "(%s) is not the name of a file.".formatted(given.value()),
                    problems);
        }
        return null;
    }

    private static boolean isNone(String value) {
        return value == null || value.isBlank() || value.strip().equals("null");
    }

    private static void report(
            Config config, String module, ConfigValue given, String message, Problems problems) {
        boolean address = given.value().contains("://");
        problems.add(
                new Problem(
                        ProblemType.MISSING_FILE.id(),
                        Severity.ERROR,
                        config.file().toString(),
                        given.line(),
                        module + "." + given.name(),
                        given.value(),
                        message,
                        address
                                ? "Maybe download it first? Nothing is read over the network."
                                : "Maybe it is named relative to another folder?"));
    }
}
