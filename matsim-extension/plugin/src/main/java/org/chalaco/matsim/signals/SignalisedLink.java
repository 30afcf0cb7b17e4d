// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import org.matsim.api.core.v01.Id;
import org.matsim.core.mobsim.qsim.interfaces.SignalizeableItem;
import org.matsim.lanes.Lane;

/** A link whose signals may speak to single lanes of MATSim's lane definitions. */
public interface SignalisedLink extends SignalizeableItem {

    /** What a signal for this lane is told; made when it is first asked for. */
    SignalizeableItem lane(Id<Lane> laneId);
}
