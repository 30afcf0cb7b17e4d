package org.chalaco.agents.coordination;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.coordination.IntersectionProfile.ApproachProfile;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.coordination.IntersectionProfile.NegotiationLimits;
import org.chalaco.agents.coordination.IntersectionProfile.StageProfile;
import org.chalaco.agents.protocol.Content;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.PlanStages;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/** Finds out what an intersection agent has to know about itself. */
final class ProfileBuilder {

    /** A left turn that yields takes as much green as so many through vehicles, percent (HCM). */
    private static final int YIELDING = 160;

    private final RoadNetwork network;
    private final Neighbourhood neighbourhood;
    private final NegotiationLimits limits;
    private final int index;
    private final SignalSystem system;
    private final PlanStages stages;

    ProfileBuilder(
            RoadNetwork network,
            Neighbourhood neighbourhood,
            NegotiationLimits limits,
            int index,
            SignalSystem system) {
        this.network = network;
        this.neighbourhood = neighbourhood;
        this.limits = limits;
        this.index = index;
        this.system = system;
        stages = stages(system);
    }

    /**
     * The stages in the plan of a system, with the guard's limits where it says none. Where a
     * system names its stages, any other one in its plan is time between two of them.
     */
    static PlanStages stages(SignalSystem system) {
        StageTiming limits =
                new StageTiming(SignalLimits.STANDARD.minimumGreen(), Content.LONGEST_CYCLE);
        PlanStages found = PlanStages.of(system, limits);
        if (system.stages().isEmpty() || system.stages().containsAll(found.stages())) {
            return found;
        }
        return withoutUnknown(found, system.stages());
    }

    private static PlanStages withoutUnknown(PlanStages found, List<Stage> known) {
        List<PlanStages.Timed> kept = new ArrayList<>();
        int before = 0;
        for (PlanStages.Timed timed : found.timed()) {
            if (known.contains(timed.stage())) {
                kept.add(timed);
            } else if (kept.isEmpty()) {
                before += timed.green() + timed.after();
            } else {
                lengthen(kept, timed.green() + timed.after());
            }
        }
        if (!kept.isEmpty()) {
            lengthen(kept, before);
        }
        return new PlanStages(found.cycle(), kept);
    }

    private static void lengthen(List<PlanStages.Timed> kept, int seconds) {
        PlanStages.Timed last = kept.get(kept.size() - 1);
        kept.set(
                kept.size() - 1,
                new PlanStages.Timed(
                        last.stage(), last.start(), last.green(), last.after() + seconds));
    }

    /**
     * The profile.
     *
     * @param library name of the library agent, or empty
     */
    IntersectionProfile build(String library) {
        int[] approaches = neighbourhood.listApproaches(index);
        List<StageProfile> stageProfiles = new ArrayList<>();
        List<Integer> greens = new ArrayList<>();
        for (PlanStages.Timed timed : stages.timed()) {
            StageTiming timing = timed.stage().timing();
            int least = Math.max(1, SignalLimits.STANDARD.minimumGreen(timed.stage()));
            int most = timing.maxGreen() > 0 ? timing.maxGreen() : Content.LONGEST_CYCLE;
            stageProfiles.add(
                    new StageProfile(
                            least,
                            Math.max(least, most),
                            timed.after(),
                            timed.isInvisible() ? 1 : 0));
            greens.add(timed.green());
        }
        return new IntersectionProfile(
                Neighbourhood.agentName(index),
                system.id(),
                zoneName(neighbourhood.zone(index)),
                library,
                system.groups().stream().map(SignalGroup::id).toList(),
                stageProfiles,
                movements(approaches),
                approaches(approaches),
                neighbourhood.exits(index),
                stages.cycle(),
                Math.floorMod(
                        system.plan().offset() + stages.timed().get(0).start(), stages.cycle()),
                greens,
                limits);
    }

    static String zoneName(int zone) {
        return "z%04d".formatted(zone);
    }

    private List<ApproachProfile> approaches(int[] links) {
        return Arrays.stream(links)
                .mapToObj(
                        link ->
                                new ApproachProfile(
                                        network.link(link).id(), neighbourhood.feeders(link)))
                .toList();
    }

    private List<MovementProfile> movements(int[] approaches) {
        List<MovementProfile> movements = new ArrayList<>();
        Map<String, Integer> laneGroups = new TreeMap<>();
        for (int a = 0; a < approaches.length; a++) {
            for (int k = 0; k < network.nextLinkCount(approaches[a]); k++) {
                addMovement(
                        a,
                        approaches[a],
                        network.nextLink(approaches[a], k),
                        laneGroups,
                        movements);
            }
        }
        return movements;
    }

    private void addMovement(
            int approach,
            int link,
            int toLink,
            Map<String, Integer> laneGroups,
            List<MovementProfile> movements) {
        int group = NONE;
        int lanes = 0;
        boolean yields = false;
        TreeSet<Integer> groupLanes = new TreeSet<>();
        for (int c : connectors(link)) {
            if (network.toLink(c) == toLink) {
                group = group == NONE ? neighbourhood.group(c, index) : group;
                lanes++;
                yields |= yields(c);
            }
        }
        if (group == NONE) {
            return;
        }
        for (int c : connectors(link)) {
            if (neighbourhood.group(c, index) == group) {
                groupLanes.add(network.fromLane(c));
            }
        }
        int laneGroup = laneGroups.computeIfAbsent(link + " " + group, g -> laneGroups.size());
        movements.add(
                new MovementProfile(
                        approach,
                        network.link(toLink).id(),
                        stagesOf(system.groups().get(group).id()),
                        laneGroup,
                        Math.min(lanes, groupLanes.size()),
                        groupLanes.size(),
                        yields ? YIELDING : 100));
    }

    private List<Integer> connectors(int link) {
        List<Integer> connectors = new ArrayList<>();
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                if (neighbourhood.group(c, index) != NONE) {
                    connectors.add(c);
                }
            }
        }
        return connectors;
    }

    private List<Integer> stagesOf(String group) {
        List<Integer> in = new ArrayList<>();
        for (int k = 0; k < stages.timed().size(); k++) {
            if (stages.timed().get(k).stage().groupIds().contains(group)) {
                in.add(k);
            }
        }
        return in;
    }

    /** Whether the connector gives way to one that is green in one of its stages. */
    private boolean yields(int connector) {
        int group = neighbourhood.group(connector, index);
        List<Integer> mine = stagesOf(system.groups().get(group).id());
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            int other = network.conflictOther(k);
            int otherGroup = neighbourhood.group(other, index);
            boolean gives = (network.conflictFlags(k) & RoadNetwork.YIELDS_WHEN_BOTH_GREEN) != 0;
            if (gives
                    && otherGroup != NONE
                    && network.fromLink(other) != network.fromLink(connector)
                    && stagesOf(system.groups().get(otherGroup).id()).stream()
                            .anyMatch(mine::contains)) {
                return true;
            }
        }
        return false;
    }
}
