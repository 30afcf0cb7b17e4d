package org.chalaco.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * The content as JSON that may stand inside an HTML page: the characters that could end a script
 * element, open a tag or look like an address are written as their number in hexadecimal. Undefined
 * numbers become null.
 */
final class ReportJson {

    /** Escapes {@code < > & ' /} besides what JSON demands. */
    private static final class PageEscapes extends CharacterEscapes {
        private static final String ESCAPED = "<>&'/";
        private final int[] codes = standardAsciiEscapesForJSON();

        PageEscapes() {
            ESCAPED.chars().forEach(c -> codes[c] = ESCAPE_CUSTOM);
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return new SerializedString("\\u%04x".formatted(c));
        }
    }

    private final ObjectMapper mapper;

    ReportJson() {
        // Plain ASCII also spares the line separators that JSON allows and scripts did not always.
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        factory.setCharacterEscapes(new PageEscapes());
        // Sorted, so that the same content is the same page whatever order a map has.
        mapper = new ObjectMapper(factory).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Reads a resource of ours. */
    JsonNode read(String json) throws JsonProcessingException {
        return mapper.readTree(json);
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report's content is not JSON", e);
        }
    }

    String write(ReportContent content) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", content.title());
        root.put("subtitle", content.subtitle());
        root.put("start", number(content.start()));
        root.put("end", number(content.end()));
        root.put("headline", headline(content.headline()));
        root.put("network", network(content.network()));
        root.put("figures", figures(content.figures()));
        root.put("emissions", emissions(content.emissions()));
        root.put("film", film(content.film()));
        root.put("curve", curve(content.curve()));
        root.put("timeSpace", content.timeSpace().stream().map(ReportJson::timeSpace).toList());
        root.put(
                "convergence", content.convergence().rows().stream().map(ReportJson::row).toList());
        root.put("tables", content.tables().stream().map(ReportJson::table).toList());
        root.put("plausibility", content.plausibility().stream().map(ReportJson::band).toList());
        root.put("provenance", content.provenance());
        root.put("classes", List.of(VehicleClass.values()));
        root.put("aspects", List.of(Aspect.values()));
        return write(root);
    }

    private static Object headline(Headline h) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("departures", number(h.departures()));
        map.put("arrived", number(h.arrived()));
        map.put("enRouteAtEnd", number(h.enRouteAtEnd()));
        map.put("waitingOutsideAtEnd", number(h.waitingOutsideAtEnd()));
        map.put("waitingOutside", number(h.waitingOutside()));
        map.put("meanSpeed", number(h.meanSpeed()));
        map.put("peakSpeed", number(h.peakSpeed()));
        map.put("peakTime", number(h.peakTime()));
        map.put("travelTimeIndex", number(h.travelTimeIndex()));
        map.put("controlDelay", number(h.controlDelay()));
        map.put("stopsPerKm", number(h.stopsPerKm()));
        map.put("distance", number(h.distance()));
        map.put("travelTime", number(h.travelTime()));
        map.put("peakVehiclesOnRoad", number(h.peakVehiclesOnRoad()));
        return map;
    }

    static Object network(RoadNetwork network) {
        NetworkDrawing drawing = new NetworkDrawing(network);
        List<Object> links = new ArrayList<>();
        List<String> names = drawing.linkNames();
        for (int l = 0; l < network.linkCount(); l++) {
            links.add(
                    List.of(
                            network.link(l).id(),
                            names.get(l),
                            network.firstLane(l),
                            network.laneCount(l),
                            network.length(l),
                            network.freeSpeed(l),
                            network.fromJunction(l),
                            network.toJunction(l)));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("laneWidth", RoadNetwork.LANE_WIDTH);
        map.put("links", links);
        map.put("junctionNames", drawing.junctionNames());
        map.put("junctions", PackedNumbers.of(drawing.junctions()));
        map.put("lanes", PackedNumbers.of(drawing.lanes()));
        map.put("connectors", PackedNumbers.of(drawing.connectors()));
        map.put("connectorPoints", PackedNumbers.of(drawing.connectorPoints()));
        map.put("elementLengths", PackedNumbers.of(drawing.elementLengths()));
        return map;
    }

    private static Object figures(LinkFigures figures) {
        return Map.of(
                "start", figures.start(),
                "interval", figures.interval(),
                "intervals", figures.intervals(),
                "meanSpeed", PackedNumbers.of(figures.meanSpeed()),
                "delay", PackedNumbers.of(figures.delay()),
                "flow", PackedNumbers.of(figures.flow()));
    }

    private static Object emissions(EmissionLayer layer) {
        return Map.of(
                "start", layer.start(),
                "interval", layer.interval(),
                "intervals", layer.intervals(),
                "co2", PackedNumbers.of(layer.co2()),
                "nox", PackedNumbers.of(layer.nox()));
    }

    private static Object film(Film film) {
        List<Object> lights = new ArrayList<>();
        for (SignalTimeline light : film.lights()) {
            lights.add(
                    Map.of(
                            "lanes", light.laneIndexes(),
                            "times", light.times(),
                            "aspects", light.aspects().stream().map(Aspect::ordinal).toList()));
        }
        return Map.of(
                "start", film.start(),
                "frames", film.frames(),
                "vehiclesSeen", film.vehiclesSeen(),
                "vehiclesShown", film.vehiclesShown(),
                "step", VehicleTrack.STEP,
                "tracks", PackedNumbers.of(film.tracks()),
                "lights", lights);
    }

    private static Object curve(TripCurve curve) {
        return Map.of(
                "start", curve.start(),
                "interval", curve.interval(),
                "wanted", PackedNumbers.of(curve.wanted()),
                "entered", PackedNumbers.of(curve.entered()),
                "arrived", PackedNumbers.of(curve.arrived()));
    }

    /** Times are counted from the diagram's start, so that floats keep the tenth of a second. */
    static Object timeSpace(AvenueDiagram diagram) {
        int keys = diagram.trajectories().stream().mapToInt(t -> t.times().length).sum();
        float[] times = new float[keys];
        float[] distances = new float[keys];
        int[] sizes = new int[diagram.trajectories().size()];
        byte[] classes = new byte[sizes.length];
        int k = 0;
        for (int i = 0; i < sizes.length; i++) {
            AvenueDiagram.Trajectory trajectory = diagram.trajectories().get(i);
            sizes[i] = trajectory.times().length;
            classes[i] = (byte) trajectory.vehicleClass().ordinal();
            for (int j = 0; j < sizes[i]; j++, k++) {
                times[k] = (float) (trajectory.times()[j] - diagram.start());
                distances[k] = (float) trajectory.distances()[j];
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", diagram.name());
        map.put("start", diagram.start());
        map.put("end", diagram.end());
        map.put("length", diagram.length());
        map.put("signals", diagram.signals());
        map.put("sizes", PackedNumbers.of(sizes));
        map.put("classes", PackedNumbers.of(classes));
        map.put("times", PackedNumbers.of(times));
        map.put("distances", PackedNumbers.of(distances));
        return map;
    }

    private static Object row(Convergence.Row row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("iteration", row.iteration());
        map.put("executed", number(row.executed()));
        map.put("worst", number(row.worst()));
        map.put("average", number(row.average()));
        map.put("best", number(row.best()));
        map.put("relativeGap", number(row.relativeGap()));
        return map;
    }

    private static Object table(ReportTable table) {
        List<Object> rows = new ArrayList<>();
        for (ReportTable.Row row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(cell(cell)));
            rows.add(
                    Map.of(
                            "cells", cells,
                            "link", row.linkIndex(),
                            "junction", row.junctionIndex()));
        }
        return Map.of("id", table.id(), "columns", table.columns(), "rows", rows);
    }

    private static Object cell(Object cell) {
        if (cell instanceof Enum<?> constant) {
            return constant.name();
        }
        return cell instanceof Number n ? number(n.doubleValue()) : cell;
    }

    private static Object band(PlausibilityRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", row.label());
        map.put("unit", row.unit());
        map.put("simulated", number(row.simulated()));
        map.put("low", number(row.low()));
        map.put("high", number(row.high()));
        map.put("source", row.source());
        map.put("certainty", row.certainty());
        return map;
    }

    /** JSON knows no NaN; whole numbers are written as such. */
    private static Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? (Object) (long) value
                : (Object) value;
    }
}
