package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.Arrays;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Which vehicles are on which lane or connector, in order.
 *
 * <p>A track is a lane (its index) or a connector (lane count + its index). The vehicles of a track
 * stand in order of falling position: the first is nearest to the stop line. A vehicle belongs to
 * the track of its front bumper; its <em>tail</em> may still be on the track behind, which
 * remembers the last one that left.
 */
final class Tracks {

    private static final int[] EMPTY = new int[0];

    final RoadNetwork network;
    final int laneCount;
    final int trackCount;

    /** Length, m. */
    final double[] length;

    /** Speed limit, m/s. */
    final double[] speedLimit;

    /** Slots, front first; only the first {@code count} are meant. */
    final int[][] order;

    final int[] count;

    private final int[] first;
    private final int[] last;

    /**
     * How many of a lane's first vehicles rest at a red, each close behind the one before; as long
     * as the first one stays, so do they. Known until somebody comes or goes.
     */
    final int[] resting;

    /** Tracks that are not empty, as bits. */
    final long[] occupied;

    /** Room that vehicles inside junctions will need on a lane, m. */
    final double[] inbound;

    /** Slot of a driver beside who waits to take a connector of this lane, or NONE. */
    final int[] claim;

    /** Whether somebody may be on a lane that does not lead where that driver wants to go. */
    final boolean[] hasStrays;

    /** Who is inside which box. */
    final Boxes boxes;

    /** Vehicles before the stop line that will take a connector and cannot stop any more. */
    private final int[] announced;

    private final int[][] connectorsInto;
    private final int[] tailSlot;
    private final int[] tailVehicle;
    private final double[] tailClearsAt;
    private int[] tailTracks = new int[64];

    /** Lists that tracks have given back when they became empty: most connectors have none. */
    private int[][] spareLists = new int[64][];

    private int spareCount;
    private int tailCount;

    Tracks(RoadNetwork network) {
        this.network = network;
        laneCount = network.laneCount();
        trackCount = laneCount + network.connectorCount();
        length = new double[trackCount];
        speedLimit = new double[trackCount];
        order = new int[trackCount][];
        Arrays.fill(order, EMPTY);
        count = new int[trackCount];
        first = new int[trackCount];
        last = new int[trackCount];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
        resting = new int[trackCount];
        occupied = new long[(trackCount + 63) / 64];
        inbound = new double[laneCount];
        claim = new int[laneCount];
        hasStrays = new boolean[laneCount];
        Arrays.fill(claim, NONE);
        tailSlot = new int[trackCount];
        tailVehicle = new int[trackCount];
        Arrays.fill(tailVehicle, NONE);
        tailClearsAt = new double[trackCount];
        for (int lane = 0; lane < laneCount; lane++) {
            length[lane] = network.laneLength(lane);
            speedLimit[lane] = network.freeSpeed(network.linkOfLane(lane));
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            length[laneCount + c] = network.connectorLength(c);
            speedLimit[laneCount + c] = network.connectorSpeed(c);
        }
        boxes = new Boxes(network);
        announced = new int[network.connectorCount()];
        connectorsInto = connectorsInto();
    }

    private int[][] connectorsInto() {
        int[][] into = new int[laneCount][];
        Arrays.fill(into, EMPTY);
        for (int c = 0; c < network.connectorCount(); c++) {
            int lane = network.toLane(c);
            into[lane] = Arrays.copyOf(into[lane], into[lane].length + 1);
            into[lane][into[lane].length - 1] = c;
        }
        return into;
    }

    /** Connectors that end in this lane. */
    int[] connectorsInto(int lane) {
        return connectorsInto[lane];
    }

