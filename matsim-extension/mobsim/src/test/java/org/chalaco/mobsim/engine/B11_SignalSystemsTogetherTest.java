package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.ActuatedController;
import org.chalaco.mobsim.signal.PlanStages;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.StageDecision;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: controllers of one run can be given together; they are told when a second
 * begins, before any of them is asked, and they see who carries a transponder.
 */
class B11_SignalSystemsTogetherTest {

    private static final VehicleType BUS =
            new VehicleType(
                    "bus",
                    VehicleClass.BUS,
                    12,
                    25,
                    2,
                    VehicleType.CAR.driver(),
                    VehicleType.CAR.spread());

    private static TrafficCase cross() {
        TrafficCase cross = CrossJunction.of("N", "E", "S", "W").signals(26, 4, "N S", "E W");
        SignalSystem plain = cross.signals().get(0);
        SignalSystem staged =
                plain.withStages(PlanStages.of(plain, new StageTiming(8, 60)).stages());
        return cross.withSignals(List.of(staged));
    }

    private static MicroSimulation run(TrafficCase road, List<TrafficEvent> events) {
        List<Departure> all =
                new ArrayList<>(
                        new PoissonFlow(road.route("N-in", "S-out"), 0, 500, 0, 300)
                                .departures(1, 0));
        all.add(Departure.of(all.size(), 1, 10, road.route("E-in", "W-out")));
        return MicroSimulation.on(road.network())
                .signals(road.signals())
                .demand(List.of(VehicleType.CAR, BUS), all)
                .parameters(MobsimParameters.STANDARD.withTimes(0, 300))
                .events(events::add);
    }

    @Test
    void stagesAreFoundInAPlan() {
        PlanStages found = PlanStages.of(cross().signals().get(0), new StageTiming(8, 60));

        assertThat(found.cycle()).isEqualTo(60);
        assertThat(found.timed()).hasSize(2);
        assertThat(found.timed().get(0).stage().groupIds()).containsExactlyInAnyOrder("N", "S");
        assertThat(found.timed().get(0).green()).isEqualTo(26);
        assertThat(found.timed().get(0).after()).isEqualTo(4);
    }

    @Test
    void givenTogetherTheyDoWhatTheyDoAlone() {
        TrafficCase road = cross();
        var alone = new ArrayList<TrafficEvent>();
        var together = new ArrayList<TrafficEvent>();

        run(road, alone).control(0, new ActuatedController(road.signals().get(0), 3, 50)).run();
        run(road, together)
                .control(
                        new ActuatedController.Provider()
                                .createAll(road.network(), road.signals(), Map.of(), 1))
                .run();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void aSecondIsToldBeforeAnyoneIsAsked() {
        List<String> calls = new ArrayList<>();
        run(cross(), new ArrayList<>()).control(new Recording(calls)).run();

        assertThat(calls.subList(0, 4))
                .containsExactly("begins 0", "asked 0", "begins 1", "asked 1");
        assertThat(calls).hasSize(600);
    }

    private record Recording(List<String> calls) implements SignalControl {
        @Override
        public List<SignalController> controllers() {
            return List.of(
                    view -> {
                        calls.add("asked " + (int) view.time());
                        return StageDecision.HOLD;
                    });
        }

        @Override
        public void secondBegins(double time) {
            calls.add("begins " + (int) time);
        }
    }

    @Test
    void systemsWithoutStagesKeepTheirPlans() {
        TrafficCase road = CrossJunction.of("N", "E", "S", "W").signals(26, 4, "N S", "E W");
        SignalControl control =
                new ActuatedController.Provider()
                        .createAll(road.network(), road.signals(), Map.of(), 1);
        var plain = new ArrayList<TrafficEvent>();
        var controlled = new ArrayList<TrafficEvent>();

        run(road, plain).run();
        run(road, controlled).control(control).run();

        assertThat(control.controllers()).isEqualTo(Arrays.asList((SignalController) null));
        assertThat(controlled).isEqualTo(plain);
    }

    @Test
    void theBusIsSeenByName() {
        List<SignalView> views = new ArrayList<>();
        SignalController watching =
                view -> {
                    views.add(view);
                    return StageDecision.HOLD;
                };
        run(cross(), new ArrayList<>()).control(0, watching).run();

        List<SignalView.Call> calls = views.stream().flatMap(v -> v.calls().stream()).toList();
        assertThat(calls).isNotEmpty();
        assertThat(calls).allMatch(c -> c.type().equals(BUS) && c.group().equals("E"));
        assertThat(calls.get(0).distance()).isGreaterThan(calls.get(calls.size() - 1).distance());
    }
}
