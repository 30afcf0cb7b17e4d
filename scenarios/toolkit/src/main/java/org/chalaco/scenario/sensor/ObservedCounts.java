package org.chalaco.scenario.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.counts.Counts;
import org.chalaco.formats.counts.CountsReader;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.CountTarget.Passage;
import org.chalaco.scenario.table.CsvTable;

/**
 * Counts of the street from any file that is understood: MATSim counts (XML), a table of counts, a
 * table of sensor readings or of SCATS with a second table that says where the sensors lie.
 *
 * @param targets what demand is to explain
 * @param dropped readings that were not used
 */
public record ObservedCounts(List<CountTarget> targets, List<DroppedReadings> dropped) {

    private static final Set<String> DETECTORS = Set.of("detector", "links");

    public ObservedCounts {
        targets = List.copyOf(targets);
        dropped = List.copyOf(dropped);
    }

    /**
     * Reads counts.
     *
     * @param detectors table {@code detector,links[,to]}, or null: for counts that name links
     * @param problems takes everything that is wrong; what was dropped is one warning each
     */
    public static ObservedCounts read(
            Path file, Path detectors, RoadNetwork network, Problems problems) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        List<DroppedReadings> dropped = new ArrayList<>();
        List<CountTarget> targets;
        if (name.endsWith(".xml") || name.endsWith(".xml.gz")) {
            targets = matsim(file, network, problems);
        } else {
            Set<String> header = header(file);
            if (header.containsAll(SensorTables.SCATS)) {
                targets =
                        sensors(
                                SensorTables.readScats(file, problems),
                                detectors,
                                network,
                                problems,
                                dropped);
            } else if (header.containsAll(SensorTables.READINGS)) {
                targets =
                        sensors(
                                SensorTables.readReadings(file, problems),
                                detectors,
                                network,
                                problems,
                                dropped);
            } else {
                targets = CountTable.read(file, network, problems);
            }
        }
        if (targets.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    ProblemType.COUNT_NOTHING,
                    file.toString(),
                    "There is no count to fit demand to.",
                    "Maybe the table is empty, or all of it was dropped?");
        }
        return new ObservedCounts(
                new CountCheck(file.toString(), problems).check(targets), dropped);
    }

    private static Set<String> header(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? Set.of() : Set.of(first.strip().split("\\s*,\\s*"));
        } catch (IOException | IllegalArgumentException e) {
            // The table's reader says what is wrong.
            return Set.of();
        }
    }

    private static List<CountTarget> matsim(Path file, RoadNetwork network, Problems problems) {
        Counts counts = CountsReader.read(file, network, problems);
        Map<String, CountStation> stations = new LinkedHashMap<>();
        counts.stations().forEach(s -> stations.put(s.id(), s));
        List<CountTarget> targets = new ArrayList<>();
        for (TrafficCount count : counts.counts()) {
            int link = network.findLink(stations.get(count.stationId()).linkId());
            if (link != RoadNetwork.NONE) {
                targets.add(
                        new CountTarget(
                                count.stationId(),
                                List.of(new Passage(link, RoadNetwork.NONE)),
                                count.from(),
                                count.until(),
                                count.vehicleClass(),
                                count.vehicles(),
                                CountTarget.usualError(count.vehicles())));
            }
        }
        return targets;
    }

    private static List<CountTarget> sensors(
            List<SensorReading> readings,
            Path detectors,
            RoadNetwork network,
            Problems problems,
            List<DroppedReadings> dropped) {
        if (detectors == null) {
            problems.error(
                    ProblemType.COUNT_PLACE,
                    "",
                    "The readings name detectors, and nothing says where these lie.",
                    "Maybe add --detectors with a table detector,links?");
            return List.of();
        }
        Map<String, List<Passage>> places = new LinkedHashMap<>();
        CountPlaces reader = new CountPlaces(network);
        for (CsvTable.Row row : CsvTable.read(detectors, DETECTORS, problems).rows()) {
            places.put(row.getText("detector"), reader.read(row));
        }
        ReadingCleaner cleaner = new ReadingCleaner(readings);
        dropped.addAll(cleaner.dropped());
        warn(cleaner.dropped(), problems);
        return targets(cleaner.flows(), places, problems);
    }

    private static void warn(List<DroppedReadings> dropped, Problems problems) {
        for (DroppedReadings d : dropped) {
            problems.warn(
                    ProblemType.COUNT_CLEANED,
                    "",
                    "Detector (%s): %d readings from %s dropped, %s."
                            .formatted(
                                    d.detector(),
                                    d.count(),
                                    d.from(),
                                    d.reason().name().toLowerCase(Locale.ROOT)),
                    "");
        }
    }

    /** Detectors of one place (lanes side by side) are summed, hour by hour, where all counted. */
    private static List<CountTarget> targets(
            List<ReadingCleaner.HourlyFlow> flows,
            Map<String, List<Passage>> places,
            Problems problems) {
        Map<List<Passage>, Integer> lanes = new LinkedHashMap<>();
        places.values().forEach(p -> lanes.merge(p, 1, Integer::sum));
        Map<List<Object>, List<ReadingCleaner.HourlyFlow>> byPlace = new LinkedHashMap<>();
        for (ReadingCleaner.HourlyFlow flow : flows) {
            List<Passage> place = places.get(flow.detector());
            if (place == null) {
                problems.error(
                        ProblemType.COUNT_PLACE,
                        "",
                        "Nothing says where detector (%s) lies.".formatted(flow.detector()),
                        "Maybe its line in the table of detectors is missing?");
                places.put(flow.detector(), List.of());
            } else if (!place.isEmpty()) {
                byPlace.computeIfAbsent(List.of(place, flow.hour()), k -> new ArrayList<>())
                        .add(flow);
            }
        }
        List<CountTarget> targets = new ArrayList<>();
        for (List<ReadingCleaner.HourlyFlow> own : byPlace.values()) {
            List<Passage> place = places.get(own.get(0).detector());
            if (own.size() == lanes.get(place)) {
                targets.add(target(own, place));
            }
        }
        return targets;
    }

    private static CountTarget target(List<ReadingCleaner.HourlyFlow> own, List<Passage> place) {
        double vehicles = own.stream().mapToDouble(ReadingCleaner.HourlyFlow::vehicles).sum();
        double variance =
                own.stream().mapToDouble(f -> f.standardError() * f.standardError()).sum();
        double usual = CountTarget.usualError(vehicles);
        double error = Double.isNaN(variance) ? usual : Math.max(1, Math.sqrt(variance));
        double from = own.get(0).hour() * 3600.0;
        return new CountTarget(
                own.get(0).detector(), place, from, from + 3600, null, vehicles, error);
    }
}
