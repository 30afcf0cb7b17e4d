package org.chalaco.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.analysis.TestRoads;
import org.chalaco.analysis.comparison.CrossingWaits.Crossing;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: what a run is judged by: trips with their delays, unfinished ones included,
 * movements, links, and how long pedestrians wait.
 */
class R01_TripsAndWaitsTest {

    private static final double FROM = 100;

    private final RoadNetwork road = TestRoads.straight();
    private final int connector = TestRoads.connector(road, "wc", "ce");
    private final TripCollector trips =
            new TripCollector(road, List.of(VehicleType.CAR), FROM)
                    .expect(
                            List.of(
                                    Departure.of(0, 0, 90, Route.of(0, 1)),
                                    Departure.of(1, 0, 110, Route.of(0, 1)),
                                    Departure.of(2, 0, 120, Route.of(0, 1)),
                                    Departure.of(3, 0, 130, Route.of(0, 1)),
                                    Departure.of(4, 0, 300, Route.of(0, 1))));

    private void drive(int vehicle, double enters, double crosses, double arrives) {
        trips.accept(new VehicleEntersTraffic(enters, vehicle, 0, 0));
        trips.accept(new LinkLeave(crosses, vehicle, 0, connector, 1));
        trips.accept(new LinkEnter(crosses, vehicle, 1));
        trips.accept(new VehicleLeavesTraffic(arrives, vehicle, 1, 1, 0));
    }

    /** 600 m at 15 m/s take 40 s alone, but for the few metres that the box takes of the links. */
    private double free() {
        double lanes = road.laneLength(road.firstLane(0)) + road.laneLength(road.firstLane(1));
        return lanes / 15 + road.connectorLength(connector) / road.connectorSpeed(connector);
    }

    @Test
    void aTripLosesTimeOutsideAndOnTheRoad() {
        drive(1, 115, 150, 190);
        TripFigures.Trips all = trips.finish(200).trips();
        assertThat(all.seconds()[0]).isEqualTo(70 - 0);
        // 1 arrived; 2 and 3 never came onto the road; 0 began before the time that counts
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.unfinished()).isEqualTo(2);
        assertThat(all.seconds()).containsExactly(70, 80, 80);
        assertThat(all.delays()[0]).isCloseTo(80 - free(), within(1e-9));
        assertThat(all.delays()[1]).isEqualTo(70);
        assertThat(all.delays()[2]).isEqualTo(80);
    }

    @Test
    void tripsThatBeganBeforeDoNotCountButTheirDelayOnLinksDoesByItsShare() {
        trips.accept(new VehicleEntersTraffic(90, 0, 0, 0));
        trips.accept(new LinkLeave(140, 0, 0, connector, 1));
        trips.accept(new LinkEnter(140, 0, 1));
        TripFigures figures = trips.finish(140);
        assertThat(figures.trips().count()).isEqualTo(3); // 1, 2, 3 wait outside
        double lost = 50 - road.laneLength(road.firstLane(0)) / 15;
        // 40 of its 50 s lie inside, and the others wait 30, 20 and 10 s
        assertThat(figures.linkDelaySeconds()[0]).isCloseTo(lost * 0.8, within(1e-9));
        assertThat(figures.movements()).containsExactly(new TripFigures.Movement(0, 1, 1, lost));
    }

    @Test
    void whoIsTakenOffTheRoadCountsSoFar() {
        trips.accept(new VehicleEntersTraffic(110, 1, 0, 0));
        trips.accept(new VehicleStuck(170, 1, 0));
        TripFigures.Trips cars = trips.finish(120).classes().get(VehicleClass.CAR);
        assertThat(cars.count()).isEqualTo(1);
        assertThat(cars.unfinished()).isEqualTo(1);
        assertThat(cars.seconds()).containsExactly(60);
        assertThat(cars.delays()[0])
                .isCloseTo(60 - road.laneLength(road.firstLane(0)) / 15, within(1e-9));
    }

    @Test
    void quantilesLieOnStraightLinesBetweenNeighbours() {
        TripFigures.Trips ten =
                new TripFigures.Trips(
                        new double[11],
                        new double[] {10, 0, 20, 30, 40, 50, 60, 70, 80, 90, 100},
                        0);
        assertThat(ten.delayQuantile(0)).isZero();
        assertThat(ten.delayQuantile(0.5)).isEqualTo(50);
        assertThat(ten.delayQuantile(0.95)).isCloseTo(95, within(1e-9));
        assertThat(ten.delayQuantile(1)).isEqualTo(100);
        assertThat(new TripFigures.Trips(new double[0], new double[0], 0).delayQuantile(0.5))
                .isNaN();
    }

    private static void show(CrossingWaits waits, double time, int group, Aspect aspect) {
        waits.accept(new SignalChange(time, 0, group, aspect));
    }

    /**
     * Cycle 90 s: green 0-40, amber to 43, red to 90. Crossing takes 17 s, so 30 s of each cycle
     * serve: (90 - 30)² / 180 = 20 s, as the HCM says.
     */
    @Test
    void aFixedPlanGivesTheWaitOfTheManual() {
        CrossingWaits waits = new CrossingWaits(List.of(new Crossing("leg", 0, List.of(0), 17)), 0);
        for (int cycle = 0; cycle < 40; cycle++) {
            show(waits, 90 * cycle, 0, Aspect.GREEN);
            show(waits, 90 * cycle + 40, 0, Aspect.AMBER);
            show(waits, 90 * cycle + 43, 0, Aspect.RED);
        }
        CrossingWaits.Wait wait = waits.finish(3600).get(0);
        assertThat(wait.mean()).isCloseTo(20, within(0.5)); // the first gap is a part of one
        assertThat(wait.longest()).isEqualTo(60);
    }

    @Test
    void aRedTooShortToCrossServesNobody() {
        CrossingWaits waits =
                new CrossingWaits(List.of(new Crossing("leg", 0, List.of(0, 2), 17)), 0);
        show(waits, 0, 0, Aspect.GREEN);
        show(waits, 30, 0, Aspect.RED);
        show(waits, 46, 2, Aspect.GREEN); // 16 s of red, then another group of the leg
        show(waits, 60, 2, Aspect.RED);
        show(waits, 100, 0, Aspect.GREEN); // serves from 60 to 83
        CrossingWaits.Wait wait = waits.finish(100).get(0);
        assertThat(wait.longest()).isEqualTo(60);
        assertThat(wait.mean()).isCloseTo((60 * 60 + 17 * 17) / 200.0, within(1e-9));
    }

    @Test
    void groupsOfOtherLegsAndSystemsPlayNoPart() {
        CrossingWaits waits = new CrossingWaits(List.of(new Crossing("leg", 0, List.of(0), 10)), 0);
        show(waits, 10, 1, Aspect.GREEN);
        waits.accept(new SignalChange(20, 1, 0, Aspect.GREEN));
        assertThat(waits.finish(100).get(0).mean()).isZero();
    }
}
