// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.LinkedKeyBinding;
import org.matsim.core.mobsim.framework.listeners.MobsimListener;

/** Finds the signal engine of the contrib, which only works with queues, before it fails. */
final class ForeignSignals {

    private static final String QUEUE_ENGINE =
            "org.matsim.contrib.signals.builder.QSimSignalEngine";

    private ForeignSignals() {}

    /**
     * Refuses a run that could not work.
     *
     * @throws IllegalStateException if {@code Signals.configure} was called
     */
    static void refuse(Injector injector) {
        for (Injector i = injector; i != null; i = i.getParent()) {
            for (Binding<?> binding : i.findBindingsByType(TypeLiteral.get(MobsimListener.class))) {
                if (binding instanceof LinkedKeyBinding<?> linked && isQueueEngine(linked)) {
                    throw new IllegalStateException(
                            "Signals.configure(controler) only works with QSim's queues.%nMaybe controler.addOverridingModule(new ChalacoSignalsModule()) in its place?"
                                    .formatted());
                }
            }
        }
    }

    private static boolean isQueueEngine(LinkedKeyBinding<?> binding) {
        return binding.getLinkedKey().getTypeLiteral().getRawType().getName().equals(QUEUE_ENGINE);
    }
}
