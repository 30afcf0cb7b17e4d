// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import org.matsim.api.core.v01.Scenario;
import org.matsim.contrib.signals.data.SignalsData;
import org.matsim.contrib.signals.data.SignalsDataLoader;
import org.matsim.core.controler.Controler;

/** Loads signals and installs what lets them rule. */
public final class SignalsSetup {

    private SignalsSetup() {}

    /** Reads the files that the config names. */
    public static void load(Scenario scenario) {
        scenario.addScenarioElement(
                SignalsData.ELEMENT_NAME,
                new SignalsDataLoader(scenario.getConfig()).loadSignalsData());
    }

    /** Lets the signals of the scenario rule. */
    public static void install(Controler controler) {
        controler.addOverridingModule(new ChalacoSignalsModule());
    }
}
