package org.chalaco.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code chalaco convert}. */
@Command(name = "convert")
public final class ConvertCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
