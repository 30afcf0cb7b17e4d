package org.chalaco.app.cli;

import java.nio.file.Path;
import org.chalaco.app.run.RunRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what to change in its config: shared by run, validate and bench. */
class ScenarioOptions extends SettingOptions {

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "Name of a shipped scenario (callao), or a folder with a config.xml.")
    private String scenario;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Config file to use instead of the folder's config.xml.")
    private Path config;

    /** What was asked for. */
    RunRequest request(Path output, String overwrite, boolean resume) {
<<<<<<< HEAD
        return new RunRequest(
                scenario, config, settings(), variants(), output, overwrite, resume);
=======
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
        return new RunRequest(scenario, config, all, variants, output, overwrite, resume);
    }

    /** The seed that was asked for, or this one. */
    long seedOr(long standard) {
        return seed == null ? standard : seed;
    }

    /** Settings of options that only some commands have. */
    void putMore(Map<String, String> all) {}

    static void put(Map<String, String> settings, String name, Number value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
>>>>>>> main
    }
}
