package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: who catches up with a slow vehicle follows it at the gap of the model.
 *
 * <p>Platoons against the reference solution, and steady states of all models, are in the package
 * {@code validation}.
 */
class C03_PlatoonTest {

    @Test
    void behindASlowLeaderTheGapIsStandstillGapPlusTimeGapTimesSpeed() {
        VehicleType slow =
                new VehicleType(
                        "slow",
                        VehicleClass.TRUCK,
                        10,
                        6,
                        2,
                        DriverParameters.CITY,
                        DriverSpread.NONE);
        TrafficCase road =
                RoadDrawing.of("A =======> B      5000 m, 1 lane, 50 km/h")
                        .withTypes(slow, VehicleType.CAR)
                        .depart(0, 0, "A-B")
                        .depart(1, 5, "A-B");
        Trajectories run = road.until(600).runAndFollow().trajectories();

        double gap = run.at(0, 400).position() - 10 - run.at(1, 400).position();
        assertThat(run.at(1, 400).speed()).isCloseTo(6, within(0.01));
        assertThat(gap).isCloseTo(2 + 6 * 1.0, within(0.1));
    }
}
