package org.chalaco.formats.plans;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.facilities.Facility;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Reads MATSim populations, v6, plain or gzipped, one person at a time.
 *
 * <p>Routes of type {@code links} become link indexes; generic (teleported) ones keep their travel
 * time and distance; {@code default_pt} and {@code experimentalPt1} are rides by public transport;
 * others are dropped with a warning, as are routes over turns that this network does not have, so
 * that they are routed anew. Activities in a facility get its link and coordinates. Attributes of
 * plans, activities and legs, and ids of facilities, are not kept.
 *
 * <p>Not thread-safe; memory is that of one person and all ids.
 */
public final class PopulationReader {

    private final RoadNetwork network;
    private final Problems problems;
    private final AttributeClasses classes = new AttributeClasses();
    private Map<String, Facility> facilities = Map.of();
    private InputLimits limits = InputLimits.STANDARD;
    private WrongRoutes wrongRoutes = WrongRoutes.REFUSE;
    private RideCheck rides = RideCheck.NONE;

    /** A reader of persons who move on this network; what is wrong is reported. */
    public PopulationReader(RoadNetwork network, Problems problems) {
        this.network = network;
        this.problems = problems;
    }

    /**
     * Reads a population that must be right.
     *
     * @throws org.chalaco.formats.InvalidInputException naming everything that is wrong
     */
    public static List<Person> read(Path file, RoadNetwork network) {
        Problems problems = new Problems();
        List<Person> persons = new ArrayList<>();
        new PopulationReader(network, problems).read(file, persons::add);
        problems.throwIfErrors();
        return persons;
    }

    /** Uses other limits than the standard ones. */
    public PopulationReader limits(InputLimits newLimits) {
        limits = newLimits;
        return this;
    }

    /** Places of activities that name a facility and have no link or coordinates of their own. */
    public PopulationReader facilities(Map<String, Facility> byId) {
        facilities = byId;
        return this;
    }

    /** What becomes of routes that do not hold together; an error unless told. */
    public PopulationReader wrongRoutes(WrongRoutes rule) {
        wrongRoutes = rule;
        return this;
    }

    /** Public transport that rides are checked against; null: they are taken as they are. */
    public PopulationReader transit(TransitSupply supply) {
        rides = supply == null ? RideCheck.NONE : RideCheck.of(supply);
        return this;
    }

    /** Java classes of the attributes read so far. */
    public AttributeClasses attributeClasses() {
        return classes;
    }

    /** Reads a file and hands over every person who has a plan, in file order. */
    public void read(Path file, Consumer<? super Person> persons) {
        XmlFile.read(
                file,
                "population",
                limits,
                problems,
                cursor -> new Persons(cursor, persons).read());
    }

    /** The persons of one file. */
    private final class Persons {

        private final XmlCursor in;
        private final Consumer<? super Person> persons;
        private final Set<String> ids = new HashSet<>();
        private final PlanElements planElements;
        private Map<String, String> attributes;
        private List<Plan> plans;
        private int selected;
        private boolean broken;

        Persons(XmlCursor in, Consumer<? super Person> persons) {
            this.in = in;
            this.persons = persons;
            this.planElements = new PlanElements(in, network, facilities, wrongRoutes, rides);
        }

        void read() {
            in.children(
                    () -> {
                        switch (in.name()) {
                            case "person" -> readPerson();
                            case "attributes" -> {}
                            default -> in.unknownElement();
                        }
                    });
        }

        private void readPerson() {
            String id = in.require("id");
            if (id != null && !ids.add(id)) {
                in.error(
                        ProblemType.GIVEN_TWICE,
                        id,
                        "The person (%s) is given twice.".formatted(id),
                        "Maybe the file was joined from two?");
            }
            attributes = new LinkedHashMap<>();
            plans = new ArrayList<>(1);
            selected = -1;
            broken = false;
            in.children(this::readPersonChild);
            if (id != null && !plans.isEmpty()) {
                persons.accept(new Person(id, attributes, plans, Math.max(0, selected)));
            } else if (id != null && !broken) {
                in.warn(
                        ProblemType.NO_PLAN,
                        id,
                        "The person (%s) has no plan and was left out.".formatted(id),
                        "");
            }
        }

        private void readPersonChild() {
            switch (in.name()) {
                case "attributes" -> MatsimAttributes.read(in, attributes, classes);
                case "plan" -> readPlan();
                default -> in.unknownElement();
            }
        }

        private void readPlan() {
            boolean isSelected = "yes".equals(in.find("selected"));
            PlanElements.Reading reading = planElements.read();
            if (reading.plan() != null) {
                if (isSelected && selected < 0) {
                    selected = plans.size();
                }
                plans.add(reading.plan());
            }
            broken |= reading.broken();
        }
    }
}
