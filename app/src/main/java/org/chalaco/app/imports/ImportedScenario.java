package org.chalaco.app.imports;

import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * What the files of another program come to.
 *
 * @param origin one sentence on where it comes from, for the config
 * @param network roads
 * @param signals signalised intersections with the plans of the files
 * @param vehicles vehicle types; a leg's mode names its type
 * @param persons who drives
 * @param startTime of the simulated time, s since midnight
 * @param endTime of the simulated time, s since midnight
 */
public record ImportedScenario(
        String origin,
        RoadNetwork network,
        List<SignalSystem> signals,
        Vehicles vehicles,
        List<Person> persons,
        double startTime,
        double endTime) {

    public ImportedScenario {
        signals = List.copyOf(signals);
        persons = List.copyOf(persons);
    }
}
