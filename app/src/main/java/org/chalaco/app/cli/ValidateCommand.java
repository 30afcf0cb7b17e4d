package org.chalaco.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code chalaco validate}. */
@Command(name = "validate")
public final class ValidateCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
