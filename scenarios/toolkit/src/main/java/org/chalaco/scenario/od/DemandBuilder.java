package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.network.LinkComponent;

/**
 * Makes persons of an OD matrix. Where persons of a cell are known, they are taken first, and
 * copied to leave at other moments of the slice when there are too few; a cell that nobody is known
 * of gets new persons on random links of its zones. A cell that shrinks and grows again gets the
 * same persons back, with the ways they have learnt. Same seed, same persons. Mutable, not
 * thread-safe.
 */
public final class DemandBuilder {

    private final RoadNetwork network;
    private final LinkZones zones;
    private final OdMatrix matrix;
    private final List<Person> others;
    private final long seed;
    private final List<List<String>> pool = new ArrayList<>();
    private final Map<String, Person> known = new LinkedHashMap<>();
    private final List<Integer> firstMembers = new ArrayList<>();
    private final Map<String, BitSet> reachable = new TreeMap<>();
    private String firstActivity = "home";
    private String lastActivity = "work";

    /**
     * Persons and the cells they belong to.
     *
     * @param persons in a fixed order
     * @param cells index of the cell of each, or -1
     */
    public record Built(List<Person> persons, int[] cells) {

        /** Number of persons per cell. */
        public double[] perCell(int cellCount) {
            double[] count = new double[cellCount];
            for (int cell : cells) {
                if (cell >= 0) {
                    count[cell]++;
                }
            }
            return count;
        }
    }

    /** A builder that knows nobody yet. */
    public DemandBuilder(RoadNetwork network, LinkZones zones, OdMatrix matrix, long seed) {
        this(network, zones, new PopulationCells(matrix, empty(matrix), List.of()), seed);
    }

    private static List<List<Person>> empty(OdMatrix matrix) {
        return matrix.cells().stream().map(c -> List.<Person>of()).toList();
    }

    /** A builder that knows a population. */
    public DemandBuilder(
            RoadNetwork network, LinkZones zones, PopulationCells population, long seed) {
        this.network = network;
        this.zones = zones;
        matrix = population.matrix();
        others = population.others();
        this.seed = seed;
        for (int j = 0; j < matrix.cells().size(); j++) {
            List<Person> members = population.members().get(j);
            members.forEach(p -> known.put(p.id(), p));
            pool.add(shuffled(j, members));
            firstMembers.add(members.size());
        }
    }

    /** Those who are dropped first are no particular ones. */
    private List<String> shuffled(int cell, List<Person> members) {
        List<String> ids = new ArrayList<>();
        List<Long> order = new ArrayList<>();
        RandomStream random = RandomStream.of(seed, cell, "members");
        members.forEach(p -> order.add(random.nextLong()));
        List<Integer> indexes = new ArrayList<>();
        for (int k = 0; k < members.size(); k++) {
            indexes.add(k);
        }
        indexes.sort(Comparator.comparing(order::get));
        indexes.forEach(k -> ids.add(members.get(k).id()));
        return ids;
    }

    /** What new persons do before and after their trip; home and work unless told. */
    public DemandBuilder activities(String first, String last) {
        firstActivity = first;
        lastActivity = last;
        return this;
    }

    /** Persons known so far, in a fixed order. */
    public List<Person> persons() {
        List<Person> all = new ArrayList<>(known.values());
        all.addAll(others);
        return all;
    }

    /** Cells of the matrix. */
    public OdMatrix matrix() {
        return matrix;
    }

    /** Persons for so many trips per cell, rounded so that sums are right. */
    public Built build(double[] trips) {
        List<Person> persons = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        WholeTrips whole = new WholeTrips();
        for (int j = 0; j < trips.length; j++) {
            int count = Math.max(0, whole.take(trips[j]));
            fill(j, count);
            for (int k = 0; k < Math.min(count, pool.get(j).size()); k++) {
                persons.add(known.get(pool.get(j).get(k)));
                cells.add(j);
            }
        }
        for (Person other : others) {
            persons.add(other);
            cells.add(-1);
        }
        return new Built(persons, cells.stream().mapToInt(Integer::intValue).toArray());
    }

    private void fill(int cell, int count) {
        List<String> ids = pool.get(cell);
        while (ids.size() < count) {
            int number = ids.size();
            int models = firstMembers.get(cell);
            Person next =
                    models > 0
                            ? copy(cell, number, known.get(ids.get(number % models)))
                            : fresh(cell, number);
            if (next == null) {
                return;
            }
            known.put(next.id(), next);
            ids.add(next.id());
        }
    }

    private double moment(int cell, RandomStream random) {
        OdCell c = matrix.cells().get(cell);
        return Math.floor((c.slice() + random.nextDouble()) * matrix.sliceLength());
    }

    /** The same trip at another moment of the slice. */
    private Person copy(int cell, int number, Person model) {
        RandomStream random = RandomStream.of(seed, cell * 100_000L + number, "copy");
        Plan plan = model.selectedPlan();
        List<Activity> activities = new ArrayList<>(plan.activities());
        Activity first = activities.get(0);
        if (!Double.isNaN(first.endTime())) {
            double shift = moment(cell, random) - first.endTime();
            activities.replaceAll(
                    a -> Double.isNaN(a.endTime()) ? a : a.withEndTime(a.endTime() + shift));
        }
        return Person.of(
                model.id() + "~" + number,
                model.attributes(),
                Plan.of(activities, withoutTimes(plan.legs())));
    }

    private static List<Leg> withoutTimes(List<Leg> legs) {
        return legs.stream().map(l -> l.withTimes(Double.NaN, l.travelTime())).toList();
    }

    private Person fresh(int cell, int number) {
        OdCell c = matrix.cells().get(cell);
        RandomStream random = RandomStream.of(seed, cell * 100_000L + number, "fresh");
        int from = draw(c.origin(), c.mode(), RoadNetwork.NONE, random);
        int to = draw(c.destination(), c.mode(), from, random);
        if (from == RoadNetwork.NONE || to == RoadNetwork.NONE) {
            return null;
        }
        Activity home =
                new Activity(
                        firstActivity, from, x(from), y(from), moment(cell, random), Double.NaN);
        return Person.of(
                "d%d-%d".formatted(cell, number),
                Map.of(),
                Plan.of(
                        List.of(home, Activity.last(lastActivity, to, x(to), y(to))),
                        List.of(Leg.unrouted(c.mode()))));
    }

    private int draw(String zone, String mode, int not, RandomStream random) {
        BitSet connected =
                reachable.computeIfAbsent(
                        mode,
                        m ->
                                LinkComponent.largest(
                                        network, l -> network.link(l).modes().contains(m)));
        List<Integer> open =
                zones.links(zone).stream().filter(l -> l != not && connected.get(l)).toList();
        return open.isEmpty() ? RoadNetwork.NONE : open.get(random.nextInt(open.size()));
    }

    private double x(int link) {
        Junction a = network.junction(network.fromJunction(link));
        return (a.x() + network.junction(network.toJunction(link)).x()) / 2;
    }

    private double y(int link) {
        Junction a = network.junction(network.fromJunction(link));
        return (a.y() + network.junction(network.toJunction(link)).y()) / 2;
    }

    /** Takes over the ways that persons have learnt; those who are not known are nobody's. */
    public void learn(List<Person> driven) {
        for (Person person : driven) {
            known.computeIfPresent(person.id(), (id, before) -> person);
        }
    }
}
