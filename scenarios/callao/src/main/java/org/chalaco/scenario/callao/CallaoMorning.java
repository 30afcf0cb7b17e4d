package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.od.StaticAssignment;
import org.chalaco.scenario.table.Assumptions;

/**
 * The whole scenario in memory: roads, signals, vehicle types and people.
 *
 * @param callao roads
 * @param demand journeys
 * @param assignment where they drive in the design period
 * @param signals fixed-time plans
 * @param types vehicle types
 * @param persons people with routed plans
 * @param rules how they use lanes and junctions; times, threads and checks of a run come on top
 */
record CallaoMorning(
        CallaoNetwork callao,
        CallaoDemand demand,
        StaticAssignment assignment,
        List<SignalSystem> signals,
        List<VehicleType> types,
        List<Person> persons,
        MobsimParameters rules) {

    /** Carries out the recipe on the tables of this folder. */
    static CallaoMorning of(Path data) {
        return of(CallaoFacts.read(data));
    }

    static CallaoMorning of(CallaoFacts facts) {
        CallaoDesign design = CallaoDesign.of(facts);
        return new CallaoMorning(
                design.callao(),
                design.demand(),
                design.assignment(),
                design.signals(),
                CallaoVehicles.types(facts),
                design.demand().persons(design.callao().network(), design.assignment()),
                rules(facts.assumptions()));
    }

    /** The same with other people. */
    CallaoMorning withPersons(List<Person> others) {
        return new CallaoMorning(callao, demand, assignment, signals, types, others, rules);
    }

    private static MobsimParameters rules(Assumptions numbers) {
        LaneChanging standard = LaneChanging.STANDARD;
        LaneChanging lanes =
                new LaneChanging(
                        true,
                        standard.safeDeceleration(),
                        standard.threshold(),
                        standard.keepRightBias(),
                        standard.cooldown(),
                        numbers.get("lane_look_ahead"),
                        numbers.get("wrong_lane_patience"));
        return MobsimParameters.STANDARD
                .withLaneChanging(lanes)
                .withJunctions(JunctionRules.STANDARD.withReliefAfter(numbers.get("relief_after")));
    }
}
