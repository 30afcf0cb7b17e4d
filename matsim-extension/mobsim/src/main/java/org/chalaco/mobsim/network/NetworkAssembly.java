package org.chalaco.mobsim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packs what {@link RoadNetwork.Builder} collected, one table after the other. */
final class NetworkAssembly {

    final List<Junction> junctions = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final Map<String, Integer> junctionIndexes = new HashMap<>();
    final Map<String, Integer> linkIndexes = new HashMap<>();
    final List<LaneConnection> connections = new ArrayList<>();
    final Set<String> forbidden = new HashSet<>();
    boolean uTurnsAllowed;

    int[] linkFrom;
    int[] linkTo;
    int[] linkFirstLane;
    double[] linkStartSetback;
    double[] linkEndSetback;
    int[] nextLinkStart;
    int[] nextLinks;
    int[] laneLink;
    double[] laneLength;
    int[] laneFirstConnector;
    int[] connectorFrom;
    int[] connectorTo;
    double[] connectorLength;
    double[] connectorSpeed;
    Turn[] connectorTurn;
    double[][] connectorShape;
    int[] conflictStart;
    int[] conflictOther;
    float[] conflictOwnDistance;
    float[] conflictOtherDistance;
    byte[] conflictFlags;

    private final List<String> problems = new ArrayList<>();

    void add(Junction junction) {
        if (junctionIndexes.putIfAbsent(junction.id(), junctions.size()) != null) {
            problems.add("Junction (%s) is given twice.".formatted(junction.id()));
            return;
        }
        junctions.add(junction);
    }

    void add(Link link) {
        if (linkIndexes.putIfAbsent(link.id(), links.size()) != null) {
            problems.add("Link (%s) is given twice.".formatted(link.id()));
            return;
        }
        links.add(link);
    }

    RoadNetwork assemble() {
        packLinks();
        connections.forEach(this::check);
        failOnProblems();
        JunctionGeometry geometry = new JunctionGeometry(this);
        geometry.setBack();
        packLanes();
        packConnectors(new LaneAssignment(this, geometry).assign(), geometry);
        new ConflictFinder(this, geometry).find();
        packNextLinks();
        return new RoadNetwork(this);
    }

    boolean isForbidden(int fromLink, int toLink) {
        return !forbidden.isEmpty()
                && forbidden.contains(links.get(fromLink).id() + "\u0000" + links.get(toLink).id());
    }

    private void failOnProblems() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
    }

    private void packLinks() {
        int n = links.size();
        linkFrom = new int[n];
        linkTo = new int[n];
        linkFirstLane = new int[n + 1];
        for (int l = 0; l < n; l++) {
            Link link = links.get(l);
            linkFrom[l] = endOf(link, link.from());
            linkTo[l] = endOf(link, link.to());
            linkFirstLane[l + 1] = linkFirstLane[l] + link.laneCount();
        }
    }

    private int endOf(Link link, String junctionId) {
        Integer index = junctionIndexes.get(junctionId);
        if (index == null) {
            problems.add(
                    "Link (%s) names the junction (%s), which is not there."
                            .formatted(link.id(), junctionId));
            return RoadNetwork.NONE;
        }
        return index;
    }

    private void check(LaneConnection c) {
        Integer from = linkIndexes.get(c.fromLinkId());
        Integer to = linkIndexes.get(c.toLinkId());
        if (from == null || to == null) {
            problems.add("The lane connection (%s) names a link that is not there.".formatted(c));
        } else if (linkTo[from] != linkFrom[to]) {
            problems.add("The lane connection (%s) joins links that do not meet.".formatted(c));
        } else if (!hasLane(from, c.fromLane()) || !hasLane(to, c.toLane())) {
            problems.add(
                    "The lane connection (%s) names a lane that is not there; links (%s) and (%s) have (%d) and (%d)."
                            .formatted(
                                    c,
                                    c.fromLinkId(),
                                    c.toLinkId(),
                                    links.get(from).laneCount(),
                                    links.get(to).laneCount()));
        }
    }

    private boolean hasLane(int link, int lane) {
        return lane >= 0 && lane < links.get(link).laneCount();
    }

    private void packLanes() {
        int lanes = linkFirstLane[links.size()];
        laneLink = new int[lanes];
        laneLength = new double[lanes];
        for (int l = 0; l < links.size(); l++) {
            double length = links.get(l).length() - linkStartSetback[l] - linkEndSetback[l];
            Arrays.fill(laneLink, linkFirstLane[l], linkFirstLane[l + 1], l);
            Arrays.fill(laneLength, linkFirstLane[l], linkFirstLane[l + 1], length);
        }
    }

    private void packConnectors(List<int[]> pairs, JunctionGeometry geometry) {
        pairs.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
        int n = pairs.size();
        connectorFrom = new int[n];
        connectorTo = new int[n];
        connectorLength = new double[n];
        connectorSpeed = new double[n];
        connectorTurn = new Turn[n];
        connectorShape = new double[n][];
        laneFirstConnector = new int[laneLink.length + 1];
        for (int c = 0; c < n; c++) {
            int from = pairs.get(c)[0];
            int to = pairs.get(c)[1];
            connectorFrom[c] = from;
            connectorTo[c] = to;
            laneFirstConnector[from + 1]++;
            connectorTurn[c] = geometry.turn(laneLink[from], laneLink[to]);
            connectorShape[c] = geometry.path(from, to);
            connectorLength[c] =
                    Math.max(
                            JunctionGeometry.SHORTEST_CONNECTOR,
                            Polyline.length(connectorShape[c]));
            connectorSpeed[c] = geometry.speed(from, to, connectorLength[c]);
        }
        for (int lane = 0; lane < laneLink.length; lane++) {
            laneFirstConnector[lane + 1] += laneFirstConnector[lane];
        }
    }

    private void packNextLinks() {
        int n = links.size();
        nextLinkStart = new int[n + 1];
        List<int[]> rows = new ArrayList<>();
        for (int l = 0; l < n; l++) {
            int[] row =
                    Arrays.stream(
                                    connectorTo,
                                    laneFirstConnector[linkFirstLane[l]],
                                    laneFirstConnector[linkFirstLane[l + 1]])
                            .map(lane -> laneLink[lane])
                            .sorted()
                            .distinct()
                            .toArray();
            rows.add(row);
            nextLinkStart[l + 1] = nextLinkStart[l] + row.length;
        }
        nextLinks = rows.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
