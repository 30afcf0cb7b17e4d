package org.chalaco.bench.kernel;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;
import org.chalaco.mobsim.model.Idm;
import org.chalaco.mobsim.model.IdmPlus;
import org.chalaco.mobsim.model.Iidm;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.traffic.DriverParameters;
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

/**
 * Bare car following: a full ring of {@value #VEHICLES} vehicles, one step of all: acceleration
 * behind the leader by the model, ballistic update. No lanes to change, no signals, no events: what
 * the engine could reach at best with this model, one vehicle after the other.
 *
 * <p>An operation is the update of one vehicle, so the score is updates per second of one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(java.util.concurrent.TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RingBenchmark {

    /** Enough to leave the first-level cache's comfort, few enough to stay in the second. */
    public static final int VEHICLES = 10_000;

    private static final double STEP = 0.5;
    private static final double LENGTH = 4.3;
    private static final double SPACING = 20;
    private static final double V0 = 13.89;

    /** Which model drives. */
    @Param({"IDM", "IIDM", "IDM_PLUS"})
    public CarFollowing carFollowing;

    private final double[] position = new double[VEHICLES];
    private final double[] speed = new double[VEHICLES];
    private final double[] acceleration = new double[VEHICLES];
    private CarFollowingModel model;
    private FollowingParameters driver;

    /** The model of this name. */
    static CarFollowingModel model(CarFollowing name) {
        return switch (name) {
            case IDM -> new Idm();
            case IIDM -> new Iidm();
            case IDM_PLUS -> new IdmPlus();
        };
    }

    /** The city driver with this exponent δ. */
    static FollowingParameters cityDriver(double exponent) {
        DriverParameters d = DriverParameters.CITY;
        return new FollowingParameters(
                d.timeGap(),
                d.standstillGap(),
                d.maxAcceleration(),
                d.comfortableDeceleration(),
                exponent);
    }

    /** Spreads vehicles along the ring, unevenly, so that they keep accelerating and braking. */
    @Setup
    public void fillRing() {
        model = model(carFollowing);
        driver = cityDriver(DriverParameters.CITY.exponent());
        for (int k = 0; k < VEHICLES; k++) {
            position[k] = -SPACING * k + 4 * Math.sin(0.7 * k);
            speed[k] = 8 + 2 * Math.sin(0.3 * k);
        }
    }

    /** One step of the whole ring; vehicle 0 follows the last one, a round ahead. */
    @Benchmark
    @OperationsPerInvocation(VEHICLES)
    public double[] step() {
        accelerate();
        move();
        return position;
    }

    private void accelerate() {
        FollowingParameters driver = this.driver;
        double leaderRear = position[VEHICLES - 1] + SPACING * VEHICLES - LENGTH;
        double leaderSpeed = speed[VEHICLES - 1];
        for (int k = 0; k < VEHICLES; k++) {
            double v = speed[k];
            acceleration[k] =
                    model.acceleration(v, V0, leaderRear - position[k], v - leaderSpeed, driver);
            leaderRear = position[k] - LENGTH;
            leaderSpeed = v;
        }
    }

    private void move() {
        for (int k = 0; k < VEHICLES; k++) {
            double v = speed[k];
            double next = v + acceleration[k] * STEP;
            position[k] +=
                    next < 0
                            ? v * v / (-2 * acceleration[k])
                            : v * STEP + 0.5 * acceleration[k] * STEP * STEP;
            speed[k] = Math.max(0, next);
        }
    }
}
