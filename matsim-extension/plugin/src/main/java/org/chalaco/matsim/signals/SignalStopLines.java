// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Inject;
import org.matsim.api.core.v01.Id;
import org.matsim.contrib.signals.model.Signal;
import org.matsim.contrib.signals.model.SignalSystem;
import org.matsim.contrib.signals.model.SignalSystemsManager;
import org.matsim.core.mobsim.framework.events.MobsimBeforeSimStepEvent;
import org.matsim.core.mobsim.framework.events.MobsimInitializedEvent;
import org.matsim.core.mobsim.framework.listeners.MobsimBeforeSimStepListener;
import org.matsim.core.mobsim.framework.listeners.MobsimInitializedListener;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.mobsim.qsim.interfaces.NetsimLink;
import org.matsim.core.mobsim.qsim.interfaces.NetsimNetwork;
import org.matsim.core.mobsim.qsim.interfaces.SignalizeableItem;
import org.matsim.lanes.Lane;

/** Joins every signal to its stop lines, and lets the controllers decide second by second. */
final class SignalStopLines implements MobsimInitializedListener, MobsimBeforeSimStepListener {

    private final SignalSystemsManager signals;

    @Inject
    SignalStopLines(SignalSystemsManager signals) {
        this.signals = signals;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void notifyMobsimInitialized(MobsimInitializedEvent event) {
        Netsim netsim = (Netsim) event.getQueueSimulation();
        for (SignalSystem system : signals.getSignalSystems().values()) {
            for (Signal signal : system.getSignals().values()) {
                join(signal, netsim.getNetsimNetwork());
            }
            system.simulationInitialized(netsim.getSimTimer().getTimeOfDay());
        }
    }

    private static void join(Signal signal, NetsimNetwork network) {
        signal.getSignalizeableItems().clear();
        NetsimLink link = network.getNetsimLink(signal.getLinkId());
        if (!(link instanceof SignalisedLink stopLine)) {
            throw new IllegalStateException(
                    "The signal (%s) stands on link (%s), which is not in the network, or ChalacoModule was not added."
                            .formatted(signal.getId(), signal.getLinkId()));
        }
        if (signal.getLaneIds() == null || signal.getLaneIds().isEmpty()) {
            join(signal, stopLine);
        } else {
            for (Id<Lane> lane : signal.getLaneIds()) {
                join(signal, stopLine.lane(lane));
            }
        }
    }

    private static void join(Signal signal, SignalizeableItem item) {
        item.setSignalized(true);
        signal.addSignalizeableItem(item);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void notifyMobsimBeforeSimStep(MobsimBeforeSimStepEvent event) {
        signals.requestControlUpdate(event.getSimulationTime());
    }
}
