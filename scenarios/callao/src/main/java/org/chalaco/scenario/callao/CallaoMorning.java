package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.od.StaticAssignment;

/**
 * The whole scenario in memory: roads, signals, vehicle types and people.
 *
 * @param callao roads
 * @param demand journeys
 * @param assignment where they drive in the design period
 * @param signals fixed-time plans
 * @param types vehicle types
 * @param persons people with routed plans
 * @param laneChanging how early they choose their lanes
 */
record CallaoMorning(
        CallaoNetwork callao,
        CallaoDemand demand,
        StaticAssignment assignment,
        List<SignalSystem> signals,
        List<VehicleType> types,
        List<Person> persons,
        LaneChanging laneChanging) {

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
                laneChanging(facts.assumptions()));
    }

    /** The same with other people. */
    CallaoMorning withPersons(List<Person> others) {
        return new CallaoMorning(callao, demand, assignment, signals, types, others, laneChanging);
    }

    /** How the morning is simulated, on one thread, until this time, s since midnight. */
    MobsimParameters mobsim(double end) {
        return MobsimParameters.STANDARD
                .withTimes(MorningDrive.START, end)
                .withLaneChanging(laneChanging);
    }

    private static LaneChanging laneChanging(Assumptions numbers) {
        LaneChanging standard = LaneChanging.STANDARD;
        return new LaneChanging(
                true,
                standard.safeDeceleration(),
                standard.threshold(),
                standard.keepRightBias(),
                standard.cooldown(),
                numbers.get("lane_look_ahead"),
                numbers.get("wrong_lane_patience"));
    }
}
