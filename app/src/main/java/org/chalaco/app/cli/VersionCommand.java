package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.progress.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code chalaco version}: which Chalaco on which Java. */
@Command(name = "version", description = "Show the version of Chalaco and of Java.")
public final class VersionCommand implements Callable<Integer> {

    private final Console console;

    @Inject
    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String line : new Provider().getVersion()) {
            console.out().println(line);
        }
        return ExitCode.OK;
    }

    /** The same lines for {@code chalaco --version}. */
    public static final class Provider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "chalaco " + ChalacoVersion.current(),
                "Java %s (%s)"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("java.vendor"))
            };
        }
    }
}
