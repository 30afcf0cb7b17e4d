package org.chalaco.formats.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.facilities.Facility;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/** The activities and legs of one plan after the other. */
final class PlanElements {

    private static final double FARTHEST = 1e8;

    /** A plan, or null if it is empty or broken. */
    record Reading(Plan plan, boolean broken) {}

    private final XmlCursor in;
    private final RoadNetwork network;
    private final Map<String, Facility> facilities;
    private final RouteText routes;
    private final RideText rides;
    private final WrongRoutes wrongRoutes;
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> otherKinds = new HashSet<>();
    private List<Activity> activities;
    private List<Leg> legs;
    private List<Integer> legLines;
    private boolean broken;

    // the leg being read
    private String mode;
    private double departureTime;
    private double travelTime;
    private double distance;
    private Route route;
    private TransitRide ride;
    private int legLine;

    PlanElements(
            XmlCursor in,
            RoadNetwork network,
            Map<String, Facility> facilities,
            WrongRoutes wrongRoutes,
            RideCheck rides) {
        this.in = in;
        this.rides = new RideText(in, rides);
        this.wrongRoutes = wrongRoutes;
        this.network = network;
        this.facilities = facilities;
        this.routes = new RouteText(in, network, wrongRoutes);
    }

    /** Reads the plan the cursor stands on. */
    Reading read() {
        double score = in.measure("score");
        activities = new ArrayList<>();
        legs = new ArrayList<>();
        legLines = new ArrayList<>();
        broken = false;
        in.children(this::readElement);
        if (!broken && !activities.isEmpty() && activities.size() != legs.size() + 1) {
            outOfOrder("The plan ends with a leg.");
        }
        if (broken || activities.isEmpty()) {
            return new Reading(null, broken);
        }
        for (int k = 0; k < legs.size(); k++) {
            fitRoute(k);
        }
        return new Reading(new Plan(activities, legs, score), false);
    }

    private void readElement() {
        switch (in.name()) {
            case "activity" -> readActivity();
            case "leg" -> readLeg();
            case "attributes" -> {}
            case "act" -> {
                outOfOrder("The element (act) belongs to older populations than v6.");
                in.children(() -> {});
            }
            default -> in.unknownElement();
        }
    }

    private void outOfOrder(String message) {
        // One complaint is enough: everything after it would be out of order too.
        if (!broken) {
            in.error(ProblemType.PLAN_ORDER, in.name(), message, "Maybe an element is missing?");
        }
        broken = true;
    }

    // ---------------------------------------------------------------- activities

    private void readActivity() {
        if (activities.size() != legs.size()) {
            outOfOrder("Two activities follow each other without a leg.");
        }
        String type = word(in.require("type"));
        Facility facility = readFacility();
        int link = readLink("link");
        double x = in.number("x", -FARTHEST, FARTHEST, Double.NaN);
        double y = in.number("y", -FARTHEST, FARTHEST, Double.NaN);
        if (facility != null && in.find("link") == null) {
            link = facility.linkIndex();
        }
        if (facility != null && in.find("x") == null && in.find("y") == null) {
            x = facility.x();
            y = facility.y();
        }
        if (facility == null
                && link == RoadNetwork.NONE
                && in.find("link") == null
                && (Double.isNaN(x) || Double.isNaN(y))
                && (in.find("x") == null || in.find("y") == null)) {
            noPlace(type);
        }
        double endTime = in.time("end_time");
        double maximumDuration = in.time("max_dur");
        activities.add(
                new Activity(type == null ? "" : type, link, x, y, endTime, maximumDuration));
    }

    /** The facility that an activity names, if there is a file of facilities; else null. */
    private Facility readFacility() {
        String id = in.find("facility");
        return id == null ? null : facilities.get(id);
    }

