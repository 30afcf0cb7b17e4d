package org.chalaco.agents.coordination;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.chalaco.agents.coordination.IntersectionProfile.FeederProfile;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Who is whose neighbour: from every link that a signal lets vehicles onto, along the road, to the
 * stop lines of the next signals. Immutable.
 */
final class Neighbourhood {

    /** Platoons hold together over this distance, m (Robertson's dispersion, TRANSYT). */
    private static final double PLATOON_DISTANCE = 800;

    /** A link reached at this distance and after this time. */
    private record Reached(int link, double metres, double seconds) {}

    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final int[] groupOf;
    private final int[] systemOf;
    private final int[] systemAtEnd;
    private final Map<Integer, List<FeederProfile>> feeders = new HashMap<>();
    private final List<TreeSet<String>> exits = new ArrayList<>();
    private final int[] parent;

    /**
     * The neighbourhood of these systems.
     *
     * @param systems null where there is no agent
     */
    Neighbourhood(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        this.systems = Collections.unmodifiableList(new ArrayList<>(systems));
        groupOf = new int[network.connectorCount()];
        systemOf = new int[network.connectorCount()];
        systemAtEnd = new int[network.linkCount()];
        Arrays.fill(groupOf, NONE);
        Arrays.fill(systemOf, NONE);
        Arrays.fill(systemAtEnd, NONE);
        parent = new int[systems.size()];
        for (int s = 0; s < systems.size(); s++) {
            parent[s] = s;
            exits.add(new TreeSet<>());
            if (systems.get(s) != null) {
                bind(s);
            }
        }
        for (int s = 0; s < systems.size(); s++) {
            for (int exit : listExits(s)) {
                follow(s, exit);
            }
        }
    }

    /** Name of the agent of a system; in the order of the systems. */
    static String agentName(int system) {
        return "i%04d".formatted(system);
    }

    private void bind(int s) {
        List<SignalGroup> groups = systems.get(s).groups();
        for (int g = 0; g < groups.size(); g++) {
            for (SignalHead head : groups.get(g).heads()) {
                bind(s, g, head);
            }
        }
    }

    private void bind(int s, int group, SignalHead head) {
        int link = network.findLink(head.linkId());
        for (int k = 0; link != NONE && k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            if (!head.lanes().isEmpty() && !head.lanes().contains(k)) {
                continue;
            }
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                String to = network.link(network.toLink(c)).id();
                if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                    groupOf[c] = group;
                    systemOf[c] = s;
                    systemAtEnd[link] = s;
                }
            }
        }
    }

    /** Signal group of a connector in its system, or NONE. */
    int group(int connector, int system) {
        return systemOf[connector] == system ? groupOf[connector] : NONE;
    }

    /** Links with a stop line of this system, in order. */
    int[] listApproaches(int system) {
        TreeSet<Integer> links = new TreeSet<>();
        for (int c = 0; c < systemOf.length; c++) {
            if (systemOf[c] == system) {
                links.add(network.fromLink(c));
            }
        }
        return links.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] listExits(int system) {
        TreeSet<Integer> links = new TreeSet<>();
        for (int c = 0; c < systemOf.length; c++) {
            if (systemOf[c] == system) {
                links.add(network.toLink(c));
            }
        }
        return links.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Follows the roads from a link to the next signals. */
    private void follow(int system, int exit) {
        Map<Integer, Double> best = new HashMap<>();
        PriorityQueue<Reached> open =
                new PriorityQueue<>(
                        (a, b) ->
                                a.metres() != b.metres()
                                        ? Double.compare(a.metres(), b.metres())
                                        : Integer.compare(a.link(), b.link()));
        reach(exit, 0, 0, open, best);
        while (!open.isEmpty()) {
            Reached at = open.poll();
            int there = systemAtEnd[at.link()];
            if (there != NONE) {
                meet(system, exit, there, at);
                continue;
            }
            for (int k = 0; k < network.nextLinkCount(at.link()); k++) {
                reach(network.nextLink(at.link(), k), at.metres(), at.seconds(), open, best);
            }
        }
    }

    private void reach(
            int link,
            double metres,
            double seconds,
            PriorityQueue<Reached> open,
            Map<Integer, Double> best) {
        double length = network.length(link);
        double far = metres + length;
        if (far <= PLATOON_DISTANCE && far < best.getOrDefault(link, Double.MAX_VALUE)) {
            best.put(link, far);
            open.add(new Reached(link, far, seconds + length / network.freeSpeed(link)));
        }
    }

    private void meet(int from, int exit, int to, Reached at) {
        if (from == to) {
            return;
        }
        String exitId = network.link(exit).id();
        exits.get(from).add(exitId);
        feeders.computeIfAbsent(at.link(), l -> new ArrayList<>())
                .add(
                        new FeederProfile(
                                agentName(from), exitId, (int) Math.round(10 * at.seconds())));
        int a = root(from);
        int b = root(to);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int system) {
        int at = system;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /** Where the traffic of a link comes from. */
    List<FeederProfile> feeders(int link) {
        return feeders.getOrDefault(link, List.of());
    }

    /** Links of a system from which traffic gets to neighbours, by id. */
    List<String> exits(int system) {
        return List.copyOf(exits.get(system));
    }

    /** Zone of a system: the lowest of those that it is joined with by roads. */
    int zone(int system) {
        return root(system);
    }
}
