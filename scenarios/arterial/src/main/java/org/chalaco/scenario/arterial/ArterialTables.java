package org.chalaco.scenario.arterial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.table.Assumptions;
import org.chalaco.scenario.table.CsvTable;

/**
 * The tables of {@code data/}.
 *
 * @param numbers {@code assumptions.csv}
 * @param crossings {@code intersections.csv}, from west to east
 * @param fleet {@code fleet.csv}: share of each class of vehicle
 */
record ArterialTables(
        Assumptions numbers, List<Crossing> crossings, Map<VehicleClass, Double> fleet) {

    /**
     * A signal on the avenue.
     *
     * @param x place along the avenue, m
     * @param sideLanes lanes per direction of the side street
     * @param north flows from and to the north, veh/h
     * @param south flows from and to the south, veh/h
     */
    record Crossing(String id, double x, int sideLanes, Flows north, Flows south) {}

    /** Flows of one road end, veh/h in the peak hour. */
    record Flows(double in, double out) {}

    static ArterialTables read(Path data, Problems problems) {
        return new ArterialTables(
                Assumptions.read(data.resolve("assumptions.csv"), problems),
                crossings(data, problems),
                fleet(data, problems));
    }

    private static List<Crossing> crossings(Path data, Problems problems) {
        Set<String> columns =
                Set.of(
                        "id",
                        "x_m",
                        "side_lanes",
                        "north_in",
                        "north_out",
                        "south_in",
                        "south_out",
                        "source",
                        "certainty");
        List<Crossing> crossings = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (CsvTable.Row r :
                CsvTable.read(data.resolve("intersections.csv"), columns, problems).rows()) {
            double x = r.getNumber("x_m");
            if (x <= last) {
                r.problem("CH-SCN-005", "x_m", "is not east of the one before.", "Maybe sort?");
            }
            last = x;
            crossings.add(
                    new Crossing(
                            r.getText("id"),
                            x,
                            r.getInteger("side_lanes", 1),
                            new Flows(r.getNumber("north_in", 0), r.getNumber("north_out", 0)),
                            new Flows(r.getNumber("south_in", 0), r.getNumber("south_out", 0))));
        }
        return crossings;
    }

    private static Map<VehicleClass, Double> fleet(Path data, Problems problems) {
        Set<String> columns = Set.of("class", "share_pct", "source", "certainty");
        List<String> known = Arrays.stream(VehicleClass.values()).map(Enum::name).toList();
        Map<VehicleClass, Double> fleet = new LinkedHashMap<>();
        for (CsvTable.Row r : CsvTable.read(data.resolve("fleet.csv"), columns, problems).rows()) {
            VehicleClass kind = VehicleClass.valueOf(r.getOneOf("class", known));
            fleet.put(kind, r.getNumber("share_pct", 0) / 100);
        }
        return fleet;
    }

    /** One type per class, named as its mode. */
    List<VehicleType> types() {
        return fleet.keySet().stream().map(ParameterSet.LIMA_CALLAO::type).toList();
    }

    /** Mean passenger car units of a vehicle, -. */
    double meanPcu() {
        double sum = 0;
        for (VehicleType type : types()) {
            sum += fleet.get(type.vehicleClass()) * type.pcu();
        }
        return sum;
    }
}
