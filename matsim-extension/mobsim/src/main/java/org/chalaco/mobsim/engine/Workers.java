package org.chalaco.mobsim.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that share out chunks of work and meet again, thousands of times a second.
 *
 * <p>Every thread begins with its own share of the chunks, the same ones in every call, so that
 * what they need stays near it in memory; who is done takes from the end of another's share. Which
 * thread runs a chunk may differ all the same, so their work must not depend on that. The calling
 * thread works too. Waiting threads spin for a few microseconds, then sleep. Not reentrant.
 */
final class Workers implements AutoCloseable {

    /** One piece of work. */
    @FunctionalInterface
    interface Chunk {
        /** Does chunk {@code chunk} on worker {@code worker}, both from 0. */
        void run(int worker, int chunk);
    }

    private static final int SPINS = 4000;

    private final Thread[] threads;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int round;
    private volatile boolean closed;
    private Chunk work;
    private int chunks;

    /** Round in which each chunk was taken last. */
    private AtomicIntegerArray takenIn = new AtomicIntegerArray(0);

    Workers(int count) {
        threads = new Thread[count - 1];
        for (int k = 0; k < threads.length; k++) {
            int worker = k + 1;
            threads[k] = new Thread(() -> serve(worker), "mobsim-" + worker);
            threads[k].setDaemon(true);
            threads[k].start();
        }
    }

    /** Number of threads, the calling one included. */
    int count() {
        return threads.length + 1;
    }

    /** Runs chunks 0 .. n - 1 and returns when all are done. */
    void run(int n, Chunk chunk) {
        if (threads.length == 0) {
            for (int k = 0; k < n; k++) {
                chunk.run(0, k);
            }
            return;
        }
        work = chunk;
        chunks = n;
        if (takenIn.length() < n) {
            takenIn = new AtomicIntegerArray(n);
        }
        working.set(threads.length);
        round++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        take(0);
        for (int spin = 0; working.get() > 0; spin++) {
            pause(spin);
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
        }
    }

    private void serve(int worker) {
        int seen = 0;
        while (!closed) {
            for (int spin = 0; round == seen && !closed; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = round;
            take(worker);
            working.decrementAndGet();
        }
    }

    /** Its own share first, then what is left of the others'. */
    private void take(int worker) {
        try {
            for (int k = share(worker); k < share(worker + 1) && isLeft(k); k++) {
                work.run(worker, k);
            }
            for (int other = 1; other < count(); other++) {
                help(worker, (worker + other) % count());
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** From the end of the other's share, so that the two meet. */
    private void help(int worker, int other) {
        for (int k = share(other + 1) - 1; k >= share(other) && isLeft(k); k--) {
            work.run(worker, k);
        }
    }

    /** First chunk of a worker's share. */
    private int share(int worker) {
        return (int) ((long) chunks * worker / count());
    }

    private boolean isLeft(int chunk) {
        return takenIn.getAndSet(chunk, round) != round;
    }

    private static void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