    /** The vehicle inside the junction that will reach this lane next, or NONE. */
    int nextInto(int lane, VehicleState state) {
        int next = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int connector : connectorsInto[lane]) {
            int track = laneCount + connector;
            int inside = first[track];
            if (inside != NONE && length[track] - state.position[inside] < least) {
                next = inside;
                least = length[track] - state.position[next];
            }
        }
        return next;
    }

    int ofConnector(int connector) {
        return laneCount + connector;
    }

    boolean isLane(int track) {
        return track < laneCount;
    }

    /** Puts a vehicle on a track, at the place its position demands. */
    void insert(int track, int slot, VehicleState state) {
        int n = count[track];
        if (n == order[track].length) {
            order[track] = n == 0 ? takeList() : Arrays.copyOf(order[track], n + n / 2 + 1);
        }
        int[] slots = order[track];
        int at = firstAtOrBehind(track, state.position[slot], state);
        System.arraycopy(slots, at, slots, at + 1, n - at);
        slots[at] = slot;
        first[track] = slots[0];
        last[track] = slots[n];
        count[track] = n + 1;
        resting[track] = 0;
        occupied[track >> 6] |= 1L << track;
        state.track[slot] = track;
        noteBox(track);
    }

    /** Takes a vehicle off its track. */
    void remove(int track, int slot) {
        int[] slots = order[track];
        int n = --count[track];
        resting[track] = 0;
        int at = 0;
        while (slots[at] != slot) {
            at++;
        }
        System.arraycopy(slots, at + 1, slots, at, n - at);
        first[track] = n == 0 ? NONE : slots[0];
        last[track] = n == 0 ? NONE : slots[n - 1];
        if (n == 0) {
            occupied[track >> 6] &= ~(1L << track);
            keepList(slots);
            order[track] = EMPTY;
        }
        noteBox(track);
    }

    private int[] takeList() {
        return spareCount == 0 ? new int[2] : spareLists[--spareCount];
    }

    private void keepList(int[] list) {
        if (spareCount == spareLists.length) {
            spareLists = Arrays.copyOf(spareLists, 2 * spareCount);
        }
        spareLists[spareCount++] = list;
    }

    private void noteBox(int track) {
        if (!isLane(track)) {
            int connector = track - laneCount;
            boolean tail = tailVehicle[track] != NONE;
            boxes.note(connector, count[track] > 0 || tail || announced[connector] > 0);
        }
    }

    /** One more (or less) is about to come onto this connector. */
    void announce(int connector, int more) {
        announced[connector] += more;
        noteBox(ofConnector(connector));
    }

    /** Whether anybody is about to come onto this connector. */
    boolean isAnnounced(int connector) {
        return announced[connector] > 0;
    }

    /** Place in the order of the first vehicle at this position or behind it. */
    int firstAtOrBehind(int track, double position, VehicleState state) {
        int[] slots = order[track];
        int low = 0;
        int high = count[track];
        if (high == 0 || state.position[slots[high - 1]] > position) {
            return high; // whoever comes from the track behind
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (state.position[slots[middle]] > position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** First vehicle of a track, or NONE. */
    int first(int track) {
        return first[track];
    }

    /** Last vehicle of a track, or NONE. */
    int last(int track) {
        return last[track];
    }

    /** Remembers that this vehicle's front left the track just now, {@code beyond} m ago. */
    void leaveTail(int track, int slot, double beyond, VehicleState state, double vehicleLength) {
        if (tailVehicle[track] == NONE) {
            if (tailCount == tailTracks.length) {
                tailTracks = Arrays.copyOf(tailTracks, 2 * tailCount);
            }
            tailTracks[tailCount++] = track;
        }
        tailSlot[track] = slot;
        tailVehicle[track] = state.vehicle[slot];
        tailClearsAt[track] = state.odometer[slot] - beyond + vehicleLength;
        noteBox(track);
    }

    /** Forgets the tails that have been drawn off their tracks. */
    void forgetTails(VehicleState state) {
        int kept = 0;
        for (int k = 0; k < tailCount; k++) {
            int track = tailTracks[k];
            int slot = tailSlot[track];
            if (state.vehicle[slot] == tailVehicle[track]
                    && state.odometer[slot] < tailClearsAt[track]) {
                tailTracks[kept++] = track;
            } else {
                tailVehicle[track] = NONE;
                noteBox(track);
            }
        }
        tailCount = kept;
    }

    /** Slot of the vehicle whose tail is still on the track, or NONE. */
    int tail(int track, VehicleState state) {
        int vehicle = tailVehicle[track];
        if (vehicle == NONE) {
            return NONE;
        }
        int slot = tailSlot[track];
        boolean there =
                state.vehicle[slot] == vehicle && state.odometer[slot] < tailClearsAt[track];
        return there ? slot : NONE;
    }

    /** Renumbers the slots of all vehicles in the order of the road. */
    void renumber(VehicleState state) {
        int[] from = new int[state.count()];
        int n = 0;
        for (int track = 0; track < trackCount; track++) {
            for (int i = 0; i < count[track]; i++) {
                from[n++] = order[track][i];
            }
        }
        int[] to = state.renumber(from, n);
        for (int track = 0; track < trackCount; track++) {
            for (int i = 0; i < count[track]; i++) {
                order[track][i] = to[order[track][i]];
            }
            if (count[track] > 0) {
                first[track] = to[first[track]];
                last[track] = to[last[track]];
            }
            tailSlot[track] = tailVehicle[track] == NONE ? NONE : to[tailSlot[track]];
        }
        for (int lane = 0; lane < laneCount; lane++) {
            claim[lane] = claim[lane] == NONE ? NONE : to[claim[lane]];
        }
    }

    /** How far that tail reaches back onto the track, m. */
    double tailReach(int track, int slot, VehicleState state) {
        return tailClearsAt[track] - state.odometer[slot];
    }
}
