package org.chalaco.bench.kernel;

import java.util.concurrent.TimeUnit;
import org.chalaco.mobsim.event.EventSink;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole steps of the mobsim on a street of twenty blocks; the counter {@code updates} says how many
 * vehicles were updated a second. Lanes and signals tell what lane changing and stop lines cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StreetBenchmark {

    /** Vehicle updates, shown by JMH as a rate beside the score. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Updates {
        /** Vehicles on the road, summed over steps. */
        public long updates;
    }

    /** Lanes of the street. */
    @Param({"1", "3"})
    public int lanes;

    /** Whether every crossing has a signal. */
    @Param({"false", "true"})
    public boolean signals;

    private Street street;

    /** Builds the street. */
    @Setup
    public void build() {
        street = new Street(lanes, signals);
    }

    /** One whole run. */
    @Benchmark
    public long run(Updates counter) {
        long updates = street.run(EventSink.NONE).vehicleUpdates();
        counter.updates += updates;
        return updates;
    }
}
