// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.HashSet;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;

/** Tells of routes that take a turn that no lane leads to, each turn once. */
final class MissingTurns {

    private static final Logger LOG = LogManager.getLogger(MissingTurns.class);

    private final MappedNetwork network;
    private final Set<Long> told = new HashSet<>();
    private long count;

    MissingTurns(MappedNetwork network) {
        this.network = network;
    }

    void report(MobsimDriverAgent driver, int fromLink, int toLink) {
        count++;
        if (!told.add((long) fromLink << 32 | toLink)) {
            return;
        }
        boolean meet = network.road().toJunction(fromLink) == network.road().fromJunction(toLink);
        if (meet) {
            LOG.warn(
                    "No lane leads from link {} to link {}, where the route of agent {} goes; it is removed, and so will be others.\n"
                            + "Maybe add the turn to the lanes of the link, or forbid it to the router, too?",
                    network.linkId(fromLink),
                    network.linkId(toLink),
                    driver.getId());
        } else {
            LOG.warn(
                    "Link {} does not begin where link {} ends, but the route of agent {} goes there; it is removed.",
                    network.linkId(toLink),
                    network.linkId(fromLink),
                    driver.getId());
        }
    }

    long count() {
        return count;
    }
}
