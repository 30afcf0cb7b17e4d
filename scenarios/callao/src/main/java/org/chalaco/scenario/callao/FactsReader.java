package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.callao.CallaoFacts.District;
import org.chalaco.scenario.callao.CallaoFacts.Gateway;
import org.chalaco.scenario.callao.CallaoFacts.Intersection;
import org.chalaco.scenario.callao.CallaoFacts.Repair;
import org.chalaco.scenario.callao.CallaoFacts.Segment;
import org.chalaco.scenario.callao.CallaoFacts.TransitLine;
import org.chalaco.scenario.callao.CallaoFacts.TypeRow;
import org.chalaco.scenario.callao.CallaoFacts.Zone;
import org.chalaco.scenario.od.TimeProfile;
import org.chalaco.scenario.table.CsvTable;

/** Reads the tables of {@link CallaoFacts} one by one and notes every problem. */
final class FactsReader {

    private final Path data;
    private final Problems problems;
    private final Map<String, Intersection> intersections = new LinkedHashMap<>();
    private final List<CsvTable.Row> placed = new ArrayList<>();

    FactsReader(Path data, Problems problems) {
        this.data = data;
        this.problems = problems;
    }

    private List<CsvTable.Row> rows(String file, String... columns) {
        List<String> all = new ArrayList<>(List.of(columns));
        all.addAll(List.of("source", "certainty"));
        return CsvTable.read(data.resolve(file), Set.copyOf(all), problems).rows();
    }

    Map<String, Intersection> intersections() {
        for (CsvTable.Row r :
                rows("intersections.csv", "id", "name", "x", "y", "kind", "signals")) {
            Intersection i =
                    new Intersection(
                            r.getText("id"),
                            r.getText("name"),
                            r.getNumber("x"),
                            r.getNumber("y"),
                            r.getOneOf(
                                    "kind",
                                    List.of(
                                            "junction",
                                            "roundabout",
                                            "interchange",
                                            "gate",
                                            "gateway")),
                            r.getOneOf("signals", List.of("no", "yes", "likely", "unknown")),
                            r.text("signals_certainty"),
                            r.getText("source"),
                            r.getText("certainty"));
            if (intersections.put(i.id(), i) != null) {
                r.problem("CH-SCN-007", "id", "is given twice.", "Maybe delete one line?");
            }
        }
        return intersections;
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (CsvTable.Row r :
                rows("segments.csv", "street", "from", "to", "length_m", "class", "lanes")) {
            placed.add(r);
            segments.add(
                    new Segment(
                            r.getText("street"),
                            r.getText("from"),
                            r.getText("to"),
                            r.getNumber("length_m", 1),
                            r.getOneOf("class", CallaoFacts.CLASSES),
                            r.getOneOf("direction", List.of("both", "forward")).equals("forward"),
                            r.getInteger("lanes", 1),
                            r.getText("lanes_certainty"),
                            r.getNumber("osm_speed_kmh", 1),
                            r.getText("source"),
                            r.getText("certainty"),
                            ""));
        }
        return segments;
    }

    List<Repair> repairs() {
        List<Repair> repairs = new ArrayList<>();
        for (CsvTable.Row r : rows("repairs.csv", "action", "from", "to", "reason")) {
            boolean add = r.text("action").equals("add");
            boolean length = add || r.text("action").equals("lengthen");
            repairs.add(
                    new Repair(
                            r.getOneOf(
                                    "action",
                                    List.of(
                                            "drop",
                                            "add",
                                            "open",
                                            "one-way",
                                            "merge",
                                            "lengthen",
                                            "interchange",
                                            "gateway")),
                            r.text("street"),
                            r.getText("from"),
                            r.text("to"),
                            length ? r.getNumber("length_m", 1) : Double.NaN,
                            add ? r.getOneOf("class", CallaoFacts.CLASSES) : "",
                            r.text("direction").equals("forward"),
                            add ? r.getInteger("lanes", 1) : 0,
                            r.text("lanes_certainty"),
                            r.getText("reason"),
                            r.getText("source"),
                            r.getText("certainty")));
        }
        return repairs;
    }

