package org.chalaco.mobsim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE UNDER TEST: named sets of vehicle types; what they give is in the validation. */
class A03_ParameterSetTest {

    static java.util.List<ParameterSet> sets() {
        return ParameterSet.listAll();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetHasATypeForEveryClass(ParameterSet set) {
        assertThat(set.types()).hasSize(VehicleClass.values().length);
        for (VehicleClass c : VehicleClass.values()) {
            assertThat(set.type(c).vehicleClass()).isEqualTo(c);
            assertThat(set.type(c).id()).isEqualTo(c.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void namesAreTheirOwn() {
        assertThat(ParameterSet.listAll())
                .extracting(ParameterSet::id)
                .containsExactly("city-treiber", "lima-callao");
    }

    @Test
    void theDefaultCarIsTheCarOfTheDefaultSet() {
        assertThat(ParameterSet.CITY_TREIBER.type(VehicleClass.CAR)).isEqualTo(VehicleType.CAR);
    }

    @Test
    void inTheDefaultSetAllDriveAlikeInLimaTheyDiffer() {
        assertThat(ParameterSet.CITY_TREIBER.types())
                .allSatisfy(t -> assertThat(t.driver()).isEqualTo(DriverParameters.CITY))
                .allSatisfy(t -> assertThat(t.spread()).isEqualTo(DriverSpread.NONE));
        assertThat(ParameterSet.LIMA_CALLAO.types())
                .allSatisfy(t -> assertThat(t.spread()).isEqualTo(DriverSpread.USUAL))
                .extracting(VehicleType::driver)
                .doesNotHaveDuplicates();
    }
}
