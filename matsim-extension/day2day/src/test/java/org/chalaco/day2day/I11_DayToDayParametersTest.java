package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chalaco.day2day.replanning.PlanRemoval;
import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.replanning.Strategy;
import org.chalaco.day2day.routing.RoutingAlgorithm;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.TeleportedMode;
import org.chalaco.day2day.scoring.ModeParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the defaults and names are MATSim's, and nonsense is refused. */
class I11_DayToDayParametersTest {

    @Test
    void theDefaultsAreMatsims() {
        UtilityParameters utility = ScoringParameters.STANDARD.utility();
        assertThat(ScoringParameters.STANDARD.learningRate()).isEqualTo(1);
        assertThat(ScoringParameters.STANDARD.brainExpBeta()).isEqualTo(1);
        assertThat(utility.performingPerHour()).isEqualTo(6);
        assertThat(utility.lateArrivalPerHour()).isEqualTo(-18);
        assertThat(utility.earlyDeparturePerHour()).isZero();
        assertThat(utility.waitingPerHour()).isZero();
        assertThat(utility.mode("car")).isEqualTo(new ModeParameters("car", 0, -6, 0, 0, 0, 0));
        assertThat(ReplanningParameters.STANDARD.maxAgentPlanMemorySize()).isEqualTo(5);
        assertThat(ReplanningParameters.STANDARD.mutationRange()).isEqualTo(1800);
        assertThat(RoutingParameters.STANDARD.networkModes()).containsExactly("car");
        assertThat(RoutingParameters.STANDARD.travelTimeBinSize()).isEqualTo(900);
        assertThat(RoutingParameters.STANDARD.teleportedModes().get("walk").beelineDistanceFactor())
                .isEqualTo(1.3);
    }

    @Test
    void namesAreFoundBothWays() {
        for (Strategy strategy : Strategy.values()) {
            assertThat(Strategy.findByName(strategy.fileName())).contains(strategy);
        }
        for (PlanRemoval removal : PlanRemoval.values()) {
            assertThat(PlanRemoval.findByName(removal.fileName())).contains(removal);
        }
        for (RoutingAlgorithm algorithm : RoutingAlgorithm.values()) {
            assertThat(RoutingAlgorithm.findByName(algorithm.fileName())).contains(algorithm);
        }
        assertThat(Strategy.findByName("SubtourModeChoice")).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> DayToDayParameters.STANDARD.withIterations(5, 4))
                .hasMessageContaining("(5)");
        assertThatThrownBy(() -> DayToDayParameters.STANDARD.withThreads(0))
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> TeleportedMode.ofSpeed("walk", Double.NaN))
                .hasMessageContaining("(walk)");
        assertThatThrownBy(() -> Fleet.byMode(List.of())).hasMessageContaining("vehicle type");
        assertThat(Fleet.of(VehicleType.CAR).types()).hasSize(1);
    }
}
