package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.kpi.SaturationFlow;
import org.chalaco.analysis.kpi.SaturationFlowSurvey;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: cars discharge from a queue as they do in Lima. */
class M07_FleetSaturationTest {

    private static final int VEHICLES = 600;

    private final List<VehicleType> types = CallaoVehicles.types(Callao.FACTS);
    private final RoadNetwork network =
            RoadNetwork.builder()
                    .junction(new Junction("a", 0, 0, JunctionControl.PRIORITY))
                    .junction(new Junction("b", 900, 0, JunctionControl.PRIORITY))
                    .junction(new Junction("c", 1800, 0, JunctionControl.PRIORITY))
                    .link(Link.of("ab", "a", "b", 900, 1, 50 / 3.6))
                    .link(Link.of("bc", "b", "c", 900, 1, 50 / 3.6))
                    .build();

    @Test
    void carsDischarge1600To1800PerHour() {
        SaturationFlow flow = measure();

        assertThat(flow.queues()).isGreaterThan(10);
        assertThat(flow.pcuPerHour()).isBetween(1600.0, 1800.0);
    }

    private SaturationFlow measure() {
        List<SignalSystem> signals = List.of(signal());
        List<Departure> departures = departures();
        SaturationFlowSurvey survey =
                new SaturationFlowSurvey(
                        network, signals, v -> types.get(departures.get(v).typeIndex()).pcu());
        MicroSimulation.on(network)
                .signals(signals)
                .demand(types, departures)
                .parameters(
                        MobsimParameters.STANDARD.withCheckMode(CheckMode.FULL).withTimes(0, 4000))
                .events(survey)
                .run();
        return survey.results().get(0);
    }

    private static SignalSystem signal() {
        Stage green = new Stage("A", List.of("ab"), new StageTiming(7, 100));
        Stage red = new Stage("B", List.of(), new StageTiming(7, 100));
        return new SignalSystem(
                "b",
                List.of(new SignalGroup("ab", List.of(SignalHead.ofLink("ab")))),
                List.of(green),
                new IntergreenMatrix(Map.of()),
                3,
                0,
                SignalPlan.ofStages(
                        "1",
                        0,
                        List.of(
                                new SignalPlan.StageGreen(green, 50, 5),
                                new SignalPlan.StageGreen(red, 30, 5))));
    }

    /** Cars, more than the signal lets pass. */
    private List<Departure> departures() {
        int car = types.stream().map(VehicleType::id).toList().indexOf("car");
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < VEHICLES; v++) {
            departures.add(Departure.of(v, car, 3.0 * v, Route.of(0, 1)));
        }
        return departures;
    }
}
