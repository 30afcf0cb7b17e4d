// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Inject;
import java.util.Map;
import org.matsim.api.core.v01.Id;
import org.matsim.contrib.signals.builder.SignalModelFactory;
import org.matsim.contrib.signals.controller.SignalController;
import org.matsim.contrib.signals.controller.SignalControllerFactory;
import org.matsim.contrib.signals.controller.sylvia.SylviaPreprocessData;
import org.matsim.contrib.signals.controller.sylvia.SylviaSignalPlan;
import org.matsim.contrib.signals.data.signalcontrol.v20.SignalPlanData;
import org.matsim.contrib.signals.model.DatabasedSignalPlan;
import org.matsim.contrib.signals.model.SignalPlan;
import org.matsim.contrib.signals.model.SignalSystem;
import org.matsim.contrib.signals.model.SignalSystemImpl;

/** Makes systems, controllers and plans of the contrib. */
final class SignalParts implements SignalModelFactory {

    private final Map<String, SignalControllerFactory> controllers;

    @Inject
    SignalParts(Map<String, SignalControllerFactory> controllers) {
        this.controllers = controllers;
    }

    @Override
    public SignalSystem createSignalSystem(Id<SignalSystem> id) {
        return new SignalSystemImpl(id);
    }

    @Override
    public SignalController createSignalSystemController(String identifier, SignalSystem system) {
        SignalControllerFactory factory = controllers.get(identifier);
        if (factory == null) {
            throw new IllegalStateException(
                    "The controller (%s) of signal system (%s) is not known; there are %s.%nMaybe add it with ChalacoSignalsModule.addController?"
                            .formatted(identifier, system.getId(), controllers.keySet()));
        }
        return factory.createSignalSystemController(system);
    }

    @Override
    public SignalPlan createSignalPlan(SignalPlanData data) {
        DatabasedSignalPlan plan = new DatabasedSignalPlan(data);
        boolean isSylvia = data.getId().toString().startsWith(SylviaPreprocessData.SYLVIA_PREFIX);
        return isSylvia ? new SylviaSignalPlan(plan) : plan;
    }
}
