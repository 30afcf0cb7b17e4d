package org.chalaco.app;

import com.google.inject.AbstractModule;
import java.io.PrintWriter;
import org.chalaco.app.progress.Console;

/** Where text goes, and whether someone looks at a terminal. */
final class ConsoleModule extends AbstractModule {

    private final PrintWriter out;
    private final PrintWriter err;

    ConsoleModule(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    protected void configure() {
        bind(Console.class).toInstance(new Console(out, err, onTerminal()));
    }

    /** The chalaco script knows; without it, Java's console is the best guess. */
    private static boolean onTerminal() {
        String told = System.getProperty("chalaco.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }
}
