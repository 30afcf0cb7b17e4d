package org.chalaco.agents.coordination;

import java.util.List;

/**
 * What an intersection agent is told about itself when it is made: stages, movements and who lives
 * up and down the road. Whole numbers, words and lists only, so that it can be sent.
 *
 * @param name of the agent
 * @param system id of the signal system
 * @param zone name of the coordinator of its zone
 * @param library name of the agent that hands out tuned plans, or empty: none
 * @param groups ids of its signal groups
 * @param stages in the order of its plan
 * @param movements from one link to another
 * @param approaches links with a signal at their end
 * @param exits links that neighbours downstream hear of
 * @param cycle of its plan, s
 * @param offset when the first stage of its plan begins, s
 * @param greens of its plan, by stage, s
 * @param limits what it may agree to
 */
public record IntersectionProfile(
        String name,
        String system,
        String zone,
        String library,
        List<String> groups,
        List<StageProfile> stages,
        List<MovementProfile> movements,
        List<ApproachProfile> approaches,
        List<String> exits,
        int cycle,
        int offset,
        List<Integer> greens,
        NegotiationLimits limits) {

    /**
     * A stage.
     *
     * @param minGreen s
     * @param maxGreen s
     * @param after from the end of its green to the next stage, s
     * @param invisible 1: red for everyone whom the network knows, keeps its share; else 0
     */
    public record StageProfile(int minGreen, int maxGreen, int after, int invisible) {}

    /**
     * A movement.
     *
     * @param approach index of the approach it comes from
     * @param exit id of the link it goes to
     * @param stages in which it is green
     * @param laneGroup number of the lanes and signal group that it shares with others
     * @param lanes that lead there
     * @param groupLanes lanes of its lane group
     * @param weight what a vehicle counts, percent: more where it yields
     */
    public record MovementProfile(
            int approach,
            String exit,
            List<Integer> stages,
            int laneGroup,
            int lanes,
            int groupLanes,
            int weight) {
        public MovementProfile {
            stages = List.copyOf(stages);
        }
    }

    /**
     * An approach.
     *
     * @param link its id
     * @param feeders where its traffic comes from
     */
    public record ApproachProfile(String link, List<FeederProfile> feeders) {
        public ApproachProfile {
            feeders = List.copyOf(feeders);
        }
    }

    /**
     * A neighbour whose traffic comes here.
     *
     * @param neighbour name of the agent
     * @param exit link onto which it leaves there
     * @param travel free time from there to this stop line, tenths of a second
     */
    public record FeederProfile(String neighbour, String exit, int travel) {}

    /**
     * What an intersection may agree to.
     *
     * @param shortestCycle s
     * @param longestCycle s
     * @param saturationFlow of a lane, vehicles per hour of green
     * @param rounds of one negotiation on offsets, at most
     * @param threshold least gain for which an offset moves, per mille of the delay
     * @param smoothing weight of what was measured last, percent
     * @param extension longest time by which a priority may hold a stage, s
     */
    public record NegotiationLimits(
            int shortestCycle,
            int longestCycle,
            int saturationFlow,
            int rounds,
            int threshold,
            int smoothing,
            int extension) {}

    public IntersectionProfile {
        groups = List.copyOf(groups);
        stages = List.copyOf(stages);
        movements = List.copyOf(movements);
        approaches = List.copyOf(approaches);
        exits = List.copyOf(exits);
        greens = List.copyOf(greens);
    }

    /** Seconds of a cycle in which no stage is green. */
    public int lost() {
        return stages.stream().mapToInt(StageProfile::after).sum();
    }
}
