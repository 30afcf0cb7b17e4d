package org.chalaco.bench.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;
import org.chalaco.mobsim.run.CarFollowing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One acceleration of each model, in ns, over a table of situations drawn once with a fixed seed:
 * free road, following, or approaching something that stands.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ModelBenchmark {

    private static final int SITUATIONS = 4096;
    private static final double V0 = 13.89;

    /** What the driver sees. */
    public enum Situation {
        /** Nobody ahead. */
        FREE,
        /** A leader about as fast, 5 to 40 m ahead. */
        FOLLOWING,
        /** Something that stands, 5 to 100 m ahead. */
        APPROACHING
    }

    /** Which model drives. */
    @Param({"IDM", "IIDM", "IDM_PLUS"})
    public CarFollowing carFollowing;

    /** What is ahead. */
    @Param public Situation situation;

    /** Exponent δ: 4 is multiplied out, others need a real power. */
    @Param({"4", "3.5"})
    public double exponent;

    private final double[] speed = new double[SITUATIONS];
    private final double[] gap = new double[SITUATIONS];
    private final double[] closing = new double[SITUATIONS];
    private CarFollowingModel model;
    private FollowingParameters driver;

    /** Draws the situations. */
    @Setup
    public void draw() {
        model = RingBenchmark.model(carFollowing);
        driver = RingBenchmark.cityDriver(exponent);
        SplittableRandom random = new SplittableRandom(4711);
        for (int k = 0; k < SITUATIONS; k++) {
            speed[k] = V0 * random.nextDouble();
            switch (situation) {
                case FREE -> gap[k] = CarFollowingModel.NO_LEADER;
                case FOLLOWING -> {
                    gap[k] = 5 + 35 * random.nextDouble();
                    closing[k] = 2 * random.nextDouble() - 1;
                }
                case APPROACHING -> {
                    gap[k] = 5 + 95 * random.nextDouble();
                    closing[k] = speed[k];
                }
            }
        }
    }

    /** One driver after the other, who do not know of each other. */
    @Benchmark
    @OperationsPerInvocation(SITUATIONS)
    public void accelerate(Blackhole sink) {
        FollowingParameters driver = this.driver;
        for (int k = 0; k < SITUATIONS; k++) {
            sink.consume(model.acceleration(speed[k], V0, gap[k], closing[k], driver));
        }
    }
}
