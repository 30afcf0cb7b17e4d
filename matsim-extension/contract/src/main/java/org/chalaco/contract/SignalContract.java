package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.SIGNAL;

import java.util.ArrayList;
import java.util.List;

/** Behaviours 23 and 24, and the queues of 14 and 25: what vehicles do at signals. */
interface SignalContract extends ContractCase {

    /** Cycles of 60, 120 and 200 s begin then. */
    double SEVEN = 7 * 3600;

    double SPEED = 13.88;

    /** A straight road whose run begins before seven. */
    static ScenarioFiles road(double... lengths) {
        return fromSeven(ScenarioFiles.straight(SPEED, lengths));
    }

    /**
     * Begins the run at 6:40, a whole cycle of 1200 s before seven: MATSim's signals are green
     * until their plan says otherwise for the first time.
     */
    static ScenarioFiles fromSeven(ScenarioFiles scenario) {
        return scenario.set("qsim", "startTime", "06:40:00")
                .set("qsim", "simStarttimeInterpretation", "onlyUseStarttime");
    }

    private static Traveller through(String id, double departure) {
        return Traveller.named(id).home("1", departure).drives("1 2 3").at("work", "3");
    }

    @Holds(Behaviour.SIGNAL_STOP)
    default void greenIsPassed() {
        ScenarioFiles road = road(100, 500, 300).person(through("p", SEVEN + 210));
        RecordedRun run =
                run(
                        new SignalPlans()
                                .group("g", "2")
                                .plan("p", 200, 0)
                                .green("g", 0, 100)
                                .addTo(road));

        double time = run.exits("p", "2").get(0) - run.entries("p", "2").get(0);
        assertThat(time).isBetween(FreeDrive.least(500, SPEED), FreeDrive.most(500, SPEED));
    }

    @Holds(Behaviour.SIGNAL_STOP)
    default void redIsWaitedFor() {
        ScenarioFiles road = road(100, 500, 300).person(through("p", SEVEN + 400 + 90));
        RecordedRun run =
                run(
                        new SignalPlans()
                                .group("g", "2")
                                .plan("p", 200, 0)
                                .green("g", 0, 100)
                                .addTo(road));

        assertThat(run.entries("p", "2").get(0)).isLessThan(SEVEN + 520);
        // it stands near the line and is over it a few seconds after the onset
        assertThat(run.exits("p", "2").get(0)).isBetween(SEVEN + 600, SEVEN + 605);
    }

    /** Two roads that cross, north of west. */
    static ScenarioFiles crossing() {
        return fromSeven(
                new ScenarioFiles()
                        .node("w", -300, 0)
                        .node("e", 300, 0)
                        .node("n", 0, 300)
                        .node("s", 0, -300)
                        .node("c", 0, 0)
                        .link(RoadLink.of("west", "w", "c", 300, SPEED))
                        .link(RoadLink.of("south", "s", "c", 300, SPEED))
                        .link(RoadLink.of("eastwards", "c", "e", 300, SPEED))
                        .link(RoadLink.of("northwards", "c", "n", 300, SPEED)));
    }

    @Holds(Behaviour.SIGNAL_CONFLICT)
    default void greensThatConflictEndTheRun() {
        RecordedRun clear = tryToRun(greens(0, 25, 35, 50), event -> {});
        RecordedRun conflict = tryToRun(greens(0, 40, 20, 55), event -> {});

        assertThat(clear.failure()).isNull();
        assertThat(clear.ofType(ARRIVAL)).hasSize(1);
        assertThat(conflict.failure()).isNotNull();
    }

    /** Greens of two roads that cross, s of a cycle of 60, of which 5 must lie between. */
    private static ScenarioFiles greens(
            int onset, int dropping, int otherOnset, int otherDropping) {
        ScenarioFiles crossing =
                crossing()
                        .person(
                                Traveller.named("p")
                                        .home("west", SEVEN + 100)
                                        .drives("west eastwards")
                                        .at("work", "eastwards"));
        new SignalPlans()
                .group("a", "west")
                .group("b", "south")
                .plan("p", 60, 0)
                .green("a", onset, dropping)
                .green("b", otherOnset, otherDropping)
                .addTo(crossing);
        return SignalPlans.addClearance(crossing, "a", "b", 5);
    }

    // ---------------------------------------------------------------- queues

    /** Vehicles that all stand at a red light for the first seven minutes. */
    private RecordedRun queue(int number) {
        ScenarioFiles road = road(100, 300, 300, 300);
        for (int k = 0; k < number; k++) {
            road.person(
                    Traveller.named("p%02d".formatted(k))
                            .home("1", SEVEN + 200 + 5 * k)
                            .drives("1 2 3 4")
                            .at("work", "4"));
        }
        return run(
                new SignalPlans()
                        .group("g", "3")
                        .plan("p", 1200, 0)
                        .green("g", 600, 1100)
                        .addTo(road));
    }

