package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;

/**
 * What one signal group controls: movements from one link.
 *
 * @param id of the group
 * @param link where it waits
 * @param targets links it may enter, ascending
 * @param whole whether these are all movements of the link
 */
record Stream(String id, int link, List<Integer> targets, boolean whole) {

    /** All movements of a link. */
    static Stream ofApproach(RoadNetwork network, int link) {
        List<Integer> targets = new ArrayList<>();
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            targets.add(network.nextLink(link, k));
        }
        return new Stream(network.link(link).id(), link, List.copyOf(targets), true);
    }

    /** The left and U-turns of the link, or all others. */
    Stream part(RoadNetwork network, boolean left) {
        List<Integer> part = targets.stream().filter(t -> isLeft(network, t) == left).toList();
        return new Stream(id + (left ? ".left" : ""), link, part, false);
    }

    boolean isLeft(RoadNetwork network, int target) {
        for (int c = firstConnector(network); c < endConnector(network); c++) {
            if (network.toLink(c) == target) {
                return network.turn(c) == Turn.LEFT || network.turn(c) == Turn.U_TURN;
            }
        }
        return false;
    }

    boolean isThrough(RoadNetwork network, int target) {
        for (int c = firstConnector(network); c < endConnector(network); c++) {
            if (network.toLink(c) == target) {
                return network.turn(c) == Turn.THROUGH;
            }
        }
        return false;
    }

    /** Connectors of these movements. */
    List<Integer> connectors(RoadNetwork network) {
        List<Integer> connectors = new ArrayList<>();
        for (int c = firstConnector(network); c < endConnector(network); c++) {
            if (targets.contains(network.toLink(c))) {
                connectors.add(c);
            }
        }
        return connectors;
    }

    /** How many lanes the movement can use. */
    int lanes(RoadNetwork network, int target) {
        TreeSet<Integer> lanes = new TreeSet<>();
        for (int c : connectors(network)) {
            if (network.toLink(c) == target) {
                lanes.add(network.fromLane(c));
            }
        }
        return lanes.size();
    }

    /** How many lanes all movements together can use. */
    int lanes(RoadNetwork network) {
        TreeSet<Integer> lanes = new TreeSet<>();
        connectors(network).forEach(c -> lanes.add(network.fromLane(c)));
        return lanes.size();
    }

    /** Whether left turns leave from lanes of their own. */
    boolean hasOwnLeftLane(RoadNetwork network) {
        TreeSet<Integer> left = new TreeSet<>();
        TreeSet<Integer> other = new TreeSet<>();
        for (int c : connectors(network)) {
            (isLeft(network, network.toLink(c)) ? left : other).add(network.fromLane(c));
        }
        return !left.isEmpty() && !other.isEmpty() && left.stream().noneMatch(other::contains);
    }

    private int firstConnector(RoadNetwork network) {
        return network.firstConnector(network.firstLane(link));
    }

    private int endConnector(RoadNetwork network) {
        return network.endConnector(network.firstLane(link) + network.laneCount(link) - 1);
    }
}
