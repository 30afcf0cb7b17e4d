package org.chalaco.app.compare;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.comparison.CrossingWaits.Wait;
import org.chalaco.analysis.comparison.TripFigures;
import org.chalaco.analysis.emission.EmissionFigures;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.emission.Pollutant;
import org.chalaco.app.compare.RunRecord.Entry;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.tuning.evaluation.TrafficSums;

/** Puts together what one run is remembered by. */
final class FigureList {

    /** Movements that fewer vehicles made say little about their delay. */
    static final int FEWEST_VEHICLES = 10;

    /** Quantiles that are kept, in percent, one after the other. */
    static final int QUANTILE_STEP = 2;

    private final RoadNetwork network;
    private final TrafficSums sums;
    private final TripFigures trips;
    private final EmissionTotals emissions;
    private final List<Entry> entries = new ArrayList<>();

    FigureList(RoadNetwork network, TrafficSums sums, TripFigures trips, EmissionTotals emissions) {
        this.network = network;
        this.sums = sums;
        this.trips = trips;
        this.emissions = emissions;
    }

    List<Entry> entries() {
        return entries;
    }

    private void put(Measure measure, double value) {
        entries.add(new Entry(RunRecord.RUN, "", measure.id(), value));
    }

    /**
     * The run as a whole.
     *
     * @param signalled links with signals, among whose movements the worst is looked for
     */
    FigureList run(boolean[] signalled) {
        EmissionFigures all = emissions.all();
        put(Measure.DELAY, (sums.totalDelaySeconds() + sums.totalWaitingSeconds()) / 3600);
        put(Measure.TRIP_TIME, trips.trips().meanSeconds());
        put(Measure.TRIP_DELAY, trips.trips().meanDelay());
        put(Measure.P95_DELAY, trips.trips().delayQuantile(0.95));
        put(Measure.WORST_MOVEMENT, worstMovement(signalled));
        put(Measure.STOPS, sums.totalStops() / (all.metres() / 1000));
        put(Measure.SPEED, 3.6 * all.metres() / all.seconds());
        put(Measure.THROUGHPUT, sums.arrived() / (sums.seconds() / 3600));
        put(Measure.UNFINISHED, sums.unfinished());
        put(Measure.WAITING, sums.totalWaitingSeconds() / 3600);
        put(Measure.CO2, all.gramsPerKm(Pollutant.CO2));
        put(Measure.NOX, all.gramsPerKm(Pollutant.NOX));
        put(Measure.PM, all.gramsPerKm(Pollutant.PM));
        put(Measure.FUEL, all.litresPer100Km());
        put(Measure.CO2_TOTAL, all.grams(Pollutant.CO2) / 1000);
        return this;
    }

    private double worstMovement(boolean[] signalled) {
        return trips.movements().stream()
                .filter(m -> signalled[m.fromLinkIndex()] && m.vehicles() >= FEWEST_VEHICLES)
                .mapToDouble(TripFigures.Movement::meanDelay)
                .max()
                .orElse(Double.NaN);
    }

    FigureList pedestrians(List<Wait> waits) {
        put(Measure.PEDESTRIANS, waits.stream().mapToDouble(Wait::mean).average().orElse(NONE));
        put(Measure.LONGEST_WALK, waits.stream().mapToDouble(Wait::longest).max().orElse(NONE));
        for (Wait wait : waits) {
            entries.add(new Entry(RunRecord.CROSSING, wait.id(), "wait", wait.mean()));
            entries.add(new Entry(RunRecord.CROSSING, wait.id(), "longest", wait.longest()));
        }
        return this;
    }

    private static final double NONE = Double.NaN;

    FigureList classes() {
        trips.classes()
                .forEach(
                        (c, own) -> {
                            of(c.name(), "trips", own.count());
                            of(c.name(), "unfinished", own.unfinished());
                            of(c.name(), "trip-time", own.meanSeconds());
                            of(c.name(), "trip-delay", own.meanDelay());
                            of(c.name(), "p95-delay", own.delayQuantile(0.95));
                        });
        for (EmissionTotals.OfClass c : emissions.classes()) {
            of(c.name(), "co2", c.co2PerKm());
            of(c.name(), "nox", c.noxPerKm());
        }
        return this;
    }

    private void of(String vehicleClass, String measure, double value) {
        entries.add(new Entry(RunRecord.CLASS, vehicleClass, measure, value));
    }

    FigureList movements() {
        for (TripFigures.Movement m : trips.movements()) {
            String subject =
                    network.link(m.fromLinkIndex()).id() + ">" + network.link(m.toLinkIndex()).id();
            entries.add(new Entry(RunRecord.MOVEMENT, subject, "vehicles", m.vehicles()));
            entries.add(new Entry(RunRecord.MOVEMENT, subject, "delay", m.delaySeconds()));
        }
        return this;
    }

    /** Links on which nobody drove are left out. */
    FigureList links() {
        for (EmissionTotals.OfLink link : emissions.links()) {
            double delay = trips.linkDelaySeconds()[link.linkIndex()];
            if (delay > 0 || link.figures().seconds() > 0) {
                entries.add(new Entry(RunRecord.LINK, link.linkId(), "delay", delay));
                entries.add(new Entry(RunRecord.LINK, link.linkId(), "co2", link.co2()));
            }
        }
        return this;
    }

    FigureList quantiles() {
        for (int percent = 0; percent <= 100; percent += QUANTILE_STEP) {
            double delay = trips.trips().delayQuantile(percent / 100.0);
            entries.add(new Entry(RunRecord.QUANTILE, Integer.toString(percent), "delay", delay));
        }
        return this;
    }
}
