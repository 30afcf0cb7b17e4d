package org.chalaco.agents.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Performative;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.agents.runtime.MessageLoss;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: vehicles that come to help ask for green and get through sooner; buses only
 * where they may ask.
 */
class H03_PriorityTest {

    private static final double END = 900;
    private static final int FIRST = 300;
    private static final int CALLERS = 5;

    private static VehicleType type(String id, VehicleClass vehicleClass) {
        return new VehicleType(
                id, vehicleClass, 7, 30, 1.5, VehicleType.CAR.driver(), VehicleType.CAR.spread());
    }

    /** Mean travel time of those who may ask, who all drive along the avenue, s. */
    private static double travel(VehicleType caller, double priority, List<AgentMessage> said) {
        Avenue avenue = new Avenue(5, 1);
        NegotiatedControl control =
                Runs.control(
                        avenue,
                        new InProcessRuntime(
                                new Roles(), (c, b, m) -> said.add(m), MessageLoss.NONE),
                        Map.of("every", 300.0, "priority", priority));
        List<Departure> all = new ArrayList<>(avenue.departures(300, 250, END, 9));
        int cars = all.size();
        for (int k = 0; k < CALLERS; k++) {
            all.add(Departure.of(cars + k, 1, FIRST + 73 * k, all.get(0).route()));
        }
        double[] sum = {0};
        int[] arrived = {0};
        MicroSimulation.on(avenue.network())
                .signals(avenue.systems())
                .control(control)
                .demand(List.of(VehicleType.CAR, caller), all)
                .parameters(MobsimParameters.STANDARD.withTimes(0, END).withSeed(3))
                .events(
                        event -> {
                            if (event instanceof TrafficEvent.VehicleLeavesTraffic left
                                    && left.vehicleIndex() >= cars) {
                                sum[0] += left.time() - FIRST - 73 * (left.vehicleIndex() - cars);
                                arrived[0]++;
                            }
                        })
                .run();
        assertThat(arrived[0]).isEqualTo(CALLERS);
        return sum[0] / CALLERS;
    }

    @Test
    void thoseWhoComeToHelpGetThroughSooner() {
        VehicleType ambulance = type("ambulance", VehicleClass.PICKUP);
        List<AgentMessage> said = new ArrayList<>();
        double without = travel(ambulance, 0, new ArrayList<>());
        double with = travel(ambulance, 1, said);

        assertThat(with).isLessThan(0.85 * without);
        assertThat(said)
                .anyMatch(m -> m.content() instanceof Content.GreenRequest)
                .anyMatch(
                        m ->
                                m.performative() == Performative.AGREE
                                        && m.content() instanceof Content.GreenGrant)
                .anyMatch(m -> m.content() instanceof Content.Passed);
    }

    @Test
    void busesAskOnlyWhereTheyMay() {
        VehicleType bus = type("bus", VehicleClass.BUS);
        List<AgentMessage> silent = new ArrayList<>();
        List<AgentMessage> said = new ArrayList<>();
        travel(bus, 1, silent);
        travel(bus, 2, said);

        assertThat(silent).noneMatch(m -> m.content() instanceof Content.GreenRequest);
        assertThat(said).anyMatch(m -> m.content() instanceof Content.GreenRequest);
    }
}
