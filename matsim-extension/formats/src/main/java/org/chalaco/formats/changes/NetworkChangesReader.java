package org.chalaco.formats.changes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.road.LinkChange;
import org.chalaco.day2day.road.LinkCondition;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkVocabulary;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Reads MATSim's network change events: free speed (m/s), lanes and flow capacity (vehicles/s) of
 * links, as absolute values, factors of, or offsets to, what holds until then. Events need not be
 * in the order of time.
 *
 * <p>A change of capacity alone changes nothing here, as capacity is what lanes and drivers make of
 * it; that is said. None at all closes the link.
 */
public final class NetworkChangesReader {

    private static final Map<String, Kind> KINDS = kinds();

    /** How a value is meant. */
    private enum Kind {
        ABSOLUTE,
        FACTOR,
        OFFSET;

        double apply(double before, double value) {
            return switch (this) {
                case ABSOLUTE -> value;
                case FACTOR -> before * value;
                case OFFSET -> before + value;
            };
        }
    }

    private record Value(Kind kind, double number) {
        double after(double before) {
            return Math.max(0, kind.apply(before, number));
        }
    }

    /** One event, for all its links. */
    private record Event(double time, List<Integer> links, Map<String, Value> values, int line) {}

    private final RoadNetwork network;
    private final List<Event> events = new ArrayList<>();
    private XmlCursor in;

    // the event being read
    private List<Integer> links;
    private Map<String, Value> values;

    private NetworkChangesReader(RoadNetwork network) {
        this.network = network;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("absolute", Kind.ABSOLUTE);
        kinds.put("scaleFactor", Kind.FACTOR);
        kinds.put("offset", Kind.OFFSET);
        return kinds;
    }

    /**
     * Reads a file; what is wrong is reported.
     *
     * @return what holds on which link from when on, by time
     */
    public static List<LinkChange> read(Path file, RoadNetwork network, Problems problems) {
        NetworkChangesReader reader = new NetworkChangesReader(network);
        XmlFile.read(
                file,
                "networkChangeEvents",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readElement);
                });
        return reader.resolve();
    }

    private void readElement() {
        if (in.name().equals("networkChangeEvent")) {
            readEvent();
        } else {
            in.unknownElement();
        }
    }

    private void readEvent() {
        int line = in.line();
        double time = in.require("startTime") == null ? Double.NaN : in.time("startTime");
        links = new ArrayList<>();
        values = new LinkedHashMap<>();
        in.children(this::readChild);
        if (values.size() == 1 && values.containsKey("flowCapacity") && !isZero("flowCapacity")) {
            in.problems()
                    .add(
                            in.at(
                                    ProblemType.NETWORK_CHANGE,
                                    org.chalaco.formats.Problem.Severity.WARNING,
                                    line,
                                    "flowCapacity",
                                    "Only a capacity changes, but no lane and no speed: capacity is what lanes and drivers make of it, so nothing happens but that a closed link opens.",
                                    "Maybe change lanes or freespeed?"));
        }
        if (!Double.isNaN(time)) {
            events.add(new Event(time, links, values, line));
        }
    }

    private boolean isZero(String name) {
        return values.get(name).kind() != Kind.OFFSET && values.get(name).number() == 0;
    }

    private void readChild() {
        switch (in.name()) {
            case "link" -> readLink();
            case "freespeed", "lanes", "flowCapacity" -> readValue(in.name());
            default -> in.unknownElement();
        }
    }

    private void readLink() {
        String id = in.require("refId");
        if (id == null) {
            return;
        }
        int link = network.findLink(id);
        if (link != RoadNetwork.NONE) {
            links.add(link);
            return;
        }
        in.error(
                ProblemType.UNKNOWN_REFERENCE,
                id,
                "The link (%s) that is to change is not in the network.".formatted(id),
                in.problems().isListing()
                        ? NearestName.remedy(id, network.links().stream().map(Link::id).toList())
                        : "");
    }

    private void readValue(String name) {
        String type = in.require("type");
        double number = in.requireNumber("value", -1e9, 1e9, Double.NaN);
        if (type == null || Double.isNaN(number)) {
            return;
        }
        Kind kind = KINDS.get(type);
        if (kind == null) {
            in.error(
                    ProblemType.NETWORK_CHANGE,
                    type,
                    "A change of kind (%s) is none of %s.".formatted(type, KINDS.keySet()),
                    NearestName.remedy(type, KINDS.keySet()));
            return;
        }
        if (kind != Kind.OFFSET && number < 0) {
            in.error(
                    ProblemType.NETWORK_CHANGE,
                    in.find("value"),
                    "The %s (%s) is negative.".formatted(name, in.find("value")),
                    kind == Kind.ABSOLUTE ? "Maybe type offset?" : "");
            return;
        }
        values.put(name, new Value(kind, number));
    }

    private List<LinkChange> resolve() {
        events.sort(Comparator.comparingDouble(Event::time));
        Map<Integer, LinkCondition> now = new HashMap<>();
        List<LinkChange> changes = new ArrayList<>();
        for (Event event : events) {
            for (int link : event.links()) {
                LinkCondition before = now.computeIfAbsent(link, this::inTheFile);
                LinkCondition after = apply(event.values(), before);
                now.put(link, after);
                changes.add(new LinkChange(event.time(), link, after));
            }
        }
        return changes;
    }

    private LinkCondition inTheFile(int link) {
        double capacity = NetworkVocabulary.fileCapacity(network.link(link)) / 3600;
        return new LinkCondition(
                network.link(link).freeSpeed(),
                network.laneCount(link),
                Double.isNaN(capacity) ? 1 : capacity);
    }

    private static LinkCondition apply(Map<String, Value> values, LinkCondition before) {
        return new LinkCondition(
                after(values.get("freespeed"), before.freeSpeed()),
                after(values.get("lanes"), before.lanes()),
                after(values.get("flowCapacity"), before.flowCapacity()));
    }

    private static double after(Value value, double before) {
        return value == null ? before : value.after(before);
    }
}
