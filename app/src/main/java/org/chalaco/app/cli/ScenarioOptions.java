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
        return new RunRequest(scenario, config, settings(), variants(), output, overwrite, resume);
    }
}
