package org.chalaco.app.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chalaco.formats.Problems;
import org.chalaco.formats.events.EventsReader;
import org.chalaco.formats.events.MatsimEvent;

/** Events as a table: one row per event; what has no column of its own is in {@code others}. */
final class EventTable {

    private final Table table;
    private long rows;

    private EventTable(Table table) {
        this.table = table;
    }

    static long csv(Path file, Problems problems, Writer out) throws IOException {
        EventTable events = new EventTable(new Table(out));
        events.table.row("time_s", "type", "person", "vehicle", "link", "mode", "others");
        try {
            EventsReader.read(file, problems, events::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return events.rows;
    }

    private void add(MatsimEvent event) {
        Map<String, String> others = new LinkedHashMap<>(event.attributes());
        String person = others.remove("person");
        String vehicle = others.remove("vehicle");
        String link = others.remove("link");
        String legMode = others.remove("legMode");
        String networkMode = others.remove("networkMode");
        StringBuilder rest = new StringBuilder();
        others.forEach(
                (name, value) ->
                        rest.append(rest.isEmpty() ? "" : " ")
                                .append(name)
                                .append('=')
                                .append(value));
        try {
            table.row(
                    event.time(),
                    event.type(),
                    person,
                    vehicle,
                    link,
                    legMode == null ? networkMode : legMode,
                    rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
    }
}
