package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the relief for hopeless cases takes the first of a standing queue off the
 * road, counts it, and is off unless asked for; who waits for a signal is never hopeless.
 *
 * <p>The road: a signal that is always red, so its link fills up and those on the link before
 * stand.
 */
class F03_ReliefTest {

    private static final double END = 1200;

    private static TrafficCase jam() {
        TrafficCase road =
                RoadDrawing.of("A =====> C ==|R|====> B      200 m + 150 m, 1 lane, 50 km/h");
        for (int v = 0; v < 25; v++) {
            road = road.depart(4 * v, "A-C", "C-S", "S-B");
        }
        return road.until(END);
    }

    private static TrafficCase relieved(double seconds) {
        TrafficCase road = jam();
        JunctionRules rules = road.parameters().junctions().withReliefAfter(seconds);
        return road.withParameters(road.parameters().withJunctions(rules));
    }

    @Test
    void nobodyIsRemovedUnlessAskedFor() {
        TrafficCase.Outcome outcome = jam().run();

        assertThat(outcome.result().removedAsHopeless()).isZero();
        assertThat(outcome.result().arrived()).isZero();
    }

    @Test
    void theFirstOfAStandingQueueIsRemovedAndCounted() {
        TrafficCase.Outcome outcome = relieved(300).run();
        long removed = outcome.result().removedAsHopeless();
        long removedEvents =
                outcome.events().of(VehicleStuck.class).stream()
                        .filter(e -> e.time() < END)
                        .count();

        assertThat(removed).isPositive().isEqualTo(removedEvents);
        assertThat(
                        removed
                                + outcome.result().onRoadAtEnd()
                                + outcome.result().waitingOutsideAtEnd())
                .isEqualTo(25);
    }

    @Test
    void whoWaitsForTheSignalStays() {
        TrafficCase road = relieved(300);
        int beforeSignal = road.link("C-S");

        assertThat(road.run().events().of(VehicleStuck.class))
                .filteredOn(e -> e.time() < END)
                .allSatisfy(e -> assertThat(e.linkIndex()).isNotEqualTo(beforeSignal));
    }
}
