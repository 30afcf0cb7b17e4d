package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.testkit.BoxWatch;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: inside junctions bodies keep out of each other's way.
 *
 * <p>Gap acceptance works with expected arrivals, so it may err, but rarely: of a thousand vehicles
 * that cross a junction, less than two touch another one's path while its body is still there.
 */
class E06_BoxTest {

    @Test
    void bodiesHardlyEverMeetInRandomTowns() {
        int collisions = 0;
        int crossings = 0;
        for (long seed = 1; seed <= 20; seed++) {
            TrafficCase town = RandomRoads.seed(seed).vehicles(150).within(500).build().until(2000);
            BoxWatch watch = BoxWatch.of(town);
            EventLog events = new EventLog();
            town.simulation().events(events).observe(town.parameters().stepSeconds(), watch).run();
            crossings += events.of(TrafficEvent.LinkLeave.class).size();
            collisions +=
                    (int)
                            watch.collisions().stream()
                                    .map(c -> c.vehicle() + " " + c.other())
                                    .distinct()
                                    .count();
        }
        assertThat(crossings).isGreaterThan(10_000);
        assertThat(collisions).isLessThan(crossings / 500);
    }

    @Test
    void bodiesNeverMeetWhereGreensAreProtected() {
        TrafficCase road = CrossJunction.of("N", "E", "S", "W").signals(20, 6, "N", "E", "S", "W");
        String[] arms = {"N", "E", "S", "W"};
        for (int v = 0; v < 200; v++) {
            road =
                    road.depart(
                            4.0 * v, arms[v % 4] + "-in", arms[(v + 1 + (v / 4) % 3) % 4] + "-out");
        }
        BoxWatch watch = BoxWatch.of(road);
        EventLog events = new EventLog();
        road.simulation().events(events).observe(0.5, watch).run();

        assertThat(events.of(TrafficEvent.LinkLeave.class)).hasSize(200);
        assertThat(watch.collisions()).isEmpty();
    }
}
