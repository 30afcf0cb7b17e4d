package org.chalaco.day2day.routing;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * What the stop lines of every link let through, and how long one waits there on an empty road:
 * rough figures for spreading first routes and for leading a search, not for results.
 *
 * <p>A signalised lane passes its saturation flow times its green share; the mean wait of a random
 * arrival is {@code r² / (2 C)} with red r and cycle C (s). Where no signal says otherwise, a lane
 * that yields to a road of higher rank passes 0.35, one at an all-way stop 0.28, one that yields to
 * its equals 0.3 of its saturation flow (own choices within the ranges of HCM 2010, chapters 19 and
 * 20: some 500 to 650 veh/h). Immutable and thread-safe.
 */
public final class ApproachCapacity {

    private static final double YIELDING = 0.35;
    private static final double ALL_WAY_STOP = 0.28;
    private static final double RIGHT_BEFORE_LEFT = 0.3;

    private final double[] vehPerHour; // per link
    private final double[] redWait; // per link, s

    private ApproachCapacity(double[] vehPerHour, double[] redWait) {
        this.vehPerHour = vehPerHour;
        this.redWait = redWait;
    }

    /**
     * Capacities of all links.
     *
     * @param saturationFlow of one lane, veh/h
     */
    public static ApproachCapacity of(
            RoadNetwork network, List<SignalSystem> signals, double saturationFlow) {
        double[] greenShare = new double[network.laneCount()]; // per lane; NaN: no signal
        Arrays.fill(greenShare, Double.NaN);
        double[] redWait = new double[network.linkCount()];
        for (SignalSystem system : signals) {
            for (SignalGroup group : system.groups()) {
                double cycle = system.plan().cycle();
                double share = Math.min(1, system.plan().green(group.id()) / cycle);
                for (SignalHead head : group.heads()) {
                    mark(network, head, share, greenShare);
                }
                // the wait of the group that waits longest: who turns does not know better
                double red = cycle * (1 - share);
                for (SignalHead head : group.heads()) {
                    int link = network.findLink(head.linkId());
                    if (link != RoadNetwork.NONE) {
                        redWait[link] = Math.max(redWait[link], red * red / (2 * cycle));
                    }
                }
            }
        }
        double[] capacity = new double[network.linkCount()];
        for (int link = 0; link < capacity.length; link++) {
            capacity[link] = saturationFlow * lanesWorth(network, link, greenShare);
        }
        return new ApproachCapacity(capacity, redWait);
    }

    private static void mark(
            RoadNetwork network, SignalHead head, double share, double[] greenShare) {
        int link = network.findLink(head.linkId());
        if (link == RoadNetwork.NONE) {
            return;
        }
        int first = network.firstLane(link);
        for (int k = 0; k < network.laneCount(link); k++) {
            if (head.lanes().isEmpty() || head.lanes().contains(k)) {
                double before = greenShare[first + k];
                greenShare[first + k] = Double.isNaN(before) ? share : Math.max(before, share);
            }
        }
    }

    private static double lanesWorth(RoadNetwork network, int link, double[] greenShare) {
        double unsignalised = shareWithoutSignal(network, link);
        double worth = 0;
        for (int k = 0; k < network.laneCount(link); k++) {
            double share = greenShare[network.firstLane(link) + k];
            worth += Double.isNaN(share) ? unsignalised : share;
        }
        // a link that is always red would make every way through it infinite
        return Math.max(worth, 0.01);
    }

    private static double shareWithoutSignal(RoadNetwork network, int link) {
        JunctionControl control = network.junction(network.toJunction(link)).control();
        return switch (control) {
            case GRADE_SEPARATED -> 1;
            case ALL_WAY_STOP -> ALL_WAY_STOP;
            case RIGHT_BEFORE_LEFT -> RIGHT_BEFORE_LEFT;
            case PRIORITY -> shareByPriority(network, link);
        };
    }

    /** Who gives way to a road of higher rank gets less than who does so to his equals. */
    private static double shareByPriority(RoadNetwork network, int link) {
        double share = 1;
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                for (int p = network.firstConflict(c); p < network.endConflict(c); p++) {
                    if (yieldsAcross(network.conflictFlags(p))) {
                        int other = network.fromLink(network.conflictOther(p));
                        boolean equal = network.link(other).rank() <= network.link(link).rank();
                        share = Math.min(share, equal ? RIGHT_BEFORE_LEFT : YIELDING);
                    }
                }
            }
        }
        return share;
    }

    // a turn that waits for oncoming traffic holds up a lane too, but not all the time
    private static boolean yieldsAcross(byte flags) {
        return (flags & RoadNetwork.YIELDS_UNSIGNALISED) != 0
                && (flags & RoadNetwork.PERMISSIVE) == 0;
    }

    /** What the link's stop lines let through, veh/h. */
    public double vehPerHour(int linkIndex) {
        return vehPerHour[linkIndex];
    }

    /** Mean wait at the link's signal on an empty road, s; 0 without a signal. */
    public double redWait(int linkIndex) {
        return redWait[linkIndex];
    }
}
