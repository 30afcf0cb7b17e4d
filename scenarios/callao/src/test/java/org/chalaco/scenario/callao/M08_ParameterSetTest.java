package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the set lima-callao is the fleet of the scenario. */
class M08_ParameterSetTest {

    @Test
    void theSetIsTheTableOfTheScenario() {
        for (VehicleType type : CallaoVehicles.types(Callao.FACTS)) {
            VehicleType ofSet = ParameterSet.LIMA_CALLAO.type(type.vehicleClass());

            assertThat(ofSet.driver()).as(type.id()).isEqualTo(type.driver());
            assertThat(ofSet.spread()).as(type.id()).isEqualTo(type.spread());
            assertThat(ofSet.length()).as(type.id()).isEqualTo(type.length());
            assertThat(ofSet.pcu()).as(type.id()).isEqualTo(type.pcu());
        }
    }
}
