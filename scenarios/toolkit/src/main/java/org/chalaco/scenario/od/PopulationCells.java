package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * An existing population as an OD matrix: each person belongs to the cell of the first leg on the
 * road; further legs ride along. Persons who never drive belong to none and stay as they are.
 *
 * @param matrix persons per cell, cells ordered by mode, slice, origin and destination
 * @param members persons of each cell, in the order of the population
 * @param others persons of no cell
 */
public record PopulationCells(OdMatrix matrix, List<List<Person>> members, List<Person> others) {

    private static final Comparator<OdCell> ORDER =
            Comparator.comparing(OdCell::mode)
                    .thenComparingInt(OdCell::slice)
                    .thenComparing(OdCell::origin)
                    .thenComparing(OdCell::destination);

    /**
     * Sorts persons into cells.
     *
     * @param modes those that drive on the road
     * @param sliceLength s
     */
    public static PopulationCells of(
            List<Person> persons, LinkZones zones, Set<String> modes, double sliceLength) {
        Map<OdCell, List<Person>> byCell = new TreeMap<>(ORDER);
        List<Person> others = new ArrayList<>();
        for (Person person : persons) {
            OdCell cell = cell(person.selectedPlan(), zones, modes, sliceLength);
            if (cell == null) {
                others.add(person);
            } else {
                byCell.computeIfAbsent(cell, k -> new ArrayList<>()).add(person);
            }
        }
        List<OdCell> cells = List.copyOf(byCell.keySet());
        List<List<Person>> members = byCell.values().stream().map(List::copyOf).toList();
        double[] trips = members.stream().mapToDouble(List::size).toArray();
        return new PopulationCells(
                new OdMatrix(sliceLength, cells, trips), List.copyOf(members), others);
    }

    private static OdCell cell(Plan plan, LinkZones zones, Set<String> modes, double sliceLength) {
        double now = 0;
        for (int k = 0; k < plan.legs().size(); k++) {
            Activity from = plan.activities().get(k);
            Activity to = plan.activities().get(k + 1);
            Leg leg = plan.legs().get(k);
            double end = from.endIfStartedAt(now);
            boolean placed =
                    from.linkIndex() != RoadNetwork.NONE && to.linkIndex() != RoadNetwork.NONE;
            if (modes.contains(leg.mode()) && placed && !Double.isNaN(end)) {
                return new OdCell(
                        zones.zone(from.linkIndex()),
                        zones.zone(to.linkIndex()),
                        leg.mode(),
                        (int) Math.floor(end / sliceLength));
            }
            now = Double.isNaN(leg.travelTime()) ? end : end + leg.travelTime();
        }
        return null;
    }
}
