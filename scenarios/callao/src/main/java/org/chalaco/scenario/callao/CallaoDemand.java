package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.scenario.callao.Journey.Stop;
import org.chalaco.scenario.od.LinkPerformance;
import org.chalaco.scenario.od.StaticAssignment;

/**
 * Everybody's morning, and the flows of a design hour that the signals are made for.
 *
 * @param journeys what every vehicle does
 * @param assignment where it drives in the design period
 * @param wanted private vehicles by purpose and mode before rounding
 */
record CallaoDemand(
        List<Journey> journeys, StaticAssignment assignment, Map<String, Double> wanted) {

    static CallaoDemand build(CallaoFacts facts, CallaoNetwork callao) {
        RoadNetwork network = callao.network();
        LinkPerformance performance = performance(facts.assumptions(), callao);
        double[][] freeTimes = StaticAssignment.freeTimes(network, performance, "truck");
        Places places =
                new Places(callao, facts.linksWithoutDoors(), freeTimes, performance.freeTime());
        PersonTrips persons = new PersonTrips(facts, places);
        PrivateJourneys privately = new PrivateJourneys(facts, persons, places);
        List<Journey> journeys = new ArrayList<>(privately.list());
        journeys.addAll(new OtherJourneys(facts, persons, places).list());
        journeys.addAll(new TransitJourneys(facts, places).list());
        StaticAssignment assignment = new StaticAssignment(network, performance);
        load(assignment, facts, journeys);
        assignment.run(facts.assumptions().getInteger("assignment_iterations"));
        return new CallaoDemand(journeys, assignment, privately.wanted());
    }

    private static LinkPerformance performance(Assumptions numbers, CallaoNetwork callao) {
        RoadNetwork network = callao.network();
        Set<String> signals = new LinkedHashSet<>(callao.tagged());
        signals.addAll(callao.likely());
        double[] time = new double[network.linkCount()];
        double[] capacity = new double[network.linkCount()];
        for (int l = 0; l < time.length; l++) {
            boolean signal = signals.contains(network.link(l).to());
            double share = 1;
            if ("roundabout".equals(network.link(l).attributes().get("class"))) {
                share = numbers.get("assignment_ring_share");
            } else if (signal) {
                share = numbers.get("assignment_signal_share");
            } else if (yields(network, l)) {
                share = numbers.get("assignment_yield_share");
            }
            time[l] =
                    network.length(l) / network.freeSpeed(l)
                            + (signal ? numbers.get("assignment_signal_delay") : 0);
            capacity[l] = network.laneCount(l) * numbers.get("saturation_flow") * share;
        }
        return new LinkPerformance(time, capacity);
    }

    private static boolean yields(RoadNetwork network, int link) {
        int first = network.firstLane(link);
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                    if ((network.conflictFlags(k) & RoadNetwork.YIELDS_UNSIGNALISED) != 0
                            && network.fromLink(network.conflictOther(k)) != link) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void load(
            StaticAssignment assignment, CallaoFacts facts, List<Journey> journeys) {
        double from = facts.assumptions().get("assignment_from");
        double until = facts.assumptions().get("assignment_until");
        Map<String, Double> pcu = new LinkedHashMap<>();
        facts.types().forEach(t -> pcu.put(t.id(), t.pcu()));
        for (Journey j : journeys) {
            double time = j.start();
            for (int k = 1; k < j.stops().size(); k++) {
                if (time >= from && time < until) {
                    assignment.add(
                            j.stops().get(k - 1).link(),
                            j.stops().get(k).link(),
                            j.mode(),
                            pcu.get(j.mode()) * 3600 / (until - from));
                }
                time += j.stops().get(k).duration();
            }
        }
    }

    /** The journeys as persons with routed plans. */
    List<Person> persons(RoadNetwork network) {
        List<Person> persons = new ArrayList<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int k = 0; k < journeys.size(); k++) {
            Journey j = journeys.get(k);
            int number = numbers.merge(j.mode(), 1, Integer::sum);
            Map<String, String> attributes =
                    j.group().equals("person") ? Map.of() : Map.of("subpopulation", j.group());
            persons.add(Person.of(j.mode() + number, attributes, plan(network, j, k)));
        }
        return persons;
    }

    private Plan plan(RoadNetwork network, Journey j, int index) {
        List<Activity> activities = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        int last = j.stops().size() - 1;
        for (int k = 0; k <= last; k++) {
            Stop s = j.stops().get(k);
            double end = k == 0 ? j.start() : Double.NaN;
            double stay = k == 0 || k == last ? Double.NaN : s.duration();
            activities.add(new Activity(s.activity(), s.link(), s.x(), s.y(), end, stay));
            if (k > 0) {
                legs.add(leg(network, j.stops().get(k - 1).link(), s.link(), j.mode(), index + k));
            }
        }
        return Plan.of(activities, legs);
    }

    /** A leg on the path of one round of the assignment, in turn. */
    private Leg leg(RoadNetwork network, int from, int to, String mode, int turn) {
        Route route = assignment.findRoute(from, to, mode, turn % assignment.rounds());
        if (route == null) {
            throw new IllegalStateException(
                    "There is no way from (%s) to (%s) for a %s."
                            .formatted(network.link(from).id(), network.link(to).id(), mode));
        }
        double distance = 0;
        for (int k = 0; k < route.size(); k++) {
            distance += network.length(route.link(k));
        }
        return Leg.unrouted(mode).withRoute(route, Math.rint(distance), Double.NaN);
    }
}
