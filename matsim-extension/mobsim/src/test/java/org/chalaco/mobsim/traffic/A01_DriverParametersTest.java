package org.chalaco.mobsim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: drivers, vehicles and departures that cannot exist are refused by name. */
class A01_DriverParametersTest {

    private static DriverParameters with(int k, double value) {
        double[] p = {1, 1, 2, 1, 1.5, 4, 0.1};
        p[k] = value;
        return new DriverParameters(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
    }

    @ParameterizedTest
    @CsvSource({
        "0, speedFactor",
        "1, timeGap",
        "2, standstillGap",
        "3, maxAcceleration",
        "4, comfortableDeceleration",
        "5, exponent"
    })
    void parametersArePositiveNumbers(int k, String name) {
        for (double bad :
                new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, -Double.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(k, bad))
                    .withMessageContaining(name)
                    .withMessageContaining(String.valueOf(bad));
        }
        assertThatCode(() -> with(k, 1e-3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void politenessIsAShare(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(6, bad))
                .withMessageContaining("politeness");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.41, 15, Double.NaN})
    void spreadIsAShareAndNotPerCent(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DriverSpread(0, bad, 0, 0, 0))
                .withMessageContaining("timeGap")
                .withMessageContaining("per cent");
    }

    @Test
    void vehicleTypesHaveSizeSpeedAndWeight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type(0, 10, 1))
                .withMessageContaining("length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type(51, 10, 1))
                .withMessageContaining("length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type(4, 0, 1))
                .withMessageContaining("speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type(4, 10, Double.NaN))
                .withMessageContaining("pcu");
    }

    private static VehicleType type(double length, double maxSpeed, double pcu) {
        return new VehicleType(
                "odd",
                VehicleClass.CAR,
                length,
                maxSpeed,
                pcu,
                DriverParameters.CITY,
                DriverSpread.NONE);
    }

    @Test
    void departuresHaveATimeAndAWay() {
        Route route = Route.of(3);

        assertThatIllegalArgumentException().isThrownBy(() -> Departure.of(0, 0, -1, route));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Departure.of(0, 0, Double.NaN, route));
        assertThatIllegalArgumentException().isThrownBy(() -> Departure.of(-1, 0, 0, route));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Departure(0, 0, 0, route, 0.6, 0.5))
                .withMessageContaining("backwards");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Departure(0, 0, 0, route, 0, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Route.of());
    }

    @Test
    void aRouteDoesNotChangeWithItsArray() {
        int[] links = {1, 2, 3};
        Route route = Route.of(links);
        links[0] = 9;
        route.toArray()[1] = 9;

        assertThat(route).isEqualTo(Route.of(1, 2, 3)).hasSameHashCodeAs(Route.of(1, 2, 3));
        assertThat(route.firstLink()).isEqualTo(1);
        assertThat(route.lastLink()).isEqualTo(3);
    }
}
