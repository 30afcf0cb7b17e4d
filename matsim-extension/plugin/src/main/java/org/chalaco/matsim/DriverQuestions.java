// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RouteGuide;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.framework.PlanAgent;
import org.matsim.core.mobsim.qsim.pt.TransitDriverAgent;

/**
 * Asks MATSim's drivers where to go, link by link, the last time right before they cross.
 *
 * <p>A driver with a plan is asked when it enters a link, to choose a lane, and again at the stop
 * line, as it may be re-routed in between. Any other driver, such as one of a fleet that is
 * dispatched on the way, is asked once per link: the answer binds it. A driver of public transport
 * is not asked before its stops on the link are served.
 */
final class DriverQuestions implements RouteGuide {

    private static final Logger LOG = LogManager.getLogger(DriverQuestions.class);
    private static final int TOLD = 10;

    private final MappedNetwork network;
    private final VehicleTrips trips;
    private final Places places;
    private final MissingTurns missing;
    private long tooLate;

    DriverQuestions(MappedNetwork network, VehicleTrips trips, Places places) {
        this.network = network;
        this.trips = trips;
        this.places = places;
        missing = new MissingTurns(network);
    }

    @Override
    public int nextLink(int vehicleIndex, int linkIndex, double time) {
        VehicleTrip trip = trips.trip(vehicleIndex);
        boolean first = !trip.wasAsked();
        if (isServingStop(trip, linkIndex)) {
            return trip.isPlannedToEndHere() ? ARRIVE : expected(trip, linkIndex);
        }
        if (!first && !(trip.driver() instanceof PlanAgent)) {
            return trip.answer();
        }
        int answer = ask(trip, linkIndex);
        if (answer == ABORT && first) {
            // in a queue, too, a wrong route shows at the end of the link only
            trip.remember(answer);
            return expected(trip, linkIndex);
        }
        return trip.remember(answer);
    }

    private boolean isServingStop(VehicleTrip trip, int linkIndex) {
        return trip.driver() instanceof TransitDriverAgent bus
                && bus.getNextTransitStop() != null
                && network.linkId(linkIndex).equals(bus.getNextTransitStop().getLinkId());
    }

    private int ask(VehicleTrip trip, int linkIndex) {
        MobsimDriverAgent driver = trip.driver();
        if (driver.isWantingToArriveOnCurrentLink()) {
            return ARRIVE;
        }
        Id<Link> next = driver.chooseNextLinkId();
        if (next == null) {
            LOG.error(
                    "The agent {} has no or a wrong route on link {}; it is removed.",
                    driver.getId(),
                    network.linkId(linkIndex));
            return ABORT;
        }
        int nextIndex = network.find(next);
        if (nextIndex == RoadNetwork.NONE) {
            LOG.warn(
                    "The agent {} wants to drive from link {} to link {}, which is not there; it is removed.",
                    driver.getId(),
                    network.linkId(linkIndex),
                    next);
            return ABORT;
        }
        if (!network.road().connects(linkIndex, nextIndex)) {
            missing.report(driver, linkIndex, nextIndex);
            return ABORT;
        }
        return nextIndex;
    }

    /** What the plan says comes next, else any link that follows, else the end. */
    private int expected(VehicleTrip trip, int linkIndex) {
        Id<Link> planned = trip.plannedLink(0);
        int next = planned == null ? RoadNetwork.NONE : network.find(planned);
        if (next != RoadNetwork.NONE && network.road().connects(linkIndex, next)) {
            return next;
        }
        return network.road().nextLinkCount(linkIndex) == 0
                ? ABORT
                : network.road().nextLink(linkIndex, 0);
    }

    @Override
    public int linkAfter(int vehicleIndex, int nextLinkIndex, double time) {
        VehicleTrip trip = trips.trip(vehicleIndex);
        if (!network.linkId(nextLinkIndex).equals(trip.plannedLink(0))) {
            trip.refreshPlan();
        }
        Id<Link> after = trip.plannedLink(1);
        int index = after == null ? RoadNetwork.NONE : network.find(after);
        return index != RoadNetwork.NONE && network.road().connects(nextLinkIndex, index)
                ? index
                : RoadNetwork.NONE;
    }

    @Override
    public double arrivalPosition(int vehicleIndex, int linkIndex) {
        return places.arrival(trips.trip(vehicleIndex), linkIndex);
    }

    @Override
    public void tooLate(int vehicleIndex, int linkIndex, int takenLinkIndex, double time) {
        if (tooLate++ < TOLD) {
            LOG.warn(
                    "The agent {} changed its way too late to stop before the end of link {} and goes on into link {}.",
                    trips.trip(vehicleIndex).driver().getId(),
                    network.linkId(linkIndex),
                    network.linkId(takenLinkIndex));
        }
    }

    /** Crossings whose driver changed the way too late. */
    long tooLateCount() {
        return tooLate;
    }

    /** Drivers removed as their way takes a turn that no lane leads to. */
    long missingTurnCount() {
        return missing.count();
    }
}
