package org.chalaco.app.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Whether the plans can be carried out on this network: connected routes on links open to their
 * mode, a vehicle type for every network mode, scoring parameters for every activity.
 */
final class PlanChecks {

    private final RoadNetwork network;
    private final Set<String> networkModes;
    private final ScoringParameters scoring;
    private final Problems problems;

    /** Activity types without scoring parameters, and how many activities there are of each. */
    private final Map<String, Integer> unscored = new TreeMap<>();

    private long networkLegs;

    PlanChecks(
            RoadNetwork network,
            Set<String> networkModes,
            ScoringParameters scoring,
            Problems problems) {
        this.network = network;
        this.networkModes = networkModes;
        this.scoring = scoring;
        this.problems = problems;
    }

    void check(List<Person> population) {
        for (Person person : population) {
            UtilityParameters utility =
                    scoring.utilityOf(person.attributes().get("subpopulation"));
            for (Plan plan : person.plans()) {
                check(person, plan, utility);
            }
        }
        unscored.forEach(this::addUnscored);
        if (networkLegs == 0) {
            problems.add(
                    CheckedProblem.NO_TRAFFIC.error(
                            "plans",
                            "",
                            "None of the plans has a leg on the road; modes on the road are %s."
                                    .formatted(networkModes),
                            "Maybe qsim.mainMode lacks a mode?"));
        }
    }

    private void check(Person person, Plan plan, UtilityParameters utility) {
        for (Activity activity : plan.activities()) {
            boolean stage = activity.type().endsWith(" interaction");
            if (!stage && !utility.activities().containsKey(activity.type())) {
                unscored.merge(activity.type(), 1, Integer::sum);
            }
        }
        for (int k = 0; k < plan.legs().size(); k++) {
            Leg leg = plan.legs().get(k);
            if (networkModes.contains(leg.mode())) {
                networkLegs++;
                if (leg.route() != null) {
                    check(person, leg);
                }
            }
        }
    }

    private void check(Person person, Leg leg) {
        Route route = leg.route();
        for (int k = 0; k < route.size(); k++) {
            int link = route.link(k);
            if (!network.link(link).modes().contains(leg.mode())) {
                addClosed(person, leg, link);
            }
            if (k > 0 && !network.connects(route.link(k - 1), link)) {
                addJump(person, route.link(k - 1), link);
            }
        }
    }

    private void addClosed(Person person, Leg leg, int link) {
        problems.add(
                CheckedProblem.MODE_NOT_ALLOWED.error(
                        "route",
                        network.link(link).id(),
                        "The route of person (%s) by (%s) uses link (%s), which is open to %s only."
                                .formatted(
                                        person.id(),
                                        leg.mode(),
                                        network.link(link).id(),
                                        network.link(link).modes()),
                        "Maybe remove the route, so that a new one is found?"));
    }

    private void addJump(Person person, int from, int to) {
        problems.add(
                CheckedProblem.ROUTE_NOT_CONNECTED.error(
                        "route",
                        network.link(to).id(),
                        "The route of person (%s) goes from link (%s) to link (%s), but no lane does."
                                .formatted(
                                        person.id(),
                                        network.link(from).id(),
                                        network.link(to).id()),
                        "Maybe remove the route, so that a new one is found?"));
    }

    private void addUnscored(String type, int count) {
        problems.add(
                CheckedProblem.ACTIVITY_NOT_SCORED.error(
                        "activityParams",
                        type,
                        "Activity type (%s), used (%d) times, has no scoring parameters."
                                .formatted(type, count),
                        "Maybe add a parameter set activityParams with activityType %s to scoring?"
                                .formatted(type)));
    }
}
