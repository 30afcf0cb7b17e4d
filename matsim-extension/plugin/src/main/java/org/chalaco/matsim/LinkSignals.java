// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.signal.Aspect;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.core.mobsim.qsim.interfaces.SignalGroupState;
import org.matsim.core.mobsim.qsim.interfaces.SignalizeableItem;

/**
 * What the signals at the end of a link show: one item for the whole link, or one for each lane of
 * MATSim's lane definitions, each by movement. As in MATSim everything is green until it is told
 * otherwise.
 */
final class LinkSignals {

    private final Link link;
    private final Runnable onChange;
    private final Item whole = new Item("");
    private final Map<String, Item> lanes = new LinkedHashMap<>();

    LinkSignals(Link link, Runnable onChange) {
        this.link = link;
        this.onChange = onChange;
    }

    Item whole() {
        return whole;
    }

    /** The item of a lane, made when it is first asked for. */
    Item lane(String laneId) {
        return lanes.computeIfAbsent(laneId, Item::new);
    }

    /** Items that a signal stands at: of lanes, or of the whole link. */
    List<Item> signalised() {
        List<Item> all = new ArrayList<>();
        if (whole.isSignalised) {
            all.add(whole);
        }
        lanes.values().stream().filter(item -> item.isSignalised).forEach(all::add);
        return all;
    }

    /** One item: what it shows to every movement. */
    final class Item implements SignalizeableItem {

        private final String laneId;
        private boolean isSignalised;
        private SignalGroupState all = SignalGroupState.GREEN;
        private final Map<String, SignalGroupState> byMovement = new TreeMap<>();

        private Item(String laneId) {
            this.laneId = laneId;
        }

        /** Lane of the lane definitions it speaks to, or the empty string: all. */
        String laneId() {
            return laneId;
        }

        /** What it shows to those who go to a link. */
        Aspect aspect(String toLinkId) {
            return aspect(byMovement.getOrDefault(toLinkId, all));
        }

        private static Aspect aspect(SignalGroupState state) {
            return switch (state) {
                case GREEN -> Aspect.GREEN;
                case YELLOW -> Aspect.AMBER;
                case RED -> Aspect.RED;
                case REDYELLOW -> Aspect.RED_AMBER;
                case OFF -> Aspect.OFF;
                // the contrib marks the start of a plan with a state that lets nobody go
                default -> Aspect.RED;
            };
        }

        @Override
        public void setSignalized(boolean signalised) {
            isSignalised = signalised;
        }

        @Override
        public void setSignalStateAllTurningMoves(SignalGroupState state) {
            all = state;
            byMovement.clear();
            onChange.run();
        }

        @Override
        public void setSignalStateForTurningMove(SignalGroupState state, Id<Link> toLinkId) {
            byMovement.put(toLinkId.toString(), state);
            onChange.run();
        }

        @Override
        public boolean hasGreenForAllToLinks() {
            return link.getToNode().getOutLinks().keySet().stream()
                    .anyMatch(this::hasGreenForToLink);
        }

        @Override
        public boolean hasGreenForToLink(Id<Link> toLinkId) {
            Aspect aspect = aspect(toLinkId.toString());
            return aspect != Aspect.RED && aspect != Aspect.RED_AMBER;
        }
    }
}
