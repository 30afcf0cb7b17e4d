// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.matsim.core.controler.events.IterationStartsEvent;
import org.matsim.core.controler.listener.IterationStartsListener;

/** The iteration that runs. */
final class RunIteration implements IterationStartsListener {

    private int number;
    private boolean last;

    @Override
    public void notifyIterationStarts(IterationStartsEvent event) {
        number = event.getIteration();
        last = lastIteration(event) == number;
    }

    private static int lastIteration(IterationStartsEvent event) {
        String value =
                ModuleValue.find(
                        event.getServices().getConfig(),
                        "lastIteration",
                        "controler",
                        "controller");
        return value == null ? -1 : Integer.parseInt(value);
    }

    int number() {
        return number;
    }

    boolean isLast() {
        return last;
    }
}
