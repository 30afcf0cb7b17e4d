package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.testkit.GridTown;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: who changes lanes does so for the next turn or to get on better. */
class D01_LaneChangeTest {

    private static final VehicleType SLOW_TRUCK =
            new VehicleType(
                    "slow truck",
                    VehicleClass.TRUCK,
                    9,
                    5,
                    2,
                    DriverParameters.CITY,
                    DriverSpread.NONE);

    private static TrafficCase town() {
        return GridTown.of(2, 2, 300, 2, 50 / 3.6, JunctionControl.PRIORITY);
    }

    @ParameterizedTest
    @CsvSource({"1/0-1/1, LEFT", "1/0-1/-1, RIGHT"})
    void aDriverTurnsFromTheLaneThatLeadsThere(String thirdLink, Turn turn) {
        for (double start : new double[] {0, 0.05, 0.2, 0.35}) {
            TrafficCase road = town();
            Departure departure =
                    new Departure(0, 0, 0, road.route("0/0-1/0", thirdLink), start, 1);
            TrafficCase.Outcome run = road.withDepartures(List.of(departure)).run();

            TrafficEvent.LinkLeave leave = run.events().of(TrafficEvent.LinkLeave.class).get(0);
            int lane = road.network().fromLane(leave.connectorIndex());
            assertThat(road.network().turn(leave.connectorIndex())).isEqualTo(turn);
            assertThat(road.network().positionOnLink(lane)).isEqualTo(turn == Turn.LEFT ? 1 : 0);
            assertThat(run.result().wrongLaneTurns()).isZero();
        }
    }

    @Test
    void someoneOnTheWrongLaneChangesInTime() {
        int changes = 0;
        TrafficCase road = town();
        for (int v = 0; v < 60; v++) {
            // half turn left, half right, all over one link: lanes cannot all be right by chance
            String last = v % 2 == 0 ? "1/0-1/1" : "1/0-1/-1";
            road = road.depart(4.0 * v, "-1/0-0/0", "0/0-1/0", last);
        }
        TrafficCase.Outcome run = road.until(1200).run();
        for (TrafficEvent.LaneChange change : run.events().of(TrafficEvent.LaneChange.class)) {
            changes += change.linkIndex() == road.link("0/0-1/0") ? 1 : 0;
        }

        assertThat(run.result().arrived()).isEqualTo(60);
        assertThat(run.result().wrongLaneTurns()).isZero();
        assertThat(changes).isBetween(20, 90);
    }

    @Test
    void aCarOvertakesASlowTruck() {
        TrafficCase road =
                RoadDrawing.of("A ==========> B      1500 m, 2 lanes, 50 km/h")
                        .withTypes(SLOW_TRUCK, VehicleType.CAR)
                        .depart(0, 0, "A-B")
                        .depart(1, 20, "A-B");
        // both on the kerb lane: the truck is slow there before the car comes
        TrafficCase.Outcome run = road.run();
        double carTime = run.events().arrived(1) - run.events().entered(1);

        assertThat(carTime).isLessThan(1500 / (50 / 3.6) + 15);
        assertThat(run.events().arrived(1)).isLessThan(run.events().arrived(0));
        assertThat(run.events().of(TrafficEvent.LaneChange.class))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.vehicleIndex()).isEqualTo(1));
    }

    @Test
    void withoutLaneChangingTheCarStaysBehind() {
        TrafficCase road =
                RoadDrawing.of("A ==========> B      1500 m, 1 lane, 50 km/h")
                        .withTypes(SLOW_TRUCK, VehicleType.CAR)
                        .depart(0, 0, "A-B")
                        .depart(1, 20, "A-B");
        TrafficCase.Outcome run = road.run();

        assertThat(run.events().arrived(1)).isGreaterThan(run.events().arrived(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void whoHasNothingToGainKeepsTheLane(int lanes) {
        TrafficCase road =
                RoadDrawing.of("A ==========> B      1500 m, %d lanes, 50 km/h".formatted(lanes));
        for (int v = 0; v < 30; v++) {
            road = road.depart(30.0 * v, "A-B");
        }
        assertThat(road.run().result().laneChanges()).isZero();
    }

    @Test
    void nobodyChangesLanesWhereItIsOff() {
        TrafficCase road =
                RoadDrawing.of("A ==========> B      1500 m, 2 lanes, 50 km/h")
                        .withTypes(SLOW_TRUCK, VehicleType.CAR);
        for (int v = 0; v < 40; v++) {
            road = road.depart(v % 4 == 0 ? 0 : 1, 5.0 * v, "A-B");
        }
        TrafficCase off = road.withParameters(road.parameters().withLaneChanging(LaneChanging.OFF));

        assertThat(off.run().result().laneChanges()).isZero();
        assertThat(road.run().result().laneChanges()).isPositive();
    }

    @Test
    void aTurnFromTheWrongLaneIsMadeAfterPatienceAndCounted() {
        // a look-ahead of next to nothing: the driver finds out at the stop line
        LaneChanging late = new LaneChanging(true, 4.0, 0.2, 0.0, 4.0, 0.001, 20);
        TrafficCase road = town().depart(0, "-1/0-0/0", "0/0-1/0", "1/0-1/1");
        road = road.withParameters(road.parameters().withLaneChanging(late));
        TrafficCase.Outcome run = road.run();
        double onLink =
                run.events().crossed(0, road.link("0/0-1/0"))
                        - run.events().crossed(0, road.link("-1/0-0/0"));

        assertThat(run.result().arrived()).isEqualTo(1);
        assertThat(run.result().wrongLaneTurns()).isEqualTo(1);
        assertThat(run.events().of(TrafficEvent.LaneChange.class)).isEmpty();
        assertThat(onLink).isGreaterThan(20 + 280 / (50 / 3.6));
    }
}
