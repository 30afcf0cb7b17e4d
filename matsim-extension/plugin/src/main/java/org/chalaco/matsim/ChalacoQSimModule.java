// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Singleton;
import org.matsim.core.mobsim.qsim.AbstractQSimModule;
import org.matsim.core.mobsim.qsim.qnetsimengine.QNetsimEngineModule;

/** Makes the engine known to QSim. */
final class ChalacoQSimModule extends AbstractQSimModule {

    private boolean replacesQueue;

    /** The queue engine is not there: whoever asks for it by name is given ours. */
    void replaceQueue() {
        replacesQueue = true;
    }

    @Override
    protected void configureQSim() {
        bind(EngineSetup.class).in(Singleton.class);
        bind(ExactOutput.class).in(Singleton.class);
        bind(CapacityOutput.class).in(Singleton.class);
        bind(OutputFolder.class);
        bind(ChalacoEngine.class).in(Singleton.class);
        addQSimComponentBinding(ChalacoEngine.COMPONENT_NAME).to(ChalacoEngine.class);
        if (replacesQueue) {
            addQSimComponentBinding(QNetsimEngineModule.COMPONENT_NAME).to(ChalacoEngine.class);
        }
    }
}
