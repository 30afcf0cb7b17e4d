package org.chalaco.analysis.kpi;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleType;

/** What is known of each vehicle while events pass: 41 bytes a vehicle. */
final class VehicleLog {

    static final byte NOT_SEEN = 0;
    static final byte ON_ROAD = 1;
    static final byte ARRIVED = 2;
    static final byte STUCK = 3;

    private final List<VehicleType> types;

    int[] typeIndex;
    double[] wantedDeparture; // s since midnight, NaN unknown
    byte[] state;
    int[] link; // it is on, or was last
    int[] connector; // by which it came onto that link, or NONE
    float[] entryShare; // of the lane at which it entered the road; 0 after the first link
    double[] since; // when it came onto that link, or left the road
    double[] metres; // driven so far on links it finished

    VehicleLog(List<VehicleType> types, int[] typeIndex, double[] wantedDeparture) {
        if (typeIndex.length != wantedDeparture.length) {
            throw new IllegalArgumentException(
                    "There are types of (%d) vehicles and departures of (%d)."
                            .formatted(typeIndex.length, wantedDeparture.length));
        }
        int n = typeIndex.length;
        this.types = List.copyOf(types);
        this.typeIndex = typeIndex.clone();
        this.wantedDeparture = wantedDeparture.clone();
        state = new byte[n];
        link = new int[n];
        connector = new int[n];
        entryShare = new float[n];
        since = new double[n];
        metres = new double[n];
    }

    /** Makes room for this vehicle, if there is none. */
    void include(int vehicle) {
        int before = size();
        if (vehicle < before) {
            return;
        }
        int n = Math.max(vehicle + 1, before + before / 2);
        typeIndex = Arrays.copyOf(typeIndex, n);
        wantedDeparture = Arrays.copyOf(wantedDeparture, n);
        state = Arrays.copyOf(state, n);
        link = Arrays.copyOf(link, n);
        connector = Arrays.copyOf(connector, n);
        entryShare = Arrays.copyOf(entryShare, n);
        since = Arrays.copyOf(since, n);
        metres = Arrays.copyOf(metres, n);
        Arrays.fill(wantedDeparture, before, n, Double.NaN);
    }

    /** Begins a new trip. */
    void expect(int vehicle, int type, double time) {
        include(vehicle);
        typeIndex[vehicle] = type;
        wantedDeparture[vehicle] = time;
        state[vehicle] = NOT_SEEN;
        metres[vehicle] = 0;
    }

    int size() {
        return state.length;
    }

    VehicleType type(int vehicle) {
        return types.get(typeIndex[vehicle]);
    }
}
