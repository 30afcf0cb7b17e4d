// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Inject;
import org.matsim.contrib.signals.data.SignalsScenarioWriter;
import org.matsim.contrib.signals.sensor.LinkSensorManager;
import org.matsim.core.controler.events.IterationStartsEvent;
import org.matsim.core.controler.events.ShutdownEvent;
import org.matsim.core.controler.listener.IterationStartsListener;
import org.matsim.core.controler.listener.ShutdownListener;

/** Clears sensors before every iteration and writes the signals with the output of the run. */
final class SignalOutput implements IterationStartsListener, ShutdownListener {

    private final LinkSensorManager sensors;

    @Inject
    SignalOutput(LinkSensorManager sensors) {
        this.sensors = sensors;
    }

    @Override
    public void notifyIterationStarts(IterationStartsEvent event) {
        sensors.reset(event.getIteration());
    }

    @Override
    public void notifyShutdown(ShutdownEvent event) {
        new SignalsScenarioWriter(event.getServices().getControlerIO())
                .writeSignalsData(event.getServices().getScenario());
    }
}
