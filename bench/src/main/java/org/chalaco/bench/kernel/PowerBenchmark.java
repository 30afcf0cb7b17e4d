package org.chalaco.bench.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.chalaco.mobsim.model.CarFollowingModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Our own power, which has the same bits everywhere, beside Java's two, in ns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PowerBenchmark {

    private static final int NUMBERS = 4096;
    private static final double EXPONENT = 3.5;

    private final double[] base = new double[NUMBERS];

    /** Draws numbers between 0 and 1, as car following has them. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(4711);
        for (int k = 0; k < NUMBERS; k++) {
            base[k] = random.nextDouble();
        }
    }

    /** The kernel's. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void ours(Blackhole sink) {
        for (double x : base) {
            sink.consume(CarFollowingModel.power(x, EXPONENT));
        }
    }

    /** Java's fast one, whose last bits differ between processors. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void math(Blackhole sink) {
        for (double x : base) {
            sink.consume(Math.pow(x, EXPONENT));
        }
    }

    /** Java's exact one. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void strictMath(Blackhole sink) {
        for (double x : base) {
            sink.consume(StrictMath.pow(x, EXPONENT));
        }
    }
}
