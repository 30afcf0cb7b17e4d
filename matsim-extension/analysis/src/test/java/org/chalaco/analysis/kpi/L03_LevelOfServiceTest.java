package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.analysis.kpi.IntersectionControl.ROUNDABOUT;
import static org.chalaco.analysis.kpi.IntersectionControl.SIGNALISED;
import static org.chalaco.analysis.kpi.IntersectionControl.UNSIGNALISED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: grades at and just beyond the HCM thresholds. */
class L03_LevelOfServiceTest {

    @ParameterizedTest
    @CsvSource({
        "SIGNALISED, 0, A",
        "SIGNALISED, 10, A",
        "SIGNALISED, 10.01, B",
        "SIGNALISED, 20, B",
        "SIGNALISED, 20.01, C",
        "SIGNALISED, 35, C",
        "SIGNALISED, 35.01, D",
        "SIGNALISED, 55, D",
        "SIGNALISED, 55.01, E",
        "SIGNALISED, 80, E",
        "SIGNALISED, 80.01, F",
        "UNSIGNALISED, 10, A",
        "UNSIGNALISED, 10.01, B",
        "UNSIGNALISED, 15, B",
        "UNSIGNALISED, 15.01, C",
        "UNSIGNALISED, 25, C",
        "UNSIGNALISED, 25.01, D",
        "UNSIGNALISED, 35, D",
        "UNSIGNALISED, 35.01, E",
        "UNSIGNALISED, 50, E",
        "UNSIGNALISED, 50.01, F",
        "ROUNDABOUT, 15, B",
        "ROUNDABOUT, 50.01, F",
    })
    void gradesByDelay(IntersectionControl control, double delay, LevelOfService expected) {
        assertThat(LevelOfService.of(control, delay)).isEqualTo(expected);
    }

    @Test
    void overCapacityIsAlwaysF() {
        assertThat(LevelOfService.of(SIGNALISED, 5, 1.0)).isEqualTo(LevelOfService.A);
        assertThat(LevelOfService.of(SIGNALISED, 5, 1.01)).isEqualTo(LevelOfService.F);
        assertThat(LevelOfService.of(ROUNDABOUT, 5, Double.NaN)).isEqualTo(LevelOfService.A);
    }

    @Test
    void nobodyIsNoGrade() {
        assertThat(LevelOfService.of(SIGNALISED, Double.NaN)).isNull();
        assertThat(LevelOfService.of(UNSIGNALISED, Double.NaN, 2)).isNull();
        assertThat(LevelOfService.of(null, 12)).isNull();
    }

    @Test
    void boundsAgreeWithGrades() {
        for (IntersectionControl control : IntersectionControl.values()) {
            for (LevelOfService grade : LevelOfService.values()) {
                assertThat(LevelOfService.of(control, grade.upperBound(control))).isEqualTo(grade);
            }
        }
    }
}
