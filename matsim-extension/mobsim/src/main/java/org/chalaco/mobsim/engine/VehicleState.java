package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.Arrays;
import org.chalaco.mobsim.traffic.Route;

/**
 * What is known of every vehicle on the road, as arrays over slots.
 *
 * <p>A slot is taken when a vehicle enters and given back when it leaves, the last one freed first,
 * so the arrays stay as short as the busiest moment. About 118 bytes a slot.
 */
final class VehicleState {

    /** Nothing decided at the stop line, or free to go. */
    static final byte GO = 0;

    /** Must stop: the signal says so. */
    static final byte STOP_SIGNAL = 1;

    /** Must stop: the exit of the box is full. */
    static final byte STOP_EXIT = 2;

    /** Must stop: others go first. */
    static final byte STOP_YIELD = 3;

    /** Must stop: this lane does not lead where the driver wants to go. */
    static final byte STOP_WRONG_LANE = 4;

    /** Must stop: serves a stop on this lane, or comes to it. */
    static final byte STOP_SERVICE = 5;

    /** Must stop: the lane or link that follows is closed. */
    static final byte STOP_CLOSED = 6;

    /** No choice at amber yet. */
    static final byte AMBER_UNDECIDED = 0;

    /** Passes at amber, and at the red after it. */
    static final byte AMBER_PASS = 1;

    /** Stops. */
    static final byte AMBER_STOP = 2;

    /** Stands since never. */
    static final int MOVING = Integer.MAX_VALUE;

    /** Vehicle index, or NONE for a free slot. */
    int[] vehicle = new int[0];

    /** Row in {@link DriverProfiles}. */
    int[] profile = new int[0];

    /** Lane, or lane count + connector. */
    int[] track = new int[0];

    /** Front bumper from the start of the track, m, at most its length but within a step. */
    double[] position = new double[0];

    /** m/s, never negative. */
    double[] speed = new double[0];

    /** m/s², in the present step. */
    double[] acceleration = new double[0];

    /** Driven since entering, m. */
    double[] odometer = new double[0];

    /** Links to drive. */
    Route[] route = new Route[0];

    /** Place of the present link (on a connector: of the link left) in the route. */
    int[] leg = new int[0];

    /** Where on its last link the trip ends, as a share of the lane. */
    double[] arrivalPosition = new double[0];

    /** Where on the present lane the trip ends, m, or infinite while not on the last link. */
    double[] destination = new double[0];

    /** Link to be driven next, or NONE on the last one. */
    int[] nextLink = new int[0];

    /** Link after that, or NONE. */
    int[] linkAfter = new int[0];

    /** Connector to be taken next, or NONE: last link, or a lane that does not lead on. */
    int[] connector = new int[0];

    /** Lanes to move to the left (negative: right) before the stop line. */
    byte[] shift = new byte[0];

    /** Number of the move after which it stood, without a break since, or {@link #MOVING}. */
    int[] standsSince = new int[0];

    /** Moves made so far, one a step. */
    int moves;

    /** Times it stopped on the present link. */
    int[] stops = new int[0];

    /** Whether it counts as stopped: set below 0.1 m/s, cleared above 2 m/s. */
    boolean[] stopped = new boolean[0];

    /** Step before which it does not change lanes for its own benefit. */
    int[] settledUntil = new int[0];

    /** Decision at the stop line in the last step, for others to read. */
    byte[] decision = new byte[0];

    /** The same in this step. */
    byte[] nextDecision = new byte[0];

    /** Choice at amber. */
    byte[] amberChoice = new byte[0];

    /** Place in the {@link PassingOrder} up to the waiting point; 0: none. */
    int[] entryNumber = new int[0];

    /** The same beyond the waiting point. */
    int[] crossingNumber = new int[0];

    /** Slot of a lane changer this driver lets in, or NONE. */
    int[] letsIn = new int[0];

    /** Wish to change lanes in this step: 1 to the left, -1 to the right, or 0. */
    byte[] wish = new byte[0];

    /** Slot of the driver asked to let this one in, or NONE. */
    int[] asks = new int[0];

    /** Stops and guidance, or null: a vehicle that just drives its route. */
    Itinerary[] itinerary = new Itinerary[0];

    /** Changes whenever a vehicle gets another slot. */
    int generation;

    private int[] free = new int[0];
    private int freeCount;
    private int highest;
    private int used;

    /** Slots in use. */
    int count() {
        return used;
    }

    /** One past the highest slot that was ever in use since the last renumbering. */
    int end() {
        return highest;
    }

    /** Where on the present lane it stops to serve a stop, m, or infinite. */
    double stopAt(int slot) {
        return itinerary[slot] == null ? Double.POSITIVE_INFINITY : itinerary[slot].stopAt;
    }

    /** Steps spent standing without a break. */
    int standing(int slot) {
        return Math.max(0, moves - standsSince[slot]);
    }

    int take() {
        used++;
        generation++;
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (highest == vehicle.length) {
            grow(Math.max(1024, highest + highest / 16));
        }
        return highest++;
    }

    /** A slot just taken, as of somebody who stands there for the first time. */
    void clear(int slot) {
        speed[slot] = 0;
        acceleration[slot] = 0;
        odometer[slot] = 0;
        standsSince[slot] = MOVING;
        stops[slot] = 0;
        stopped[slot] = false;
        settledUntil[slot] = 0;
        decision[slot] = GO;
        nextDecision[slot] = GO;
        amberChoice[slot] = AMBER_UNDECIDED;
        entryNumber[slot] = 0;
        crossingNumber[slot] = 0;
        letsIn[slot] = NONE;
        wish[slot] = 0;
        asks[slot] = NONE;
        itinerary[slot] = null;
    }

