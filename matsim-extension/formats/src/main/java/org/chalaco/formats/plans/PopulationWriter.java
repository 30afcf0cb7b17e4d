package org.chalaco.formats.plans;

import java.nio.file.Path;
import java.util.Iterator;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Writes MATSim populations, v6, one person at a time; {@link PopulationReader} reads the same
 * persons again, times and scores to the last digit. The file appears with {@link #commit}.
 */
public final class PopulationWriter implements AutoCloseable {

    private final RoadNetwork network;
    private final AttributeClasses classes;
    private final XmlOutput out;

    private PopulationWriter(RoadNetwork network, AttributeClasses classes, XmlOutput out) {
        this.network = network;
        this.classes = classes;
        this.out = out;
    }

    /** Starts a file; classes name the Java classes of attributes. */
    public static PopulationWriter create(
            Path file, RoadNetwork network, AttributeClasses classes) {
        XmlOutput out = XmlOutput.withDoctype(file, "population", "population_v6.dtd");
        out.start("population");
        return new PopulationWriter(network, classes, out);
    }

    /** Writes all persons in this order; every attribute is a String. */
    public static void write(Path file, RoadNetwork network, Iterator<Person> persons) {
        try (PopulationWriter writer = create(file, network, new AttributeClasses())) {
            persons.forEachRemaining(writer::add);
            writer.commit();
        }
    }

    /** Writes one person. */
    public void add(Person person) {
        out.start("person").attribute("id", person.id());
        MatsimAttributes.write(out, person.attributes(), classes);
        for (int k = 0; k < person.plans().size(); k++) {
            writePlan(person.plans().get(k), k == person.selected());
        }
        out.end();
    }

    private void writePlan(Plan plan, boolean selected) {
        out.start("plan");
        if (!Double.isNaN(plan.score())) {
            out.attribute("score", Double.toString(plan.score()));
        }
        out.attribute("selected", selected ? "yes" : "no");
        for (int k = 0; k < plan.activities().size(); k++) {
            writeActivity(plan.activities().get(k));
            if (k < plan.legs().size()) {
                writeLeg(
                        plan.legs().get(k), plan.activities().get(k), plan.activities().get(k + 1));
            }
        }
        out.end();
    }

    private void writeActivity(Activity activity) {
        out.start("activity").attribute("type", activity.type());
        if (activity.linkIndex() != RoadNetwork.NONE) {
            out.attribute("link", linkId(activity.linkIndex()));
        }
        if (!Double.isNaN(activity.x())) {
            out.attribute("x", activity.x()).attribute("y", activity.y());
        }
        out.time("max_dur", activity.maximumDuration()).time("end_time", activity.endTime()).end();
    }

    private void writeLeg(Leg leg, Activity from, Activity to) {
        out.start("leg")
                .attribute("mode", leg.mode())
                .time("dep_time", leg.departureTime())
                .time("trav_time", leg.travelTime());
        if (leg.route() != null) {
            startRoute("links", leg, leg.route().firstLink(), leg.route().lastLink());
            out.endWithText(linkIds(leg.route()));
        } else if (leg.ride() != null) {
            startRoute(RideText.DEFAULT, leg, from.linkIndex(), to.linkIndex());
            out.endWithText(RideText.write(leg.ride()));
        } else if (!Double.isNaN(leg.distance())) {
            startRoute("generic", leg, from.linkIndex(), to.linkIndex());
            out.end();
        }
        out.end();
    }

    private void startRoute(String type, Leg leg, int firstLink, int lastLink) {
        out.start("route").attribute("type", type);
        if (firstLink != RoadNetwork.NONE && lastLink != RoadNetwork.NONE) {
            out.attribute("start_link", linkId(firstLink)).attribute("end_link", linkId(lastLink));
        }
        out.time("trav_time", leg.travelTime());
        if (!Double.isNaN(leg.distance())) {
            out.attribute("distance", leg.distance());
        }
    }

    private String linkIds(Route route) {
        StringBuilder text = new StringBuilder(linkId(route.firstLink()));
        for (int k = 1; k < route.size(); k++) {
            text.append(' ').append(linkId(route.link(k)));
        }
        return text.toString();
    }

    private String linkId(int linkIndex) {
        return network.link(linkIndex).id();
    }

    /** Ends the file and puts it in its place. */
    public void commit() {
        out.commit();
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() {
        out.close();
    }
}
