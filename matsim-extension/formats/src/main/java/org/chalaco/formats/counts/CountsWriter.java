package org.chalaco.formats.counts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;

/**
 * Writes MATSim counts, v1: vehicles per hour of the first day, all classes together.
 *
 * <p>Shorter intervals are summed up to hours; where a station gives classes but no total, classes
 * are added. An hour that is not covered from start to end is left out with a warning, as is a
 * station without any full hour.
 */
public final class CountsWriter {

    private static final int HOUR = 3600;

    private final Counts counts;
    private final Problems problems;
    private final String file;

    private CountsWriter(Counts counts, Problems problems, String file) {
        this.counts = counts;
        this.problems = problems;
        this.file = file;
    }

    /** Writes a file; what cannot be written is reported. */
    public static void write(Path file, Counts counts, Problems problems) {
        new CountsWriter(counts, problems, file.toString()).write(file);
    }

    private void write(Path path) {
        try (XmlOutput out = XmlOutput.create(path)) {
            out.start("counts")
                    .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                    .attribute(
                            "xsi:noNamespaceSchemaLocation",
                            "http://matsim.org/files/dtd/counts_v1.xsd")
                    .attribute("name", counts.name())
                    .attribute("year", counts.year());
            Map<String, List<TrafficCount>> byStation =
                    counts.counts().stream()
                            .collect(Collectors.groupingBy(TrafficCount::stationId));
            for (CountStation station : counts.stations()) {
                write(out, station, byStation.getOrDefault(station.id(), List.of()));
            }
            out.commit();
        }
    }

    private void write(XmlOutput out, CountStation station, List<TrafficCount> ofStation) {
        Map<Integer, Double> vehicles = vehiclesByHour(station, ofStation);
        if (vehicles.isEmpty()) {
            warn(station, "The station (%s) has no full hour and was left out.");
            return;
        }
        out.start("count").attribute("loc_id", station.linkId()).attribute("cs_id", station.id());
        vehicles.forEach(
                (hour, value) ->
                        out.start("volume").attribute("h", hour + 1).attribute("val", value).end());
        out.end();
    }

    private Map<Integer, Double> vehiclesByHour(CountStation station, List<TrafficCount> all) {
        boolean totals = all.stream().anyMatch(count -> count.vehicleClass() == null);
        Map<Integer, List<TrafficCount>> byHour =
                all.stream()
                        .filter(count -> !totals || count.vehicleClass() == null)
                        .filter(count -> count.from() >= 0 && count.until() <= 24 * HOUR)
                        .collect(
                                Collectors.groupingBy(
                                        count -> (int) (count.from() / HOUR),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<Integer, Double> vehicles = new TreeMap<>();
        byHour.forEach(
                (hour, ofHour) -> {
                    if (isCovered(hour, ofHour)) {
                        vehicles.put(
                                hour, ofHour.stream().mapToDouble(TrafficCount::vehicles).sum());
                    } else {
                        warn(station, "An hour of station (%s) is not covered and was left out.");
                    }
                });
        return vehicles;
    }

    /** Whether the intervals cover the hour, each class on its own. */
    private static boolean isCovered(int hour, List<TrafficCount> ofHour) {
        Map<String, Double> seconds =
                ofHour.stream()
                        .filter(count -> count.until() <= (hour + 1) * HOUR)
                        .collect(
                                Collectors.groupingBy(
                                        count -> String.valueOf(count.vehicleClass()),
                                        TreeMap::new,
                                        Collectors.summingDouble(
                                                count -> count.until() - count.from())));
        return !seconds.isEmpty() && seconds.values().stream().allMatch(s -> s == HOUR);
    }

    private void warn(CountStation station, String message) {
        problems.warn(ProblemType.COUNT_VALUE, file, message.formatted(station.id()), "");
    }
}
