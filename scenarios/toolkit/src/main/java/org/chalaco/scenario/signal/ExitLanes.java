package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Lanes in which streams leave an interchange: ramps end in lanes of their own, so that streams
 * which do not cross do not merge either. Lanes are dealt out from right to left by flow, at least
 * one to each stream, where the road has enough of them.
 */
final class ExitLanes {

    private final RoadNetwork network;
    private final TurnFlows flows;

    ExitLanes(RoadNetwork network, TurnFlows flows) {
        this.network = network;
        this.flows = flows;
    }

    /** A range of lanes of a link, both ends included. */
    record Range(int first, int last) {

        int count() {
            return last - first + 1;
        }
    }

    /** Where a stream ends: anywhere, but at an interchange in its own lanes. */
    Range of(int link, int to) {
        int lanes = network.laneCount(to);
        Range all = new Range(0, lanes - 1);
        Junction junction = network.junction(network.fromJunction(to));
        List<Integer> streams = fromRightToLeft(to);
        if (junction.control() != JunctionControl.GRADE_SEPARATED || streams.size() > lanes) {
            return all;
        }
        int[] count = deal(streams, to, lanes);
        int first = 0;
        for (int k = 0; k < count.length; k++) {
            if (streams.get(k) == link) {
                return new Range(first, first + count[k] - 1);
            }
            first += count[k];
        }
        return all;
    }

    private int[] deal(List<Integer> streams, int to, int lanes) {
        int[] count = new int[streams.size()];
        java.util.Arrays.fill(count, 1);
        for (int left = lanes - count.length; left > 0; left--) {
            int fullest = 0;
            for (int k = 1; k < count.length; k++) {
                boolean fuller =
                        flows.pcuPerHour(streams.get(k), to) / count[k]
                                > flows.pcuPerHour(streams.get(fullest), to) / count[fullest];
                fullest = fuller ? k : fullest;
            }
            count[fullest]++;
        }
        return count;
    }

    /** Links that lead into this one; those that turn right into it first. */
    private List<Integer> fromRightToLeft(int to) {
        List<Integer> streams = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            for (int k = 0; k < network.nextLinkCount(l); k++) {
                if (network.nextLink(l, k) == to) {
                    streams.add(l);
                }
            }
        }
        streams.sort(
                Comparator.<Integer>comparingDouble(l -> LaneDesign.bend(network, l, to))
                        .thenComparing(l -> l));
        return streams;
    }
}
