package org.chalaco.scenario.habana;

import java.util.Arrays;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * How many lanes it takes from one lane to another without changing lanes; all lanes of the map are
 * of one length, so the fewest lanes are the shortest way. Immutable and thread-safe.
 */
final class LaneDistances {

    private static final short NEVER = Short.MAX_VALUE;

    private final RoadNetwork network;
    private final short[][] toLane; // [to][from]

    LaneDistances(RoadNetwork network) {
        this.network = network;
        int lanes = network.laneCount();
        toLane = new short[lanes][lanes];
        for (short[] row : toLane) {
            Arrays.fill(row, NEVER);
        }
        for (int from = 0; from < lanes; from++) {
            spreadFrom(from);
        }
    }

    /** Breadth first along the connectors. */
    private void spreadFrom(int from) {
        int[] queue = new int[network.laneCount()];
        int size = 1;
        queue[0] = from;
        toLane[from][from] = 0;
        for (int k = 0; k < size; k++) {
            int lane = queue[k];
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                int next = network.toLane(c);
                if (toLane[next][from] == NEVER) {
                    toLane[next][from] = (short) (toLane[lane][from] + 1);
                    queue[size++] = next;
                }
            }
        }
    }

    boolean reaches(int from, int to) {
        return toLane[to][from] != NEVER;
    }

    /** Number of connectors on a shortest way; 0 for the lane itself. */
    int between(int from, int to) {
        return toLane[to][from];
    }

    /** The next lane of a shortest way; one of several by chance. */
    int next(int lane, int to, RandomStream random) {
        int found = RoadNetwork.NONE;
        int candidates = 0;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            int next = network.toLane(c);
            if (toLane[to][next] == toLane[to][lane] - 1) {
                candidates++;
                found = random.nextInt(candidates) == 0 ? next : found;
            }
        }
        return found;
    }
}
