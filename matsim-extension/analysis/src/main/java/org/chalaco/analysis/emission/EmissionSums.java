package org.chalaco.analysis.emission;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * The growing sums of a collector. By class in one row, by link in one row per interval: seconds,
 * metres, seconds standing, litres, then grams by pollutant.
 */
final class EmissionSums {

    static final int SECONDS = 0;
    static final int METRES = 1;
    static final int STANDING_SECONDS = 2;
    static final int LITRES = 3;
    static final int GRAMS = 4;
    static final int WIDTH = GRAMS + Pollutant.values().length;

    private final double interval;
    private final double firstFrom;
    private final int links;
    private final double[] ofClass = new double[VehicleClass.values().length * WIDTH];
    private final List<double[]> ofLinks = new ArrayList<>(); // by interval: by link, WIDTH each
    private double[] current;

    EmissionSums(double startTime, double interval, int links) {
        this.interval = interval;
        this.links = links;
        firstFrom = Math.floor(startTime / interval) * interval;
    }

    /** Further sums belong to the second that ends now. */
    void openInterval(double now) {
        // A second that ends on the hour belongs to the hour before.
        int index = (int) Math.max(0, Math.ceil((now - firstFrom) / interval - 1e-9) - 1);
        while (ofLinks.size() <= index) {
            ofLinks.add(new double[links * WIDTH]);
        }
        current = ofLinks.get(index);
    }

    void add(
            int vehicleClass,
            int link,
            double seconds,
            double speed,
            double[] rates,
            double co2PerLitre) {
        addTo(ofClass, vehicleClass * WIDTH, seconds, speed, rates, co2PerLitre);
        addTo(current, link * WIDTH, seconds, speed, rates, co2PerLitre);
    }

    private static void addTo(
            double[] row, int at, double seconds, double speed, double[] rates, double perLitre) {
        row[at + SECONDS] += seconds;
        row[at + METRES] += speed * seconds;
        row[at + STANDING_SECONDS] += speed < EmissionProfile.STANDING ? seconds : 0;
        row[at + LITRES] += rates[Pollutant.CO2.ordinal()] * seconds / (1000 * perLitre);
        for (int p = 0; p < rates.length; p++) {
            row[at + GRAMS + p] += rates[p] * seconds;
        }
    }

    EmissionTotals totals(RoadNetwork network, double until) {
        List<EmissionTotals.OfClass> classes = new ArrayList<>();
        double[] all = new double[WIDTH];
        for (VehicleClass c : VehicleClass.values()) {
            double[] row = row(ofClass, c.ordinal());
            for (int k = 0; k < WIDTH; k++) {
                all[k] += row[k];
            }
            if (row[SECONDS] > 0) {
                classes.add(new EmissionTotals.OfClass(c.name(), new EmissionFigures(row)));
            }
        }
        List<EmissionTotals.OfLink> byInterval = new ArrayList<>();
        for (int i = 0; i < ofLinks.size(); i++) {
            double from = firstFrom + i * interval;
            double to = Math.min(until, from + interval);
            for (int l = 0; l < links; l++) {
                double[] row = row(ofLinks.get(i), l);
                byInterval.add(ofLink(network, l, from, to, row));
            }
        }
        return new EmissionTotals(
                classes,
                new EmissionTotals.OfClass("ALL", new EmissionFigures(all)),
                wholeRun(network, until),
                byInterval);
    }

    private List<EmissionTotals.OfLink> wholeRun(RoadNetwork network, double until) {
        List<EmissionTotals.OfLink> rows = new ArrayList<>();
        for (int l = 0; l < links; l++) {
            double[] sum = new double[WIDTH];
            for (double[] interval : ofLinks) {
                for (int k = 0; k < WIDTH; k++) {
                    sum[k] += interval[l * WIDTH + k];
                }
            }
            rows.add(ofLink(network, l, firstFrom, until, sum));
        }
        return rows;
    }

    private static EmissionTotals.OfLink ofLink(
            RoadNetwork network, int link, double from, double until, double[] row) {
        return new EmissionTotals.OfLink(
                network.link(link).id(),
                link,
                from,
                until,
                network.length(link),
                new EmissionFigures(row));
    }

    private static double[] row(double[] table, int index) {
        double[] row = new double[WIDTH];
        System.arraycopy(table, index * WIDTH, row, 0, WIDTH);
        return row;
    }
}
