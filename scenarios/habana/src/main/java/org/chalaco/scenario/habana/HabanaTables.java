package org.chalaco.scenario.habana;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.table.Assumptions;
import org.chalaco.scenario.table.CsvTable;

/**
 * The tables of {@code data/}.
 *
 * @param numbers {@code assumptions.csv}
 * @param nodes {@code nodes.csv}
 * @param entries {@code entries.csv}
 * @param types {@code vehicle_templates.csv}
 */
record HabanaTables(
        Assumptions numbers, List<Node> nodes, List<Entry> entries, List<VehicleType> types) {

    /**
     * An intersection or a place at the border.
     *
     * @param x m to the east
     * @param yDown m to the south, as the study draws
     * @param layouts in which it has signals
     * @param eastWestFirst whether its stages begin with traffic along the x axis
     */
    record Node(
            String id,
            double x,
            double yDown,
            boolean boundary,
            Set<SignalLayout> layouts,
            boolean eastWestFirst) {}

    /**
     * A street section into the map.
     *
     * @param vehPerSecond arrivals per lane, from the kerb
     */
    record Entry(String linkId, double[] vehPerSecond) {}

    static HabanaTables read(Path data, Problems problems) {
        Assumptions numbers = Assumptions.read(data.resolve("assumptions.csv"), problems);
        return new HabanaTables(
                numbers,
                nodes(data, problems),
                entries(data, problems),
                types(data, numbers, problems));
    }

    private static List<CsvTable.Row> rows(
            Path data, String name, Problems problems, String... columns) {
        List<String> all = new ArrayList<>(List.of(columns));
        all.addAll(List.of("source", "certainty"));
        return CsvTable.read(data.resolve(name), Set.copyOf(all), problems).rows();
    }

    private static List<Node> nodes(Path data, Problems problems) {
        List<Node> nodes = new ArrayList<>();
        for (CsvTable.Row r :
                rows(
                        data,
                        "nodes.csv",
                        problems,
                        "id",
                        "x",
                        "y_down",
                        "kind",
                        "signals_28",
                        "signals_29",
                        "first_stage")) {
            Set<SignalLayout> layouts =
                    Set.copyOf(
                            Arrays.stream(SignalLayout.values())
                                    .filter(l -> yes(r, l.column()))
                                    .toList());
            nodes.add(
                    new Node(
                            r.getText("id"),
                            r.getNumber("x"),
                            r.getNumber("y_down"),
                            r.getOneOf("kind", List.of("intersection", "boundary"))
                                    .equals("boundary"),
                            layouts,
                            r.getOneOf("first_stage", List.of("EW", "NS", "none")).equals("EW")));
        }
        return nodes;
    }

    private static boolean yes(CsvTable.Row row, String column) {
        return row.getOneOf(column, List.of("no", "yes")).equals("yes");
    }

    private static List<Entry> entries(Path data, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        for (CsvTable.Row r :
                rows(
                        data,
                        "entries.csv",
                        problems,
                        "link",
                        "left_lane_veh_per_s",
                        "right_lane_veh_per_s")) {
            double right = r.getNumber("right_lane_veh_per_s", 0);
            double left = r.getNumber("left_lane_veh_per_s", 0);
            entries.add(new Entry(r.getText("link"), new double[] {right, left}));
        }
        return entries;
    }

    private static List<VehicleType> types(Path data, Assumptions numbers, Problems problems) {
        List<VehicleType> types = new ArrayList<>();
        for (CsvTable.Row r :
                rows(
                        data,
                        "vehicle_templates.csv",
                        problems,
                        "id",
                        "length_m",
                        "max_speed",
                        "max_acceleration",
                        "comfortable_deceleration",
                        "time_gap_s",
                        "standstill_gap_m")) {
            DriverParameters driver =
                    new DriverParameters(
                            1,
                            r.getNumber("time_gap_s", 0.1),
                            r.getNumber("standstill_gap_m", 0.1),
                            r.getNumber("max_acceleration", 0.1),
                            r.getNumber("comfortable_deceleration", 0.1),
                            DriverParameters.CITY.exponent(),
                            numbers.get("politeness"));
            types.add(
                    new VehicleType(
                            r.getText("id"),
                            VehicleClass.CAR,
                            r.getNumber("length_m", 1),
                            r.getNumber("max_speed", 1),
                            1,
                            driver,
                            DriverSpread.NONE));
        }
        return types;
    }
}
