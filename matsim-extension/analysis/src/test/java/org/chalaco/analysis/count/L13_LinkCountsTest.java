package org.chalaco.analysis.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: vehicles over a stop line, by class and interval. */
class L13_LinkCountsTest {

    private final RoadNetwork road = TestRoads.straight();
    private final int wc = road.getLinkIndex("wc");
    private final LinkCounts counts =
            new LinkCounts(road, 3600, 900, v -> v % 3 == 0 ? VehicleClass.BUS : VehicleClass.CAR);

    private void pass(double time, int vehicle) {
        counts.accept(new LinkLeave(time, vehicle, wc, TestRoads.connector(road, "wc", "ce"), 0));
        counts.accept(new LinkEnter(time, vehicle, road.getLinkIndex("ce")));
    }

    @Test
    void countsByClassAndInterval() {
        pass(3600.5, 0);
        pass(4500, 1);
        pass(4500.5, 2);
        pass(5400, 3);

        assertThat(counts.intervalCount()).isEqualTo(2);
        assertThat(counts.count(wc, 0)).isEqualTo(2);
        assertThat(counts.count(wc, VehicleClass.BUS, 0)).isEqualTo(1);
        assertThat(counts.count(wc, VehicleClass.BUS, 1)).isEqualTo(1);
        assertThat(counts.count(road.getLinkIndex("ce"), 1)).isZero();
    }

    @Test
    void aStationSeesAllAndEachClass() {
        pass(3700, 0);
        pass(3800, 1);
        pass(3900, 2);
        List<TrafficCount> seen =
                counts.toTrafficCounts(
                        List.of(
                                new CountStation("s", "wc", 100),
                                new CountStation("lost", "nowhere", 0)),
                        0.1);
        assertThat(seen)
                .containsExactly(
                        new TrafficCount("s", 3600, 4500, null, 30, 1),
                        new TrafficCount("s", 3600, 4500, VehicleClass.CAR, 20, 1),
                        new TrafficCount("s", 3600, 4500, VehicleClass.BUS, 10, 1));
        assertThat(seen.get(0).flowVehPerHour()).isEqualTo(120);
    }
}
