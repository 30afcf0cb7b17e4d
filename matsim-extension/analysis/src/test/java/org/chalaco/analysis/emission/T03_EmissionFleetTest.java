package org.chalaco.analysis.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE UNDER TEST: which vehicle of Callao emits like which engine, and idling told apart. */
class T03_EmissionFleetTest {

    private final EmissionFleet fleet = EmissionFleet.CALLAO;

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void everyClassHasAProfile(VehicleClass vehicleClass) {
        assertThat(fleet.profile(vehicleClass)).isNotNull();
        assertThat(fleet.profile(vehicleClass).rate(Pollutant.CO2, 8, 0)).isPositive();
    }

    /** Class, pollutant, g/s at 20 km/h: the engine's rate times the factor, by hand. */
    @ParameterizedTest
    @CsvSource({
        "CAR,         CO2, 1.35825",
        "TAXI,        CO2, 1.57778",
        "COMBI,       CO2, 1.43147",
        "COMBI,       NOX, 0.00352",
        "MINIBUS,     CO2, 3.22513",
        "BUS,         NOX, 0.05452",
        "MOTOTAXI,    CO2, 0.54330",
        "MOTOTAXI,    VOC, 0.00447",
        "TRUCK,       CO2, 5.89163",
        "SEMITRAILER, CO2, 9.81938",
    })
    void classesScaleTheirEngine(VehicleClass vehicleClass, Pollutant pollutant, double rate) {
        assertThat(fleet.profile(vehicleClass).rate(pollutant, 20 / 3.6, 0))
                .isCloseTo(rate, within(1e-5));
    }

    @Test
    void idlingMayBeKnownBetter() {
        EmissionProfile bus = fleet.profile(VehicleClass.BUS).withIdle(Pollutant.CO2, 2.7);
        assertThat(bus.rate(Pollutant.CO2, 0, 0)).isEqualTo(2.7);
        assertThat(bus.rate(Pollutant.CO2, 0.2, 0))
                .isEqualTo(fleet.profile(VehicleClass.BUS).rate(Pollutant.CO2, 0.2, 0));
        assertThat(bus.rate(Pollutant.NOX, 0, 0)).isEqualTo(0.0236);
    }

    /** Argonne: petrol car 1.4 kg/h (model 2.0), bus 9.8 (3.3), truck 4.9 (5.5). */
    @Test
    void measuredIdlingIsThatOfTheMeasurements() {
        EmissionFleet measured = fleet.withMeasuredIdling();
        assertThat(3.6 * measured.profile(VehicleClass.CAR).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(1.4, within(1e-9));
        assertThat(3.6 * fleet.profile(VehicleClass.CAR).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(1.99, within(0.01));
        assertThat(3.6 * measured.profile(VehicleClass.BUS).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(9.8, within(1e-9));
        assertThat(3.6 * measured.profile(VehicleClass.TRUCK).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(0.6 * 4.9, within(1e-9));
        assertThat(measured.profile(VehicleClass.CAR).rate(Pollutant.CO2, 5, 0))
                .isEqualTo(fleet.profile(VehicleClass.CAR).rate(Pollutant.CO2, 5, 0));
    }

    @Test
    void anotherModelMayBeAskedForASecondOpinion() {
        EmissionFleet second = fleet.withAll(p -> p.withModel(VtMicro.LIGHT_VEHICLE));
        assertThat(second.profile(VehicleClass.MOTOTAXI).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(0.4 * 1.0073, within(1e-3));
        assertThat(second.withMeasuredIdling().profile(VehicleClass.CAR).rate(Pollutant.CO2, 0, 0))
                .isCloseTo(1.0073, within(1e-3));
    }

    @Test
    void impossibleFactorsAreRefused() {
        EmissionProfile car = fleet.profile(VehicleClass.CAR);
        assertThatThrownBy(() -> car.withFactor(Pollutant.PM, -1)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> car.withIdle(Pollutant.CO2, Double.NaN))
                .hasMessageContaining("(NaN g/s)");
    }
}
