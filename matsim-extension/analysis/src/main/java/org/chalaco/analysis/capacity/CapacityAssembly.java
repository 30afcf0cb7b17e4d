package org.chalaco.analysis.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chalaco.analysis.kpi.SaturationFlow;
import org.chalaco.analysis.kpi.SignalledConnectors;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.SignalSystem;

/** Puts lanes together to lane groups, and lane groups to links. */
final class CapacityAssembly {

    /** A lane that holds fewer vehicles is too short for a queue to be measured. */
    private static final int SHORTEST_QUEUE = 8;

    private final CapacitySetting setting;
    private final RoadNetwork network;
    private final SignalledConnectors connectors;
    private final GreenTime greens;
    private final long[] crossings;
    private final long[] blocked;
    private final String[] groupNames;
    private SaturationFlow[] measured; // per lane

    CapacityAssembly(
            CapacitySetting setting,
            SignalledConnectors connectors,
            GreenTime greens,
            long[] crossings,
            long[] blocked) {
        this.setting = setting;
        this.network = setting.network();
        this.connectors = connectors;
        this.greens = greens;
        this.crossings = crossings;
        this.blocked = blocked;
        groupNames = new String[connectors.groupCount()];
        for (int s = 0; s < setting.signals().size(); s++) {
            SignalSystem system = setting.signals().get(s);
            for (int g = 0; g < system.groups().size(); g++) {
                groupNames[connectors.group(s, g)] =
                        system.id() + "/" + system.groups().get(g).id();
            }
        }
    }

    CapacityReport assemble(List<SaturationFlow> flows) {
        measured = new SaturationFlow[network.laneCount()];
        for (SaturationFlow flow : flows) {
            int link = network.getLinkIndex(flow.linkId());
            measured[network.firstLane(link) + flow.lane()] = flow;
        }
        List<LinkCapacity> links = new ArrayList<>();
        List<LaneGroupCapacity> laneGroups = new ArrayList<>();
        for (int link = 0; link < network.linkCount(); link++) {
            List<LaneGroupCapacity> own = laneGroups(link);
            if (!own.isEmpty()) {
                laneGroups.addAll(own);
                double file = setting.fileCapacity().applyAsDouble(network.link(link));
                boolean shortAhead = isBlockedByShortLinks(link);
                links.add(
                        new LinkComparison(network, setting, own, shortAhead).compare(link, file));
            }
        }
        return new CapacityReport(links, laneGroups);
    }

    // ---------------------------------------------------------------- lane groups

    private List<LaneGroupCapacity> laneGroups(int link) {
        Map<List<Integer>, List<Integer>> byGroups = new LinkedHashMap<>();
        int first = network.firstLane(link);
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            if (hasStopLine(lane)) {
                byGroups.computeIfAbsent(groupsOfLane(lane), k -> new ArrayList<>()).add(lane);
            }
        }
        List<LaneGroupCapacity> laneGroups = new ArrayList<>();
        byGroups.forEach((groups, lanes) -> laneGroups.add(laneGroup(link, groups, lanes)));
        return laneGroups;
    }

    /** At the edge of a network the only way on is back, which nobody takes. */
    private boolean hasStopLine(int lane) {
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            if (network.turn(c) != Turn.U_TURN || crossings[c] > 0) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> groupsOfLane(int lane) {
        TreeSet<Integer> groups = new TreeSet<>();
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            int[] own = connectors.groupsOf(c);
            for (int k = 0; own != null && k < own.length; k++) {
                groups.add(own[k]);
            }
        }
        return List.copyOf(groups);
    }

    private LaneGroupCapacity laneGroup(int link, List<Integer> groups, List<Integer> lanes) {
        double ofLanes = 0;
        double inTurns = 0;
        double used = 0;
        int measuredLanes = 0;
        int headways = 0;
        for (int lane : lanes) {
            double computed = flow(turnSpeed(lane));
            ofLanes += flow(network.freeSpeed(link));
            inTurns += computed;
            boolean known = measured[lane] != null && measured[lane].headways() > 0;
            used += known ? measured[lane].pcuPerHour() / setting.sampleFactor() : computed;
            measuredLanes += known ? 1 : 0;
            headways += known ? measured[lane].headways() : 0;
        }
        int[] numbers = groups.stream().mapToInt(Integer::intValue).toArray();
        double share = greens.share(numbers);
        return new LaneGroupCapacity(
                network.link(link).id(),
                link,
                words(
                        lanes.stream()
                                .map(l -> Integer.toString(network.positionOnLink(l)))
                                .toList()),
                words(groups.stream().map(g -> groupNames[g]).toList()),
                lanes.size(),
                ofLanes,
                inTurns,
                used,
                measuredLanes,
                headways,
                share,
                used * share,
                lanes.stream().anyMatch(this::givesWay),
                blockedShare(lanes));
    }

    private static String words(List<String> words) {
        return words.stream().collect(Collectors.joining(" "));
    }

    private double flow(double speed) {
        return SaturationHeadway.pcuPerHour(setting.reference(), speed);
    }

    /**
     * Speed at which vehicles leave a lane: that of the turns taken; of the fastest if none was.
     */
    private double turnSpeed(int lane) {
        double limit = network.freeSpeed(network.linkOfLane(lane));
        double fastest = 0;
        double seconds = 0;
        long vehicles = 0;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            double speed = Math.min(limit, network.connectorSpeed(c));
            fastest = Math.max(fastest, speed);
            seconds += crossings[c] / speed;
            vehicles += crossings[c];
        }
        return vehicles == 0 ? fastest : vehicles / seconds;
    }

    private boolean givesWay(int lane) {
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            boolean signalised = connectors.groupsOf(c) != null;
            int yields =
                    signalised
                            ? RoadNetwork.YIELDS_WHEN_BOTH_GREEN
                            : RoadNetwork.YIELDS_UNSIGNALISED;
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                if ((network.conflictFlags(k) & yields) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether most of those who met a full link met one too short for a queue. */
    private boolean isBlockedByShortLinks(int link) {
        long all = 0;
        long byShort = 0;
        int first = network.firstLane(link);
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                all += blocked[c];
                byShort += isShort(network.toLane(c)) ? blocked[c] : 0;
            }
        }
        return byShort > 0 && 2 * byShort >= all;
    }

    private boolean isShort(int lane) {
        double spacing =
                setting.reference().length() + setting.reference().driver().standstillGap();
        return network.laneLength(lane) < SHORTEST_QUEUE * spacing;
    }

    private double blockedShare(List<Integer> lanes) {
        long all = 0;
        long full = 0;
        for (int lane : lanes) {
            int from = network.firstConnector(lane);
            int to = network.endConnector(lane);
            all += Arrays.stream(crossings, from, to).sum();
            full += Arrays.stream(blocked, from, to).sum();
        }
        return all == 0 ? 0 : (double) full / all;
    }
}