    void release(int slot) {
        generation++;
        vehicle[slot] = NONE;
        route[slot] = null;
        itinerary[slot] = null;
        speed[slot] = 0;
        acceleration[slot] = 0;
        used--;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(1024, 2 * freeCount));
        }
        free[freeCount++] = slot;
    }

    /** Forgets what the driver of this slot has decided at the stop line. */
    void undecide(int slot) {
        decision[slot] = connector[slot] == NONE ? STOP_WRONG_LANE : STOP_YIELD;
        nextDecision[slot] = decision[slot];
        amberChoice[slot] = AMBER_UNDECIDED;
    }

    /** What was decided in this step becomes what others may read in the next. */
    void publishDecisions() {
        byte[] published = decision;
        decision = nextDecision;
        nextDecision = published;
        System.arraycopy(decision, 0, nextDecision, 0, highest);
    }

    /**
     * Renumbers the slots: new slot k is what old slot {@code from[k]} was. Vehicles that stand one
     * behind the other on the road come to lie one behind the other in memory, where a step finds
     * them without waiting.
     *
     * @param from old slots, all that are in use
     * @param n how many
     * @return new slot of every old one, NONE for those not in use
     */
    int[] renumber(int[] from, int n) {
        int[] to = new int[vehicle.length];
        Arrays.fill(to, NONE);
        for (int k = 0; k < n; k++) {
            to[from[k]] = k;
        }
        vehicle = permuted(vehicle, from, n);
        Arrays.fill(vehicle, n, vehicle.length, NONE);
        profile = permuted(profile, from, n);
        track = permuted(track, from, n);
        position = permuted(position, from, n);
        speed = permuted(speed, from, n);
        acceleration = permuted(acceleration, from, n);
        odometer = permuted(odometer, from, n);
        arrivalPosition = permuted(arrivalPosition, from, n);
        destination = permuted(destination, from, n);
        nextLink = permuted(nextLink, from, n);
        linkAfter = permuted(linkAfter, from, n);
        leg = permuted(leg, from, n);
        connector = permuted(connector, from, n);
        standsSince = permuted(standsSince, from, n);
        stops = permuted(stops, from, n);
        settledUntil = permuted(settledUntil, from, n);
        shift = permuted(shift, from, n);
        decision = permuted(decision, from, n);
        nextDecision = permuted(nextDecision, from, n);
        amberChoice = permuted(amberChoice, from, n);
        entryNumber = permuted(entryNumber, from, n);
        crossingNumber = permuted(crossingNumber, from, n);
        letsIn = renamed(permuted(letsIn, from, n), to, n);
        wish = permuted(wish, from, n);
        asks = renamed(permuted(asks, from, n), to, n);
        Itinerary[] itineraries = new Itinerary[itinerary.length];
        Route[] routes = new Route[route.length];
        boolean[] stoppedBefore = stopped;
        stopped = new boolean[stoppedBefore.length];
        for (int k = 0; k < n; k++) {
            routes[k] = route[from[k]];
            itineraries[k] = itinerary[from[k]];
            stopped[k] = stoppedBefore[from[k]];
        }
        route = routes;
        itinerary = itineraries;
        generation++;
        highest = n;
        freeCount = 0;
        return to;
    }

    private static int[] renamed(int[] slots, int[] to, int n) {
        for (int k = 0; k < n; k++) {
            slots[k] = slots[k] == NONE ? NONE : to[slots[k]];
        }
        return slots;
    }

    private static double[] permuted(double[] values, int[] from, int n) {
        double[] result = new double[values.length];
        for (int k = 0; k < n; k++) {
            result[k] = values[from[k]];
        }
        return result;
    }

    private static int[] permuted(int[] values, int[] from, int n) {
        int[] result = new int[values.length];
        for (int k = 0; k < n; k++) {
            result[k] = values[from[k]];
        }
        return result;
    }

    private static byte[] permuted(byte[] values, int[] from, int n) {
        byte[] result = new byte[values.length];
        for (int k = 0; k < n; k++) {
            result[k] = values[from[k]];
        }
        return result;
    }

    private void grow(int n) {
        vehicle = Arrays.copyOf(vehicle, n);
        profile = Arrays.copyOf(profile, n);
        track = Arrays.copyOf(track, n);
        position = Arrays.copyOf(position, n);
        speed = Arrays.copyOf(speed, n);
        acceleration = Arrays.copyOf(acceleration, n);
        odometer = Arrays.copyOf(odometer, n);
        route = Arrays.copyOf(route, n);
        leg = Arrays.copyOf(leg, n);
        arrivalPosition = Arrays.copyOf(arrivalPosition, n);
        destination = Arrays.copyOf(destination, n);
        nextLink = Arrays.copyOf(nextLink, n);
        linkAfter = Arrays.copyOf(linkAfter, n);
        connector = Arrays.copyOf(connector, n);
        shift = Arrays.copyOf(shift, n);
        standsSince = Arrays.copyOf(standsSince, n);
        stops = Arrays.copyOf(stops, n);
        stopped = Arrays.copyOf(stopped, n);
        settledUntil = Arrays.copyOf(settledUntil, n);
        decision = Arrays.copyOf(decision, n);
        nextDecision = Arrays.copyOf(nextDecision, n);
        amberChoice = Arrays.copyOf(amberChoice, n);
        entryNumber = Arrays.copyOf(entryNumber, n);
        crossingNumber = Arrays.copyOf(crossingNumber, n);
        letsIn = Arrays.copyOf(letsIn, n);
        wish = Arrays.copyOf(wish, n);
        asks = Arrays.copyOf(asks, n);
        itinerary = Arrays.copyOf(itinerary, n);
    }
}
