package org.chalaco.analysis.kpi;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleType;

/** What is known of each vehicle while events pass: 41 bytes a vehicle. */
final class VehicleLog {

    static final byte NOT_SEEN = 0;
    static final byte ON_ROAD = 1;
    static final byte ARRIVED = 2;
    static final byte STUCK = 3;

    private final List<VehicleType> types;

    final int[] typeIndex;
    final double[] wantedDeparture; // s since midnight, NaN unknown
    final byte[] state;
    final int[] link; // it is on, or was last
    final int[] connector; // by which it came onto that link, or NONE
    final float[] entryShare; // of the lane at which it entered the road; 0 after the first link
    final double[] since; // when it came onto that link, or left the road
    final double[] metres; // driven so far on links it finished

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
        Arrays.fill(link, RoadNetwork.NONE);
        Arrays.fill(connector, RoadNetwork.NONE);
    }

    int size() {
        return state.length;
    }

    VehicleType type(int vehicle) {
        return types.get(typeIndex[vehicle]);
    }
}
