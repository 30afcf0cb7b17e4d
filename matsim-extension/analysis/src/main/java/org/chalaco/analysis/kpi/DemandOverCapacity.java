package org.chalaco.analysis.kpi;

import org.chalaco.mobsim.network.RoadNetwork;

/** Degree of saturation of the lanes at a signal, from counts and greens of a run. */
final class DemandOverCapacity {

    private final RoadNetwork network;
    private final GreenLog greens;
    private final double saturationFlow;

    DemandOverCapacity(RoadNetwork network, GreenLog greens, double saturationFlow) {
        this.network = network;
        this.greens = greens;
        this.saturationFlow = saturationFlow;
    }

    /**
     * Degree of saturation of a lane, -: the green its vehicles need over the green they have,
     * summed over the movements that share the lane. NaN where a movement of the lane has no
     * signal.
     */
    double ofLane(int lane, KpiAssembly.Period period) {
        double saturation = Double.NaN;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            if (!greens.isSignalised(c)) {
                return Double.NaN;
            }
            double share = greens.share(c, period.first(), period.end(), period.seconds());
            double pcuPerHour = period.sums().movedPcu[c] * 3600 / period.seconds();
            double needed = DegreeOfSaturation.of(pcuPerHour, saturationFlow, share);
            saturation = Double.isNaN(saturation) ? needed : saturation + needed;
        }
        return saturation;
    }
}
