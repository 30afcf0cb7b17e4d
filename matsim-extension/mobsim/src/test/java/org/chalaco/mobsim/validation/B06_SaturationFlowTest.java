package org.chalaco.mobsim.validation;

import java.util.Locale;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: every parameter set discharges a queue of cars at a flow that is observed on
 * roads, with a start-up lost time and an effective green as in the manuals.
 *
 * <p>Oracle: field values of 1600 to 1900 veh/h and lane (HCM 2010: base 1900; Lima: 1600 to 1800)
 * and 2 to 3 s lost at the start; the number served is linear in the green (Webster 1958): {@code N
 * = (G + gain) s - 1/2}, where the gain is the amber that is used less the start-up lost time, 0 in
 * the HCM (2 s each), and half a vehicle is left over, as only whole ones pass.
 */
class B06_SaturationFlowTest {

    private static final double SPEED = 50 / 3.6;
    private static final int[] GREENS = {10, 14, 18, 22, 26, 30, 34, 38, 42, 46, 50};
    private static final int QUEUE = 25;
    private static final int OVERSATURATED = 34;

    @Test
    void queuesLeaveAtFieldValues() {
        Evidence evidence =
                Evidence.of("saturation-flow")
                        .table(
                                "Queues of 25 cars, 50 km/h; mean of 10 seeds where drivers differ.");
        Plot plot =
                Plot.titled("Cars served in one green out of a long queue")
                        .axes("displayed green, s", "vehicles")
                        .xRange(0, 65)
                        .yRange(0, 35);
        for (ParameterSet set : ParameterSet.listAll()) {
            VehicleType car = set.type(VehicleClass.CAR);
            for (int step : new int[] {250, 500, 1000}) {
                claims(evidence, set, car, step);
            }
            greens(evidence, plot, set, car);
        }
        evidence.diagram("served-per-green", plot).settle();
    }

    private static int seeds(ParameterSet set) {
        return set == ParameterSet.CITY_TREIBER ? 1 : 10;
    }

    private static void claims(Evidence evidence, ParameterSet set, VehicleType car, int step) {
        QueueDischarge.Measured measured =
                QueueDischarge.of(car, QUEUE, SPEED, step).measure(seeds(set));
        String name = String.format(Locale.ROOT, "%s, dt %.2f s: ", set, step / 1000.0);
        boolean lima = set == ParameterSet.LIMA_CALLAO;
        // steps of 1 s start a queue up to 6 % slower
        double least = step == 1000 ? 1500 : 1600;
        evidence.between(
                name + "saturation flow",
                measured.saturationFlow(),
                new double[] {least, lima ? 1800 : 1900},
                "veh/h",
                0);
        evidence.between(
                name + "start-up lost time",
                measured.lostTime(),
                lima ? new double[] {1.5, 3} : new double[] {2.5, 4},
                "s",
                2);
    }

    private static void greens(Evidence evidence, Plot plot, ParameterSet set, VehicleType car) {
        QueueDischarge queue = QueueDischarge.of(car, OVERSATURATED, SPEED, 500);
        QueueDischarge.Measured measured =
                QueueDischarge.of(car, QUEUE, SPEED, 500).measure(seeds(set));
        double headway = measured.headway();
        double gain = queue.gain(GREENS, measured, seeds(set));
        double[] green = new double[GREENS.length];
        double[] served = new double[GREENS.length];
        double worst = 0;
        for (int k = 0; k < GREENS.length; k++) {
            green[k] = GREENS[k];
            served[k] = queue.served(GREENS[k], seeds(set)).vehicles();
            worst = Math.max(worst, Math.abs(served[k] - ((green[k] + gain) / headway - 0.5)));
        }
        boolean lima = set == ParameterSet.LIMA_CALLAO;
        evidence.between(
                set + ": amber used", gain + measured.lostTime(), new double[] {1.5, 3}, "s", 2);
        evidence.between(
                set + ": effective less displayed green",
                gain,
                lima ? new double[] {-1, 1} : new double[] {-2.5, 0},
                "s",
                2);
        evidence.atMost(set + ": served, farthest from (G + gain) s - 1/2", worst, 0.8, "veh", 2);
        plot.points(set + ", simulated", green, served)
                .dashedOfSameColour(
                        String.format(
                                Locale.ROOT, "(G %+.1f s) %.0f veh/h - ½", gain, 3600 / headway),
                        new double[] {0, 65},
                        new double[] {gain / headway - 0.5, (65 + gain) / headway - 0.5});
    }
}
