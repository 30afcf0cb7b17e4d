// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.HashSet;
import java.util.Set;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.events.PersonStuckEvent;
import org.matsim.api.core.v01.events.VehicleAbortsEvent;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.population.Person;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;

/** Tells, when the run is over, of everyone still driving, waiting to enter or for a vehicle. */
final class StuckAtEnd {

    private final Netsim netsim;
    private final Set<Id<Person>> told = new HashSet<>();

    StuckAtEnd(Netsim netsim) {
        this.netsim = netsim;
    }

    void report(ChalacoNetsimNetwork network) {
        for (int k = 0; k < network.mapped().road().linkCount(); k++) {
            ChalacoNetsimLink link = network.link(k);
            for (QVehicle vehicle : link.driving()) {
                netsim.getEventsManager()
                        .processEvent(
                                new VehicleAbortsEvent(
                                        now(), vehicle.getId(), link.getLink().getId()));
                report(vehicle.getDriver(), link.getLink().getId());
            }
            link.waitingDrivers().forEach(driver -> report(driver, link.getLink().getId()));
        }
    }

    private void report(MobsimDriverAgent driver, Id<Link> linkId) {
        if (!told.add(driver.getId())) {
            return;
        }
        netsim.getEventsManager()
                .processEvent(
                        new PersonStuckEvent(now(), driver.getId(), linkId, driver.getMode()));
        netsim.getAgentCounter().incLost();
        netsim.getAgentCounter().decLiving();
    }

    private double now() {
        return netsim.getSimTimer().getTimeOfDay();
    }
}
