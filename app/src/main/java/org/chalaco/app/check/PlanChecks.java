package org.chalaco.app.check;

import java.util.List;
import java.util.Set;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.Route;

/**
 * Whether the plans mean what their author thinks: somebody drives, within the simulated time, on
 * connected routes that are open to them. Bad routes are warnings, since others are found. Whether
 * everyone can travel at all is checked when the loop prepares the first day.
 */
final class PlanChecks {

    private final RoadNetwork network;
    private final Set<String> networkModes;
    private final MobsimParameters mobsim;
    private final Problems problems;

    private long networkLegs;
    private long legsInTime;

    PlanChecks(
            RoadNetwork network,
            Set<String> networkModes,
            MobsimParameters mobsim,
            Problems problems) {
        this.network = network;
        this.networkModes = networkModes;
        this.mobsim = mobsim;
        this.problems = problems;
    }

    void check(List<Person> population) {
        for (Person person : population) {
            for (Plan plan : person.plans()) {
                check(person, plan);
            }
        }
        if (networkLegs == 0) {
            problems.add(
                    ProblemType.NO_TRAFFIC.error(
                            "plans",
                            "",
                            "None of the plans has a leg on the road; modes on the road are %s."
                                    .formatted(networkModes),
                            "Maybe routing.networkModes lacks a mode?"));
        } else if (legsInTime == 0) {
            problems.add(
                    ProblemType.NO_DEPARTURE.error(
                            "plans",
                            "",
                            "No plan has a departure on the road before the end of the run (%s s)."
                                    .formatted(mobsim.endTime()),
                            "Maybe check qsim.startTime and qsim.endTime?"));
        }
    }

    private void check(Person person, Plan plan) {
        for (int k = 0; k < plan.legs().size(); k++) {
            Leg leg = plan.legs().get(k);
            if (leg.ride() != null) {
                // buses drive for them
                networkLegs++;
                legsInTime++;
            }
            if (networkModes.contains(leg.mode())) {
                networkLegs++;
                double end = plan.activities().get(k).endTime();
                // An unknown end depends on the legs before; it may well lie inside.
                legsInTime += end >= mobsim.endTime() ? 0 : 1;
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
                ProblemType.MODE_NOT_ALLOWED.warning(
                        "route",
                        network.link(link).id(),
                        "The route of person (%s) by (%s) uses link (%s), which is open to %s only; another one is found."
                                .formatted(
                                        person.id(),
                                        leg.mode(),
                                        network.link(link).id(),
                                        network.link(link).modes()),
                        ""));
    }

    private void addJump(Person person, int from, int to) {
        problems.add(
                ProblemType.ROUTE_NOT_CONNECTED.warning(
                        "route",
                        network.link(to).id(),
                        "The route of person (%s) goes from link (%s) to link (%s), but no lane does."
                                .formatted(
                                        person.id(),
                                        network.link(from).id(),
                                        network.link(to).id()),
                        ""));
    }
}
