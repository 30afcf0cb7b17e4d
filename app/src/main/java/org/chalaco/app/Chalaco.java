package org.chalaco.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.chalaco.app.cli.ChalacoCommand;
import org.chalaco.app.cli.CommandFactory;
import org.chalaco.app.cli.ProblemPrinter;
import picocli.CommandLine;

/**
 * The program {@code chalaco}: Guice puts the parts together, picocli reads the command.
 *
 * <p>Modules that a user puts on the class path (found by {@link ServiceLoader} as {@code
 * com.google.inject.Module}) may override any binding, as in MATSim.
 */
public final class Chalaco {

    private Chalaco() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        int exitCode = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command inside this process.
     *
     * @param out where results go
     * @param err where problems and progress go
     * @return the exit code; see {@link org.chalaco.app.cli.ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Injector injector = Guice.createInjector(modules(out, err));
        CommandLine line =
                new CommandLine(ChalacoCommand.class, new CommandFactory(injector))
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpWidth(100);
        line.setExecutionExceptionHandler(new ProblemPrinter());
        return line.execute(args);
    }

    private static Module modules(PrintWriter out, PrintWriter err) {
        List<Module> users = new ArrayList<>();
        ServiceLoader.load(Module.class).forEach(users::add);
        return Modules.override(new ConsoleModule(out, err), new RunModule()).with(users);
    }
}
