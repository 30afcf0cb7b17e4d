// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.Collection;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;

/** What links of MATSim ask the engine for. */
interface LinkHost {

    /** Speed, lanes or capacity of a link changed. */
    void changed(ChalacoNetsimLink link);

    /** A signal of a link shows something else. */
    void signalChanged(ChalacoNetsimLink link);

    /** A parked vehicle has a driver who waited for it. */
    void depart(MobsimDriverAgent driver, QVehicle vehicle, ChalacoNetsimLink link);

    /** Adds everyone on a link at their true places. */
    void addPositions(ChalacoNetsimLink link, Collection<AgentSnapshotInfo> positions);
}
