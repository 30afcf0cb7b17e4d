package org.chalaco.mobsim.engine;

import java.util.List;
import org.chalaco.mobsim.model.FollowingParameters;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The drivers of a run, as tables: each vehicle type has {@value #PER_TYPE} of them, drawn once.
 *
 * <p>A vehicle refers to its profile by one index, so that hot loops read a few kilobytes of tables
 * that stay in the processor's cache, instead of eight numbers per vehicle. With {@value #PER_TYPE}
 * drivers a type's mean is exact to 1 % of the spread's standard deviation and its tails reach two
 * of them.
 *
 * <p>Below a sample factor f every vehicle stands for 1/f: length and standstill gap are divided by
 * f. The time gap becomes {@code (T + u) / f - u}, where u = {@value #START_UP} / a is what a
 * queue's discharge headway exceeds {@code T + (s0 + l) / v0} by, because drivers start one after
 * the other (a as a number of m/s²; measured at factor 1, a test holds it). So the saturation flow
 * at signals stays what it was; on a free road, where nobody starts, capacity falls short by u per
 * vehicle.
 */
final class DriverProfiles {

    static final int PER_TYPE = 64;

    /** Discharge headway beyond time gap and jam spacing, s at an acceleration of 1 m/s². */
    private static final double START_UP = 0.75;

    final double[] length;
    final double[] maxSpeed;
    final double[] speedFactor;
    final double[] timeGap;
    final double[] standstillGap;
    final double[] maxAcceleration;
    final double[] comfortableDeceleration;
    final FollowingParameters[] following;
    final double[] politeness;

    DriverProfiles(List<VehicleType> types, double sampleFactor, long seed) {
        int n = types.size() * PER_TYPE;
        length = new double[n];
        maxSpeed = new double[n];
        speedFactor = new double[n];
        timeGap = new double[n];
        standstillGap = new double[n];
        maxAcceleration = new double[n];
        comfortableDeceleration = new double[n];
        following = new FollowingParameters[n];
        politeness = new double[n];
        for (int t = 0; t < types.size(); t++) {
            for (int k = 0; k < PER_TYPE; k++) {
                fill(t * PER_TYPE + k, types.get(t), sampleFactor, seed);
            }
        }
    }

    private void fill(int p, VehicleType type, double sampleFactor, long seed) {
        RandomStream random = RandomStream.of(seed, p, "driver profile");
        DriverParameters mean = type.driver();
        length[p] = type.length() / sampleFactor;
        maxSpeed[p] = type.maxSpeed();
        speedFactor[p] = mean.speedFactor() * factor(random, type.spread().speedFactor());
        double gap = mean.timeGap() * factor(random, type.spread().timeGap());
        double startUp = START_UP / mean.maxAcceleration();
        timeGap[p] = (gap + startUp) / sampleFactor - startUp;
        standstillGap[p] =
                mean.standstillGap() * factor(random, type.spread().standstillGap()) / sampleFactor;
        maxAcceleration[p] =
                mean.maxAcceleration() * factor(random, type.spread().maxAcceleration());
        comfortableDeceleration[p] =
                mean.comfortableDeceleration()
                        * factor(random, type.spread().comfortableDeceleration());
        following[p] =
                new FollowingParameters(
                        timeGap[p],
                        standstillGap[p],
                        maxAcceleration[p],
                        comfortableDeceleration[p],
                        mean.exponent());
        politeness[p] = mean.politeness();
    }

    private static double factor(RandomStream random, double spread) {
        double z = random.nextGaussian();
        while (Math.abs(z) > 2) {
            z = random.nextGaussian();
        }
        return 1 + spread * z;
    }

    /** Desired speed where this limit holds, m/s. */
    double desiredSpeed(int profile, double speedLimit) {
        return Math.min(maxSpeed[profile], speedLimit * speedFactor[profile]);
    }

    /** Type whose driver this is, by index. */
    static int type(int profile) {
        return profile / PER_TYPE;
    }

    /** The driver of a vehicle: any of its type's, by chance. */
    static int draw(long seed, int vehicleIndex, int typeIndex) {
        return typeIndex * PER_TYPE
                + RandomStream.of(seed, vehicleIndex, "driver").nextInt(PER_TYPE);
    }
}
