package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * A street in one direction, as a chain of links, worth a time-space diagram.
 *
 * @param name street and direction
 * @param linkIndexes its links in driving order
 * @param signals how many stop lines along it have a light
 * @param length sum of the links' lengths, m
 */
public record Avenue(Wording name, List<Integer> linkIndexes, int signals, double length) {

    private static final String[][] DIRECTIONS = {
        {"eastbound", "hacia el este"},
        {"northbound", "hacia el norte"},
        {"westbound", "hacia el oeste"},
        {"southbound", "hacia el sur"},
    };

    public Avenue {
        linkIndexes = List.copyOf(linkIndexes);
    }

    /**
     * The streets with most lights, one direction of each; longer ones first among equals.
     *
     * @param network roads; streets are told by the link attribute {@code name}
     * @param systems signals
     * @param most how many avenues at most
     */
    public static List<Avenue> listSignalised(
            RoadNetwork network, List<SignalSystem> systems, int most) {
        Set<Integer> signalled = signalledLinks(network, systems);
        Map<String, Avenue> best = new LinkedHashMap<>();
        for (int l = 0; l < network.linkCount(); l++) {
            String street = streetOf(network, l);
            if (street != null) {
                best.merge(street, from(network, signalled, l), Avenue::better);
            }
        }
        return best.values().stream()
                .filter(avenue -> avenue.signals() >= 2)
                .sorted(
                        Comparator.comparingInt(Avenue::signals)
                                .thenComparingDouble(Avenue::length)
                                .reversed())
                .limit(most)
                .toList();
    }

    private static Avenue better(Avenue a, Avenue b) {
        if (a.signals != b.signals) {
            return a.signals > b.signals ? a : b;
        }
        return a.length >= b.length ? a : b;
    }

    private static Set<Integer> signalledLinks(RoadNetwork network, List<SignalSystem> systems) {
        Set<Integer> links = new HashSet<>();
        for (SignalSystem system : systems) {
            system.groups().stream()
                    .flatMap(group -> group.heads().stream())
                    .map(SignalHead::linkId)
                    .forEach(id -> links.add(network.findLink(id)));
        }
        return links;
    }

    private static String streetOf(RoadNetwork network, int link) {
        return network.link(link).attributes().get("name");
    }

    /** Follows the street straight on from this link as far as it goes. */
    private static Avenue from(RoadNetwork network, Set<Integer> signalled, int first) {
        List<Integer> chain = new ArrayList<>();
        Set<Integer> passed = new HashSet<>();
        passed.add(network.fromJunction(first));
        int link = first;
        // A street may come back to itself: no junction twice.
        while (link != RoadNetwork.NONE && passed.add(network.toJunction(link))) {
            chain.add(link);
            link = next(network, link);
        }
        int signals = (int) chain.stream().filter(signalled::contains).count();
        double length = chain.stream().mapToDouble(network::length).sum();
        return new Avenue(nameOf(network, chain, first), chain, signals, length);
    }

    private static int next(RoadNetwork network, int link) {
        String street = streetOf(network, link);
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            int next = network.nextLink(link, k);
            if (street.equals(streetOf(network, next)) && isAhead(network, link, next)) {
                return next;
            }
        }
        return RoadNetwork.NONE;
    }

    private static boolean isAhead(RoadNetwork network, int link, int next) {
        for (int k = 0; k < network.laneCount(link); k++) {
            int connector = network.findConnector(network.firstLane(link) + k, next);
            if (connector != RoadNetwork.NONE) {
                return network.turn(connector) != Turn.U_TURN;
            }
        }
        return false;
    }

    private static Wording nameOf(RoadNetwork network, List<Integer> chain, int first) {
        if (chain.isEmpty()) {
            return Wording.same(streetOf(network, first));
        }
        Junction a = network.junction(network.fromJunction(chain.get(0)));
        Junction b = network.junction(network.toJunction(chain.get(chain.size() - 1)));
        double quarters = Math.atan2(b.y() - a.y(), b.x() - a.x()) / (Math.PI / 2);
        String[] direction = DIRECTIONS[Math.floorMod((int) Math.round(quarters), 4)];
        String street = streetOf(network, first);
        return new Wording(street + ", " + direction[0], street + ", " + direction[1]);
    }
}
