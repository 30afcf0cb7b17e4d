package org.chalaco.bench.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.bench.grid.NeutralGrid.Node;
import org.chalaco.bench.grid.NeutralGrid.Street;
import org.chalaco.bench.grid.NeutralGrid.Trip;

/** Draws the trips of a grid, one random number after the other in a fixed order. */
final class TripDrawing {

    private final NeutralGrid grid;
    private final MersenneTwister random;
    private final List<Integer> streetsByLanes;

    TripDrawing(NeutralGrid grid) {
        this.grid = grid;
        random = new MersenneTwister(grid.size().seed());
        streetsByLanes = cumulative(grid.streets().stream().map(Street::lanes).toList());
    }

    private static List<Integer> cumulative(List<Integer> weights) {
        List<Integer> sums = new ArrayList<>(weights.size());
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
            sums.add(sum);
        }
        return sums;
    }

    List<Trip> trips() {
        List<Trip> trips = new ArrayList<>(grid.size().trips());
        while (trips.size() < grid.size().trips()) {
            Street first = grid.streets().get(random.choice(streetsByLanes));
            Street last = grid.streets().get(random.choice(streetsByLanes));
            boolean same = first == last;
            boolean opposite = first.from().equals(last.to()) && first.to().equals(last.from());
            if (same || opposite) {
                continue;
            }
            List<Node> way = way(first, last);
            if (!turnsBack(way)) {
                trips.add(new Trip(random.below(grid.size().period()), linkIds(way)));
            }
        }
        trips.sort(Comparator.comparingInt(Trip::departure));
        return trips;
    }

    /** The Z from one link to the other; the street in its middle is drawn by lanes. */
    private List<Node> way(Street first, Street last) {
        Node a = first.to();
        Node b = last.from();
        List<Node> way = new ArrayList<>(List.of(first.from(), a));
        if (random.random() < 0.5) {
            int column = between(a.column(), b.column());
            addStraight(way, new Node(column, a.row()));
            addStraight(way, new Node(column, b.row()));
        } else {
            int row = between(a.row(), b.row());
            addStraight(way, new Node(a.column(), row));
            addStraight(way, new Node(b.column(), row));
        }
        addStraight(way, b);
        way.add(last.to());
        return way;
    }

    /** A row or column from one to the other, both included, by its lanes. */
    private int between(int one, int other) {
        int low = Math.min(one, other);
        List<Integer> lanes = new ArrayList<>();
        for (int k = low; k <= Math.max(one, other); k++) {
            lanes.add(NeutralGrid.lanesOf(k));
        }
        return low + random.choice(cumulative(lanes));
    }

    private static void addStraight(List<Node> way, Node to) {
        Node at = way.get(way.size() - 1);
        while (!at.equals(to)) {
            at =
                    new Node(
                            at.column() + Integer.signum(to.column() - at.column()),
                            at.row() + Integer.signum(to.row() - at.row()));
            way.add(at);
        }
    }

    private static boolean turnsBack(List<Node> way) {
        for (int k = 0; k + 2 < way.size(); k++) {
            if (way.get(k).equals(way.get(k + 2))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> linkIds(List<Node> way) {
        List<String> ids = new ArrayList<>(way.size() - 1);
        for (int k = 0; k + 1 < way.size(); k++) {
            ids.add(Street.idOf(way.get(k), way.get(k + 1)));
        }
        return List.copyOf(ids);
    }
}
