package org.chalaco.analysis.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE UNDER TEST: instantaneous emissions after Int Panis et al. 2006, computed by hand from
 * the published coefficients, and the guards where a polynomial stops being true.
 */
class T01_IntPanisTest {

    /** Constant speed, below every turnover of the pollutant: g/s by hand. */
    @ParameterizedTest
    @CsvSource({
        "PETROL_CAR, CO2,  0, 0.55300",
        "PETROL_CAR, CO2, 20, 1.35825",
        "PETROL_CAR, CO2, 50, 2.23163",
        "PETROL_CAR, NOX, 30, 0.00101",
        "PETROL_CAR, VOC, 50, 0.00447",
        "PETROL_CAR, PM,  20, 0.00006",
        "DIESEL_CAR, CO2, 70, 3.86959",
        "DIESEL_CAR, NOX, 50, 0.00968",
        "DIESEL_CAR, PM,  30, 0.00133",
        "LPG_CAR,    CO2, 50, 2.14861",
        "BUS,        CO2,  0, 0.90400",
        "BUS,        CO2, 20, 5.86388",
        "BUS,        NOX, 50, 0.08122",
        "TRUCK,      CO2, 40, 13.82864",
        "TRUCK,      NOX, 20, 0.08214",
        "TRUCK,      VOC, 40, 0.00461",
    })
    void steadySpeedsGiveThePublishedRates(
            EngineType engine, Pollutant pollutant, double speedKmh, double gramsPerSecond) {
        assertThat(IntPanis.of(engine).rate(pollutant, speedKmh / 3.6, 0))
                .isCloseTo(gramsPerSecond, within(6e-6));
    }

    /** The table of docs/guide/emissions.md: kg/h standing, g/km at 20, 50 and 70 km/h. */
    @ParameterizedTest
    @CsvSource({
        "PETROL_CAR, 1.99,  244,  161, 133",
        "DIESEL_CAR, 1.17,  172,  178, 199",
        "LPG_CAR,    2.16,  284,  155, 110",
        "BUS,        3.25, 1055,  603, 431",
        "TRUCK,      5.47, 1767, 1025, 732",
    })
    void theManualsTableIsTrue(
            EngineType engine, double standing, double at20, double at50, double at70) {
        IntPanis model = IntPanis.of(engine);
        assertThat(3.6 * model.rate(Pollutant.CO2, 0, 0)).isCloseTo(standing, within(0.01));
        assertThat(perKm(model, 20)).isCloseTo(at20, within(0.6));
        assertThat(perKm(model, 50)).isCloseTo(at50, within(0.6));
        assertThat(perKm(model, 70)).isCloseTo(at70, within(0.6));
    }

    private static double perKm(IntPanis model, double kmh) {
        return 1000 * model.rate(Pollutant.CO2, kmh / 3.6, 0) / (kmh / 3.6);
    }

    @Test
    void accelerationCountsByAllSixTerms() {
        // 0.553 + 0.161*10 - 0.00289*100 + 0.266*1.5 + 0.511*2.25 + 0.183*10*1.5
        assertThat(IntPanis.of(EngineType.PETROL_CAR).rate(Pollutant.CO2, 10, 1.5))
                .isCloseTo(6.16775, within(1e-9));
        // -0.5 still counts as driving, below it the constant of braking holds
        IntPanis petrol = IntPanis.of(EngineType.PETROL_CAR);
        double driving =
                6.19e-4 + 8e-5 * 5 - 4.03e-6 * 25 + 4.13e-4 * 0.5 + 3.8e-4 * 0.25 - 1.77e-4 * 2.5;
        assertThat(petrol.rate(Pollutant.NOX, 5, -0.5)).isCloseTo(driving, within(1e-12));
        assertThat(petrol.rate(Pollutant.NOX, 5, -0.51)).isEqualTo(2.17e-4);
    }

    @Test
    void beyondTheTurnoverTheLargestValueIsHeld() {
        IntPanis truck = IntPanis.of(EngineType.TRUCK);
        IntPanis bus = IntPanis.of(EngineType.BUS);
        assertThat(truck.heldFrom(Pollutant.CO2)).isCloseTo(13.525, within(1e-3));
        assertThat(bus.heldFrom(Pollutant.CO2)).isCloseTo(13.232, within(1e-3));
        double largest = 1.52 + 1.88 * 1.88 / (4 * 0.0695);
        for (double kmh : new double[] {50, 60, 70, 80, 100}) {
            assertThat(truck.rate(Pollutant.CO2, kmh / 3.6, 0)).isCloseTo(largest, within(1e-9));
        }
        // The bare polynomial would say 8.98 g/s at 80 km/h.
        assertThat(truck.rate(Pollutant.CO2, 80 / 3.6, 0)).isGreaterThan(14);
    }

