package org.chalaco.app.run;

import java.util.List;
import org.chalaco.app.agents.ControlChoice;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.InputFiles;
import org.chalaco.formats.config.RunSettings;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Everything a run is given, read and checked, variants applied.
 *
 * @param folder where it was read from
 * @param variants names of the variants that were applied, in order
 * @param config the config with the command line's settings in it
 * @param settings what the config says of the run as a whole
 * @param files the files that were read
 * @param mobsim parameters of the traffic simulation
 * @param loop parameters of the day-to-day loop
 * @param network roads
 * @param persons who travels
 * @param vehicles vehicle types and vehicles
 * @param fleet who drives what
 * @param signals signalised intersections
 * @param control who controls them
 * @param transit public transport
 * @param program what changes on the road during the day
 * @param counts what was counted on the street
 * @param facts what the folder tells of itself for the report
 */
record Scenario(
        ScenarioFolder folder,
        List<String> variants,
        Config config,
        RunSettings settings,
        InputFiles files,
        MobsimParameters mobsim,
        DayToDayParameters loop,
        RoadNetwork network,
        List<Person> persons,
        Vehicles vehicles,
        Fleet fleet,
        List<SignalSystem> signals,
        ControlChoice control,
        TransitSupply transit,
        RoadProgram program,
        StationCounts counts,
        ScenarioFacts facts) {

    public Scenario {
        variants = List.copyOf(variants);
        persons = List.copyOf(persons);
        signals = List.copyOf(signals);
    }

    /** The scenario's name with its variants: {@code callao-truck-ban}. */
    public String title() {
        return variants.isEmpty()
                ? folder.name()
                : folder.name() + "-" + String.join("-", variants);
    }
}