    private void noPlace(String type) {
        String facility = in.find("facility");
        String none = "The activity (%s) has neither a link nor coordinates".formatted(type);
        if (facility == null) {
            in.error(ProblemType.NO_PLACE, type, none + ".", "");
        } else if (facilities.isEmpty()) {
            in.error(
                    ProblemType.NO_PLACE,
                    type,
                    none + ", and no file of facilities is read.",
                    "Maybe name it in facilities.inputFacilitiesFile?");
        } else {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    facility,
                    none + ", and its facility (%s) is not there.".formatted(facility),
                    in.problems().isListing()
                            ? NearestName.remedy(facility, facilities.keySet())
                            : "");
        }
    }

    /** Index of the link an attribute names, or NONE. */
    private int readLink(String attribute) {
        String id = in.find(attribute);
        if (id == null) {
            return RoadNetwork.NONE;
        }
        int index = network.findLink(id);
        if (index == RoadNetwork.NONE) {
            routes.unknownLink(id, in.line());
        }
        return index;
    }

    private String word(String text) {
        return text == null ? null : words.computeIfAbsent(text, w -> w);
    }

    // ---------------------------------------------------------------- legs

    private void readLeg() {
        if (legs.size() + 1 != activities.size()) {
            outOfOrder(
                    activities.isEmpty()
                            ? "The plan starts with a leg."
                            : "Two legs follow each other without an activity.");
        }
        mode = word(in.require("mode"));
        departureTime = in.time("dep_time");
        travelTime = in.time("trav_time");
        distance = Double.NaN;
        route = null;
        ride = null;
        legLine = in.line();
        in.children(this::readLegChild);
        legs.add(
                new Leg(
                        mode == null ? "" : mode,
                        departureTime,
                        travelTime,
                        route,
                        distance,
                        ride));
        legLines.add(legLine);
    }

    private void readLegChild() {
        switch (in.name()) {
            case "route" -> readRoute();
            case "attributes" -> {}
            default -> in.unknownElement();
        }
    }

    private void readRoute() {
        String type = in.find("type");
        legLine = in.line();
        distance = in.measure("distance");
        double routeTime = in.time("trav_time");
        if (!Double.isNaN(routeTime)) {
            travelTime = routeTime;
        }
        if (type == null || type.equals("links")) {
            route = routes.read(in.text(), legLine);
        } else if (RideText.understands(type)) {
            ride = rides.read(type, in.text(), legLine);
        } else if (!type.equals("generic") && otherKinds.add(type)) {
            in.warn(
                    ProblemType.ROUTE_KIND,
                    type,
                    "Routes of type (%s) are not understood; all of them are dropped."
                            .formatted(type),
                    "");
        }
    }

    // ---------------------------------------------------------------- routes and activities

    /** A route must lead from activity to activity; activities without a link take the route's. */
    private void fitRoute(int k) {
        Route r = legs.get(k).route();
        if (r == null) {
            return;
        }
        boolean fits = fitActivity(k, r.firstLink(), legLines.get(k), "starts");
        fits &= fitActivity(k + 1, r.lastLink(), legLines.get(k), "ends");
        boolean drivable = routes.canBeDriven(r, legLines.get(k));
        if (!(fits && drivable) && wrongRoutes != WrongRoutes.REMOVE) {
            legs.set(k, legs.get(k).withRoute(null, Double.NaN, legs.get(k).travelTime()));
        }
    }

    private boolean fitActivity(int k, int link, int line, String what) {
        Activity activity = activities.get(k);
        if (activity.linkIndex() == RoadNetwork.NONE) {
            activities.set(k, activity.withLinkIndex(link));
            return true;
        } else if (activity.linkIndex() != link) {
            Link there = network.link(activity.linkIndex());
            String id = network.link(link).id();
            in.problems()
                    .add(
                            in.at(
                                    ProblemType.ROUTE_BROKEN,
                                    RouteText.severity(wrongRoutes),
                                    line,
                                    id,
                                    "The route %s at link (%s), its activity (%s) is at (%s)."
                                            .formatted(what, id, activity.type(), there.id()),
                                    RouteText.remedy(wrongRoutes)));
            return false;
        }
        return true;
    }
}