    @ParameterizedTest
    @EnumSource(EngineType.class)
    void moreSpeedNeverEmitsLessPerSecondThanTheTurnover(EngineType engine) {
        IntPanis model = IntPanis.of(engine);
        for (Pollutant p : Pollutant.values()) {
            double most = 0;
            for (double v = 0; v <= 35; v += 0.1) {
                double rate = model.rate(p, v, 0);
                boolean beyond = v > model.heldFrom(p);
                assertThat(rate).as("%s %s %s", engine, p, v).isGreaterThanOrEqualTo(0);
                if (beyond) {
                    assertThat(rate).isCloseTo(most, within(1e-3 * most));
                }
                most = Math.max(most, rate);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EngineType.class)
    void nothingIsEverNegative(EngineType engine) {
        double[] rates = new double[Pollutant.values().length];
        for (double v = 0; v <= 35; v += 0.25) {
            for (double a = -9; a <= 5; a += 0.125) {
                IntPanis.of(engine).rates(v, a, rates);
                for (double rate : rates) {
                    assertThat(rate).as("%s at %s m/s, %s m/s2", engine, v, a).isNotNegative();
                }
            }
        }
    }

    @Test
    void theTrucksFuelIsCutWhenItSlowsDown() {
        assertThat(IntPanis.of(EngineType.TRUCK).rate(Pollutant.CO2, 12, -1)).isZero();
    }

    @Test
    void accelerationsBeyondTheMeasurementsCountAsTheLastMeasured() {
        IntPanis petrol = IntPanis.of(EngineType.PETROL_CAR);
        assertThat(petrol.rate(Pollutant.CO2, 5, 8)).isEqualTo(petrol.rate(Pollutant.CO2, 5, 3));
        assertThat(petrol.rate(Pollutant.CO2, 5, -9))
                .isEqualTo(petrol.rate(Pollutant.CO2, 5, -4.5));
    }

    /** 0.553 + 0.161*5 - 0.00289*25 - 0.266*3 + 0.511*9 - 0.183*15 = 2.342 g/s, four times idle. */
    @Test
    void hardBrakingMayCountAsIdling() {
        IntPanis petrol = IntPanis.of(EngineType.PETROL_CAR);
        assertThat(petrol.rate(Pollutant.CO2, 5, -3)).isCloseTo(2.34175, within(1e-9));
        assertThat(petrol.idlingWhenBraking().rate(Pollutant.CO2, 5, -3)).isEqualTo(0.553);
        // Braking has coefficients of its own for NOx, which stay.
        assertThat(petrol.idlingWhenBraking().rate(Pollutant.NOX, 5, -3)).isEqualTo(2.17e-4);
        assertThat(petrol.idlingWhenBraking().rate(Pollutant.CO2, 5, 1))
                .isEqualTo(petrol.rate(Pollutant.CO2, 5, 1));
    }

    /**
     * 30 s idle, 1.2 m/s² to 50 km/h, 20 s cruise, 1.8 m/s² to a stop. The town cycle's figures for
     * CO₂ are 255 to 278 g/km for cars, 1182 for the bus, 2008 for the truck (held: more).
     */
    @ParameterizedTest
    @CsvSource({"PETROL_CAR, 273", "DIESEL_CAR, 255", "LPG_CAR, 278", "BUS, 1182", "TRUCK, 2008"})
    void aTownCycleIsPlausible(EngineType engine, double co2PerKm) {
        double grams = 0;
        double metres = 0;
        double step = 0.01;
        for (double t = 0; t < 30 + 50 / 3.6 / 1.2 + 20 + 50 / 3.6 / 1.8; t += step) {
            double top = 50 / 3.6;
            double up = t - 30;
            double down = 30 + top / 1.2 + 20;
            double v =
                    up < 0
                            ? 0
                            : t < down
                                    ? Math.min(top, 1.2 * up)
                                    : Math.max(0, top - 1.8 * (t - down));
            double a = up < 0 || v == top ? 0 : t < down ? 1.2 : -1.8;
            grams += IntPanis.of(engine).rate(Pollutant.CO2, v, a) * step;
            metres += v * step;
        }
        assertThat(metres).isCloseTo(413, within(3.0));
        assertThat(1000 * grams / metres).isCloseTo(co2PerKm, within(0.02 * co2PerKm));
    }
}
