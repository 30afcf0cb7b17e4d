package org.chalaco.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import java.nio.file.Path;
import org.chalaco.app.run.Interruption;

/** The parts of a run. */
final class RunModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Interruption.class).in(Singleton.class);
    }

    /** Where Chalaco is installed, told by the chalaco script; without it, the working folder. */
    @Provides
    @Named("chalaco.home")
    Path home() {
        return Path.of(System.getProperty("chalaco.home", ""));
    }
}
