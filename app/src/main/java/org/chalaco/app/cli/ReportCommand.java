package org.chalaco.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code chalaco report}. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
