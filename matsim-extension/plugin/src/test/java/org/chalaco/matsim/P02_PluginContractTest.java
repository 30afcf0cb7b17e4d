// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.chalaco.contract.MobsimContract;
import org.chalaco.contract.MobsimUnderTest;

/** FEATURE UNDER TEST: MATSim with the plugin does what a MATSim user may expect of a mobsim. */
class P02_PluginContractTest extends MobsimContract {

    @Override
    protected MobsimUnderTest mobsim() {
        return new MatsimRun();
    }
}
