// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.matsim.api.core.v01.Coord;
import org.matsim.api.core.v01.population.PlanElement;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.framework.PlanAgent;
import org.matsim.core.mobsim.qsim.pt.TransitDriverAgent;
import org.matsim.pt.transitSchedule.api.TransitStopFacility;

/**
 * Where on its link somebody starts, ends or stops, as the embedded loop places them: beside the
 * activity or stop where that has a coordinate, else in the middle, at an end of the network at its
 * edge.
 */
final class Places {

    private final MappedNetwork network;
    private final ActivityPlacement placement;

    Places(MappedNetwork network) {
        this.network = network;
        placement = new ActivityPlacement(network.road());
    }

    /** Where a drive begins, as a share of the link. */
    double departure(VehicleTrip trip, MobsimDriverAgent driver, int linkIndex) {
        if (driver instanceof TransitDriverAgent bus) {
            TransitStopFacility stop = bus.getNextTransitStop();
            boolean here = stop != null && network.linkId(linkIndex).equals(stop.getLinkId());
            return here ? stop(stop, linkIndex) : placement.departurePosition(nowhere(linkIndex));
        }
        if (driver instanceof PlanAgent agent && isActivity(agent.getPreviousPlanElement())) {
            return placement.departurePosition(at(agent.getPreviousPlanElement(), linkIndex));
        }
        double standsAt = trip.standsAt(linkIndex);
        return Double.isNaN(standsAt) ? placement.departurePosition(nowhere(linkIndex)) : standsAt;
    }

    /** Where a drive ends, as a share of the link; not behind where it began. */
    double arrival(VehicleTrip trip, int linkIndex) {
        double share = arrivalAnywhere(trip, linkIndex);
        double began = trip.crossings() == 0 ? trip.standsAt(linkIndex) : 0;
        return Double.isNaN(began) ? share : Math.max(began, share);
    }

    private double arrivalAnywhere(VehicleTrip trip, int linkIndex) {
        MobsimDriverAgent driver = trip.driver();
        if (driver instanceof TransitDriverAgent) {
            return 1;
        }
        if (driver instanceof PlanAgent agent && isActivity(agent.getNextPlanElement())) {
            return placement.arrivalPosition(at(agent.getNextPlanElement(), linkIndex));
        }
        return placement.arrivalPosition(nowhere(linkIndex));
    }

    /** Where a stop is, as a share of its link. */
    double stop(TransitStopFacility stop, int linkIndex) {
        Coord coord = stop.getCoord();
        return placement.arrivalPosition(
                coord == null
                        ? nowhere(linkIndex)
                        : Activity.last("stop", linkIndex, coord.getX(), coord.getY()));
    }

    private static boolean isActivity(PlanElement element) {
        return element instanceof org.matsim.api.core.v01.population.Activity;
    }

    private static Activity at(PlanElement element, int linkIndex) {
        Coord coord = ((org.matsim.api.core.v01.population.Activity) element).getCoord();
        return coord == null
                ? nowhere(linkIndex)
                : Activity.last("activity", linkIndex, coord.getX(), coord.getY());
    }

    private static Activity nowhere(int linkIndex) {
        return Activity.last("activity", linkIndex, Double.NaN, Double.NaN);
    }
}
