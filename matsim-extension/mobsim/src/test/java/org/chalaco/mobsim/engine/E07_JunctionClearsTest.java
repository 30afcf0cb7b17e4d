package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a junction whose exits are free never locks up, however many arms and lanes
 * it has, whoever goes first, and however wrong the lanes are that drivers come to stand on.
 *
 * <p>With free exits a standstill can only be one of the engine's making. Gridlock between
 * junctions, where a ring of full exits closes, is another matter: traffic does that.
 */
class E07_JunctionClearsTest {

    private static final List<String> COMPASS = List.of("E", "NE", "N", "NW", "W", "SW", "S", "SE");

    private static final int VEHICLES = 250;

    private static final VehicleType TRUCK =
            new VehicleType(
                    "truck",
                    VehicleClass.TRUCK,
                    16,
                    22,
                    3.0,
                    VehicleType.CAR.driver(),
                    VehicleType.CAR.spread());

    /** Three to five arms of one to five lanes, short ones too; everyone comes within minutes. */
    private static TrafficCase junction(long seed) {
        RandomStream random = RandomStream.of(seed, 0, "junction that clears");
        List<String> arms = new ArrayList<>(COMPASS);
        Collections.shuffle(arms, new java.util.Random(seed));
        arms = arms.subList(0, 3 + random.nextInt(3));
        CrossJunction cross =
                CrossJunction.of(arms.toArray(String[]::new))
                        .length(40 + random.nextInt(200))
                        .control(JunctionControl.values()[random.nextInt(3)]);
        for (String arm : arms) {
            cross.lanes(arm, 1 + random.nextInt(5), 1 + random.nextInt(5));
            cross.rank(arm, 40 + 10 * random.nextInt(3));
        }
        TrafficCase road =
                random.nextInt(3) == 0
                        ? cross.signals(15 + random.nextInt(20), 5, stages(arms, random))
                        : cross.build();
        road = road.withTypes(VehicleType.CAR, TRUCK);
        for (int v = 0; v < VEHICLES; v++) {
            int from = random.nextInt(arms.size());
            int to = (from + 1 + random.nextInt(arms.size() - 1)) % arms.size();
            road =
                    road.depart(
                            random.nextInt(5) == 0 ? 1 : 0,
                            300 * random.nextDouble(),
                            arms.get(from) + "-in",
                            arms.get(to) + "-out");
        }
        return road.until(7200);
    }

    /** A stage for every arm, or for two that face each other: their left turns give way. */
    private static String[] stages(List<String> arms, RandomStream random) {
        List<String> stages = new ArrayList<>();
        boolean together = random.nextInt(2) == 0;
        for (String arm : arms) {
            String opposite = COMPASS.get((COMPASS.indexOf(arm) + 4) % 8);
            if (!together || !arms.contains(opposite)) {
                stages.add(arm);
            } else if (!stages.contains(opposite + " " + arm)) {
                stages.add(arm + " " + opposite);
            }
        }
        return stages.toArray(String[]::new);
    }

    private static boolean clears(long seed) {
        return junction(seed).run().result().arrived() == VEHICLES;
    }

    private static void assertClear(LongStream seeds) {
        long[] locked = seeds.filter(seed -> !clears(seed)).toArray();
        assertThat(locked)
                .as(
                        () ->
                                "These lock up, the first is%n%s"
                                        .formatted(junction(locked[0]).printAsTest()))
                .isEmpty();
    }

    @Test
    void everyoneGetsThroughSixtyRandomJunctions() {
        assertClear(LongStream.rangeClosed(1, 60));
    }

    /** Three that lock where followers heed all who are ahead, also those that came later. */
    @Test
    void whoStandsWellBeforeACommonLaneIsPassed() {
        assertClear(LongStream.of(364, 472, 601));
    }

    @Test
    @Tag("slow")
    void everyoneGetsThroughAThousandRandomJunctions() {
        assertClear(LongStream.rangeClosed(61, 1060));
    }

    @Test
    void fiveLanesFullOfLeftTurnersClear() {
        TrafficCase road =
                CrossJunction.of("N", "E", "S", "W")
                        .lanes("E", 5, 5)
                        .lanes("W", 5, 5)
                        .lanes(2)
                        .length(120)
                        .build();
        for (int v = 0; v < 400; v++) {
            road = road.depart(0.75 * v, "W-in", v % 3 == 0 ? "E-out" : "N-out");
            road = road.depart(0.75 * v, "E-in", v % 3 == 0 ? "W-out" : "S-out");
        }
        assertThat(road.until(7200).run().result().arrived()).isEqualTo(800);
    }
}
