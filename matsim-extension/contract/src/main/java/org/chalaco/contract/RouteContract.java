package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.contract.RecordedEvent.STUCK;

import java.util.LinkedHashMap;
import java.util.Map;

/** Behaviour 10: routes that do not fit the plan or the network. */
interface RouteContract extends ContractCase {

    double SIX = 6 * 3600;

    /** Five ways to be wrong, each on a straight road of links 1 to 6; the plan is from 1 to 6. */
    private static Map<String, Traveller> wrong() {
        Map<String, Traveller> wrong = new LinkedHashMap<>();
        wrong.put("jump inside", plan("1", "1 2 4 5 6", "6"));
        wrong.put("other start", plan("2", "2 3 4 5 6", "6"));
        wrong.put("other end", plan("1", "1 2 3 4 5", "5"));
        wrong.put("start after goal", plan("1", "1 6 2", "2"));
        wrong.put("nothing between", plan("1", "1 6", "6"));
        return wrong;
    }

    private static Traveller plan(String start, String route, String end) {
        return Traveller.named("p").home("1", SIX).drives("car", start, route, end).at("work", "6");
    }

    private static ScenarioFiles road() {
        return ScenarioFiles.straight(10, 100, 100, 100, 100, 100, 100);
    }

    @Holds(Behaviour.WRONG_ROUTE_NOT_DRIVEN)
    default void noVehicleJumpsAndTheUserIsTold() {
        wrong().forEach(
                        (how, traveller) -> {
                            RecordedRun run = tryToRun(road().person(traveller), event -> {});
                            assertThat(run.warnings()).as(how).isNotEmpty();
                            String last = "1";
                            for (String link : run.way("p")) {
                                int from = Integer.parseInt(last);
                                assertThat(Integer.parseInt(link)).as(how).isEqualTo(from + 1);
                                last = link;
                            }
                        });
    }

    @Holds(Behaviour.WRONG_ROUTE_REMOVED)
    default void whoseRouteIsWrongLeavesTheRun() {
        for (String how : new String[] {"jump inside", "nothing between"}) {
            // MATSim knows no other way; whoever does is told to go this one
            ScenarioFiles road = road().set("chalaco", "wrongRoutes", "remove");
            RecordedRun run = run(road.person(wrong().get(how)));

            assertThat(run.entries("6")).as(how).isEmpty();
            assertThat(run.ofType(STUCK)).as(how).hasSize(1);
        }
    }

    @Holds(Behaviour.WRONG_ROUTE_NOT_DRIVEN)
    default void othersDriveOn() {
        RecordedRun run =
                tryToRun(
                        road().person(wrong().get("jump inside"))
                                .person(
                                        Traveller.named("q")
                                                .home("1", SIX)
                                                .drives("1 2 3 4 5 6")
                                                .at("work", "6")),
                        event -> {});

        // a runner may refuse the whole scenario, naming what is wrong; else others are unharmed
        if (run.failure() == null) {
            assertThat(run.way("q")).containsExactly("2", "3", "4", "5", "6");
        } else {
            assertThat(run.events()).isEmpty();
            assertThat(run.warnings()).isNotEmpty();
        }
    }
}
