package org.chalaco.mobsim.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The road network, packed into arrays: built once by {@link Builder}, never changed.
 *
 * <p>Everything is an index. Links, junctions, lanes and connectors are counted from 0; the lanes
 * of a link are consecutive, lane 0 of a link being the rightmost (at the kerb); the connectors
 * that leave a lane are consecutive too. A <em>lane</em> is the drivable piece of a link between
 * the box of its first junction and its own stop line; a <em>connector</em> is the path from a stop
 * line through the box to the start of a lane of the next link. Every lane has one stop line, at
 * its end.
 *
 * <p>Accessors do not check their index beyond what the array does. Immutable and thread-safe.
 * Memory: about 60 bytes a lane, 50 bytes a connector and 17 bytes an ordered conflict, besides the
 * {@link Link} records it was built from.
 */
public final class RoadNetwork {

    /** No such link, lane, connector or signal group. */
    public static final int NONE = -1;

    /**
     * In {@link #conflictFlags}: this connector yields to the other where no signal controls
     * either.
     */
    public static final byte YIELDS_UNSIGNALISED = 1;

    /** In {@link #conflictFlags}: this connector yields to the other when both show green. */
    public static final byte YIELDS_WHEN_BOTH_GREEN = 2;

    /** In {@link #conflictFlags}: the two end in the same lane. */
    public static final byte MERGE = 4;

    /**
     * In {@link #conflictFlags}: opposing approaches, so that both may be green (a permissive
     * turn).
     */
    public static final byte PERMISSIVE = 8;

    /** Width of a lane where nothing else is known, m. */
    public static final double LANE_WIDTH = 3.2;

    private final List<Junction> junctions;
    private final List<Link> links;
    private final Map<String, Integer> junctionIndexes;
    private final Map<String, Integer> linkIndexes;

    // per link
    final int[] linkFrom;
    final int[] linkTo;
    final int[] linkFirstLane; // one longer than the links
    final double[] linkStartSetback;
    final double[] linkEndSetback;
    final int[] nextLinkStart; // one longer than the links
    final int[] nextLinks;

    // per lane
    final int[] laneLink;
    final double[] laneLength;
    final int[] laneFirstConnector; // one longer than the lanes

    // per connector, in order of their from-lane
    final int[] connectorFrom;
    final int[] connectorTo;
    final double[] connectorLength;
    final double[] connectorSpeed;
    final Turn[] connectorTurn;
    final double[][] connectorShape;

    // per ordered conflict, in order of the own connector
    final int[] conflictStart; // one longer than the connectors
    final int[] conflictOther;
    final float[] conflictOwnDistance;
    final float[] conflictOtherDistance;
    final byte[] conflictFlags;

