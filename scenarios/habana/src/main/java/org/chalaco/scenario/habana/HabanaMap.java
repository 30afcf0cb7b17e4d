package org.chalaco.scenario.habana;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.table.Assumptions;

/**
 * The map of the Havana study with everything on it: 12 x 6 blocks, 55 intersections, 28 or 29 of
 * them with signals, Poisson arrivals on 64 lanes, five templates of vehicles.
 *
 * <pre>{@code
 * HabanaMap map = HabanaMap.read(Path.of("scenarios/habana"));
 * List<Departure> arrivals = map.demand().departures(seed, 300);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class HabanaMap {

    private final Assumptions numbers;
    private final HabanaTables tables;
    private final RoadNetwork network;
    private final List<VehicleType> types;
    private final HabanaDemand demand;

    private HabanaMap(HabanaTables tables) {
        this.tables = tables;
        numbers = tables.numbers();
        network = HabanaRoads.draw(tables);
        types = tables.types();
        demand = new HabanaDemand(network, tables.entries(), types.size());
    }

    /**
     * Reads the tables of {@code data/} in the scenario's folder.
     *
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public static HabanaMap read(Path scenario) {
        Problems problems = new Problems();
        HabanaTables tables = HabanaTables.read(scenario.resolve("data"), problems);
        problems.throwIfErrors();
        return new HabanaMap(tables);
    }

    /** Roads; intersections without signals give way to the right. */
    public RoadNetwork network() {
        return network;
    }

    /** The study's five templates, one type each. */
    public List<VehicleType> types() {
        return types;
    }

    /** Who arrives when and goes where. */
    public HabanaDemand demand() {
        return demand;
    }

    /** Seed of the plans in the folder. */
    public long seed() {
        return numbers.getInteger("seed");
    }

    /** How long vehicles arrive in the plans of the folder, s. */
    public double demandUntil() {
        return numbers.get("demand_until");
    }

    /** Signals with the plan that nobody has touched: every stage green for 30 s. */
    public List<SignalSystem> signals(SignalLayout layout) {
        return signals(layout, numbers.getInteger("default_green"));
    }

    /**
     * Signals with the same green for every stage.
     *
     * @param green s
     */
    public List<SignalSystem> signals(SignalLayout layout, int green) {
        return new HabanaSignals(tables, network).uniform(layout, green);
    }
}
