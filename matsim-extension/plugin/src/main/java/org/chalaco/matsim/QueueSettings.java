// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.List;
import org.matsim.core.config.groups.QSimConfigGroup;

/** Settings of MATSim's queue model that mean nothing, or something else, to drivers who follow. */
final class QueueSettings {

    private QueueSettings() {}

    /**
     * Share of the population that is simulated: our own parameter, or, where that is 1, the share
     * by which the queue model scales capacities.
     */
    static double sampleFactor(QSimConfigGroup qsim, ChalacoConfigGroup chalaco) {
        double flow = qsim.getFlowCapFactor();
        boolean sample = chalaco.getSampleFactor() == 1 && flow > 0 && flow < 1;
        return sample ? flow : chalaco.getSampleFactor();
    }

    /** What the user should know before the run. */
    static List<String> warnings(QSimConfigGroup qsim, ChalacoConfigGroup chalaco) {
        List<String> warnings = new ArrayList<>();
        double factor = sampleFactor(qsim, chalaco);
        if (factor < 1) {
            warnings.add(
                    "A sample of %s: every vehicle stands for %s, so lengths and gaps are divided by the factor and streams are coarser than in the street; queues and delays at single junctions are rough.%nMaybe simulate everyone?"
                            .formatted(factor, 1 / factor));
        }
        if (qsim.getFlowCapFactor() > 1) {
            warnings.add(
                    "The flowCapacityFactor (%s) is above 1 and plays no part: capacity is what lanes, drivers and signals make of it."
                            .formatted(qsim.getFlowCapFactor()));
        }
        if (qsim.isRemoveStuckVehicles()) {
            warnings.add(
                    "removeStuckVehicles plays no part: nobody is pushed into a full link or taken off it.%nMaybe set chalaco.reliefAfter, which is counted?"
                            .formatted());
        }
        return warnings;
    }
}