    RoadNetwork(NetworkAssembly a) {
        junctions = List.copyOf(a.junctions);
        links = List.copyOf(a.links);
        junctionIndexes = Map.copyOf(a.junctionIndexes);
        linkIndexes = Map.copyOf(a.linkIndexes);
        linkFrom = a.linkFrom;
        linkTo = a.linkTo;
        linkFirstLane = a.linkFirstLane;
        linkStartSetback = a.linkStartSetback;
        linkEndSetback = a.linkEndSetback;
        nextLinkStart = a.nextLinkStart;
        nextLinks = a.nextLinks;
        laneLink = a.laneLink;
        laneLength = a.laneLength;
        laneFirstConnector = a.laneFirstConnector;
        connectorFrom = a.connectorFrom;
        connectorTo = a.connectorTo;
        connectorLength = a.connectorLength;
        connectorSpeed = a.connectorSpeed;
        connectorTurn = a.connectorTurn;
        connectorShape = a.connectorShape;
        conflictStart = a.conflictStart;
        conflictOther = a.conflictOther;
        conflictOwnDistance = a.conflictOwnDistance;
        conflictOtherDistance = a.conflictOtherDistance;
        conflictFlags = a.conflictFlags;
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    // ---------------------------------------------------------------- junctions

    public int junctionCount() {
        return junctions.size();
    }

    public Junction junction(int junctionIndex) {
        return junctions.get(junctionIndex);
    }

    /** All junctions, in index order. */
    public List<Junction> junctions() {
        return junctions;
    }

    /** Index of the junction with this id, or {@link #NONE}. */
    public int findJunction(String junctionId) {
        return junctionIndexes.getOrDefault(junctionId, NONE);
    }

    // ---------------------------------------------------------------- links

    public int linkCount() {
        return links.size();
    }

    /** The record the link was built from. */
    public Link link(int linkIndex) {
        return links.get(linkIndex);
    }

    /** All links, in index order. */
    public List<Link> links() {
        return links;
    }

    /** Index of the link with this id, or {@link #NONE}. */
    public int findLink(String linkId) {
        return linkIndexes.getOrDefault(linkId, NONE);
    }

    /**
     * Index of the link with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int getLinkIndex(String linkId) {
        int index = findLink(linkId);
        if (index == NONE) {
            throw new IllegalArgumentException(
                    "There is no link (%s) in this network.".formatted(linkId));
        }
        return index;
    }

    /** Index of the junction where the link starts. */
    public int fromJunction(int linkIndex) {
        return linkFrom[linkIndex];
    }

    /** Index of the junction where the link ends. */
    public int toJunction(int linkIndex) {
        return linkTo[linkIndex];
    }

    /** Length of the link centre to centre, m, as the file gives it. */
    public double length(int linkIndex) {
        return links.get(linkIndex).length();
    }

    /** Free speed, m/s. */
    public double freeSpeed(int linkIndex) {
        return links.get(linkIndex).freeSpeed();
    }

    /** Index of the link's rightmost lane. */
    public int firstLane(int linkIndex) {
        return linkFirstLane[linkIndex];
    }

    /** Number of lanes of the link. */
    public int laneCount(int linkIndex) {
        return linkFirstLane[linkIndex + 1] - linkFirstLane[linkIndex];
    }

    /** What the box of the link's first junction takes off its length, m. */
    public double startSetback(int linkIndex) {
        return linkStartSetback[linkIndex];
    }

    /** Distance from the link's stop line to the centre of its last junction, m. */
    public double endSetback(int linkIndex) {
        return linkEndSetback[linkIndex];
    }

    /** Number of links that can be driven to from this one. */
    public int nextLinkCount(int linkIndex) {
        return nextLinkStart[linkIndex + 1] - nextLinkStart[linkIndex];
    }

    /** The {@code k}-th link that can be driven to from this one, in index order. */
    public int nextLink(int linkIndex, int k) {
        return nextLinks[nextLinkStart[linkIndex] + k];
    }

    /** Whether some lane of {@code fromLink} leads to {@code toLink}. */
    public boolean connects(int fromLink, int toLink) {
        return Arrays.binarySearch(
                        nextLinks, nextLinkStart[fromLink], nextLinkStart[fromLink + 1], toLink)
                >= 0;
    }

    // ---------------------------------------------------------------- lanes

    /** Number of lanes in the whole network. */
    public int laneCount() {
        return laneLink.length;
    }

    /** Index of the link the lane belongs to. */
    public int linkOfLane(int laneIndex) {
        return laneLink[laneIndex];
    }

    /** Place of the lane on its link, 0 at the kerb. */
    public int positionOnLink(int laneIndex) {
        return laneIndex - linkFirstLane[laneLink[laneIndex]];
    }

    /** Drivable length from the first junction's box to the stop line, m. */
    public double laneLength(int laneIndex) {
        return laneLength[laneIndex];
    }

    /** First connector that leaves the lane. */
    public int firstConnector(int laneIndex) {
        return laneFirstConnector[laneIndex];
    }

    /** One past the last connector that leaves the lane. */
    public int endConnector(int laneIndex) {
        return laneFirstConnector[laneIndex + 1];
    }

    /** First connector from the lane to any lane of {@code toLink}, or {@link #NONE}. */
    public int findConnector(int laneIndex, int toLink) {
        for (int c = laneFirstConnector[laneIndex]; c < laneFirstConnector[laneIndex + 1]; c++) {
            if (laneLink[connectorTo[c]] == toLink) {
                return c;
            }
        }
        return NONE;
    }

    // ---------------------------------------------------------------- connectors

    /** Number of connectors in the whole network. */
    public int connectorCount() {
        return connectorFrom.length;
    }

    /** Lane the connector leaves. */
    public int fromLane(int connectorIndex) {
        return connectorFrom[connectorIndex];
    }

    /** Lane the connector ends in. */
    public int toLane(int connectorIndex) {
        return connectorTo[connectorIndex];
    }

    /** Link the connector leaves. */
    public int fromLink(int connectorIndex) {
        return laneLink[connectorFrom[connectorIndex]];
    }

    /** Link the connector ends in. */
    public int toLink(int connectorIndex) {
        return laneLink[connectorTo[connectorIndex]];
    }

    /** Junction whose box the connector crosses. */
    public int junctionOfConnector(int connectorIndex) {
        return linkTo[fromLink(connectorIndex)];
    }

    /** Length of the path through the box, m. */
    public double connectorLength(int connectorIndex) {
        return connectorLength[connectorIndex];
    }

    /** Speed the bend allows, m/s; at least walking pace. */
    public double connectorSpeed(int connectorIndex) {
        return connectorSpeed[connectorIndex];
    }

    /** How the connector bends. */
    public Turn turn(int connectorIndex) {
        return connectorTurn[connectorIndex];
    }

    /** The connector's path as x, y pairs, m; a copy. */
    public double[] connectorShape(int connectorIndex) {
        return connectorShape[connectorIndex].clone();
    }

    // ---------------------------------------------------------------- conflict points

    /** First conflict of the connector, in the conflict arrays. */
    public int firstConflict(int connectorIndex) {
        return conflictStart[connectorIndex];
    }

    /** One past the last conflict of the connector. */
    public int endConflict(int connectorIndex) {
        return conflictStart[connectorIndex + 1];
    }

    /** The other connector of a conflict. */
    public int conflictOther(int conflictIndex) {
        return conflictOther[conflictIndex];
    }

    /** Distance of the conflict point from the start of the own connector, m. */
    public double conflictOwnDistance(int conflictIndex) {
        return conflictOwnDistance[conflictIndex];
    }

    /** Distance of the conflict point from the start of the other connector, m. */
    public double conflictOtherDistance(int conflictIndex) {
        return conflictOtherDistance[conflictIndex];
    }

    /**
     * {@link #YIELDS_UNSIGNALISED}, {@link #YIELDS_WHEN_BOTH_GREEN}, {@link #MERGE}, {@link
     * #PERMISSIVE}.
     */
    public byte conflictFlags(int conflictIndex) {
        return conflictFlags[conflictIndex];
    }

    /** All places where another connector crosses or joins this one. */
    public List<ConflictPoint> listConflicts(int connectorIndex) {
        return java.util.stream.IntStream.range(
                        conflictStart[connectorIndex], conflictStart[connectorIndex + 1])
                .mapToObj(k -> ConflictPoint.of(this, connectorIndex, k))
                .toList();
    }

    @Override
    public String toString() {
        return "RoadNetwork[%d junctions, %d links, %d lanes, %d connectors, %d conflicts]"
                .formatted(
                        junctionCount(),
                        linkCount(),
                        laneCount(),
                        connectorCount(),
                        conflictOther.length);
    }

    /**
     * Collects junctions and links and packs them. Lane connections are derived from the geometry
     * unless they are given for a link; see {@code LaneAssignment} for the rules.
     */
    public static final class Builder {

        private final NetworkAssembly assembly = new NetworkAssembly();

        private Builder() {}

        /** Adds a junction. */
        public Builder junction(Junction junction) {
            assembly.add(junction);
            return this;
        }

        /** Adds a link; its junctions may follow later. */
        public Builder link(Link link) {
            assembly.add(link);
            return this;
        }

        /**
         * Gives one lane connection; the first one given for a link replaces all derived ones of
         * that link.
         */
        public Builder connect(LaneConnection connection) {
            assembly.connections.add(connection);
            return this;
        }

        /** Forbids a movement (a turn restriction). */
        public Builder forbid(String fromLinkId, String toLinkId) {
            assembly.forbidden.add(fromLinkId + "\u0000" + toLinkId);
            return this;
        }

        /**
         * Allows U-turns at every junction, not only where nothing else is possible. Default: not.
         */
        public Builder allowUTurns(boolean allowed) {
            assembly.uTurnsAllowed = allowed;
            return this;
        }

        /**
         * Packs the network.
         *
         * @throws IllegalArgumentException naming every unknown junction, duplicate id or
         *     impossible connection at once
         */
        public RoadNetwork build() {
            return assembly.assemble();
        }
    }
}
