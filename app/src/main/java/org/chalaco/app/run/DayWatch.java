package org.chalaco.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.capacity.CapacitySetting;
import org.chalaco.analysis.capacity.CapacitySurvey;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.analysis.emission.EmissionCollector;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.QueueObserver;
import org.chalaco.app.report.RunRecording;
import org.chalaco.day2day.AgentEvent;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.TripTable;
import org.chalaco.formats.network.NetworkVocabulary;
import org.chalaco.mobsim.MicroSimulation.Observation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Watches one day: key figures, queues and what the report shows. Every day is watched, not only
 * the last: whoever stops a run wants the report of the last complete day. Not thread-safe; serves
 * one day.
 */
final class DayWatch implements DayEventSink {

    /** How often queues are looked at, s. */
    private static final double QUEUES_EVERY = 10;

    private final TripTable trips;
    private final KpiCollector kpis;
    private final List<Observation> observations = new ArrayList<>();
    private final RunRecording recording;
    private final EventSink recordingEvents;
    private final LinkCounts stations;
    private final CapacitySurvey capacities;
    private final EmissionCollector emissions;

    /**
     * Watches a day.
     *
     * @param filmStart start of film and diagrams, s since midnight
     */
    DayWatch(Scenario scenario, TripTable trips, double filmStart) {
        this.trips = trips;
        int[] types = typeIndexes(scenario, trips);
        IntFunction<VehicleType> typeOfVehicle = v -> scenario.fleet().types().get(types[v]);
        QueueObserver queues =
                new QueueObserver(
                        scenario.network(), vehicle -> typeOfVehicle.apply(vehicle).length());
        recording =
                RunRecording.of(
                        scenario.network(),
                        scenario.signals(),
                        typeOfVehicle,
                        RunRecording.Times.quarterFrom(filmStart, scenario.mobsim().startTime()));
        recordingEvents = recording.events();
        kpis = collector(scenario, trips, queues);
        capacities = new CapacitySurvey(capacitySetting(scenario), typeOfVehicle);
        stations =
                scenario.counts().isEmpty()
                        ? null
                        : StationCounts.counter(
                                scenario.network(),
                                scenario.mobsim().startTime(),
                                v -> typeOfVehicle.apply(v).vehicleClass());
        observations.addAll(recording.observations());
        observations.add(new Observation(QUEUES_EVERY, queues));
        emissions =
                scenario.settings().emissions()
                        ? EmissionCollector.on(
                                        scenario.network(),
                                        typeOfVehicle,
                                        scenario.mobsim().startTime())
                                .build()
                        : null;
        if (emissions != null) {
            observations.add(new Observation(EmissionCollector.EVERY, emissions));
        }
    }

    private static KpiCollector collector(
            Scenario scenario, TripTable trips, QueueObserver queues) {
        double[] wanted = new double[trips.tripCount()];
        Arrays.fill(wanted, Double.NaN); // told by the events of persons
        // In a sample each vehicle stands for several: as much less can be served in an hour.
        double saturationFlow =
                scenario.loop().routing().warmStart().saturationFlow()
                        * scenario.mobsim().sampleFactor();
        return KpiCollector.on(scenario.network())
                .signals(scenario.signals())
                .vehicles(scenario.fleet().types(), typeIndexes(scenario, trips), wanted)
                .startingAt(scenario.mobsim().startTime())
                .saturationFlow(saturationFlow)
                .queues(queues)
                .build();
    }

    /** Saturation flows that nobody measured are computed for the run's cars. */
    private static CapacitySetting capacitySetting(Scenario scenario) {
        List<VehicleType> types = scenario.fleet().types();
        VehicleType reference =
                types.stream()
                        .filter(t -> t.vehicleClass() == VehicleClass.CAR)
                        .findFirst()
                        .orElse(types.get(0));
        return new CapacitySetting(
                scenario.network(),
                scenario.signals(),
                reference,
                NetworkVocabulary::fileCapacity,
                scenario.mobsim().sampleFactor());
    }

    /** Type of the vehicle of each trip; {@code Fleet.NONE} for trips without one. */
    private static int[] typeIndexes(Scenario scenario, TripTable trips) {
        Fleet fleet = scenario.fleet();
        int[] types = new int[trips.tripCount()];
        for (int trip = 0; trip < types.length; trip++) {
            boolean driven = trips.leg(trip).route() != null;
            types[trip] =
                    driven
                            ? fleet.findType(
                                    trips.persons().get(trips.personIndex(trip)),
                                    trips.leg(trip).mode())
                            : Fleet.NONE;
        }
        return types;
    }

    @Override
    public void accept(TrafficEvent event) {
        kpis.accept(event);
        capacities.accept(event);
        recordingEvents.accept(event);
        if (stations != null) {
            stations.accept(event);
        }
    }

    @Override
    public void accept(AgentEvent event) {
        // whoever gets on a bus does not want it to drive
        if (event instanceof AgentEvent.PersonEntersVehicle e
                && e.personIndex() == trips.personIndex(e.vehicleIndex())) {
            kpis.wants(e.vehicleIndex(), e.time());
        }
    }

    /** Who looks at the road, and how often. */
    List<Observation> observations() {
        return observations;
    }

    /** The day's key figures. */
    Kpis finish(double endTime) {
        return kpis.finish(endTime);
    }

    /**
     * What passed the links, by hours of the clock, or null where nothing was counted to compare.
     */
    LinkCounts stations() {
        return stations;
    }

    /** What links can carry. */
    CapacityReport capacities() {
        return capacities.finish();
    }

    /** What vehicles emitted, or null where nobody asked. */
    EmissionTotals emissions() {
        return emissions == null ? null : emissions.totals();
    }

    /** What the report needs. */
    RunRecording recording() {
        return recording;
    }
}
