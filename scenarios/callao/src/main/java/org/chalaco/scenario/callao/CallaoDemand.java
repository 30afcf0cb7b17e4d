package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.scenario.callao.Journey.Stop;
import org.chalaco.scenario.od.MovementPerformance;
import org.chalaco.scenario.od.Movements;
import org.chalaco.scenario.od.StaticAssignment;
import org.chalaco.scenario.table.Assumptions;

/**
 * Everybody's morning.
 *
 * @param journeys what every vehicle does
 * @param wanted private vehicles by purpose and mode before rounding
 */
record CallaoDemand(List<Journey> journeys, Map<String, Double> wanted) {

    static CallaoDemand build(CallaoFacts facts, CallaoNetwork callao) {
        RoadNetwork network = callao.network();
        double[] linkTimes = linkTimes(facts.assumptions(), callao);
        Movements movements = new Movements(network);
        double[] times = new double[movements.count()];
        for (int l = 0; l < network.linkCount(); l++) {
            for (int k = 0; k < network.nextLinkCount(l); k++) {
                times[movements.first(l) + k] = linkTimes[network.nextLink(l, k)];
            }
        }
        double[][] freeTimes = StaticAssignment.freeTimes(network, times, "truck");
        Places places = new Places(callao, facts.linksWithoutDoors(), freeTimes, linkTimes);
        PersonTrips persons = new PersonTrips(facts, places);
        PrivateJourneys privately = new PrivateJourneys(facts, persons, places);
        List<Journey> journeys = new ArrayList<>(privately.list());
        journeys.addAll(new OtherJourneys(facts, persons, places).list());
        journeys.addAll(new TransitJourneys(facts, places).list());
        return new CallaoDemand(journeys, privately.wanted());
    }

    private static double[] linkTimes(Assumptions numbers, CallaoNetwork callao) {
        RoadNetwork network = callao.network();
        double[] times = new double[network.linkCount()];
        for (int l = 0; l < times.length; l++) {
            String end = network.link(l).to();
            boolean signal = callao.tagged().contains(end) || callao.likely().contains(end);
            times[l] =
                    network.length(l) / network.freeSpeed(l)
                            + (signal ? numbers.get("assignment_signal_delay") : 0);
        }
        return times;
    }

    /** Where everybody drives in the design period, on these roads. */
    StaticAssignment assign(
            CallaoFacts facts, RoadNetwork network, MovementPerformance performance) {
        StaticAssignment assignment = new StaticAssignment(network, performance);
        load(assignment, facts, journeys);
        assignment.run(facts.assumptions().getInteger("assignment_iterations"));
        return assignment;
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

    /**
     * The journeys as persons with routed plans: everyone drives the path of one round of the
     * assignment, in turn.
     */
    List<Person> persons(RoadNetwork network, StaticAssignment assignment) {
        List<Person> persons = new ArrayList<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int k = 0; k < journeys.size(); k++) {
            Journey j = journeys.get(k);
            int number = numbers.merge(j.mode(), 1, Integer::sum);
            Map<String, String> attributes =
                    j.group().equals("person") ? Map.of() : Map.of("subpopulation", j.group());
            persons.add(Person.of(j.mode() + number, attributes, plan(network, assignment, j, k)));
        }
        return persons;
    }

    private static Plan plan(
            RoadNetwork network, StaticAssignment assignment, Journey j, int index) {
        List<Activity> activities = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        int last = j.stops().size() - 1;
        for (int k = 0; k <= last; k++) {
            Stop s = j.stops().get(k);
            double end = k == 0 ? j.start() : Double.NaN;
            double stay = k == 0 || k == last ? Double.NaN : s.duration();
            activities.add(new Activity(s.activity(), s.link(), s.x(), s.y(), end, stay));
            if (k > 0) {
                int from = j.stops().get(k - 1).link();
                int turn = (index + k) % assignment.rounds();
                Route route = assignment.findRoute(from, s.link(), j.mode(), turn);
                legs.add(leg(network, route, j.mode()));
            }
        }
        return Plan.of(activities, legs);
    }

    private static Leg leg(RoadNetwork network, Route route, String mode) {
        double distance = 0;
        for (int k = 0; k < route.size(); k++) {
            distance += network.length(route.link(k));
        }
        return Leg.unrouted(mode).withRoute(route, Math.rint(distance), Double.NaN);
    }
}
