package org.chalaco.mobsim.engine;

import java.util.stream.IntStream;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The boxes of all junctions: which connectors have a vehicle or a tail on them, and which of those
 * meet a given one.
 *
 * <p>The connectors of a junction are its bits. So the question that every driver at a stop line
 * asks each step, whether anybody is inside who matters, is one AND in most cases, and the conflict
 * points need be looked at only if the answer is yes.
 */
final class Boxes {

    /**
     * Traffic this slow can be judged, and joined, while rolling; the ring of a roundabout, m/s.
     */
    static final double SLOW_ROAD = 10;

    private final int[] junctionOf;
    private final long[] bitOf;
    private final int[] wordOf;
    private final int[] firstWord; // per junction, one longer
    private final int[] firstMask; // per connector: where its masks begin
    private final long[] meets;
    private final long[] merges;
    private final long[] inside;
    private final boolean[] blocksRuled;
    private final boolean[] blocksUnruled;
    private final boolean[] allWayStop;
    private final boolean[] yieldsUnruled;
    private final boolean[] yieldsRuled;
    private final boolean[] crosses;
    private final boolean[] crossesPaths;
    private final boolean[] fromMinorRoad;
    private final int[][] zips;

    Boxes(RoadNetwork network) {
        int n = network.connectorCount();
        junctionOf = new int[n];
        bitOf = new long[n];
        wordOf = new int[n];
        firstMask = new int[n + 1];
        blocksRuled = new boolean[n];
        blocksUnruled = new boolean[n];
        allWayStop = new boolean[n];
        yieldsUnruled = new boolean[n];
        yieldsRuled = new boolean[n];
        int[] members = new int[network.junctionCount()];
        int[] number = new int[n];
        for (int c = 0; c < n; c++) {
            junctionOf[c] = network.junctionOfConnector(c);
            number[c] = members[junctionOf[c]]++;
            allWayStop[c] =
                    network.junction(junctionOf[c]).control() == JunctionControl.ALL_WAY_STOP;
        }
        firstWord = new int[members.length + 1];
        for (int j = 0; j < members.length; j++) {
            firstWord[j + 1] = firstWord[j] + (members[j] + 63) / 64;
        }
        for (int c = 0; c < n; c++) {
            wordOf[c] = firstWord[junctionOf[c]] + number[c] / 64;
            bitOf[c] = 1L << number[c] % 64;
            firstMask[c + 1] = firstMask[c] + words(c);
        }
        inside = new long[firstWord[members.length]];
        meets = new long[firstMask[n]];
        merges = new long[firstMask[n]];
        fromMinorRoad = new boolean[n];
        crosses = new boolean[n];
        crossesPaths = new boolean[n];
        zips = new int[n][];
        for (int c = 0; c < n; c++) {
            mark(network, c);
            zips[c] = zips(network, c);
            fromMinorRoad[c] = fromMinorRoad(network, c);
        }
    }

    private int words(int connector) {
        int junction = junctionOf[connector];
        return firstWord[junction + 1] - firstWord[junction];
    }

