package org.chalaco.scenario.arterial;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.scenario.recipe.RecipeFiles;
import org.chalaco.scenario.recipe.RecipeProgram;

/**
 * The recipe of the arterial: reads the tables of {@code data/} and writes the network, the
 * signals, the vehicle types and the plans as MATSim files.
 *
 * <ul>
 *   <li>{@code BuildArterial scenarios/arterial} writes the files;
 *   <li>{@code BuildArterial --check scenarios/arterial} names those that are out of date.
 * </ul>
 *
 * <p>The same tables give the same bytes, on every machine.
 */
public final class BuildArterial {

    private BuildArterial() {}

    /** Writes or checks; exits with 2 if a table is wrong and with 1 if files are out of date. */
    public static void main(String[] arguments) {
        int exitCode =
                RecipeProgram.run("BuildArterial", BuildArterial::files, System.err, arguments);
        System.exit(exitCode);
    }

    /**
     * What the tables of this scenario folder give.
     *
     * @throws org.chalaco.formats.InvalidInputException with all problems of the tables
     */
    public static RecipeFiles files(Path scenario) {
        Problems problems = new Problems();
        ArterialTables tables = ArterialTables.read(scenario.resolve("data"), problems);
        problems.throwIfErrors();
        RoadNetwork network = ArterialRoads.draw(tables);
        ArterialDemand demand = new ArterialDemand(tables, network);
        List<SignalSystem> signals = ArterialSignals.design(tables, network, demand);
        List<Person> persons = demand.persons();
        return new RecipeFiles()
                .network(network)
                .signals("", signals)
                .vehicles(new Vehicles(tables.types(), Map.of()))
                .persons(network, persons);
    }
}
