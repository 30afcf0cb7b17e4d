package org.chalaco.scenario.plausibility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What a run gives for the figures that are known of the real place.
 *
 * <p>Only whole intervals inside a band's time count. A figure is undefined (NaN) where the run has
 * none of the band's links or did not last that long.
 */
public final class SimulatedFigures {

    private final RoadNetwork network;
    private final Kpis kpis;
    private final LinkCounts counts;
    private final double sampleFactor;

    /**
     * The figures of a run.
     *
     * @param counts vehicles over the stop lines, by class
     * @param sampleFactor share of the traffic that was simulated; flows are divided by it
     */
    public SimulatedFigures(
            RoadNetwork network, Kpis kpis, LinkCounts counts, double sampleFactor) {
        this.network = requireNonNull(network, "network");
        this.kpis = requireNonNull(kpis, "key figures");
        this.counts = requireNonNull(counts, "counts");
        this.sampleFactor = sampleFactor;
    }

    /** The figure that a band speaks of, in the band's unit. */
    public double of(PlausibilityBand band) {
        IntPredicate meant = meant(band);
        List<LinkKpis> cells =
                kpis.linkIntervals().stream()
                        .filter(l -> l.from() >= band.from() && l.until() <= band.until())
                        .filter(l -> meant.test(l.linkIndex()))
                        .toList();
        if (kpis.endTime() < band.until() || cells.isEmpty()) {
            return Double.NaN;
        }
        LinkKpis merged = LinkKpis.merged(band.id(), cells);
        return switch (band.kind()) {
            case SPEED -> merged.meanSpeedKmh();
            // The merged time is that of all links together, their flows add up.
            case FLOW -> merged.flowVehPerHour() / sampleFactor;
            case TRUCK_SHARE -> truckShare(band, meant);
        };
    }

    private IntPredicate meant(PlausibilityBand band) {
        return link ->
                band.linkIds().isEmpty()
                        ? isAvenue(network.link(link))
                        : band.linkIds().contains(network.link(link).id());
    }

    /** Streets called avenue; where nothing is called so, those with more than one lane. */
    public static boolean isAvenue(Link link) {
        String name = link.attributes().get("name");
        return name == null
                ? link.laneCount() > 1
                : name.startsWith("Avenida") || name.startsWith("Av.");
    }

    private double truckShare(PlausibilityBand band, IntPredicate meant) {
        int[] links = IntStream.range(0, network.linkCount()).filter(meant).toArray();
        int trucks = 0;
        int all = 0;
        for (int k = 0; k < counts.intervalCount(); k++) {
            if (counts.from(k) < band.from() || counts.until(k) > band.until()) {
                continue;
            }
            for (int link : links) {
                trucks += counts.count(link, VehicleClass.TRUCK, k);
                trucks += counts.count(link, VehicleClass.SEMITRAILER, k);
                all += counts.count(link, k);
            }
        }
        return all == 0 ? Double.NaN : trucks / (double) all;
    }
}
