package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: figures of single trips, worked out by hand. */
class L01_TripsAndLinksTest {

    private final RoadNetwork road = TestRoads.straight();
    private final int wc = road.getLinkIndex("wc");
    private final int ce = road.getLinkIndex("ce");
    private final int through = TestRoads.connector(road, "wc", "ce");
    private final double firstLane = road.laneLength(road.firstLane(wc));
    private final double second =
            road.connectorLength(through) + road.laneLength(road.firstLane(ce));

    private KpiCollector collector(VehicleType type, double... departures) {
        List<Departure> list = new java.util.ArrayList<>();
        for (int v = 0; v < departures.length; v++) {
            list.add(Departure.of(v, 0, departures[v], Route.of(wc, ce)));
        }
        return KpiCollector.on(road).vehicles(List.of(type), list).interval(60).build();
    }

    /** Wants to go at 10 s, enters at 20 s, crosses C at 80 s after two stops, arrives at 120 s. */
    private static void drive(KpiCollector kpis, int v, int wc, int ce, int through) {
        kpis.accept(new VehicleEntersTraffic(20, v, wc, 0));
        kpis.accept(new LinkLeave(80, v, wc, through, 2));
        kpis.accept(new LinkEnter(80, v, ce));
        kpis.accept(new VehicleLeavesTraffic(120, v, ce, 1, 0));
    }

    @Test
    void aTripIsCountedFromItsWantedDeparture() {
        KpiCollector kpis = collector(VehicleType.CAR, 10);
        drive(kpis, 0, wc, ce, through);
        ClassKpis total = kpis.finish(300).total();

        assertThat(total.departures()).isEqualTo(1);
        assertThat(total.arrived()).isEqualTo(1);
        assertThat(total.meanTripTime()).isCloseTo(110, within(1e-9));
        assertThat(total.meanWaitingOutside()).isCloseTo(10, within(1e-9));
        assertThat(total.vehicleHours() * 3600).isCloseTo(100, within(1e-9));
        assertThat(total.vehicleKm() * 1000).isCloseTo(firstLane + second, within(1e-6));
        assertThat(total.meanSpeedKmh()).isCloseTo((firstLane + second) / 100 * 3.6, within(1e-9));
        assertThat(total.stops()).isEqualTo(2);
    }

    @Test
    void delayIsTimeBeyondTheVehiclesOwnFreeFlow() {
        VehicleType slow =
                new VehicleType(
                        "slow",
                        VehicleClass.TRUCK,
                        10,
                        6,
                        2,
                        VehicleType.CAR.driver(),
                        VehicleType.CAR.spread());
        KpiCollector cars = collector(VehicleType.CAR, 10);
        drive(cars, 0, wc, ce, through);
        KpiCollector trucks = collector(slow, 10);
        drive(trucks, 0, wc, ce, through);

        assertThat(cars.finish(300).links().get(wc).meanDelay())
                .isCloseTo(60 - firstLane / TestRoads.SPEED, within(1e-9));
        assertThat(trucks.finish(300).links().get(wc).meanDelay())
                .isCloseTo(60 - firstLane / 6, within(1e-9));
        // 40 s for the second link are less than the truck's free flow: no negative delay.
        assertThat(trucks.finish(300).links().get(ce).meanDelay()).isZero();
    }

    @Test
    void timeAndDistanceAreSpreadOverTheIntervalsOfADrive() {
        KpiCollector kpis = collector(VehicleType.CAR, 10);
        drive(kpis, 0, wc, ce, through);
        Kpis result = kpis.finish(300);

        // on wc from 20 to 80 s: 40 s in the first minute, 20 s in the second
        assertThat(result.link(wc, 0).vehicleHours() * 3600).isCloseTo(40, within(1e-9));
        assertThat(result.link(wc, 1).vehicleHours() * 3600).isCloseTo(20, within(1e-9));
        assertThat(result.link(wc, 0).vehicleKm())
                .isCloseTo(2 * result.link(wc, 1).vehicleKm(), within(1e-9));
        assertThat(result.link(wc, 0).entered()).isEqualTo(1);
        assertThat(result.link(wc, 0).left()).isZero();
        assertThat(result.link(wc, 1).left()).isEqualTo(1);
        assertThat(result.link(ce, 1).left())
                .as("an event at 120 s ends the second minute")
                .isOne();
        assertThat(result.intervals().get(0).onRoadAtEnd()).isEqualTo(1);
        assertThat(result.intervals().get(1).onRoadAtEnd()).isZero();
        assertThat(result.intervals().get(1).throughputVehPerHour()).isEqualTo(60);
    }

    @Test
    void aDepartureInTheMiddleDrivesHalfTheLink() {
        KpiCollector kpis = collector(VehicleType.CAR, 0);
        kpis.accept(new VehicleEntersTraffic(1, 0, wc, 0.25));
        kpis.accept(new VehicleLeavesTraffic(60, 0, wc, 0.75, 0));

        assertThat(kpis.finish(100).total().vehicleKm() * 1000)
                .isCloseTo(firstLane / 2, within(1e-4));
    }

    @Test
    void whoWaitsDrivesOrIsStuckAtTheEndIsToldApart() {
        KpiCollector kpis = collector(VehicleType.CAR, 0, 0, 0, 0, 500);
        kpis.accept(new VehicleEntersTraffic(10, 0, wc, 0));
        kpis.accept(new VehicleEntersTraffic(20, 1, wc, 0));
        kpis.accept(new VehicleEntersTraffic(30, 2, wc, 0));
        kpis.accept(new VehicleStuck(100, 0, wc)); // removed
        kpis.accept(new VehicleStuck(300, 1, wc)); // on the road at the end
        Kpis result = kpis.finish(300); // vehicle 2 too, but nobody said so
        ClassKpis total = result.total();

        assertThat(total.departures()).isEqualTo(4);
        assertThat(total.removed()).isEqualTo(1);
        assertThat(total.onRoadAtEnd()).isEqualTo(2);
        assertThat(total.waitingOutsideAtEnd()).isEqualTo(1);
        assertThat(total.vehicleHours() * 3600).isCloseTo(90 + 280 + 270, within(1e-9));
        assertThat(total.waitingOutsideHours() * 3600).isCloseTo(10 + 20 + 30 + 300, within(1e-9));
        assertThat(total.vehicleKm()).isZero();
        assertThat(total.freeFlowHours() * 3600)
                .isCloseTo(3 * firstLane / TestRoads.SPEED, within(1e-9));
        assertThat(result.links().get(wc).unfinished()).isEqualTo(3);
        assertThat(result.intervals().get(1).removed()).isEqualTo(1);
        assertThat(result.intervals().get(4).onRoadAtEnd()).isEqualTo(2);
        assertThat(result.intervals().get(4).waitingOutsideAtEnd()).isEqualTo(1);
    }

    @Test
    void nothingHappenedGivesUndefinedFiguresAndNoZeros() {
        Kpis result = collector(VehicleType.CAR).finish(120);

        assertThat(result.total().departures()).isZero();
        assertThat(result.total().meanSpeedKmh()).isNaN();
        assertThat(result.classes()).isEmpty();
        assertThat(result.links().get(wc).travelTimeIndex()).isNaN();
        assertThat(result.summarize()).contains("all");
    }
}
