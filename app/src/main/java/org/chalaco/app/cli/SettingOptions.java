package org.chalaco.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Option;

/** What to change in the config of a scenario. */
class SettingOptions {

    @Option(
            names = "--set",
            paramLabel = "MODULE.PARAM=VALUE",
            description =
                    "Set a config parameter, for example --set qsim.endTime=08:00:00. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            split = ",",
            description = "Named variant of the scenario, for example truck-ban. Repeatable.")
    private List<String> variants = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of everything random (global.randomSeed).")
    private Long seed;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "Threads to work on (qsim.numberOfThreads); changes no result.")
    private Integer threads;

    @Option(
            names = "--dt",
            paramLabel = "SECONDS",
            description = "Time step, 0.1 to 1 s (chalaco.timeStep).")
    private Double timeStep;

    /**
     * Settings as {@code module.param} to value; {@code --set} wins over the shorthands because it
     * is more exact.
     */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "global.randomSeed", seed);
        put(all, "qsim.numberOfThreads", threads);
        put(all, "global.numberOfThreads", threads);
        put(all, "chalaco.timeStep", timeStep);
        putMore(all);
        Problems problems = new Problems();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            int dot = setting.indexOf('.');
            if (dot < 1 || equals < dot + 2) {
                problems.add(
                        ProblemType.SETTING_FORM.error(
                                "--set",
                                setting,
                                "The setting (%s) is not MODULE.PARAM=VALUE.".formatted(setting),
                                "Maybe --set qsim.endTime=08:00:00?"));
            } else {
                all.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        problems.throwIfErrors();
        return all;
    }

    /** Threads that were asked for, or null. */
    Integer threads() {
        return threads;
    }

    /** The seed that was asked for, or this one. */
    long seedOr(long standard) {
        return seed == null ? standard : seed;
    }

    /** Variants to apply, in order. */
    List<String> variants() {
        return List.copyOf(variants);
    }

    /** Settings of options that only some commands have. */
    void putMore(Map<String, String> all) {}

    static void put(Map<String, String> settings, String name, Number value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
