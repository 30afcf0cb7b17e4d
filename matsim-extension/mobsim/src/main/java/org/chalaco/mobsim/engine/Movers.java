package org.chalaco.mobsim.engine;

import java.util.Arrays;

/**
 * Who moves in a step, or may begin to, on a piece of the tracks; and which of these tracks have
 * somebody at their end then, in order. All others rest where they are.
 */
final class Movers extends OfOneThread {

    /** Slots, track by track. */
    int[] slots = new int[0];

    int count;

    /** Tracks on which somebody came to the end of the track or trip, in order. */
    int[] dueTracks = new int[4];

    int dueCount;

    void clear() {
        count = 0;
        dueCount = 0;
    }

    /** Prepares for so many more. */
    void makeRoom(int more) {
        if (count + more > slots.length) {
            slots = Arrays.copyOf(slots, count + more + slots.length / 2);
        }
    }

    void add(int slot) {
        slots[count++] = slot;
    }

    /** Notes that there is something to do on a track. */
    void isDue(int track) {
        if (dueCount > 0 && dueTracks[dueCount - 1] == track) {
            return;
        }
        if (dueCount == dueTracks.length) {
            dueTracks = Arrays.copyOf(dueTracks, 2 * dueCount);
        }
        dueTracks[dueCount++] = track;
    }
}