    @Holds(Behaviour.QUEUE_DELAY)
    default void whoStandsBehindOthersWaitsLonger() {
        RecordedRun run = queue(20);

        List<Double> exits = run.exits("3");
        assertThat(exits).hasSize(20);
        assertThat(exits.get(0)).isBetween(SEVEN + 600, SEVEN + 605);
        double least = 3600 / FlowContract.mostVehPerHour(SPEED);
        for (int k = 1; k < exits.size(); k++) {
            // whole seconds on both sides
            assertThat(exits.get(k) - exits.get(k - 1)).isBetween(Math.max(0, least - 1), 5.0);
        }
        assertThat((exits.get(19) - exits.get(4)) / 15).isBetween(least, 3.0);
    }

    @Holds(Behaviour.START_WAVE)
    default void aQueueStartsFromItsHeadBackwards() {
        // fifty vehicles fill 315 m: the queue reaches back over the stop line of link 2
        RecordedRun run = queue(55);

        List<Double> over = run.exits("2").stream().filter(t -> t > SEVEN + 600).toList();
        assertThat(over).isNotEmpty();
        // the start travels up the 300 m of link 3 at 3 to 8 m/s: it is neither at once nor never
        assertThat(over.get(0) - (SEVEN + 600)).isBetween(300 / 8.0, 300 / 3.0);
    }

    // ---------------------------------------------------------------- green share

    /** Flow over a stop line before which a queue always stands, veh/h. */
    private double flowAtGreen(int green) {
        int number = 300;
        ScenarioFiles road = road(300, 300, 300);
        for (int k = 0; k < number; k++) {
            road.person(through("p%03d".formatted(k), SEVEN + k));
        }
        RecordedRun run =
                run(
                        new SignalPlans()
                                .group("g", "2")
                                .plan("p", 60, 0)
                                .green("g", 0, green)
                                .addTo(road));
        // ten whole cycles, after the queue has built up
        double from = SEVEN + 180;
        long passed = run.exits("2").stream().filter(t -> t >= from && t < from + 600).count();
        return passed * 6.0;
    }

    @Holds(Behaviour.GREEN_SHARE)
    default void flowIsProportionalToEffectiveGreen() {
        double atTwenty = flowAtGreen(20);
        double atThirty = flowAtGreen(30);
        double atForty = flowAtGreen(40);

        double saturationFlow = (atForty - atTwenty) / 20 * 60;
        assertThat(saturationFlow)
                .isBetween(
                        0.5 * FlowContract.mostVehPerHour(SPEED),
                        1.05 * FlowContract.mostVehPerHour(SPEED));
        assertThat(atThirty)
                .isBetween(0.94 * (atTwenty + atForty) / 2, 1.06 * (atTwenty + atForty) / 2);
        // what the start costs and what amber gives, s of green
        double gained = atForty / saturationFlow * 60 - 40;
        assertThat(gained).isBetween(-6.0, SignalPlans.AMBER + 1.0);
    }

    @Holds(Behaviour.ALL_GREEN)
    default void aSignalThatIsAlwaysGreenChangesNothing() {
        ScenarioFiles signalised = FlowContract.crowd(road(300, 300, 300), 40, "1 2 3");
        RecordedRun without = run(FlowContract.crowd(road(300, 300, 300), 40, "1 2 3"));
        RecordedRun with =
                run(
                        new SignalPlans()
                                .group("g", "2")
                                .plan("p", 60, 0)
                                .green("g", 0, 60)
                                .addTo(signalised));

        assertThat(with.list(e -> !e.is(SIGNAL))).isEqualTo(without.events());
        assertThat(with.ofType(ARRIVAL)).hasSize(40);
    }

    // ---------------------------------------------------------------- permissive left turn

    /** Mean time of left-turners on their approach, s. */
    private double timeOfLeftTurners(boolean opposed) {
        ScenarioFiles cross = crossing();
        cross.link(RoadLink.of("east", "e", "c", 300, SPEED));
        cross.link(RoadLink.of("westwards", "c", "w", 300, SPEED));
        for (int k = 0; k < 30; k++) {
            cross.person(
                    Traveller.named("left%02d".formatted(k))
                            .home("west", SEVEN + 120 + 20 * k)
                            .drives("west northwards")
                            .at("work", "northwards"));
        }
        for (int k = 0; opposed && k < 150; k++) {
            cross.person(
                    Traveller.named("straight%03d".formatted(k))
                            .home("east", SEVEN + 100 + 4 * k)
                            .drives("east westwards")
                            .at("work", "westwards"));
        }
        SignalPlans plans = new SignalPlans().group("a", "west").group("b", "east");
        RecordedRun run =
                run(plans.plan("p", 60, 0).green("a", 0, 55).green("b", 0, 55).addTo(cross));
        List<Double> times = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            String person = "left%02d".formatted(k);
            times.add(
                    run.exits(person, "west").get(0)
                            - run.time(person, RecordedEvent.ENTERS_TRAFFIC));
        }
        return times.stream().mapToDouble(t -> t).average().orElseThrow();
    }

    @Holds(Behaviour.PERMISSIVE_LEFT)
    default void whoTurnsLeftAgainstAStreamWaitsForIt() {
        double alone = timeOfLeftTurners(false);
        double opposed = timeOfLeftTurners(true);

        // may wait inside the junction, so that only part of the wait is on the approach
        assertThat(opposed - alone).isGreaterThan(2);
    }
}
