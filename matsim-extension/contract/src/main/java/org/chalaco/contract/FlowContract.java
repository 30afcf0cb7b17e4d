package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;

import java.util.List;

/**
 * Behaviours 13 to 16: how many vehicles pass. No signals: a queue stands before a slow link.
 *
 * <p>Bounds come from the drivers alone. Nobody follows closer than {@code s0 + v T}, so that no
 * lane carries more than {@code v / (l + s0 + v T)} vehicles a second at speed v, with l the length
 * of a car, s0 the standstill gap and T the time gap.
 */
interface FlowContract extends ContractCase {

    double SEVEN = 7 * 3600;

    /** Most vehicles that one lane carries at a speed, veh/h. */
    static double mostVehPerHour(double speed) {
        double spacing =
                ScenarioFiles.CAR_LENGTH
                        + ScenarioFiles.STANDSTILL_GAP
                        + speed * ScenarioFiles.TIME_GAP;
        return 3600 * speed / spacing;
    }

    /** Flow between the k-th and the last passage, veh/h. */
    static double vehPerHour(List<Double> times, int from) {
        double seconds = times.get(times.size() - 1) - times.get(from);
        return 3600 * (times.size() - 1 - from) / seconds;
    }

    /** Many want to drive at once over a straight road. */
    static ScenarioFiles crowd(ScenarioFiles road, int number, String route) {
        String[] links = route.split(" ");
        for (int k = 0; k < number; k++) {
            road.person(
                    Traveller.named("p%03d".formatted(k))
                            .home(links[0], SEVEN)
                            .drives(route)
                            .at("work", links[links.length - 1]));
        }
        return road;
    }

    @Holds(Behaviour.SATURATION_FLOW)
    default void aLaneCarriesWhatItsDriversAllow() {
        double speed = 12;
        RecordedRun run = run(crowd(ScenarioFiles.straight(speed, 300, 600, 300), 150, "1 2 3"));

        assertThat(run.ofType(ARRIVAL)).hasSize(150);
        double flow = vehPerHour(run.exits("2"), 20);
        assertThat(flow).isBetween(0.6 * mostVehPerHour(speed), 1.01 * mostVehPerHour(speed));
    }

    @Holds(Behaviour.SATURATION_FLOW)
    default void twoLanesCarryTwice() {
        double speed = 12;
        ScenarioFiles road = ScenarioFiles.straight(speed, 300, 600, 300);
        for (String link : List.of("1", "2", "3")) {
            road.link(road.getLink(link).withLanes(2));
        }
        RecordedRun run = run(crowd(road, 300, "1 2 3"));

        assertThat(run.ofType(ARRIVAL)).hasSize(300);
        double flow = vehPerHour(run.exits("2"), 40);
        assertThat(flow).isBetween(1.2 * mostVehPerHour(speed), 2.02 * mostVehPerHour(speed));
    }

    @Holds(Behaviour.FILE_CAPACITY)
    default void capacityIsNotThatOfTheFile() {
        ScenarioFiles narrow = ScenarioFiles.straight(12, 300, 600, 300);
        for (String link : List.of("1", "2", "3")) {
            narrow.link(narrow.getLink(link).withCapacity(900));
        }
        RecordedRun wide = run(crowd(ScenarioFiles.straight(12, 300, 600, 300), 60, "1 2 3"));
        RecordedRun run = run(crowd(narrow, 60, "1 2 3"));

        assertThat(run.events()).isEqualTo(wide.events());
        assertThat(vehPerHour(run.exits("2"), 10)).isGreaterThan(900 * 1.2);
    }

    @Holds(Behaviour.SPILLBACK)
    default void aFullLinkHoldsBackThoseUpstream() {
        double slow = 1;
        double room = 60;
        ScenarioFiles road = ScenarioFiles.straight(12, 300, room, 300);
        road.link(RoadLink.of("3", "2", "3", 300, slow));
        RecordedRun run = run(crowd(road, 60, "1 2 3"));

        // nobody came through faster than the slow link lets them, not even far upstream
        assertThat(vehPerHour(run.exits("2"), 10)).isLessThan(1.05 * mostVehPerHour(slow));
        assertThat(vehPerHour(run.exits("1"), 20)).isLessThan(1.05 * mostVehPerHour(slow));
        double spacing = ScenarioFiles.CAR_LENGTH + ScenarioFiles.STANDSTILL_GAP;
        // those inside the junctions at both ends count as being on the link
        assertThat(mostAtOnce(run.entries("2"), run.exits("2")))
                .isLessThanOrEqualTo((int) Math.ceil(room / spacing) + 2);
        assertThat(run.ofType(ARRIVAL)).hasSize(60);
    }

    private static int mostAtOnce(List<Double> entries, List<Double> exits) {
        int most = 0;
        for (int k = 0; k < entries.size(); k++) {
            double now = entries.get(k);
            int gone = (int) exits.stream().filter(t -> t <= now).count();
            most = Math.max(most, k + 1 - gone);
        }
        return most;
    }

    /** Two roads of equal rank that join one lane, from north-west and south-west. */
    private static ScenarioFiles merge() {
        return new ScenarioFiles()
                .node("nw", -300, 300)
                .node("sw", -300, -300)
                .node("m", 0, 0)
                .node("e", 400, 0)
                .node("f", 800, 0)
                .link(RoadLink.of("north", "nw", "m", 424, 12))
                .link(RoadLink.of("south", "sw", "m", 424, 12))
                .link(RoadLink.of("out", "m", "e", 400, 12))
                .link(RoadLink.of("far", "e", "f", 400, 12));
    }

    private static void stream(ScenarioFiles road, String link, int number, double every) {
        for (int k = 0; k < number; k++) {
            road.person(
                    Traveller.named(link + "%03d".formatted(k))
                            .home(link, SEVEN + k * every)
                            .drives(link + " out far")
                            .at("work", "far"));
        }
    }

    @Holds(Behaviour.MERGE)
    default void streamsThatFitAllPass() {
        ScenarioFiles road = merge();
        stream(road, "north", 60, 15);
        stream(road, "south", 60, 15);
        RecordedRun run = run(road);

        assertThat(run.ofType(ARRIVAL)).hasSize(120);
        // the last one is through soon after the last departure
        double last = run.exits("out").get(119);
        assertThat(last - (SEVEN + 59 * 15)).isLessThan(200);
    }

    @Holds(Behaviour.MERGE)
    default void streamsThatDoNotFitShare() {
        ScenarioFiles road = merge();
        stream(road, "north", 200, 2);
        stream(road, "south", 200, 2);
        RecordedRun run = run(road);

        double from = SEVEN + 200;
        double until = SEVEN + 400;
        long north = run.exits("north").stream().filter(t -> t > from && t < until).count();
        long south = run.exits("south").stream().filter(t -> t > from && t < until).count();
        double perHour = 3600 / (until - from) * (north + south);
        assertThat(perHour).isBetween(600.0, 1.05 * mostVehPerHour(12));
        // one may have to give way to the other, but nobody starves
        assertThat(north / (double) (north + south)).isBetween(0.1, 0.9);
        assertThat(run.ofType(ARRIVAL)).hasSize(400);
    }
}