    Map<String, District> districts() {
        Map<String, District> districts = new LinkedHashMap<>();
        for (CsvTable.Row r :
                rows("districts.csv", "district", "population_2017", "share_in_network")) {
            districts.put(
                    r.getText("district"),
                    new District(
                            r.text("district"),
                            r.getNumber("population_2017", 0),
                            r.getNumber("share_in_network", 0)));
        }
        return districts;
    }

    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        for (CsvTable.Row r : rows("zones.csv", "intersection", "district", "home_weight")) {
            placed.add(r);
            zones.add(
                    new Zone(
                            r.getText("intersection"),
                            r.getText("district"),
                            r.getNumber("home_weight", 0),
                            r.getNumber("job_weight", 0),
                            r.getNumber("school_weight", 0),
                            r.getNumber("freight_weight", 0)));
        }
        return zones;
    }

    List<Gateway> gateways() {
        List<Gateway> gateways = new ArrayList<>();
        for (CsvTable.Row r : rows("gateways.csv", "intersection", "entering_peak")) {
            placed.add(r);
            gateways.add(
                    new Gateway(
                            r.getText("intersection"),
                            r.getNumber("entering_peak", 0),
                            r.getNumber("leaving_peak", 0)));
        }
        return gateways;
    }

    Map<String, TimeProfile> profiles() {
        Map<String, List<TimeProfile.Interval>> intervals = new LinkedHashMap<>();
        for (CsvTable.Row r : rows("time_profiles.csv", "purpose", "from", "until", "share")) {
            intervals
                    .computeIfAbsent(r.getText("purpose"), k -> new ArrayList<>())
                    .add(
                            new TimeProfile.Interval(
                                    seconds(r, "from"),
                                    seconds(r, "until"),
                                    r.getNumber("share", 0)));
        }
        Map<String, TimeProfile> profiles = new LinkedHashMap<>();
        intervals.forEach((purpose, list) -> profiles.put(purpose, profile(purpose, list)));
        return profiles;
    }

    private TimeProfile profile(String purpose, List<TimeProfile.Interval> list) {
        try {
            return new TimeProfile(list);
        } catch (IllegalArgumentException e) {
            problems.add(
                    new Problem(
                            "CH-SCN-008",
                            Problem.Severity.ERROR,
                            "time_profiles.csv",
                            0,
                            "share",
                            purpose,
                            "The shares of the purpose (%s) do not sum to 1.".formatted(purpose),
                            "Maybe a line is missing?"));
            return null;
        }
    }

    private static double seconds(CsvTable.Row r, String column) {
        String[] parts = r.getText(column).split(":");
        try {
            return Integer.parseInt(parts[0]) * 3600.0 + Integer.parseInt(parts[1]) * 60.0;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            r.problem("CH-SCN-004", column, "is not a time of day.", "Maybe write 07:30?");
            return 0;
        }
    }

    List<TypeRow> types() {
        List<TypeRow> types = new ArrayList<>();
        for (CsvTable.Row r : rows("vehicle_types.csv", "id", "class", "length_m", "pcu")) {
            types.add(
                    new TypeRow(
                            r.getText("id"),
                            VehicleClass.valueOf(r.getOneOf("class", classNames())),
                            r.getNumber("length_m", 0.5),
                            r.getNumber("max_speed_kmh", 1),
                            r.getNumber("pcu", 0.01),
                            r.getNumber("speed_factor", 0.1),
                            r.getNumber("time_gap_s", 0.1),
                            r.getNumber("standstill_gap_m", 0.1),
                            r.getNumber("max_acceleration", 0.1),
                            r.getNumber("comfortable_deceleration", 0.1),
                            r.getNumber("politeness", 0)));
        }
        return types;
    }

    private static List<String> classNames() {
        return java.util.Arrays.stream(VehicleClass.values()).map(Enum::name).toList();
    }

    List<TransitLine> lines() {
        List<TransitLine> lines = new ArrayList<>();
        for (CsvTable.Row r : rows("transit_lines.csv", "line", "stops", "combi_per_hour")) {
            List<String> stops = List.of(r.getText("stops").split("\\s+"));
            for (String stop : stops) {
                checkPlace(r, "stops", stop);
            }
            lines.add(
                    new TransitLine(
                            r.getText("line"),
                            stops,
                            r.getNumber("combi_per_hour", 0),
                            r.getNumber("minibus_per_hour", 0),
                            r.getNumber("bus_per_hour", 0)));
        }
        return lines;
    }

    Set<String> linksWithoutDoors() {
        Set<String> links = new TreeSet<>();
        for (CsvTable.Row r : rows("no_doors.csv", "from", "to", "reason")) {
            placed.add(r);
            links.add(r.getText("from") + "-" + r.getText("to"));
            links.add(r.getText("to") + "-" + r.getText("from"));
        }
        return links;
    }

    void checkPlaces() {
        for (CsvTable.Row r : placed) {
            for (String column : List.of("from", "to", "intersection")) {
                if (!r.text(column).isEmpty()) {
                    checkPlace(r, column, r.text(column));
                }
            }
        }
    }

    private void checkPlace(CsvTable.Row r, String column, String place) {
        if (!intersections.containsKey(place)) {
            r.problem(
                    "CH-SCN-009",
                    column,
                    "names the intersection (%s), which is not in intersections.csv."
                            .formatted(place),
                    "Maybe it is misspelt?");
        }
    }
}
