package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** Behaviour 21: links that change while the run goes on. */
interface ChangeContract extends ContractCase {

    double SEVEN = 7 * 3600;

    private static ScenarioFiles changing(ScenarioFiles road, String changes) {
        return road.set("network", "timeVariantNetwork", "true")
                .set("network", "inputChangeEventsFile", "changes.xml")
                .file(
                        "changes.xml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <networkChangeEvents xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/networkChangeEvents.xsd">
                        %s</networkChangeEvents>
                        """
                                .formatted(changes));
    }

    private static String change(double time, String link, String what) {
        return """
                <networkChangeEvent startTime="%s"><link refId="%s"/>%s</networkChangeEvent>
                """
                .formatted(Traveller.clock(time), link, what);
    }

    private static Traveller through(String id, double departure) {
        return Traveller.named(id).home("1", departure).drives("1 2 3").at("work", "3");
    }

    @Holds(Behaviour.SPEED_CHANGE)
    default void aChangedSpeedHoldsFromItsTimeOn() {
        ScenarioFiles road =
                ScenarioFiles.straight(20, 300, 1000, 300)
                        .person(through("before", SEVEN))
                        .person(through("after", SEVEN + 1800))
                        .person(through("again", SEVEN + 5400));
        String slow = "<freespeed type=\"absolute\" value=\"5.0\"/>";
        String fast = "<freespeed type=\"absolute\" value=\"20.0\"/>";
        RecordedRun run =
                run(
                        changing(
                                road,
                                change(SEVEN + 900, "2", slow) + change(SEVEN + 3600, "2", fast)));

        String[] persons = {"before", "after", "again"};
        double[] speeds = {20, 5, 20};
        for (int k = 0; k < persons.length; k++) {
            double time = run.exits(persons[k], "2").get(0) - run.entries(persons[k], "2").get(0);
            assertThat(time)
                    .as(persons[k])
                    .isBetween(
                            FreeDrive.least(1000, speeds[k]) - gainedBeforeBraking(speeds[k]),
                            FreeDrive.most(1000, speeds[k]));
        }
    }

    /**
     * Who comes with 20 m/s and brakes with {@code b (1 - (v/u)⁴)} from u to v, gentler the nearer
     * the speed, is {@code v/b ∫ (w - 1) / (1 - w⁻⁴) dw} from w = 1 to 20/v ahead of who drives v
     * all the way, s: at most the {@code (20 - v)² / (2 b v)} of constant braking and {@code (π/8 -
     * ln 2 / 4) v/b} more.
     */
    private static double gainedBeforeBraking(double speed) {
        double b = ScenarioFiles.COMFORTABLE_DECELERATION;
        double gentler = speed < 20 ? (Math.PI / 8 - Math.log(2) / 4) * speed / b : 0;
        return Math.pow(20 - speed, 2) / (2 * b * speed) + gentler;
    }

    @Holds(Behaviour.CLOSURE)
    default void aLinkWithoutCapacityLetsNobodyPass() {
        ScenarioFiles road = ScenarioFiles.straight(10, 300, 300, 300);
        for (int k = 0; k < 10; k++) {
            road.person(through("p" + k, SEVEN + 60 * k));
        }
        String closed = "<flowCapacity type=\"absolute\" value=\"0.0\"/>";
        String open = "<flowCapacity type=\"absolute\" value=\"1.0\"/>";
        RecordedRun run =
                run(
                        changing(
                                road,
                                change(SEVEN + 240, "2", closed)
                                        + change(SEVEN + 1800, "2", open)));

        assertThat(run.exits("2")).hasSize(10);
        assertThat(run.exits("2")).noneMatch(t -> t > SEVEN + 243 && t < SEVEN + 1800);
        assertThat(run.exits("2")).anyMatch(t -> t < SEVEN + 240);
        assertThat(run.exits("2")).filteredOn(t -> t >= SEVEN + 1800).hasSizeGreaterThan(4);
    }
}
