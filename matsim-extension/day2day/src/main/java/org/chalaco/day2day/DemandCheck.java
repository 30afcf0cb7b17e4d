package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.scoring.PlanScorer;
import org.chalaco.mobsim.network.RoadNetwork;

/** Finds everything that keeps persons from carrying out their plans. */
final class DemandCheck {

    private final List<String> problems = new ArrayList<>();
    private final RoutingParameters routing;
    private final Fleet fleet;

    DemandCheck(RoutingParameters routing, Fleet fleet) {
        this.routing = routing;
        this.fleet = fleet;
    }

    /** Looks at placed persons, before they are routed. */
    DemandCheck plans(List<Person> persons) {
        for (Person person : persons) {
            for (Plan plan : person.plans()) {
                activities(person, plan);
                modes(person, plan);
            }
        }
        return this;
    }

    private void activities(Person person, Plan plan) {
        for (int k = 0; k < plan.activities().size(); k++) {
            Activity activity = plan.activities().get(k);
            if (activity.linkIndex() == RoadNetwork.NONE && !plan.legs().isEmpty()) {
                problems.add(
                        "CH-DAY-001 Activity (%s) of person (%s) has neither a link nor a coordinate near one that its modes may use. Maybe give it a link?"
                                .formatted(activity.type(), person.id()));
            }
            if (k < plan.legs().size() && Double.isNaN(activity.endIfStartedAt(0))) {
                problems.add(
                        "CH-DAY-002 Activity (%s) of person (%s) has no end and a leg after it. Maybe give it an end time?"
                                .formatted(activity.type(), person.id()));
            }
        }
    }

    private void modes(Person person, Plan plan) {
        for (Leg leg : plan.legs()) {
            if (routing.networkModes().contains(leg.mode())) {
                if (fleet.findType(person, leg.mode()) == Fleet.NONE) {
                    problems.add(
                            "CH-DAY-003 Person (%s) has no vehicle type for mode (%s). Maybe add a type of that name?"
                                    .formatted(person.id(), leg.mode()));
                }
            } else if (leg.ride() == null
                    && !routing.teleportedModes().containsKey(leg.mode())
                    && Double.isNaN(leg.travelTime())) {
                problems.add(
                        "CH-DAY-004 Mode (%s) of person (%s) is neither a network mode %s nor teleported %s. Maybe add it to one of them?"
                                .formatted(
                                        leg.mode(),
                                        person.id(),
                                        routing.networkModes(),
                                        routing.teleportedModes().keySet()));
            }
        }
    }

    /** Looks for activity types that cannot be scored. */
    DemandCheck types(PlanScorer scorer, List<Person> persons) {
        Set<String> unknown = scorer.listUnknownActivityTypes(persons);
        if (!unknown.isEmpty()) {
            problems.add(
                    "CH-DAY-005 There are no scoring parameters for activity types %s. Maybe add activityParams for them?"
                            .formatted(unknown));
        }
        return this;
    }

    /** Looks for legs that no route was found for. */
    DemandCheck routes(List<Person> persons, PlanRouter router) {
        for (Person person : persons) {
            for (Plan plan : person.plans()) {
                for (int k = 0; k < plan.legs().size(); k++) {
                    if (router.isMissing(plan.legs().get(k))) {
                        problems.add(
                                "CH-DAY-006 Person (%s) finds no way by (%s) from (%s) to (%s). Maybe a link between is closed to that mode?"
                                        .formatted(
                                                person.id(),
                                                plan.legs().get(k).mode(),
                                                plan.activities().get(k).type(),
                                                plan.activities().get(k + 1).type()));
                    }
                }
            }
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws InvalidDemandException naming all problems, if there are any
     */
    void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidDemandException(problems);
        }
    }
}
