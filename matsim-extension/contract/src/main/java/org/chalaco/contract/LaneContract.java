package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.STUCK;

import java.util.List;

/**
 * Behaviours 26 and 27: lane definitions and turn restrictions, at a fork: link 2 leads straight on
 * to link 3 and to the left to link 4, from where links 5 and 6 lead back to the end of link 3.
 */
interface LaneContract extends ContractCase {

    double SIX = 6 * 3600;

    /** One car a second: more than one lane carries, less than two do. */
    int CARS = 60;

    private static ScenarioFiles fork() {
        ScenarioFiles road = ScenarioFiles.straight(10, 300, 300, 300, 300);
        for (String link : List.of("1", "2", "3", "4")) {
            road.link(road.getLink(link).withLanes(2));
        }
        // the straight road's fourth link becomes the one behind the fork's end
        return road.link(RoadLink.of("7", "3", "4", 300, 10).withLanes(2))
                .node("left", 600, 300)
                .node("back", 900, 300)
                .link(RoadLink.of("4", "2", "left", 300, 10))
                .link(RoadLink.of("5", "left", "back", 300, 10))
                .link(RoadLink.of("6", "back", "3", 300, 10));
    }

    /** The left lane of link 2 leads to the left only, the one at the kerb straight on only. */
    private static ScenarioFiles withTurnLanes(ScenarioFiles road) {
        return road.set("network", "laneDefinitionsFile", "lanes.xml")
                .set("qsim", "useLanes", "true")
                .file("lanes.xml", LANES);
    }

    private static ScenarioFiles straightOn(ScenarioFiles road) {
        for (int k = 0; k < CARS; k++) {
            road.person(
                    Traveller.named("p%02d".formatted(k))
                            .home("1", SIX + k)
                            .drives("1 2 3 7")
                            .at("work", "7"));
        }
        return road;
    }

    @Holds(Behaviour.TURN_LANES)
    default void onlyTheLanesThatLeadThereAreUsed() {
        double two = seconds(run(straightOn(fork())));
        double one = seconds(run(straightOn(withTurnLanes(fork()))));

        // nobody follows nearer than the time gap and the room of a car at 10 m/s
        double headway =
                ScenarioFiles.TIME_GAP
                        + (ScenarioFiles.CAR_LENGTH + ScenarioFiles.STANDSTILL_GAP) / 10;
        assertThat(one).isGreaterThan((CARS - 1) * headway - 2);
        assertThat(two).isLessThan((CARS - 1) * headway - 2);
    }

    /** From the first to the last who enters link 3. */
    private static double seconds(RecordedRun run) {
        List<Double> entries = run.entries("3");
        assertThat(entries).hasSize(CARS);
        return entries.get(CARS - 1) - entries.get(0);
    }

    @Holds(Behaviour.TURN_LANES)
    default void whoTurnsFindsItsLane() {
        RecordedRun run =
                run(
                        straightOn(withTurnLanes(fork()))
                                .person(
                                        Traveller.named("left")
                                                .home("1", SIX + 30)
                                                .drives("1 2 4 5")
                                                .at("work", "5")));

        assertThat(run.way("left")).containsExactly("2", "4", "5");
        assertThat(run.ofType(ARRIVAL)).hasSize(CARS + 1);
    }

    @Holds(Behaviour.TURN_RESTRICTION)
    default void nobodyTurnsWhereItIsForbidden() {
        ScenarioFiles road =
                fork().linkAttribute("2", "disallowedNextLinks", "{\"car\":[[\"3\"]]}")
                        .person(
                                Traveller.named("wrong")
                                        .home("1", SIX)
                                        .drives("1 2 3 7")
                                        .at("work", "7"))
                        .person(
                                Traveller.named("right")
                                        .home("1", SIX + 60)
                                        .drives("1 2 4 5 6 7")
                                        .at("work", "7"));
        RecordedRun run = run(road);

        assertThat(run.entries("3")).isEmpty();
        assertThat(run.way("right")).containsExactly("2", "4", "5", "6", "7");
        // it is taken off the road, or was given another way; either is told
        assertThat(run.list(e -> e.person().equals("wrong") && (e.is(STUCK) || e.is(ARRIVAL))))
                .isNotEmpty();
        assertThat(run.warnings()).anyMatch(text -> text.contains("2") && text.contains("3"));
    }

    String LANES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <laneDefinitions xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/laneDefinitions_v2.0.xsd">
              <lanesToLinkAssignment linkIdRef="2">
                <lane id="2.ol">
                  <leadsTo><toLane refId="2.l"/><toLane refId="2.s"/></leadsTo>
                  <representedLanes number="2.0"/><capacity vehiclesPerHour="7200.0"/>
                  <startsAt meterFromLinkEnd="300.0"/><alignment>0</alignment>
                </lane>
                <lane id="2.l">
                  <leadsTo><toLink refId="4"/></leadsTo>
                  <representedLanes number="1.0"/><capacity vehiclesPerHour="3600.0"/>
                  <startsAt meterFromLinkEnd="290.0"/><alignment>-1</alignment>
                </lane>
                <lane id="2.s">
                  <leadsTo><toLink refId="3"/></leadsTo>
                  <representedLanes number="1.0"/><capacity vehiclesPerHour="3600.0"/>
                  <startsAt meterFromLinkEnd="290.0"/><alignment>1</alignment>
                </lane>
              </lanesToLinkAssignment>
            </laneDefinitions>
            """;
}
