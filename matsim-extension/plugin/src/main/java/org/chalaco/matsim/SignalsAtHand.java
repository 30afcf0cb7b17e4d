// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.chalaco.matsim.signals.SignalsSetup;
import org.matsim.api.core.v01.Scenario;
import org.matsim.core.config.Config;
import org.matsim.core.controler.Controler;

/** Signals, where the config asks for them. Touches the signals contrib only then. */
final class SignalsAtHand {

    private final boolean used;

    private SignalsAtHand(boolean used) {
        this.used = used;
    }

    /**
     * Whether the config asks for signals.
     *
     * @throws IllegalStateException if it does and the contrib is not on the class path
     */
    static SignalsAtHand of(Config config) {
        boolean used =
                Boolean.parseBoolean(ModuleValue.find(config, "useSignalsystems", "signalsystems"));
        if (used && !isContribThere()) {
            throw new IllegalStateException(
                    "The config uses signals, but MATSim's signals contrib is not on the class path.%nMaybe add org.matsim.contrib:signals, or set signalsystems.useSignalsystems to false?"
                            .formatted());
        }
        return new SignalsAtHand(used);
    }

    private static boolean isContribThere() {
        try {
            Class.forName("org.matsim.contrib.signals.data.SignalsData");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    void load(Scenario scenario) {
        if (used) {
            SignalsSetup.load(scenario);
        }
    }

    void install(Controler controler) {
        if (used) {
            SignalsSetup.install(controler);
        }
    }
}
