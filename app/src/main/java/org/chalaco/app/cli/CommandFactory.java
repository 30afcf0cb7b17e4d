package org.chalaco.app.cli;

import com.google.inject.Injector;
import picocli.CommandLine;

/** Lets Guice make the commands, so that they can ask for their parts. */
public final class CommandFactory implements CommandLine.IFactory {

    private final Injector injector;
    private final CommandLine.IFactory plain = CommandLine.defaultFactory();

    /** A factory on this injector. */
    public CommandFactory(Injector injector) {
        this.injector = injector;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        boolean ours = type.getName().startsWith("org.chalaco.");
        return ours ? injector.getInstance(type) : plain.create(type);
    }
}
