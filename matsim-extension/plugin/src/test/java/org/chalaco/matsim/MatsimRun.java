// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.chalaco.contract.MobsimUnderTest;
import org.chalaco.contract.RecordedEvent;
import org.chalaco.contract.RunListener;
import org.matsim.api.core.v01.events.Event;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.events.handler.BasicEventHandler;

/** A real MATSim with the plugin, as a runner of the contract. */
final class MatsimRun implements MobsimUnderTest {

    @Override
    public String name() {
        return "MATSim with the plugin";
    }

    @Override
    public void run(Path folder, RunListener listener) {
        Warnings warnings = new Warnings(listener);
        Logger root = (Logger) LogManager.getRootLogger();
        warnings.start();
        root.addAppender(warnings);
        root.setLevel(Level.WARN);
        try {
            Controler controler = prepare(folder);
            controler.addOverridingModule(
                    new AbstractModule() {
                        @Override
                        public void install() {
                            addEventHandlerBinding().toInstance(new Told(listener));
                        }
                    });
            controler.run();
        } finally {
            root.removeAppender(warnings);
            warnings.stop();
        }
    }

    /** A run without the files that nobody reads here. */
    static Controler prepare(Path folder, String... settings) {
        List<String> args = new ArrayList<>(List.of(folder.resolve("config.xml").toString()));
        args.addAll(ScenarioCopy.quiet());
        args.addAll(List.of("--config:chalaco.checkMode", "FULL"));
        args.addAll(List.of(settings));
        return RunChalaco.prepare(args.toArray(String[]::new));
    }

    /** Tells every event of MATSim. */
    private record Told(RunListener listener) implements BasicEventHandler {
        @Override
        public void handleEvent(Event event) {
            Map<String, String> attributes = new LinkedHashMap<>(event.getAttributes());
            attributes.remove("time");
            attributes.remove("type");
            listener.event(new RecordedEvent(event.getTime(), event.getEventType(), attributes));
        }
    }

    /** Tells every warning of the log. */
    private static final class Warnings extends AbstractAppender {
        private final RunListener listener;

        Warnings(RunListener listener) {
            super("contract", null, null, true, Property.EMPTY_ARRAY);
            this.listener = listener;
        }

        @Override
        public void append(LogEvent event) {
            if (event.getLevel().isMoreSpecificThan(Level.WARN)) {
                listener.warning(event.getMessage().getFormattedMessage());
            }
        }
    }
}
