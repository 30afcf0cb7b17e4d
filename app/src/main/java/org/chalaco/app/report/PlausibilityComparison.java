package org.chalaco.app.report;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.plausibility.PlausibilityBand;
import org.chalaco.scenario.plausibility.SimulatedFigures;

/** Holds a run's figures against what is known of the real city, in words for the report. */
public final class PlausibilityComparison {

    private final RoadNetwork network;
    private final SimulatedFigures figures;

    /**
     * A comparison of this run.
     *
     * @param sampleFactor share of the traffic that was simulated; flows are divided by it
     */
    public PlausibilityComparison(RunRecording recording, Kpis kpis, double sampleFactor) {
        network = recording.network();
        figures = new SimulatedFigures(network, kpis, recording.counts(), sampleFactor);
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
                figures.of(band) * scale,
                band.low() * scale,
                band.high() * scale,
                band.source(),
                band.certainty());
    }

    /** What, where and when, in words. */
    private Wording label(PlausibilityBand band) {
        String time = "%s–%s".formatted(clock(band.from()), clock(band.until()));
        Wording what = what(band.kind());
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

    private static Wording what(PlausibilityBand.Kind kind) {
        return switch (kind) {
            case SPEED -> new Wording("Mean speed", "Velocidad media");
            case FLOW -> new Wording("Flow", "Flujo");
            case TRUCK_SHARE -> new Wording("Share of trucks", "Proporción de camiones");
        };
    }

    private String streets(PlausibilityBand band) {
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
