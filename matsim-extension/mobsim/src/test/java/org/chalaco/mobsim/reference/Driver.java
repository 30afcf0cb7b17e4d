package org.chalaco.mobsim.reference;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleType;

/** One driver with a vehicle; lengths in m, times in s. */
record Driver(
        double length,
        double maxSpeed,
        double speedFactor,
        double timeGap,
        double standstillGap,
        double maxAcceleration,
        double comfortableDeceleration,
        double exponent,
        double politeness) {

    /** A type has so many different drivers. */
    private static final int DRIVERS = 64;

    static Driver draw(long seed, int vehicle, int typeIndex, VehicleType type, double factor) {
        int number =
                typeIndex * DRIVERS + RandomStream.of(seed, vehicle, "driver").nextInt(DRIVERS);
        RandomStream random = RandomStream.of(seed, number, "driver profile");
        DriverParameters mean = type.driver();
        double speed = mean.speedFactor() * spread(random, type.spread().speedFactor());
        double startUp = 0.75 / mean.maxAcceleration();
        double timeGap =
                (mean.timeGap() * spread(random, type.spread().timeGap()) + startUp) / factor
                        - startUp;
        double gap = mean.standstillGap() * spread(random, type.spread().standstillGap()) / factor;
        double a = mean.maxAcceleration() * spread(random, type.spread().maxAcceleration());
        double b =
                mean.comfortableDeceleration()
                        * spread(random, type.spread().comfortableDeceleration());
        return new Driver(
                type.length() / factor,
                type.maxSpeed(),
                speed,
                timeGap,
                gap,
                a,
                b,
                mean.exponent(),
                mean.politeness());
    }

    private static double spread(RandomStream random, double deviation) {
        double z = random.nextGaussian();
        while (Math.abs(z) > 2) {
            z = random.nextGaussian();
        }
        return 1 + deviation * z;
    }

    double follow(CarFollowingModel model, double v, double v0, double gap, double closing) {
        return model.acceleration(
                v,
                v0,
                gap,
                closing,
                new FollowingParameters(
                        timeGap,
                        standstillGap,
                        maxAcceleration,
                        comfortableDeceleration,
                        exponent));
    }
}
