package org.chalaco.app.report;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Holds a run's figures against what is known of the real city.
 *
 * <p>Only whole intervals inside a band's time count. A figure is undefined where the run has none
 * of the band's links or did not last that long.
 */
public final class PlausibilityComparison {

    private final RunRecording recording;
    private final Kpis kpis;
    private final double sampleFactor;

    /**
     * A comparison of this run.
     *
     * @param sampleFactor share of the traffic that was simulated; flows are divided by it
     */
    public PlausibilityComparison(RunRecording recording, Kpis kpis, double sampleFactor) {
        this.recording = recording;
        this.kpis = kpis;
        this.sampleFactor = sampleFactor;
    }

    /** One row per band, in their order. */
    public List<PlausibilityRow> compare(List<PlausibilityBand> bands) {
        return bands.stream().map(this::compare).toList();
    }

    /** Shares are shown in per cent: they are easier to say. */
    private PlausibilityRow compare(PlausibilityBand band) {
        boolean share = band.kind() == PlausibilityBand.Kind.TRUCK_SHARE;
        double scale = share ? 100 : 1;
        return new PlausibilityRow(
                label(band),
                share ? "%" : band.unit(),
                simulated(band) * scale,
                band.low() * scale,
                band.high() * scale,
                band.source(),
                band.certainty());
    }

    private double simulated(PlausibilityBand band) {
        List<LinkKpis> cells =
                kpis.linkIntervals().stream()
                        .filter(l -> l.from() >= band.from() && l.until() <= band.until())
                        .filter(l -> isMeant(l.linkIndex(), band))
                        .toList();
        if (cells.isEmpty()) {
            return Double.NaN;
        }
        LinkKpis merged = LinkKpis.merged(band.id(), cells);
        return switch (band.kind()) {
            case SPEED -> merged.meanSpeedKmh();
            // The merged time is that of all links together, their flows add up.
            case FLOW -> merged.flowVehPerHour() / sampleFactor;
            case TRUCK_SHARE -> truckShare(band);
        };
    }

    private boolean isMeant(int link, PlausibilityBand band) {
        RoadNetwork network = recording.network();
        return band.linkIds().isEmpty()
                ? ReportAssembler.isAvenue(network.link(link))
                : band.linkIds().contains(network.link(link).id());
    }

    private double truckShare(PlausibilityBand band) {
        LinkCounts counts = recording.counts();
        double interval = RunRecording.COUNT_INTERVAL;
        int first = (int) Math.ceil((band.from() - recording.times().runStart()) / interval);
        int last = (int) Math.floor((band.until() - recording.times().runStart()) / interval);
        int[] links =
                IntStream.range(0, recording.network().linkCount())
                        .filter(l -> isMeant(l, band))
                        .toArray();
        int trucks = 0;
        int all = 0;
        for (int k = Math.max(0, first); k < Math.min(last, counts.intervalCount()); k++) {
            for (int l : links) {
                trucks += counts.count(l, VehicleClass.TRUCK, k);
                trucks += counts.count(l, VehicleClass.SEMITRAILER, k);
                all += counts.count(l, k);
            }
        }
        return all == 0 ? Double.NaN : trucks / (double) all;
    }

    /** What, where and when, in words. */
    private Wording label(PlausibilityBand band) {
        String time = "%s–%s".formatted(clock(band.from()), clock(band.until()));
        Wording what = band.kind().label();
        if (band.linkIds().isEmpty()) {
            return new Wording(
                    "%s on avenues, %s".formatted(what.en(), time),
                    "%s en avenidas, %s".formatted(what.es(), time));
        }
        String street = streets(band);
        boolean both = band.linkIds().size() > 1;
        return new Wording(
                "%s, %s%s, %s".formatted(what.en(), street, both ? ", both directions" : "", time),
                "%s, %s%s, %s".formatted(what.es(), street, both ? ", ambos sentidos" : "", time));
    }

    private String streets(PlausibilityBand band) {
        RoadNetwork network = recording.network();
        TreeSet<String> names = new TreeSet<>();
        for (String id : band.linkIds()) {
            int link = network.findLink(id);
            if (link != RoadNetwork.NONE) {
                names.add(
                        Objects.requireNonNullElse(
                                network.link(link).attributes().get("name"), id));
            }
        }
        return names.isEmpty() ? band.id() : String.join(", ", names);
    }

    private static String clock(double seconds) {
        int minutes = (int) Math.round(seconds / 60);
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
