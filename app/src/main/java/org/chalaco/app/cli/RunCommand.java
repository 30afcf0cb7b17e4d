package org.chalaco.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chalaco run}. */
@Command(name = "run", description = "Simulate a scenario.")
public final class RunCommand implements Callable<Integer> {
    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--output")
    private Path output;

    @Override
    public Integer call() {
        scenario.request(output, null, false);
        return ExitCode.OK;
    }
}
