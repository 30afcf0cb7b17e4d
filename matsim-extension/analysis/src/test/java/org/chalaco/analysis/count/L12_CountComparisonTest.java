package org.chalaco.analysis.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: counted and simulated flows side by side. */
class L12_CountComparisonTest {

    private static TrafficCount hour(String station, int hour, VehicleClass c, double vehicles) {
        return new TrafficCount(station, hour * 3600, (hour + 1) * 3600, c, vehicles, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 0",
        "0, 0, 0",
        "0, 50, 10",
        "110, 90, 2",
        "90, 110, 2",
        "1100, 900, 6.3246",
        "1000, 850, 4.9320"
    })
    void gehOfKnownPairs(double simulated, double counted, double expected) {
        assertThat(Geh.of(simulated, counted)).isCloseTo(expected, within(1e-4));
    }

    @Test
    void negativeFlowsAreRefused() {
        assertThatThrownBy(() -> Geh.of(-1, 3)).hasMessageContaining("simulated (-1.0 veh/h)");
    }

    @Test
    void statisticsOfFourHours() {
        List<TrafficCount> observed =
                List.of(
                        hour("a", 7, null, 100),
                        hour("a", 8, null, 200),
                        hour("b", 7, null, 300),
                        hour("b", 8, null, 400));
        List<TrafficCount> simulated =
                List.of(
                        hour("a", 7, null, 110),
                        hour("a", 8, null, 190),
                        hour("b", 7, null, 330),
                        hour("b", 8, null, 250));
        CountComparison comparison = CountComparison.of(observed, simulated);

        assertThat(comparison.rows()).hasSize(4);
        assertThat(comparison.shareGood()).isEqualTo(0.75); // 150 of 400 is a GEH of 8.3
        assertThat(comparison.rmse())
                .isCloseTo(Math.sqrt((100 + 100 + 900 + 22500) / 4.0), within(1e-9));
        assertThat(comparison.percentRmse()).isCloseTo(comparison.rmse() / 250, within(1e-9));
        assertThat(comparison.meanDifference()).isCloseTo(-30, within(1e-9));
        // deviations -150 -50 50 150 and -110 -30 110 30
        assertThat(comparison.rSquared())
                .isCloseTo(Math.pow(28000, 2) / (50000.0 * 26000), within(1e-9));
        assertThat(comparison.notSimulated()).isEmpty();
    }

    @Test
    void quartersOfTheSimulationAreSummedToTheCountedHour() {
        List<TrafficCount> simulated = new ArrayList<>();
        for (int q = 0; q < 8; q++) {
            double from = 7 * 3600 + q * 900;
            simulated.add(new TrafficCount("a", from, from + 900, null, 10 + q, 1));
        }
        CountComparison comparison =
                CountComparison.of(
                        List.of(
                                hour("a", 7, null, 50),
                                hour("a", 8, null, 60),
                                hour("a", 9, null, 9)),
                        simulated);
        assertThat(comparison.rows())
                .extracting(StationComparison::simulated)
                .containsExactly(46.0, 62.0);
        assertThat(comparison.notSimulated()).containsExactly(hour("a", 9, null, 9));
    }

    @Test
    void classesAreComparedApartAndAnAbsentClassIsZero() {
        CountComparison comparison =
                CountComparison.of(
                        List.of(
                                hour("a", 7, VehicleClass.CAR, 50),
                                hour("a", 7, VehicleClass.TRUCK, 8),
                                hour("z", 7, VehicleClass.CAR, 50)),
                        List.of(
                                hour("a", 7, null, 40),
                                hour("a", 7, VehicleClass.CAR, 40),
                                hour("b", 7, null, 10)));
        assertThat(comparison.rows())
                .extracting(StationComparison::simulated)
                .containsExactly(40.0, 0.0);
        assertThat(comparison.notSimulated())
                .extracting(TrafficCount::stationId)
                .containsExactly("z");
        assertThat(comparison.rows().get(0).relativeDifference()).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void nothingToCompareIsUndefined() {
        CountComparison none = CountComparison.of(List.of(), List.of());
        assertThat(none.shareGood()).isNaN();
        assertThat(none.rmse()).isNaN();
        assertThat(none.rSquared()).isNaN();
    }

    @Test
    void perfectAgreementIsPerfect() {
        List<TrafficCount> counts = List.of(hour("a", 7, null, 100), hour("b", 7, null, 300));
        CountComparison same = CountComparison.of(counts, counts);
        assertThat(same.shareGood()).isOne();
        assertThat(same.meanGeh()).isZero();
        assertThat(same.rmse()).isZero();
        assertThat(same.rSquared()).isCloseTo(1, within(1e-12));
    }
}
