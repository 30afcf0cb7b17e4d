// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.matsim.api.core.v01.Scenario;
import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.Controler;
import org.matsim.core.scenario.ScenarioUtils;

/**
 * Runs a MATSim scenario with the mobsim of Chalaco: {@code RunChalaco config.xml
 * [--config:MODULE.PARAM VALUE ...]}. Signals are used where the config asks for them and the
 * signals contrib is there.
 */
public final class RunChalaco {

    private RunChalaco() {}

    /**
     * Runs it.
     *
     * @param args config file, then settings
     */
    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("Usage: RunChalaco config.xml [--config:MODULE.PARAM VALUE ...]");
            System.exit(2);
        }
        prepare(args).run();
    }

    /** A run that is ready to be started, or to be given further modules first. */
    public static Controler prepare(String... args) {
        Config config = ConfigUtils.loadConfig(args, new ChalacoConfigGroup());
        SignalsAtHand signals = SignalsAtHand.of(config);
        Scenario scenario = ScenarioUtils.loadScenario(config);
        signals.load(scenario);
        Controler controler = new Controler(scenario);
        controler.addOverridingModule(new ChalacoModule());
        signals.install(controler);
        return controler;
    }
}
