// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.population.Leg;
import org.matsim.api.core.v01.population.PlanElement;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.framework.PlanAgent;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.core.population.routes.NetworkRoute;

/** A vehicle, and the drive it is on, if it is. Not thread-safe. */
final class VehicleTrip {

    private final QVehicle vehicle;
    private final int typeIndex;

    private MobsimDriverAgent driver;
    private int linkIndex;
    private int crossings;
    private int askedOnLink = RoadNetwork.NONE;
    private int answer;
    private List<Id<Link>> planned = List.of();
    private double lastPosition = Double.NaN;
    private int lastLink = RoadNetwork.NONE;

    VehicleTrip(QVehicle vehicle, int typeIndex, int parkedOn) {
        this.vehicle = vehicle;
        linkIndex = parkedOn;
        this.typeIndex = typeIndex;
    }

    QVehicle vehicle() {
        return vehicle;
    }

    int typeIndex() {
        return typeIndex;
    }

    MobsimDriverAgent driver() {
        return driver;
    }

    /** Link it is on, waits to enter, or is parked on. */
    int linkIndex() {
        return linkIndex;
    }

    /** Links entered over a stop line since it set off. */
    int crossings() {
        return crossings;
    }

    /** Sets off. */
    void begin(MobsimDriverAgent newDriver, int onLink) {
        driver = newDriver;
        linkIndex = onLink;
        crossings = 0;
        askedOnLink = RoadNetwork.NONE;
        planned = plannedLinks();
    }

    /** Crosses a stop line. */
    void cross(int toLink) {
        linkIndex = toLink;
        crossings++;
    }

    /** Reached its destination, there on the link, as a share. */
    void end(double position) {
        lastLink = linkIndex;
        lastPosition = position;
        driver = null;
    }

    /** Where it stands on this link, as a share, or NaN where it did not come by itself. */
    double standsAt(int onLink) {
        return onLink == lastLink ? lastPosition : Double.NaN;
    }

    /** Stands where a drive began: at this place of a link. */
    void placeAt(int onLink, double position) {
        lastLink = onLink;
        lastPosition = position;
    }

    // ---------------------------------------------------------------- what was answered

    /** Whether the driver was asked on the present link before. */
    boolean wasAsked() {
        return askedOnLink == crossings;
    }

    int answer() {
        return answer;
    }

    int remember(int newAnswer) {
        askedOnLink = crossings;
        answer = newAnswer;
        return newAnswer;
    }

    // ---------------------------------------------------------------- what the plan says

    /**
     * The link that the plan has after so many more crossings, for choosing lanes; null where the
     * plan ends or is not known. Binds nobody.
     */
    Id<Link> plannedLink(int further) {
        int k = crossings + further;
        return k < planned.size() ? planned.get(k) : null;
    }

    /** Whether the plan is known and ends on the present link. */
    boolean isPlannedToEndHere() {
        return !planned.isEmpty() && crossings >= planned.size() || endsWhereItBegins();
    }

    private boolean endsWhereItBegins() {
        NetworkRoute route = route();
        return planned.isEmpty()
                && route != null
                && route.getStartLinkId().equals(route.getEndLinkId());
    }

    /** Reads the plan again, which may have been changed on the way. */
    void refreshPlan() {
        planned = plannedLinks();
    }

    private List<Id<Link>> plannedLinks() {
        NetworkRoute route = route();
        if (route == null) {
            return List.of();
        }
        List<Id<Link>> between = route.getLinkIds();
        if (between.isEmpty() && route.getStartLinkId().equals(route.getEndLinkId())) {
            return List.of();
        }
        List<Id<Link>> links = new ArrayList<>(between);
        links.add(route.getEndLinkId());
        return links;
    }

    private NetworkRoute route() {
        if (driver instanceof PlanAgent agent) {
            PlanElement element = agent.getCurrentPlanElement();
            if (element instanceof Leg leg && leg.getRoute() instanceof NetworkRoute route) {
                return route;
            }
        }
        return null;
    }
}
