package org.chalaco.day2day.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: travel times per link and quarter of an hour are learned from what vehicles
 * experienced, never below free speed, and nobody gains by entering later.
 */
class I01_TravelTimesTest {

    private static final double BIN = 900;

    // A ==1==> B ==2==> C, 1000 m each at 10 m/s
    private final RoadNetwork road =
            RoadNetwork.builder()
                    .junction(Junction.priority("A", 0, 0))
                    .junction(Junction.priority("B", 1000, 0))
                    .junction(Junction.priority("C", 2000, 0))
                    .link(Link.of("1", "A", "B", 1000, 1, 10))
                    .link(Link.of("2", "B", "C", 1000, 1, 10))
                    .build();
    private final TravelTimeCollector collector = new TravelTimeCollector(road, BIN);

    @Test
    void anEmptyRoadIsDrivenAtFreeSpeed() {
        TravelTimes times = collector.finish(36000);

        assertThat(times.travelTime(0, 8 * 3600)).isEqualTo(100);
        assertThat(times).isEqualTo(TravelTimes.free(road, BIN));
    }

    @Test
    void theMeanOfABinIsReachedInItsMiddle() {
        drive(1, 8 * 3600 + 10, 200);
        drive(2, 8 * 3600 + 800, 400);

        TravelTimes times = collector.finish(36000);

        assertThat(times.travelTime(1, 8 * 3600 + 450)).isEqualTo(300);
        // half way to the free bin after it: (300 + 100) / 2
        assertThat(times.travelTime(1, 8 * 3600 + 900)).isEqualTo(200);
        assertThat(times.travelTime(0, 8 * 3600 + 450)).isEqualTo(100);
    }

    @Test
    void nothingIsFasterThanFreeSpeed() {
        drive(1, 8 * 3600, 20);

        assertThat(collector.finish(36000).travelTime(1, 8 * 3600 + 450)).isEqualTo(100);
    }

    @Test
    void whoParksOnALinkSaysNothingAboutIt() {
        collector.accept(new LinkEnter(8 * 3600, 1, 1));
        collector.accept(new VehicleLeavesTraffic(8 * 3600 + 500, 1, 1, 0.5, 0));

        assertThat(collector.finish(36000).travelTime(1, 8 * 3600 + 450)).isEqualTo(100);
    }

    @Test
    void whoStartsAtTheBeginningCountsAsHavingDrivenAll() {
        collector.accept(new VehicleEntersTraffic(8 * 3600 + 50, 1, 0, 0.25));
        collector.accept(new LinkLeave(8 * 3600 + 225, 1, 0, 0, 0));
        // a quarter of the link at free speed is 25 s, so it entered at 08:00:25
        assertThat(collector.finish(36000).travelTime(0, 8 * 3600 + 450)).isEqualTo(200);
    }

    @Test
    void whoStartsNearTheEndSaysNothing() {
        collector.accept(new VehicleEntersTraffic(8 * 3600, 1, 0, 0.9));
        collector.accept(new LinkLeave(8 * 3600 + 300, 1, 0, 0, 0));

        assertThat(collector.finish(36000).travelTime(0, 8 * 3600 + 450)).isEqualTo(100);
    }

    @Test
    void whoNeverLeftStoodAtLeastSoLong() {
        drive(1, 8 * 3600, 200);
        collector.accept(new LinkEnter(8 * 3600 + 100, 2, 1));
        collector.accept(new LinkEnter(8 * 3600 + 200, 3, 1));
        collector.accept(new VehicleStuck(10 * 3600, 3, 1));

        TravelTimes times = collector.finish(10 * 3600);

        // mean of 200, 7000 and 7100 s; both are more than the mean before them
        assertThat(times.travelTime(1, 8 * 3600 + 450))
                .isEqualTo((200 + 7100 + 7000) / 3.0, within(1e-9));
    }

    @Test
    void afterAJamTravelTimesFallNoFasterThanTimePasses() {
        drive(1, 8 * 3600, 5000);

        TravelTimes times = collector.finish(36000);

        double middle = 8 * 3600 + 450;
        assertThat(times.travelTime(1, middle)).isEqualTo(5000);
        assertThat(times.travelTime(1, middle + BIN)).isEqualTo(4100);
        assertThat(times.travelTime(1, middle + 5 * BIN)).isEqualTo(500);
        assertThat(times.travelTime(1, middle + 6 * BIN)).isEqualTo(100);
    }

    @Test
    void whoEntersLaterNeverLeavesEarlier() {
        RandomStream random = RandomStream.of(7, 0, "jam");
        for (int vehicle = 0; vehicle < 300; vehicle++) {
            drive(vehicle, 6 * 3600 + 50 * vehicle, 100 + random.nextExponential(900));
        }
        TravelTimes times = collector.finish(36000);

        double before = 0;
        for (double t = 5 * 3600; t < 11 * 3600; t += 7) {
            double left = t + times.travelTime(1, t);
            assertThat(left).isGreaterThanOrEqualTo(before - 1e-9);
            before = left;
        }
    }

    private void drive(int vehicle, double entered, double seconds) {
        collector.accept(new LinkEnter(entered, vehicle, 1));
        collector.accept(new LinkLeave(entered + seconds, vehicle, 1, 0, 0));
    }
}
