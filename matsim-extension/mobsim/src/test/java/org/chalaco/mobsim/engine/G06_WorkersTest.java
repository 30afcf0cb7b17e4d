package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: threads share out chunks of work, each begins with its own, and every chunk
 * is done once.
 */
class G06_WorkersTest {

    private static final int ROUNDS = 300;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyChunkIsDoneOnceInEveryRound(int threads) {
        try (Workers workers = new Workers(threads)) {
            AtomicIntegerArray done = new AtomicIntegerArray(40);
            int[] expected = new int[done.length()];
            for (int round = 0; round < ROUNDS; round++) {
                int chunks = round % (done.length() + 1);
                workers.run(chunks, (worker, chunk) -> done.incrementAndGet(chunk));
                for (int chunk = 0; chunk < chunks; chunk++) {
                    expected[chunk]++;
                }
                for (int chunk = 0; chunk < expected.length; chunk++) {
                    assertThat(done.get(chunk)).isEqualTo(expected[chunk]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whoIsDoneHelpsTheOthers(int threads) {
        int chunks = 30;
        try (Workers workers = new Workers(threads)) {
            AtomicIntegerArray doneBy = new AtomicIntegerArray(threads);
            workers.run(
                    chunks,
                    (worker, chunk) -> {
                        // all but the first two chunks wait until somebody else has done most
                        long start = System.nanoTime();
                        while (worker == 0
                                && doneBy.get(0) >= 1
                                && others(doneBy) < chunks - 3
                                && System.nanoTime() - start < 10_000_000_000L) {
                            Thread.onSpinWait();
                        }
                        doneBy.incrementAndGet(worker);
                    });
            assertThat(doneBy.get(0)).isLessThanOrEqualTo(3);
            assertThat(doneBy.get(0) + others(doneBy)).isEqualTo(chunks);
        }
    }

    private static int others(AtomicIntegerArray doneBy) {
        int sum = 0;
        for (int worker = 1; worker < doneBy.length(); worker++) {
            sum += doneBy.get(worker);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatGoesWrongOnAnyThreadIsThrown(int threads) {
        try (Workers workers = new Workers(threads)) {
            assertThatThrownBy(
                            () ->
                                    workers.run(
                                            10,
                                            (worker, chunk) -> {
                                                if (chunk == 9) {
                                                    throw new IllegalStateException("chunk 9");
                                                }
                                            }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("chunk 9");
        }
    }
}
