package org.chalaco.app.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.chalaco.analysis.emission.EmissionTables;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.emission.EmissionTotals.OfLink;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Emissions as tables, and as a map of lines: by class, and by link and hour, with the ids of the
 * network so that they join whatever else is known of the links.
 */
public final class EmissionFiles {

    private EmissionFiles() {}

    /**
     * Writes {@code emissions_classes.csv}, {@code emissions_links.csv} and {@code
     * emissions_links.geojson}.
     *
     * @param place from coordinates of the network to those of the map: longitude and latitude,
     *     where that is known
     */
    public static void write(
            OutputFolder folder,
            EmissionTotals totals,
            RoadNetwork network,
            UnaryOperator<double[]> place)
            throws IOException {
        List<EmissionTotals.OfClass> classes = new ArrayList<>(totals.classes());
        classes.add(totals.total());
        csv(folder, "emissions_classes.csv", EmissionTables.CLASSES, classes);
        List<OfLink> used =
                totals.linkIntervals().stream().filter(l -> l.figures().seconds() > 0).toList();
        csv(folder, "emissions_links.csv", EmissionTables.LINKS, used);
        OutputFolder.writeWhole(
                folder.file("emissions_links.geojson"),
                temporary -> {
                    try (BufferedWriter out = Files.newBufferedWriter(temporary);
                            JsonGenerator json = new JsonFactory().createGenerator(out)) {
                        collection(totals, network, place, json);
                    }
                });
    }

    private static <R> void csv(
            OutputFolder folder, String name, KpiTable<R> table, List<? extends R> rows)
            throws IOException {
        OutputFolder.writeWhole(
                folder.file(name),
                temporary -> {
                    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                        table.writeCsv(rows, out);
                    }
                });
    }

    private static void collection(
            EmissionTotals totals,
            RoadNetwork network,
            UnaryOperator<double[]> place,
            JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (OfLink link : totals.links()) {
            if (link.figures().seconds() > 0) {
                json.writeRaw('\n');
                feature(link, hours(totals, link.linkIndex()), network, place, json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<OfLink> hours(EmissionTotals totals, int link) {
        int links = totals.links().size();
        List<OfLink> hours = new ArrayList<>();
        for (int k = link; k < totals.linkIntervals().size(); k += links) {
            hours.add(totals.linkIntervals().get(k));
        }
        return hours;
    }

    private static void feature(
            OfLink link,
            List<OfLink> hours,
            RoadNetwork network,
            UnaryOperator<double[]> place,
            JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", link.linkId());
        json.writeObjectFieldStart("properties");
        json.writeStringField("linkId", link.linkId());
        json.writeNumberField("vehicleKm", round(link.vehicleKm()));
        json.writeNumberField("co2_g", round(link.co2()));
        json.writeNumberField("nox_g", round(link.nox()));
        json.writeNumberField("voc_g", round(link.voc()));
        json.writeNumberField("pm_g", round(link.pm()));
        json.writeNumberField("fuel_L", round(link.fuelLitres()));
        array("from_s", hours, OfLink::from, json);
        array("co2_g_by_hour", hours, OfLink::co2, json);
        array("nox_g_by_hour", hours, OfLink::nox, json);
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "LineString");
        json.writeArrayFieldStart("coordinates");
        int index = link.linkIndex();
        point(network.junction(network.fromJunction(index)), place, json);
        point(network.junction(network.toJunction(index)), place, json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void array(
            String name, List<OfLink> hours, ToDoubleFunction<OfLink> figure, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (OfLink hour : hours) {
            json.writeNumber(round(figure.applyAsDouble(hour)));
        }
        json.writeEndArray();
    }

    private static void point(Junction junction, UnaryOperator<double[]> place, JsonGenerator json)
            throws IOException {
        double[] at = place.apply(new double[] {junction.x(), junction.y()});
        json.writeStartArray();
        // Seven decimals of a degree are a centimetre.
        json.writeNumber(Math.round(at[0] * 1e7) / 1e7);
        json.writeNumber(Math.round(at[1] * 1e7) / 1e7);
        json.writeEndArray();
    }

    /** A milligram is finer than any model. */
    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
