package org.chalaco.mobsim.validation;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * How a standing queue leaves at green, by the rules of the Highway Capacity Manual: the saturation
 * headway is the mean from the fifth vehicle on, the start-up lost time what the first four need
 * more than that.
 *
 * @param types vehicle types
 * @param order the type of each in the queue
 * @param speed free speed, m/s
 * @param stepMillis time step, ms
 */
record QueueDischarge(List<VehicleType> types, int[] order, double speed, int stepMillis) {

    private static final int RED = 600;
    private static final int LONG = 9000;

    /** What one queue, or the mean of many, has shown; s. */
    record Measured(double headway, double lostTime) {

        double saturationFlow() {
            return 3600 / headway;
        }
    }

    /** A queue of one type. */
    static QueueDischarge of(VehicleType type, int vehicles, double speed, int stepMillis) {
        return new QueueDischarge(List.of(type), new int[vehicles], speed, stepMillis);
    }

    /** Mean over so many seeds. */
    Measured measure(int seeds) {
        double headway = 0;
        double lost = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            double[] crossings = crossings(LONG, seed);
            int n = crossings.length;
            double own = (crossings[n - 1] - crossings[3]) / (n - 4);
            headway += own / seeds;
            lost += (crossings[3] - 4 * own) / seeds;
        }
        return new Measured(headway, lost);
    }

    /** Crossing times of the queue after the onset of a green of so many seconds, s. */
    double[] crossings(int green, long seed) {
        SignalisedLane lane = new SignalisedLane(1200, 600, speed, RED, RED + green, 2 * LONG, 3);
        TrafficCase road =
                SignalisedLane.stream(
                        lane.road().withTypes(types.toArray(VehicleType[]::new)), 8, order);
        MobsimParameters parameters =
                road.parameters()
                        .withStepMillis(stepMillis)
                        .withSeed(seed)
                        .withTimes(0, RED + Math.min(green + 60, 300));
        Passages passages = new Passages(road.link(SignalisedLane.BEFORE), order.length);
        road.withParameters(parameters).simulation().events(passages).run();
        return Arrays.stream(passages.inOrder()).map(t -> t - RED).toArray();
    }

    /**
     * What greens of so many seconds serve.
     *
     * @param vehicles that pass in one green
     * @param amberUsed how long after the end of green the last one crosses, s
     */
    record Served(double vehicles, double amberUsed) {}

    /** How many pass in a green, mean over seeds. */
    Served served(int green, int seeds) {
        double vehicles = 0;
        double after = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            double[] crossings = crossings(green, seed);
            vehicles += (double) crossings.length / seeds;
            after += (crossings[crossings.length - 1] - green) / seeds;
        }
        return new Served(vehicles, after);
    }

    /**
     * Effective less displayed green, s, as in the manuals: the amber that is used less the
     * start-up lost time. A green ends, on the average, half a headway after its last vehicle.
     */
    double gain(int[] greens, Measured queue, int seeds) {
        double amber = 0;
        for (int green : greens) {
            amber += served(green, seeds).amberUsed() / greens.length;
        }
        return amber + queue.headway() / 2 - queue.lostTime();
    }
}
