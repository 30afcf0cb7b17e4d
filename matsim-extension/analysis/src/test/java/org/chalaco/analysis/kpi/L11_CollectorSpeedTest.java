package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.event.TrafficEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: seven million events in a few seconds. */
@Tag("slow")
class L11_CollectorSpeedTest {

    @Test
    void sevenMillionEventsTakeSeconds() {
        RandomDay day = new RandomDay(TestRoads.crossing(2), 1, RandomDay.identity(100_000));
        long events = 0;
        long nanos = 0;
        while (events < 7_000_000) {
            KpiCollector kpis =
                    KpiCollector.on(TestRoads.crossing(2))
                            .vehicles(RandomDay.TYPES, day.departures)
                            .build();
            long start = System.nanoTime();
            for (TrafficEvent event : day.events) {
                kpis.accept(event);
            }
            nanos += System.nanoTime() - start;
            events += day.events.size();
            assertThat(kpis.finish(RandomDay.END).total().arrived()).isPositive();
        }
        System.out.printf("%d events in %.2f s%n", events, nanos / 1e9);
        assertThat(nanos / 1e9).isLessThan(10);
    }
}
