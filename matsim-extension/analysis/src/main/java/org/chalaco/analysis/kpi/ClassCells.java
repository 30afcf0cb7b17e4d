package org.chalaco.analysis.kpi;

import org.chalaco.mobsim.traffic.VehicleClass;

/** Sums of one vehicle class, written by {@link KpiCollector} alone. */
final class ClassCells {

    long departures;
    long entered;
    long arrived;
    long onRoadAtEnd;
    long waitingOutsideAtEnd;
    long removed;
    long stops;
    double metres;
    double seconds;
    double freeSeconds;
    double delaySeconds;
    double waitingSeconds;
    double arrivedTripSeconds;
    double arrivedMetres;

    /** Adds time on the road, what it takes alone on the road, and what was lost, s. */
    void addTimes(double onRoad, double free, double delay) {
        seconds += onRoad;
        freeSeconds += free;
        delaySeconds += delay;
    }

    void add(ClassCells o) {
        departures += o.departures;
        entered += o.entered;
        arrived += o.arrived;
        onRoadAtEnd += o.onRoadAtEnd;
        waitingOutsideAtEnd += o.waitingOutsideAtEnd;
        removed += o.removed;
        stops += o.stops;
        metres += o.metres;
        seconds += o.seconds;
        freeSeconds += o.freeSeconds;
        delaySeconds += o.delaySeconds;
        waitingSeconds += o.waitingSeconds;
        arrivedTripSeconds += o.arrivedTripSeconds;
        arrivedMetres += o.arrivedMetres;
    }

    ClassKpis toKpis(VehicleClass vehicleClass) {
        return new ClassKpis(
                vehicleClass,
                departures,
                entered,
                arrived,
                onRoadAtEnd,
                waitingOutsideAtEnd,
                removed,
                metres / 1000,
                seconds / 3600,
                freeSeconds / 3600,
                delaySeconds / 3600,
                waitingSeconds / 3600,
                stops,
                arrivedTripSeconds / 3600,
                arrivedMetres / 1000);
    }
}
