package org.chalaco.formats.events;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/** Reads MATSim events, v1, one at a time, for tests and conversions. */
public final class EventsReader {

    private EventsReader() {}

    /** Hands over every event in file order; what is wrong is reported. */
    public static void read(Path file, Problems problems, Consumer<MatsimEvent> events) {
        XmlFile.read(
                file,
                "events",
                InputLimits.STANDARD,
                problems,
                in -> in.children(() -> readEvent(in, events)));
    }

    private static void readEvent(XmlCursor in, Consumer<MatsimEvent> events) {
        if (!in.name().equals("event")) {
            in.unknownElement();
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int k = 0; k < in.attributeCount(); k++) {
            attributes.put(in.attributeName(k), in.attributeValue(k));
        }
        String type = attributes.remove("type");
        double time = in.time("time");
        attributes.remove("time");
        if (type == null || Double.isNaN(time)) {
            in.error(
                    ProblemType.EVENT,
                    type,
                    "The event has no %s.".formatted(type == null ? "type" : "time"),
                    "");
            return;
        }
        events.accept(new MatsimEvent(time, type, attributes));
    }
}
