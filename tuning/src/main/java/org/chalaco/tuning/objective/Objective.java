package org.chalaco.tuning.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.FitnessBreakdown.Term;

/**
 * What a search makes small. Pure: the same sums give the same score.
 *
 * <p>The first three are the field's: delay and stops as in TRANSYT, total travel time, delay of
 * persons. The others are those of the Havana study, which tunes for the time on links and knows no
 * free flow.
 */
public interface Objective {

    /** Name for the command line and files. */
    String name();

    /** Unit of the score. */
    String unit();

    /** The score by terms; their sum is minimised. */
    FitnessBreakdown breakdown(TrafficSums sums);

    /** The score. */
    default double score(TrafficSums sums) {
        return breakdown(sums).total();
    }

    /** Seconds of delay that one stop is worth, as usual in TRANSYT and Synchro. */
    double USUAL_STOP = 10;

    /** An hour in seconds: scores are in vehicle hours. */
    double HOUR = 3600;

    /**
     * Performance index: delay on the road, waiting outside, and stops, each of which counts like
     * so many seconds of delay (Robertson 1969, TRANSYT), veh h.
     */
    static Objective delayAndStops(double secondsPerStop) {
        return new NamedObjective(
                "delay-stops",
                "veh h",
                sums ->
                        new FitnessBreakdown(
                                List.of(
                                        new Term("delay", sums.totalDelaySeconds() / HOUR),
                                        new Term("outside", sums.totalWaitingSeconds() / HOUR),
                                        new Term(
                                                "stops",
                                                secondsPerStop * sums.totalStops() / HOUR))));
    }

    /** Delay on the road and waiting outside, veh h. */
    static Objective delay() {
        return new NamedObjective(
                "delay",
                "veh h",
                sums ->
                        new FitnessBreakdown(
                                List.of(
                                        new Term("delay", sums.totalDelaySeconds() / HOUR),
                                        new Term("outside", sums.totalWaitingSeconds() / HOUR))));
    }

    /** Stops alone, for a Pareto front beside delay. */
    static Objective stops() {
        return new NamedObjective(
                "stops", "-", sums -> FitnessBreakdown.single("stops", sums.totalStops()));
    }

    /** Time on the road and outside, veh h. */
    static Objective travelTime() {
        return new NamedObjective(
                "travel-time",
                "veh h",
                sums ->
                        new FitnessBreakdown(
                                List.of(
                                        new Term("road", sums.totalVehicleSeconds() / HOUR),
                                        new Term("outside", sums.totalWaitingSeconds() / HOUR))));
    }

    /**
     * Delay of everyone on board and on foot, person h.
     *
     * @param occupancy persons per vehicle by class
     */
    static Objective personDelay(Map<VehicleClass, Double> occupancy) {
        Map<VehicleClass, Double> persons = new TreeMap<>(occupancy);
        return new NamedObjective(
                "person-delay",
                "person h",
                sums -> {
                    double driving = 0;
                    double outside = 0;
                    for (VehicleClass c : VehicleClass.values()) {
                        double aboard = persons.getOrDefault(c, 1.0);
                        driving += aboard * sums.delaySeconds(c) / HOUR;
                        outside += aboard * sums.waitingSeconds(c) / HOUR;
                    }
                    return new FitnessBreakdown(
                            List.of(
                                    new Term("aboard", driving),
                                    new Term("outside", outside),
                                    new Term("pedestrians", sums.pedestrianSeconds() / HOUR)));
                });
    }

    /** Delay of pedestrians alone, person h, for a Pareto front beside delay. */
    static Objective pedestrianDelay() {
        return new NamedObjective(
                "pedestrian-delay",
                "person h",
                sums -> FitnessBreakdown.single("pedestrians", sums.pedestrianSeconds() / HOUR));
    }

    /** Havana study, fitness 0: the largest mean time on a link, s. */
    static Objective largestLinkTime() {
        return new NamedObjective(
                "largest-link-time",
                "s",
                sums -> FitnessBreakdown.single("link", sums.largestMeanLinkTime()));
    }

    /** Havana study, fitness 1: the time of all vehicles on all links, veh h. */
    static Objective totalLinkTime() {
        return new NamedObjective(
                "total-link-time",
                "veh h",
                sums -> FitnessBreakdown.single("road", sums.totalVehicleSeconds() / HOUR));
    }

    /** Havana study, fitness 2: the mean time on a link weighted with its vehicles squared, s. */
    static Objective squareWeightedLinkTime() {
        return new NamedObjective(
                "square-weighted-link-time",
                "s",
                sums -> FitnessBreakdown.single("link", sums.squareWeightedLinkTime()));
    }

    /**
     * A figure that a meter of the problem measures.
     *
     * @param meterIndex which of the problem's meters
     */
    static Objective metered(String name, String unit, int meterIndex) {
        return new NamedObjective(
                name, unit, sums -> FitnessBreakdown.single(name, sums.metered()[meterIndex]));
    }

    /** This objective and the cost of every signal that stands, in its unit per signal. */
    default Objective withSignalCost(double costPerSignal) {
        Objective plain = this;
        return new NamedObjective(
                name(),
                unit(),
                sums -> {
                    List<Term> terms = new ArrayList<>(plain.breakdown(sums).terms());
                    terms.add(new Term("signals", costPerSignal * sums.signals()));
                    return new FitnessBreakdown(terms);
                });
    }
}
