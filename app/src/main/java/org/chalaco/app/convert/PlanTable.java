package org.chalaco.app.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.Problems;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.mobsim.network.RoadNetwork;

/** Plans as a table: one row per leg of every selected plan. */
final class PlanTable {

    private final RoadNetwork network;
    private final Table table;
    private long rows;

    private PlanTable(RoadNetwork network, Table table) {
        this.network = network;
        this.table = table;
    }

    static long csv(Path file, RoadNetwork network, Problems problems, Writer out)
            throws IOException {
        PlanTable plans = new PlanTable(network, new Table(out));
        plans.table.row(
                "person",
                "score",
                "leg",
                "mode",
                "from_activity",
                "from_link",
                "end_time_s",
                "to_activity",
                "to_link",
                "travel_time_s",
                "distance_m",
                "route_links");
        try {
            new PopulationReader(network, problems).read(file, plans::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return plans.rows;
    }

    private void add(Person person) {
        Plan plan = person.selectedPlan();
        try {
            for (int k = 0; k < plan.legs().size(); k++) {
                Leg leg = plan.legs().get(k);
                Activity from = plan.activities().get(k);
                Activity to = plan.activities().get(k + 1);
                table.row(
                        person.id(),
                        plan.score(),
                        k,
                        leg.mode(),
                        from.type(),
                        link(from),
                        from.endTime(),
                        to.type(),
                        link(to),
                        leg.travelTime(),
                        leg.distance(),
                        leg.route() == null ? null : leg.route().size());
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String link(Activity activity) {
        return activity.linkIndex() == RoadNetwork.NONE
                ? null
                : network.link(activity.linkIndex()).id();
    }
}
