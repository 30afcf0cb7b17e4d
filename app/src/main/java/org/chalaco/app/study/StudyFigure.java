package org.chalaco.app.study;

import java.util.function.ToDoubleFunction;
import org.chalaco.tuning.evaluation.TrafficSums;

/** Figures by which plans are judged, all per run of 300 s. */
enum StudyFigure {
    DELAY("delay", "veh h", s -> (s.totalDelaySeconds() + s.totalWaitingSeconds()) / 3600),
    TRAVEL_TIME(
            "travelTime", "veh h", s -> (s.totalVehicleSeconds() + s.totalWaitingSeconds()) / 3600),
    STOPS("stops", "-", TrafficSums::totalStops),
    STUDY_FITNESS("studyFitness", "s", TrafficSums::squareWeightedLinkTime),
    ARRIVED("arrived", "veh", TrafficSums::arrived);

    private final String id;
    private final String unit;
    private final ToDoubleFunction<TrafficSums> formula;

    StudyFigure(String id, String unit, ToDoubleFunction<TrafficSums> formula) {
        this.id = id;
        this.unit = unit;
        this.formula = formula;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    double of(TrafficSums sums) {
        return formula.applyAsDouble(sums);
    }
}
