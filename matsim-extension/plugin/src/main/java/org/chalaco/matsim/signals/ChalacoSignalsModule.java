// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.matsim.contrib.signals.SignalSystemsConfigGroup;
import org.matsim.contrib.signals.analysis.SignalEvents2ViaCSVWriter;
import org.matsim.contrib.signals.builder.SignalModelFactory;
import org.matsim.contrib.signals.controller.SignalControllerFactory;
import org.matsim.contrib.signals.controller.fixedTime.DefaultPlanbasedSignalSystemController;
import org.matsim.contrib.signals.controller.laemmerFix.LaemmerSignalController;
import org.matsim.contrib.signals.controller.sylvia.SylviaSignalController;
import org.matsim.contrib.signals.model.SignalSystemsManager;
import org.matsim.contrib.signals.sensor.DownstreamSensor;
import org.matsim.contrib.signals.sensor.LinkSensorManager;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;

/**
 * MATSim's signals in a run with {@code ChalacoModule}, in the place of {@code
 * Signals.configure(controler)}, whose engine only works with queues:
 *
 * <pre>{@code
 * controler.addOverridingModule(new ChalacoModule());
 * controler.addOverridingModule(new ChalacoSignalsModule());
 * }</pre>
 *
 * <p>Fixed-time, Sylvia's and Lämmer's controllers are there; others are added by name.
 */
public final class ChalacoSignalsModule extends AbstractModule {

    private final Map<String, Class<? extends SignalControllerFactory>> controllers =
            new LinkedHashMap<>();

    /** Signals with the controllers of the contrib. */
    public ChalacoSignalsModule() {
        addController(ActuatedControllerFactory.IDENTIFIER, ActuatedControllerFactory.class);
        addController(
                DefaultPlanbasedSignalSystemController.IDENTIFIER,
                DefaultPlanbasedSignalSystemController.FixedTimeFactory.class);
        addController(
                SylviaSignalController.IDENTIFIER, SylviaSignalController.SylviaFactory.class);
        addController(
                LaemmerSignalController.IDENTIFIER, LaemmerSignalController.LaemmerFactory.class);
    }

    /** Adds a controller, by the identifier that signal control files name it with. */
    public ChalacoSignalsModule addController(
            String identifier, Class<? extends SignalControllerFactory> factory) {
        controllers.put(identifier, factory);
        return this;
    }

    @Override
    public void install() {
        SignalSystemsConfigGroup config =
                ConfigUtils.addOrGetModule(
                        getConfig(),
                        SignalSystemsConfigGroup.GROUP_NAME,
                        SignalSystemsConfigGroup.class);
        if (!config.isUseSignalSystems()) {
            return;
        }
        MapBinder<String, SignalControllerFactory> factories =
                MapBinder.newMapBinder(
                        binder(),
                        new TypeLiteral<String>() {},
                        new TypeLiteral<SignalControllerFactory>() {});
        controllers.forEach((name, factory) -> factories.addBinding(name).to(factory));
        bind(LinkSensorManager.class).in(Singleton.class);
        bind(DownstreamSensor.class).in(Singleton.class);
        bind(SignalModelFactory.class).to(SignalParts.class);
        bind(SignalSystemsManager.class)
                .toProvider(SignalSystemsProvider.class)
                .in(Singleton.class);
        addMobsimListenerBinding().to(SignalStopLines.class);
        addControlerListenerBinding().to(SignalOutput.class);
        bind(SignalEvents2ViaCSVWriter.class).asEagerSingleton();
        addControlerListenerBinding().to(SignalEvents2ViaCSVWriter.class);
        addEventHandlerBinding().to(SignalEvents2ViaCSVWriter.class);
    }
}
