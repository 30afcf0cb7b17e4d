package org.chalaco.day2day.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a loop on several threads visits every index once, gives every thread a body
 * of its own, and hands on what went wrong.
 */
class I10_ParallelLoopTest {

    @Test
    void everyIndexIsVisitedOnce() {
        for (int count : new int[] {0, 1, 127, 128, 129, 5000}) {
            AtomicIntegerArray visits = new AtomicIntegerArray(count);
            ParallelLoop.run(3, count, () -> visits::incrementAndGet);
            for (int k = 0; k < count; k++) {
                assertThat(visits.get(k)).as("index %d of %d", k, count).isEqualTo(1);
            }
        }
    }

    @Test
    void noMoreBodiesAreMadeThanThreads() {
        AtomicInteger bodies = new AtomicInteger();
        ParallelLoop.run(
                4,
                10_000,
                () -> {
                    bodies.incrementAndGet();
                    return k -> {};
                });
        assertThat(bodies.get()).isBetween(1, 4);
    }

    @Test
    void aProblemIsHandedOn() {
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(
                            () ->
                                    ParallelLoop.run(
                                            threads,
                                            1000,
                                            () ->
                                                    k -> {
                                                        if (k == 700) {
                                                            throw new IllegalStateException("700");
                                                        }
                                                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("700");
        }
    }
}
