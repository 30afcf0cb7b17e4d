package org.chalaco.analysis.capacity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.mobsim.network.RoadNetwork;

/** One link against the network file: four factors and the likely cause. */
final class LinkComparison {

    /** So many crossings into a nearly full link make it the cause of a slow discharge. */
    private static final double OFTEN = 0.25;

    /** How well the ratio must fit the sample to be its doing. */
    private static final double SAMPLE_FIT = 0.25;

    private final RoadNetwork network;
    private final CapacitySetting setting;
    private final List<LaneGroupCapacity> groups;
    private final boolean shortAhead;

    LinkComparison(
            RoadNetwork network,
            CapacitySetting setting,
            List<LaneGroupCapacity> groups,
            boolean shortAhead) {
        this.shortAhead = shortAhead;
        this.network = network;
        this.setting = setting;
        this.groups = groups;
    }

    LinkCapacity compare(int link, double file) {
        double ofLanes = sum(LaneGroupCapacity::flowOfLanes);
        double inTurns = sum(LaneGroupCapacity::flowInTurns);
        double saturationFlow = sum(LaneGroupCapacity::saturationFlow);
        double capacity = sum(LaneGroupCapacity::capacity);
        double share = capacity / saturationFlow;
        double ratio = file > 0 ? capacity / file : Double.NaN;
        double laneFactor = file > 0 ? ofLanes / file : Double.NaN;
        double[] factors = {laneFactor, inTurns / ofLanes, saturationFlow / inTurns, share};
        boolean disagrees = Math.abs(ratio - 1) > LinkCapacity.TOLERANCE;
        return new LinkCapacity(
                network.link(link).id(),
                link,
                network.laneCount(link),
                file,
                saturationFlow,
                groups.stream().mapToInt(LaneGroupCapacity::measuredLanes).sum(),
                share,
                capacity,
                ratio,
                disagrees,
                disagrees ? cause(ratio, factors) : CapacityCause.NONE,
                factors[0],
                factors[1],
                factors[2]);
    }

    private double sum(ToDoubleFunction<LaneGroupCapacity> figure) {
        return groups.stream().mapToDouble(figure).sum();
    }

    /** The factor that goes farthest the way the ratio goes. */
    private CapacityCause cause(double ratio, double[] factors) {
        double way = Math.signum(Math.log(ratio));
        int farthest = 0;
        for (int k = 1; k < factors.length; k++) {
            if (way * Math.log(factors[k]) > way * Math.log(factors[farthest])) {
                farthest = k;
            }
        }
        return switch (farthest) {
            case 0 -> ofLanes(factors[0]);
            case 1 -> CapacityCause.TURN_SPEED;
            case 2 -> ofDischarge(factors[2]);
            default -> CapacityCause.SIGNAL_SHARE;
        };
    }

    private CapacityCause ofLanes(double factor) {
        double f = setting.sampleFactor();
        boolean scaled = f < 1 && Math.abs(factor * f - 1) < SAMPLE_FIT;
        return scaled ? CapacityCause.SAMPLE_FACTOR : CapacityCause.LANES;
    }

    private CapacityCause ofDischarge(double factor) {
        if (factor > 1) {
            return CapacityCause.DRIVERS;
        }
        boolean yields = groups.stream().anyMatch(LaneGroupCapacity::givesWay);
        boolean signalised = groups.stream().anyMatch(g -> !g.signalGroups().isEmpty());
        // where nobody has to stop, a queue can only come from ahead
        if (groups.stream().anyMatch(g -> g.blockedShare() > OFTEN) || !yields && !signalised) {
            return shortAhead ? CapacityCause.SHORT_LINK : CapacityCause.FULL_AHEAD;
        }
        return yields ? CapacityCause.GIVES_WAY : CapacityCause.DRIVERS;
    }
}
