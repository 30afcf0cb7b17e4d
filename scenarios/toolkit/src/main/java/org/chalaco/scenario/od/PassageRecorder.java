package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Watches a simulated day: how many vehicles of each OD cell each count saw. Not thread-safe;
 * serves one day.
 */
public final class PassageRecorder implements EventSink {

    private final RoadNetwork network;
    private final List<CountTarget> targets;
    private final IntUnaryOperator cellOfVehicle;
    private final IntFunction<VehicleClass> classOfVehicle;
    private final int[][] targetsOfLink;
    private final int[][] passed;
    private final int[] seen;

    /**
     * A recorder.
     *
     * @param cellOfVehicle index of the OD cell by vehicle index, or -1: of no cell
     * @param classOfVehicle class by vehicle index
     */
    public PassageRecorder(
            RoadNetwork network,
            List<CountTarget> targets,
            IntUnaryOperator cellOfVehicle,
            IntFunction<VehicleClass> classOfVehicle) {
        this.network = network;
        this.targets = List.copyOf(targets);
        this.cellOfVehicle = cellOfVehicle;
        this.classOfVehicle = classOfVehicle;
        passed = new int[targets.size()][16];
        seen = new int[targets.size()];
        List<List<Integer>> ofLink = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            ofLink.add(new ArrayList<>());
        }
        for (int a = 0; a < targets.size(); a++) {
            for (CountTarget.Passage passage : targets.get(a).passages()) {
                ofLink.get(passage.link()).add(a);
            }
        }
        targetsOfLink = new int[network.linkCount()][];
        for (int l = 0; l < targetsOfLink.length; l++) {
            targetsOfLink[l] = ofLink.get(l).stream().distinct().mapToInt(a -> a).toArray();
        }
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            for (int a : targetsOfLink[e.linkIndex()]) {
                if (isSeen(targets.get(a), e)) {
                    if (seen[a] == passed[a].length) {
                        passed[a] = Arrays.copyOf(passed[a], 2 * seen[a]);
                    }
                    passed[a][seen[a]++] = cellOfVehicle.applyAsInt(e.vehicleIndex());
                }
            }
        }
    }

    private boolean isSeen(CountTarget target, LinkLeave e) {
        boolean now = e.time() >= target.from() && e.time() < target.until();
        if (!now
                || target.vehicleClass() != null
                        && target.vehicleClass() != classOfVehicle.apply(e.vehicleIndex())) {
            return false;
        }
        int to = network.toLink(e.connectorIndex());
        for (CountTarget.Passage passage : target.passages()) {
            if (passage.link() == e.linkIndex()
                    && (passage.toLink() == RoadNetwork.NONE || passage.toLink() == to)) {
                return true;
            }
        }
        return false;
    }

    /** Vehicles that each count saw. */
    public double[] vehicles() {
        return Arrays.stream(seen).asDoubleStream().toArray();
    }

    /**
     * Shares of the trips of each cell that each count saw.
     *
     * @param simulated vehicles per cell that were simulated
     * @param before shares of an earlier day, for cells of which nobody drove today; or null: these
     *     are seen by nobody
     */
    public AssignmentProportions proportions(double[] simulated, AssignmentProportions before) {
        AssignmentProportions.Builder builder =
                new AssignmentProportions.Builder(targets.size(), simulated.length);
        for (int a = 0; a < passed.length; a++) {
            int[] cells = Arrays.copyOf(passed[a], seen[a]);
            Arrays.sort(cells);
            for (int k = 0; k < cells.length; ) {
                int first = k;
                while (k < cells.length && cells[k] == cells[first]) {
                    k++;
                }
                if (cells[first] >= 0 && simulated[cells[first]] > 0) {
                    builder.add(a, cells[first], (k - first) / simulated[cells[first]]);
                }
            }
            for (int k = before == null ? 0 : before.rowStart(a);
                    before != null && k < before.rowStart(a + 1);
                    k++) {
                if (simulated[before.column(k)] == 0) {
                    builder.add(a, before.column(k), before.share(k));
                }
            }
        }
        return builder.build();
    }
}
