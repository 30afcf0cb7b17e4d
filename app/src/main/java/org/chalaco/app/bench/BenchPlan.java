package org.chalaco.app.bench;

/**
 * What is measured, and how often.
 *
 * @param repeats runs that count
 * @param warmups runs before them that do not: the JVM compiles meanwhile
 * @param events where events go
 * @param memory whether one more run measures the memory of the mobsim
 */
public record BenchPlan(int repeats, int warmups, EventsTo events, boolean memory) {

    public BenchPlan {
        if (repeats < 1 || warmups < 0) {
            throw new IllegalArgumentException(
                    "(%d) repeats after (%d) warm-ups measure nothing.%nMaybe --repeat 3 --warmup 1?"
                            .formatted(repeats, warmups));
        }
    }
}
