package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The whole scenario in memory: roads, signals, vehicle types and people.
 *
 * @param callao roads
 * @param demand journeys and design flows
 * @param signals fixed-time plans
 * @param types vehicle types
 * @param persons people with routed plans
 */
record CallaoMorning(
        CallaoNetwork callao,
        CallaoDemand demand,
        List<SignalSystem> signals,
        List<VehicleType> types,
        List<Person> persons) {

    /** Carries out the recipe on the tables of this folder. */
    static CallaoMorning of(Path data) {
        return of(CallaoFacts.read(data));
    }

    static CallaoMorning of(CallaoFacts facts) {
        CallaoNetwork callao = CallaoNetwork.build(facts);
        CallaoDemand demand = CallaoDemand.build(facts, callao);
        List<SignalSystem> signals =
                CallaoSignals.design(facts.assumptions(), callao, demand.assignment());
        return new CallaoMorning(
                callao,
                demand,
                signals,
                CallaoVehicles.types(facts),
                demand.persons(callao.network()));
    }
}
