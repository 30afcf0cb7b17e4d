package org.chalaco.bench.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Manhattan grid with trips on fixed routes, the same for every simulator.
 *
 * <p>Blocks of {@value #BLOCK} m, every street two-way at {@value #SPEED} m/s; a street has three
 * lanes a direction where its row or column number k is 2 modulo 5, else two where k is even, else
 * one. Trips start and end on links drawn by their lanes; their routes are Z-shaped: along one
 * axis, along the other on a street drawn by its lanes, and along the first again, without U-turns.
 * Departures are drawn evenly over the period. Every node with at least three approaches has a
 * two-stage fixed-time signal: {@value #CYCLE} s, {@value #GREEN} s green for north and south, then
 * for east and west, 3 s between.
 *
 * <p>The same sizes and seed give the same grid, on every machine. Immutable.
 */
public final class NeutralGrid {

    /** Length of a link, m. */
    public static final double BLOCK = 200.0;

    /** Free speed, m/s. */
    public static final double SPEED = 13.89;

    /** MATSim's capacity of a lane, veh/h. */
    public static final double CAPACITY = 1800.0;

    /** Length of the signals' cycle, s. */
    public static final int CYCLE = 60;

    /** Green of each of the two stages, s. */
    public static final int GREEN = 27;

    /**
     * Size of a grid and of its demand.
     *
     * @param columns nodes from west to east
     * @param rows nodes from south to north
     * @param trips vehicles
     * @param period within which they depart, s
     * @param seed of the trips
     */
    public record Size(int columns, int rows, int trips, int period, int seed) {

        /** The usual seed. */
        public static final int SEED = 4711;

        public Size {
            if (columns < 2 || rows < 2 || trips < 0 || period < 1 || seed < 0) {
                throw new IllegalArgumentException(
                        "A grid of (%d x %d) nodes with (%d) trips in (%d s), seed (%d), cannot be drawn."
                                .formatted(columns, rows, trips, period, seed));
            }
        }
    }

    /**
     * A crossing.
     *
     * @param column from the west, 0 first
     * @param row from the south, 0 first
     */
    record Node(int column, int row) {

        String id() {
            return "n" + column + "_" + row;
        }

        double x() {
            return column * BLOCK;
        }

        double y() {
            return row * BLOCK;
        }
    }

    /**
     * One direction of a street between two crossings.
     *
     * @param from where it begins
     * @param to where it ends
     * @param lanes in this direction
     */
    record Street(Node from, Node to, int lanes) {

        String id() {
            return idOf(from, to);
        }

        static String idOf(Node from, Node to) {
            return from.column() + "_" + from.row() + "-" + to.column() + "_" + to.row();
        }

        boolean isNorthSouth() {
            return from.column() == to.column();
        }
    }

    /**
     * One vehicle.
     *
     * @param departure s
     * @param linkIds its route
     */
    record Trip(int departure, List<String> linkIds) {}

    private final Size size;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Street> streets = new ArrayList<>();
    private final Map<Node, List<Street>> approaches = new LinkedHashMap<>();
    private final List<Trip> trips;

    private NeutralGrid(Size size) {
        this.size = size;
        for (int column = 0; column < size.columns(); column++) {
            for (int row = 0; row < size.rows(); row++) {
                nodes.add(new Node(column, row));
            }
        }
        for (Node node : nodes) {
            addStreet(node, node.column() + 1, node.row());
            addStreet(node, node.column() - 1, node.row());
            addStreet(node, node.column(), node.row() + 1);
            addStreet(node, node.column(), node.row() - 1);
        }
        for (Street street : streets) {
            approaches.computeIfAbsent(street.to(), n -> new ArrayList<>()).add(street);
        }
        trips = new TripDrawing(this).trips();
    }

    private void addStreet(Node from, int column, int row) {
        boolean inside = column >= 0 && column < size.columns() && row >= 0 && row < size.rows();
        if (inside) {
            int lanes = lanesOf(row == from.row() ? row : column);
            streets.add(new Street(from, new Node(column, row), lanes));
        }
    }

    /** A grid of this size. */
    public static NeutralGrid of(Size size) {
        return new NeutralGrid(size);
    }

    /** Lanes of the street with this row or column number. */
    static int lanesOf(int k) {
        if (k % 5 == 2) {
            return 3;
        }
        return k % 2 == 0 ? 2 : 1;
    }

    /** How large it is. */
    public Size size() {
        return size;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Street> streets() {
        return streets;
    }

    /** By departure, drawn earlier first. */
    List<Trip> trips() {
        return trips;
    }

    /** Nodes that have a signal, in order. */
    List<Node> signalised() {
        return nodes.stream().filter(node -> approaches.get(node).size() >= 3).toList();
    }

    /** Streets that lead to a node, in order. */
    List<Street> approaches(Node node) {
        return approaches.get(node);
    }

    /**
     * Writes the grid into a folder: neutral tables (nodes.csv, links.csv, trips.csv.gz,
     * signals.csv) and MATSim files (config.xml names the others).
     */
    public void write(Path folder) throws IOException {
        GridFiles.write(this, folder);
        MatsimGridFiles.write(this, folder);
    }
}
