package org.chalaco.day2day.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A loop over indexes on several threads. Which thread gets which index is left to chance, so the
 * body may only write to places of its own index.
 */
public final class ParallelLoop {

    // long enough to make taking a piece cheap, short enough to keep all threads busy to the end
    private static final int PIECE = 128;

    private ParallelLoop() {}

    /**
     * Calls a body for every index from 0 to {@code count - 1} and returns when all are done.
     *
     * @param threads how many work
     * @param bodies gives each thread a body of its own, with its own working space
     * @throws RuntimeException the first one that a body threw; remaining indexes are dropped
     */
    public static void run(int threads, int count, Supplier<IntConsumer> bodies) {
        int needed = Math.max(1, Math.min(threads, (count + PIECE - 1) / PIECE));
        if (needed == 1) {
            IntConsumer body = bodies.get();
            for (int index = 0; index < count; index++) {
                body.accept(index);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> crew = new ArrayList<>();
        for (int k = 0; k < needed; k++) {
            Thread thread = new Thread(() -> work(next, count, bodies, failure), "day2day-" + k);
            thread.setDaemon(true);
            thread.start();
            crew.add(thread);
        }
        join(crew);
        rethrow(failure.get());
    }

    private static void work(
            AtomicInteger next,
            int count,
            Supplier<IntConsumer> bodies,
            AtomicReference<Throwable> failure) {
        try {
            IntConsumer body = bodies.get();
            for (int start = next.getAndAdd(PIECE);
                    start < count && failure.get() == null;
                    start = next.getAndAdd(PIECE)) {
                for (int index = start; index < Math.min(count, start + PIECE); index++) {
                    body.accept(index);
                }
            }
        } catch (RuntimeException | Error problem) {
            failure.compareAndSet(null, problem);
        }
    }

    private static void join(List<Thread> crew) {
        try {
            for (Thread thread : crew) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while replanning.", interrupted);
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
    }
}
