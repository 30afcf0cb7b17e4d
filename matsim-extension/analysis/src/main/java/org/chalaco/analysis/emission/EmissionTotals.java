package org.chalaco.analysis.emission;

import java.util.List;

/**
 * What a run came to in emissions.
 *
 * @param classes classes that drove, in the order of the enumeration
 * @param total all of them together, called ALL
 * @param links every link over the whole run, in the order of the network
 * @param linkIntervals the same by interval, interval by interval
 */
public record EmissionTotals(
        List<OfClass> classes, OfClass total, List<OfLink> links, List<OfLink> linkIntervals) {

    public EmissionTotals {
        classes = List.copyOf(classes);
        links = List.copyOf(links);
        linkIntervals = List.copyOf(linkIntervals);
    }

    /** The figures of all classes together. */
    public EmissionFigures all() {
        return total.figures();
    }

    /**
     * One class.
     *
     * @param name of the vehicle class, or ALL
     * @param figures what it drove and emitted
     */
    public record OfClass(String name, EmissionFigures figures) {

        /** Distance driven, veh km. */
        public double vehicleKm() {
            return figures.metres() / 1000;
        }

        /** Time on the road, veh h. */
        public double vehicleHours() {
            return figures.seconds() / 3600;
        }

        /** Part of that time standing. */
        public double standingShare() {
            return figures.seconds() > 0 ? figures.standingSeconds() / figures.seconds() : NONE;
        }

        /** Carbon dioxide, kg. */
        public double co2Kg() {
            return figures.grams(Pollutant.CO2) / 1000;
        }

        /** Nitrogen oxides, kg. */
        public double noxKg() {
            return figures.grams(Pollutant.NOX) / 1000;
        }

        /** Volatile organic compounds, kg. */
        public double vocKg() {
            return figures.grams(Pollutant.VOC) / 1000;
        }

        /** Particles, kg. */
        public double pmKg() {
            return figures.grams(Pollutant.PM) / 1000;
        }

        /** Fuel, L. */
        public double fuelLitres() {
            return figures.litres();
        }

        /** Carbon dioxide, g/veh km. */
        public double co2PerKm() {
            return figures.gramsPerKm(Pollutant.CO2);
        }

        /** Nitrogen oxides, g/veh km. */
        public double noxPerKm() {
            return figures.gramsPerKm(Pollutant.NOX);
        }

        /** Volatile organic compounds, g/veh km. */
        public double vocPerKm() {
            return figures.gramsPerKm(Pollutant.VOC);
        }

        /** Particles, g/veh km. */
        public double pmPerKm() {
            return figures.gramsPerKm(Pollutant.PM);
        }

        /** Fuel, L/100 veh km. */
        public double litresPer100Km() {
            return figures.litresPer100Km();
        }
    }

    /**
     * One link over a time.
     *
     * @param linkId id of the link
     * @param linkIndex its index
     * @param from s since midnight
     * @param until s since midnight
     * @param length of the link, m
     * @param figures what was driven and emitted on it
     */
    public record OfLink(
            String linkId,
            int linkIndex,
            double from,
            double until,
            double length,
            EmissionFigures figures) {

        /** Distance driven, veh km. */
        public double vehicleKm() {
            return figures.metres() / 1000;
        }

        /** Carbon dioxide, g. */
        public double co2() {
            return figures.grams(Pollutant.CO2);
        }

        /** Nitrogen oxides, g. */
        public double nox() {
            return figures.grams(Pollutant.NOX);
        }

        /** Volatile organic compounds, g. */
        public double voc() {
            return figures.grams(Pollutant.VOC);
        }

        /** Particles, g. */
        public double pm() {
            return figures.grams(Pollutant.PM);
        }

        /** Fuel, L. */
        public double fuelLitres() {
            return figures.litres();
        }

        /** Carbon dioxide, g/veh km. */
        public double co2PerKm() {
            return figures.gramsPerKm(Pollutant.CO2);
        }

        /** Carbon dioxide per kilometre of road and hour, kg. */
        public double co2Density() {
            return co2() / 1000 / (length / 1000) / ((until - from) / 3600);
        }

        /** Nitrogen oxides per kilometre of road and hour, g. */
        public double noxDensity() {
            return nox() / (length / 1000) / ((until - from) / 3600);
        }
    }

    private static final double NONE = Double.NaN;
}
