package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Behaviours 17 to 19: speeds, overtaking, travel times of an empty road. */
interface SpeedContract extends ContractCase {

    double SEVEN = 7 * 3600;

    private static Traveller through(String id, String mode, double departure) {
        return Traveller.named(id).home("1", departure).drives(mode, "1 2 3").at("work", "3");
    }

    @Holds(Behaviour.SPEED_LIMITS)
    default void theSlowerOfVehicleAndLinkHolds() {
        double[][] cases = {{20, 50}, {20, 10}, {8, 12}};
        for (double[] c : cases) {
            double speed = Math.min(c[0], c[1]);
            RecordedRun run =
                    run(
                            ScenarioFiles.straight(c[0], 300, 1000, 300)
                                    .mode("car", c[1])
                                    .person(through("p", "car", SEVEN)));
            double time = run.entries("p", "3").get(0) - run.entries("p", "2").get(0);
            assertThat(time)
                    .as("link %s m/s, vehicle %s m/s", c[0], c[1])
                    .isBetween(FreeDrive.least(1000, speed), FreeDrive.most(1000, speed));
        }
    }

    /** A slow vehicle, and a fast one that catches up with it. */
    private RecordedRun slowAndFast(int lanes) {
        ScenarioFiles road = ScenarioFiles.straight(20, 300, 1000, 300);
        for (String link : List.of("1", "2", "3")) {
            road.link(road.getLink(link).withLanes(lanes).withModes("bike,car"));
        }
        return run(
                road.mode("car", 50)
                        .mode("bike", 5)
                        .person(through("slow", "bike", SEVEN))
                        .person(through("fast", "car", SEVEN + 100)));
    }

    @Holds(Behaviour.OVERTAKING)
    default void onOneLaneNobodyPasses() {
        RecordedRun run = slowAndFast(1);

        double slow = run.exits("slow", "2").get(0);
        double fast = run.exits("fast", "2").get(0);
        assertThat(slow - run.entries("slow", "2").get(0))
                .isBetween(FreeDrive.least(1000, 5), FreeDrive.most(1000, 5));
        // the fast one comes right behind: a time gap, its length and the standstill gap later
        assertThat(fast - slow).isBetween(0.5, 6.0);
    }

    @Holds(Behaviour.OVERTAKING)
    default void onTwoLanesTheFastOnePasses() {
        RecordedRun run = slowAndFast(2);

        double slow = run.exits("slow", "2").get(0);
        double fast = run.exits("fast", "2").get(0);
        assertThat(fast).isLessThan(slow - 30);
        // it may have to wait for the gain that makes a lane change worth while
        assertThat(fast - run.entries("fast", "2").get(0))
                .isLessThan(FreeDrive.most(1000, 20) + 20);
    }

    @Holds(Behaviour.ROUTED_TIMES)
    default void anEmptyRoadTakesItsFreeTime() {
        double speed = 27.78;
        double[] lengths = {500, 10000, 5000, 10000, 35000, 500};
        RecordedRun run =
                run(
                        ScenarioFiles.straight(speed, lengths)
                                .person(
                                        Traveller.named("p")
                                                .home("1", SEVEN)
                                                .drives("1 2 3 4 5 6")
                                                .at("work", "6")));

        for (int link = 2; link <= 5; link++) {
            double time = run.exits("p", "" + link).get(0) - run.entries("p", "" + link).get(0);
            double length = lengths[link - 1];
            // the link after the start may hold the rest of the start
            double most = link == 2 ? FreeDrive.most(length, speed) : length / speed * 1.002 + 1;
            assertThat(time).as("link %d", link).isBetween(FreeDrive.least(length, speed), most);
        }
    }
}
