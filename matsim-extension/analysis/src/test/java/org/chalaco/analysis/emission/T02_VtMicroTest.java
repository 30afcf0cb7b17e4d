package org.chalaco.analysis.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: VT-Micro, the second opinion on cars, and how far it is from the first. */
class T02_VtMicroTest {

    private final VtMicro model = VtMicro.LIGHT_VEHICLE;

    @Test
    void idlingIsTheExponentialOfTheConstant() {
        assertThat(model.rate(Pollutant.CO2, 0, 0))
                .isCloseTo(Math.exp(6.914935279) / 1000, within(1e-9));
        assertThat(3600 * model.litresPerSecond(0, 0)).isCloseTo(1.574, within(0.002));
    }

    /** ln E at s = 36 km/h, a = 3.6 km/h/s, written out. */
    @Test
    void acceleratingIsThePolynomialWrittenOut() {
        double s = 36;
        double a = 3.6;
        double c0 = 6.914935279 + 0.2173 * a + 0.00023538 * a * a - 0.00036388 * a * a * a;
        double c1 = 0.02754 + 0.00968 * a - 0.00175 * a * a + 8.35e-5 * a * a * a;
        double c2 = -0.00020699 - 0.00010138 * a + 1.966e-5 * a * a - 1.02e-6 * a * a * a;
        double c3 = 9.8e-7 + 3.66e-7 * a - 1.08e-7 * a * a + 8.5e-9 * a * a * a;
        double byHand = Math.exp(c0 + c1 * s + c2 * s * s + c3 * s * s * s) / 1000;
        assertThat(model.rate(Pollutant.CO2, 10, 1)).isCloseTo(byHand, within(1e-9));
    }

    @Test
    void fuelAndCarbonDioxideAgree() {
        for (double v : new double[] {0, 5, 10, 15, 20}) {
            double co2PerLitre = model.rate(Pollutant.CO2, v, 0) / model.litresPerSecond(v, 0);
            assertThat(co2PerLitre).as("at %s m/s", v).isBetween(2150.0, 2450.0);
        }
    }

    @Test
    void accelerationsBeyondTheMeasurementsCountAsTheLastMeasured() {
        assertThat(model.rate(Pollutant.CO2, 10, 9))
                .isEqualTo(model.rate(Pollutant.CO2, 10, 13 / 3.6));
        assertThat(model.rate(Pollutant.CO2, 10, -9))
                .isEqualTo(model.rate(Pollutant.CO2, 10, -5 / 3.6));
    }

    @Test
    void particlesAreUnknown() {
        assertThat(model.rate(Pollutant.PM, 10, 0)).isNaN();
    }

    /**
     * American cars of the 1990s against European ones of 2000: a fifth to a half more at speed.
     */
    @Test
    void bothModelsAgreeAsFarAsTheirCarsDo() {
        IntPanis petrol = IntPanis.of(EngineType.PETROL_CAR);
        for (double kmh : new double[] {20, 30, 40, 50, 60, 70}) {
            double ratio =
                    model.rate(Pollutant.CO2, kmh / 3.6, 0)
                            / petrol.rate(Pollutant.CO2, kmh / 3.6, 0);
            assertThat(ratio).as("at %s km/h", kmh).isBetween(1.05, 1.5);
        }
    }
}
