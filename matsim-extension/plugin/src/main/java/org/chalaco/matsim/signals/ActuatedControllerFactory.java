// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Inject;
import org.chalaco.mobsim.signal.ActuatedController;
import org.matsim.api.core.v01.Scenario;
import org.matsim.contrib.signals.controller.SignalController;
import org.matsim.contrib.signals.controller.SignalControllerFactory;
import org.matsim.contrib.signals.data.SignalsData;
import org.matsim.contrib.signals.model.SignalSystem;
import org.matsim.contrib.signals.sensor.LinkSensorManager;

/**
 * Vehicle-actuated control by MATSim's sensors, for signal control files that name it {@value
 * #IDENTIFIER}. On our roads: {@code new ChalacoSignalsModule().addController(IDENTIFIER,
 * ActuatedControllerFactory.class)}; on QSim's queues: {@code new
 * Signals.Configurator(controler).addSignalControllerFactory(IDENTIFIER,
 * ActuatedControllerFactory.class)}.
 */
public final class ActuatedControllerFactory implements SignalControllerFactory {

    /** What signal control files call it. */
    public static final String IDENTIFIER = "ChalacoActuated";

    private final Scenario scenario;
    private final LinkSensorManager sensors;

    /** Made by MATSim. */
    @Inject
    public ActuatedControllerFactory(Scenario scenario, LinkSensorManager sensors) {
        this.scenario = scenario;
        this.sensors = sensors;
    }

    @Override
    public SignalController createSignalSystemController(SignalSystem system) {
        StagedController controller =
                new StagedController(
                        (SignalsData) scenario.getScenarioElement(SignalsData.ELEMENT_NAME),
                        sensors,
                        ours ->
                                new ActuatedController(
                                        ours,
                                        ActuatedController.GAP.standard(),
                                        ActuatedController.LONGEST_GREEN.standard()));
        controller.setSignalSystem(system);
        return controller;
    }
}