    private void mark(RoadNetwork network, int c) {
        for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
            int other = network.conflictOther(k);
            int at = firstMask[c] + wordOf[other] - firstWord[junctionOf[c]];
            byte flags = network.conflictFlags(k);
            boolean merge = (flags & RoadNetwork.MERGE) != 0;
            meets[at] |= bitOf[other];
            merges[at] |= merge ? bitOf[other] : 0;
            boolean elsewhere = network.toLink(other) != network.toLink(c);
            crosses[c] |= elsewhere;
            crossesPaths[c] |= !merge;
            boolean yields = (flags & RoadNetwork.YIELDS_UNSIGNALISED) != 0;
            boolean otherApproach = network.fromLink(other) != network.fromLink(c);
            yieldsUnruled[c] |= yields;
            yieldsRuled[c] |= (flags & WaitingPoints.FILTER) == WaitingPoints.FILTER;
            blocksUnruled[c] |= elsewhere || yields;
            blocksRuled[c] |= elsewhere || yields || otherApproach;
        }
    }

    private static int[] zips(RoadNetwork network, int c) {
        int rank = network.link(network.fromLink(c)).rank();
        return IntStream.range(network.firstConflict(c), network.endConflict(c))
                .filter(
                        k ->
                                (network.conflictFlags(k) & RoadNetwork.MERGE) != 0
                                        && (network.conflictFlags(k)
                                                        & RoadNetwork.YIELDS_UNSIGNALISED)
                                                == 0)
                .map(network::conflictOther)
                .filter(other -> network.link(network.fromLink(other)).rank() == rank)
                .toArray();
    }

    /** Connectors of equal rank that yield to this one where both end in one lane. */
    int[] zips(int connector) {
        return zips[connector];
    }

    private static boolean fromMinorRoad(RoadNetwork network, int c) {
        int rank = network.link(network.fromLink(c)).rank();
        JunctionControl control = network.junction(network.junctionOfConnector(c)).control();
        return control == JunctionControl.PRIORITY
                && IntStream.range(network.firstConflict(c), network.endConflict(c))
                        .filter(
                                k ->
                                        (network.conflictFlags(k) & RoadNetwork.YIELDS_UNSIGNALISED)
                                                != 0)
                        .map(network::conflictOther)
                        .map(network::fromLink)
                        .anyMatch(
                                major ->
                                        network.link(major).rank() > rank
                                                && network.freeSpeed(major) > SLOW_ROAD);
    }

    /** Whether the connector meets one that ends on another link. */
    boolean crosses(int connector) {
        return crosses[connector];
    }

    /** Whether the connector crosses another one, and does not only join others. */
    boolean crossesPaths(int connector) {
        return crossesPaths[connector];
    }

    /**
     * Whether the connector leaves a road of lower rank than one that is driven fast: nobody sees
     * enough of that before having come to the line.
     */
    boolean isFromMinorRoad(int connector) {
        return fromMinorRoad[connector];
    }

    /** Notes whether somebody's body is on this connector. */
    void note(int connector, boolean occupied) {
        if (occupied) {
            inside[wordOf[connector]] |= bitOf[connector];
        } else {
            inside[wordOf[connector]] &= ~bitOf[connector];
        }
    }

    /** Whether anybody is on this connector, or about to come onto it. */
    boolean isInside(int connector) {
        return (inside[wordOf[connector]] & bitOf[connector]) != 0;
    }

    /** Whether anybody is on a connector that crosses or joins this one. */
    boolean othersInside(int connector) {
        return any(connector, meets);
    }

    /** Whether anybody is on a connector that ends in the same lane. */
    boolean mergingInside(int connector) {
        return any(connector, merges);
    }

    private boolean any(int connector, long[] masks) {
        int word = firstWord[junctionOf[connector]];
        for (int k = firstMask[connector]; k < firstMask[connector + 1]; k++, word++) {
            if ((masks[k] & inside[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the connector meets any other. */
    boolean meetsOthers(int connector) {
        for (int k = firstMask[connector]; k < firstMask[connector + 1]; k++) {
            if (meets[k] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether standing on this connector would be in the way of others who could go: where streams
     * cross, where one yields anyway, or where a signal will let others go next. A ring of merges
     * fills up to the next merge, and so turns.
     *
     * @param ruled whether a signal rules here
     */
    boolean blocksOthers(int connector, boolean ruled) {
        return ruled ? blocksRuled[connector] : blocksUnruled[connector];
    }

    /**
     * Whether this connector gives way to anybody who still comes.
     *
     * @param ruled whether a signal rules here
     */
    boolean givesWay(int connector, boolean ruled) {
        return ruled ? yieldsRuled[connector] : yieldsUnruled[connector];
    }

    /** Whether everyone must stop before this connector's junction. */
    boolean isAllWayStop(int connector) {
        return allWayStop[connector];
    }
}
