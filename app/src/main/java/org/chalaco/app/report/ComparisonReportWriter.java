package org.chalaco.app.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * The report of a comparison of strategies on one network, one file that opens offline, in English
 * and Spanish.
 */
public final class ComparisonReportWriter {

    private static final ReportWriter.Page PAGE =
            new ReportWriter.Page(
                    "compare.html",
                    List.of(
                            "inflate.js",
                            "content.js",
                            "words.js",
                            "colors.js",
                            "roads.js",
                            "map.js",
                            "charts.js",
                            "compare.js"),
                    "compare-words.json");

    private final RoadNetwork network;

    /** A writer of reports on this network. */
    public ComparisonReportWriter(RoadNetwork network) {
        this.network = requireNonNull(network, "network");
    }

    /**
     * Writes the page.
     *
     * @param content what {@code compare.js} reads; arrays of floats are packed
     */
    public void write(Wording title, Map<String, Object> content, Path file) throws IOException {
        ReportWriter.write(page(title, content), file);
    }

    String page(Wording title, Map<String, Object> content) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        content.forEach((name, value) -> root.put(name, packed(value)));
        root.put("network", ReportJson.network(network));
        root.put("vehicleClasses", List.of(VehicleClass.values()));
        return new ReportWriter().page(PAGE, title, new ReportJson().write(root));
    }

    private static Object packed(Object value) {
        if (value instanceof float[] numbers) {
            return PackedNumbers.of(numbers);
        }
        return value instanceof List<?> list
                ? list.stream().map(ComparisonReportWriter::packed).toList()
                : value;
    }
}
