package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.Arrays;
import java.util.BitSet;

/** Which vehicles are under way, from wanting to enter until they are gone, and in which slot. */
final class VehicleIndex {

    private final VehicleState state;
    private final BitSet underWay = new BitSet();
    private int[] slotOf = new int[0];
    private int generation = -1;

    VehicleIndex(VehicleState state) {
        this.state = state;
    }

    void begins(int vehicle) {
        underWay.set(vehicle);
    }

    void ends(int vehicle) {
        underWay.clear(vehicle);
    }

    /** Whether the vehicle wants to enter, is on the road or in a bay. */
    boolean isUnderWay(int vehicle) {
        return vehicle >= 0 && underWay.get(vehicle);
    }

    /** Slot of a vehicle on the road, or NONE; looks through all only after slots have changed. */
    int slotOf(int vehicle) {
        if (!isUnderWay(vehicle)) {
            return NONE;
        }
        if (generation != state.generation) {
            rebuild();
        }
        return vehicle < slotOf.length ? slotOf[vehicle] : NONE;
    }

    private void rebuild() {
        if (slotOf.length < underWay.length()) {
            slotOf = new int[underWay.length()];
        }
        Arrays.fill(slotOf, NONE);
        for (int slot = 0; slot < state.end(); slot++) {
            if (state.vehicle[slot] != NONE) {
                slotOf[state.vehicle[slot]] = slot;
            }
        }
        generation = state.generation;
    }
}
