package org.chalaco.app.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.kpi.ApproachKpis;
import org.chalaco.analysis.kpi.ClassKpis;
import org.chalaco.analysis.kpi.IntervalKpis;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.plausibility.SimulatedFigures;

/**
 * Puts the report's content together from a recorded run and its key figures. The only place that
 * knows both the types of the analysis and those of the page.
 *
 * <pre>{@code
 * ReportContent content = new ReportAssembler(recording, kpis)
 *         .titled(title, subtitle).converged(rows).plausible(bands).from(provenance)
 *         .assemble();
 * new ReportWriter().write(content, folder.resolve("report.html"));
 * }</pre>
 */
public final class ReportAssembler {

    private final RunRecording recording;
    private final Kpis kpis;
    private Wording title = Wording.same("Chalaco");
    private Wording subtitle = Wording.same("");
    private List<ReportTable> counts = List.of();
    private List<ReportTable> capacities = List.of();
    private List<ReportTable> emissionTables = List.of();
    private EmissionLayer emissions = EmissionLayer.NONE;
    private Convergence convergence = Convergence.NONE;
    private List<PlausibilityRow> plausibility = List.of();
    private Provenance provenance = new Provenance(List.of(), List.of(), List.of(), List.of());

    /** A report about this run, so far without the words around it. */
    public ReportAssembler(RunRecording recording, Kpis kpis) {
        this.recording = requireNonNull(recording, "recording");
        this.kpis = requireNonNull(kpis, "key figures");
    }

    /** What stands on top. */
    public ReportAssembler titled(Wording newTitle, Wording newSubtitle) {
        title = newTitle;
        subtitle = newSubtitle;
        return this;
    }

    /** What each iteration came to. */
    public ReportAssembler converged(Convergence newConvergence) {
        convergence = newConvergence;
        return this;
    }

    /** Simulated figures against what is known. */
    public ReportAssembler plausible(List<PlausibilityRow> rows) {
        plausibility = List.copyOf(rows);
        return this;
    }

    /** Sources, assumptions, parameters. */
    public ReportAssembler from(Provenance newProvenance) {
        provenance = newProvenance;
        return this;
    }

    /**
     * Simulated volumes against counted ones.
     *
     * @param comparison the comparison, or null: nothing was counted
     * @param stations where was counted
     */
    public ReportAssembler counted(CountComparison comparison, List<CountStation> stations) {
        counts =
                comparison == null || comparison.rows().isEmpty()
                        ? List.of()
                        : List.of(new CountTable(recording.network(), stations).of(comparison));
        return this;
    }

    /** Links that carry something else than the network file says. */
    public ReportAssembler carrying(CapacityReport report) {
        capacities =
                report.listDisagreeing().isEmpty()
                        ? List.of()
                        : List.of(new CapacityTable(recording.network()).of(report));
        return this;
    }

    /** What vehicles emitted, or null: nobody counted. */
    public ReportAssembler emitting(EmissionTotals totals) {
        if (totals != null) {
            emissions = EmissionLayer.of(totals, 3600);
            emissionTables = List.of(EmissionTable.of(totals));
        }
        return this;
    }

    private List<ReportTable> tables() {
        List<ReportTable> tables = new ArrayList<>(new ReportTables(recording.network()).of(kpis));
        tables.addAll(counts);
        tables.addAll(capacities);
        tables.addAll(emissionTables);
        return tables;
    }

    /** The content. */
    public ReportContent assemble() {
        RoadNetwork network = recording.network();
        return new ReportContent(
                title,
                subtitle,
                kpis.startTime(),
                kpis.endTime(),
                headline(),
                network,
                linkFigures(),
                recording.film(),
                recording.curve(),
                recording.avenueDiagrams(),
                convergence,
                tables(),
                plausibility,
                provenance,
                emissions);
    }

    private Headline headline() {
        ClassKpis total = kpis.total();
        return new Headline(
                total.departures(),
                total.arrived(),
                total.onRoadAtEnd(),
                total.waitingOutsideAtEnd(),
                total.waitingOutsideHours() * 3600,
                total.meanSpeedKmh() / 3.6,
                avenueSpeed() / 3.6,
                recording.times().filmStart(),
                total.travelTimeIndex(),
                controlDelay(),
                total.stopsPerKm(),
                total.vehicleKm() * 1000,
                total.vehicleHours() * 3600,
                peakVehiclesOnRoad());
    }

    /** Mean speed on avenues while the film runs, km/h; NaN if there are none. */
    private double avenueSpeed() {
        double from = recording.times().filmStart();
        double until = recording.times().filmEnd();
        List<LinkKpis> avenues =
                kpis.linkIntervals().stream()
                        .filter(l -> l.from() >= from && l.until() <= until)
                        .filter(
                                l ->
                                        SimulatedFigures.isAvenue(
                                                recording.network().link(l.linkIndex())))
                        .toList();
        return avenues.isEmpty() ? Double.NaN : LinkKpis.merged("avenues", avenues).meanSpeedKmh();
    }

    private double controlDelay() {
        double delay = 0;
        long vehicles = 0;
        for (ApproachKpis approach :
                kpis.intersections().stream().flatMap(i -> i.approaches().stream()).toList()) {
            delay += approach.delaySeconds();
            vehicles += approach.vehicles() + approach.unfinished();
        }
        return vehicles == 0 ? Double.NaN : delay / vehicles;
    }

    private double peakVehiclesOnRoad() {
        return kpis.intervals().stream().mapToLong(IntervalKpis::onRoadAtEnd).max().orElse(0);
    }

    private LinkFigures linkFigures() {
        int links = recording.network().linkCount();
        int n = kpis.intervalCount() * links;
        float[] speed = new float[n];
        float[] delay = new float[n];
        float[] flow = new float[n];
        for (int k = 0; k < kpis.intervalCount(); k++) {
            for (int l = 0; l < links; l++) {
                LinkKpis figures = kpis.link(l, k);
                speed[k * links + l] = (float) (figures.meanSpeedKmh() / 3.6);
                delay[k * links + l] = (float) figures.meanDelay();
                flow[k * links + l] = (float) figures.flowVehPerHour();
            }
        }
        return new LinkFigures(
                kpis.startTime(), kpis.interval(), kpis.intervalCount(), speed, delay, flow);
    }
}
