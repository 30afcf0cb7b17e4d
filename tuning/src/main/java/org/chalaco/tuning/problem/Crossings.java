package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/**
 * One pedestrian crossing before every signalised stop line, and the minimum greens it asks for: a
 * leg must be red long enough for people to cross it, in the stage that is longest anyway.
 */
final class Crossings {

    private final RoadNetwork network;
    private final TimingRules rules;

    Crossings(RoadNetwork network, TimingRules rules) {
        this.network = network;
        this.rules = rules;
    }

    List<PedestrianCrossing> of(SignalSystem system) {
        TreeSet<String> links = new TreeSet<>();
        system.groups().forEach(g -> g.heads().forEach(h -> links.add(h.linkId())));
        List<PedestrianCrossing> crossings = new ArrayList<>();
        for (String link : links) {
            int index = network.findLink(link);
            if (index != RoadNetwork.NONE) {
                List<String> groups =
                        system.groups().stream()
                                .filter(g -> standsAt(g, link))
                                .map(SignalGroup::id)
                                .toList();
                crossings.add(new PedestrianCrossing(link, groups, seconds(index), 0));
            }
        }
        return crossings;
    }

    private static boolean standsAt(SignalGroup group, String link) {
        return group.heads().stream().map(SignalHead::linkId).anyMatch(link::equals);
    }

    /** Seconds from the first step to the other kerb or the refuge. */
    private int seconds(int leg) {
        int in = network.laneCount(leg);
        int out = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            boolean back =
                    network.fromJunction(l) == network.toJunction(leg)
                            && network.toJunction(l) == network.fromJunction(leg);
            out = back ? network.laneCount(l) : out;
        }
        boolean refuge = out > 0 && Math.min(in, out) >= rules.refugeFromLanes();
        int lanes = refuge ? Math.max(in, out) : in + out;
        return (int)
                Math.ceil(rules.walk() + lanes * RoadNetwork.LANE_WIDTH / rules.walkingSpeed());
    }

    /**
     * The stages with minimum greens long enough for every crossing.
     *
     * @param greens of today, s: the longest stage in which a leg is red is the one to cross in
     */
    List<Stage> withMinima(List<Stage> stages, int[] greens, List<PedestrianCrossing> crossings) {
        List<Stage> raised = new ArrayList<>(stages);
        for (PedestrianCrossing crossing : crossings) {
            int best = -1;
            for (int k = 0; k < greens.length; k++) {
                boolean red =
                        stages.get(k).groupIds().stream().noneMatch(crossing.groupIds()::contains);
                if (red && (best < 0 || greens[k] > greens[best])) {
                    best = k;
                }
            }
            if (best >= 0) {
                raised.set(best, atLeast(raised.get(best), crossing.seconds()));
            }
        }
        return raised;
    }

    private static Stage atLeast(Stage stage, int seconds) {
        int least = Math.max(stage.timing().minGreen(), seconds);
        return new Stage(
                stage.id(),
                stage.groupIds(),
                new StageTiming(least, Math.max(least, stage.timing().maxGreen())));
    }
}
