package org.chalaco.vision.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.MeasuredAccuracy;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: how a count is held against crossings marked by hand. */
class U06_CountAccuracyTest {

    private static LineCrossing crossing(String direction, long frame, double x) {
        return new LineCrossing(
                "line", direction, 1, frame, frame / 25.0, x, 190, null, VehicleClass.CAR, 1, 1, 1);
    }

    @Test
    void pairsMustAgreeInDirectionTimeAndPlace() {
        CountAccuracy accuracy =
                CountAccuracy.of(
                        List.of(
                                crossing("away", 50, 100),
                                crossing("away", 117, 100),
                                crossing("away", 200, 127),
                                crossing("toward", 300, 100)),
                        List.of(
                                new HandCount("A", 60, 110, false),
                                new HandCount("A", 100, 100, false),
                                new HandCount("A", 200, 100, false),
                                new HandCount("A", 300, 100, false)),
                        25,
                        352);
        assertThat(accuracy.found()).isEqualTo(1);
        assertThat(accuracy.extra()).isEqualTo(3);
        assertThat(accuracy.missed()).isEqualTo(3);
        assertThat(accuracy.precision()).isEqualTo(0.25);
        assertThat(accuracy.f1()).isEqualTo(0.25);
        // away: 3 of 4; toward: 1 of 0
        assertThat(accuracy.countAccuracy()).isEqualTo(0.5);
    }

    @Test
    void marksThatTheClipCutsOffCountNeitherWay() {
        List<HandCount> marks =
                List.of(new HandCount("A", 2, 100, true), new HandCount("A", 60, 100, false));
        CountAccuracy with =
                CountAccuracy.of(
                        List.of(crossing("away", 4, 100), crossing("away", 60, 100)),
                        marks,
                        25,
                        352);
        CountAccuracy without =
                CountAccuracy.of(List.of(crossing("away", 60, 100)), marks, 25, 352);
        assertThat(with).isEqualTo(without);
        assertThat(with.f1()).isEqualTo(1);
    }

    @Test
    void eachMarkIsUsedOnce() {
        CountAccuracy accuracy =
                CountAccuracy.of(
                        List.of(crossing("away", 60, 100), crossing("away", 62, 104)),
                        List.of(new HandCount("A", 60, 100, false)),
                        25,
                        352);
        assertThat(accuracy.found()).isEqualTo(1);
        assertThat(accuracy.extra()).isEqualTo(1);
    }

    @Test
    void theStandardErrorIsThatOfSimulatedMisses() {
        MeasuredAccuracy accuracy = new MeasuredAccuracy(0.9, 0.8, 0.9, 0.8);
        var random = new java.util.SplittableRandom(1);
        double sum = 0;
        double squares = 0;
        int rounds = 4000;
        int n = 90;
        // Given 90 counted: which are real, and how many real ones it took to find so many.
        for (int k = 0; k < rounds; k++) {
            int real = 0;
            for (int i = 0; i < n; i++) {
                real += random.nextDouble() < 0.9 ? 1 : 0;
            }
            int needed = 0;
            for (int foundSoFar = 0; foundSoFar < real; needed++) {
                foundSoFar += random.nextDouble() < 0.8 ? 1 : 0;
            }
            sum += needed;
            squares += (double) needed * needed;
        }
        double mean = sum / rounds;
        double deviation = Math.sqrt(squares / rounds - mean * mean);
        assertThat(accuracy.standardError(n, 0)).isCloseTo(deviation, within(0.05 * deviation));
    }
}
