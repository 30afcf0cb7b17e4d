// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.mobsim.SessionSignals;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Shows at our stop lines what MATSim's signals say. Every signalised link is a system of its own
 * here, with a group for each movement of each of its items; who is green with whom is decided in
 * MATSim.
 */
final class RoadSignals {

    /** A group and what decides over it. */
    private record Shown(LinkSignals.Item item, String toLinkId) {}

    private static final int ANY_CYCLE = 60;

    private final RoadNetwork road;
    private final LaneDefinitions lanes;
    private final List<SignalSystem> systems = new ArrayList<>();
    private final List<List<Shown>> shown = new ArrayList<>();
    private final List<Aspect[]> last = new ArrayList<>();
    private final int[] systemOfLink;

    RoadSignals(ChalacoNetsimNetwork network, LaneDefinitions lanes) {
        this.road = network.mapped().road();
        this.lanes = lanes;
        systemOfLink = new int[road.linkCount()];
        for (int link = 0; link < road.linkCount(); link++) {
            systemOfLink[link] = RoadNetwork.NONE;
            List<LinkSignals.Item> items = network.link(link).signals().signalised();
            if (!items.isEmpty() && road.nextLinkCount(link) > 0) {
                add(link, items);
            }
        }
    }

    private void add(int link, List<LinkSignals.Item> items) {
        List<SignalGroup> groups = new ArrayList<>();
        List<GroupGreen> greens = new ArrayList<>();
        List<Shown> ofSystem = new ArrayList<>();
        for (LinkSignals.Item item : items) {
            List<Integer> physical = physicalLanes(link, item);
            for (String toLink : movements(link, physical)) {
                String id = item.laneId() + ">" + toLink;
                groups.add(
                        new SignalGroup(
                                id,
                                List.of(
                                        new SignalHead(
                                                id,
                                                road.link(link).id(),
                                                physical,
                                                Set.of(toLink)))));
                greens.add(new GroupGreen(id, 0, 0));
                ofSystem.add(new Shown(item, toLink));
            }
        }
        systemOfLink[link] = systems.size();
        String id = road.link(link).id();
        SignalPlan alwaysGreen = new SignalPlan(id, ANY_CYCLE, 0, greens);
        systems.add(
                new SignalSystem(id, groups, List.of(), IntergreenMatrix.NONE, 0, 0, alwaysGreen));
        shown.add(ofSystem);
        last.add(new Aspect[ofSystem.size()]);
    }

    private List<Integer> physicalLanes(int link, LinkSignals.Item item) {
        return item.laneId().isEmpty()
                ? List.of()
                : lanes.physicalLanes(road.link(link).id(), item.laneId(), road.laneCount(link));
    }

    private Set<String> movements(int link, List<Integer> physical) {
        Set<String> movements = new TreeSet<>();
        for (int lane = 0; lane < road.laneCount(link); lane++) {
            if (physical.isEmpty() || physical.contains(lane)) {
                int index = road.firstLane(link) + lane;
                for (int c = road.firstConnector(index); c < road.endConnector(index); c++) {
                    movements.add(road.link(road.toLink(c)).id());
                }
            }
        }
        return movements;
    }

    /** The systems, one for each signalised link. */
    List<SignalSystem> systems() {
        return systems;
    }

    /** Takes all systems over and shows what MATSim says. */
    void showAll(SessionSignals session) {
        for (int system = 0; system < systems.size(); system++) {
            show(system, session);
        }
    }

    /** Shows what changed at a link. */
    void show(ChalacoNetsimLink link, SessionSignals session) {
        int system = systemOfLink[link.index()];
        if (system != RoadNetwork.NONE) {
            show(system, session);
        }
    }

    private void show(int system, SessionSignals session) {
        for (int group = 0; group < shown.get(system).size(); group++) {
            Shown s = shown.get(system).get(group);
            Aspect aspect = s.item().aspect(s.toLinkId());
            if (aspect != last.get(system)[group]) {
                last.get(system)[group] = aspect;
                session.show(system, group, aspect);
            }
        }
    }
}
