package org.chalaco.scenario.habana;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.scenario.recipe.RecipeFiles;
import org.chalaco.scenario.recipe.RecipeProgram;

/**
 * The recipe of the Havana scenario: reads the tables of {@code data/} and writes the network, both
 * layouts of signals, the vehicles and the plans as MATSim files.
 *
 * <ul>
 *   <li>{@code BuildHabana scenarios/habana} writes the files;
 *   <li>{@code BuildHabana --check scenarios/habana} names those that are out of date.
 * </ul>
 *
 * <p>The same tables give the same bytes, on every machine.
 */
public final class BuildHabana {

    private BuildHabana() {}

    /** Writes or checks; exits with 2 if a table is wrong and with 1 if files are out of date. */
    public static void main(String[] arguments) {
        int exitCode = RecipeProgram.run("BuildHabana", BuildHabana::files, System.err, arguments);
        System.exit(exitCode);
    }

    /**
     * What the tables of this scenario folder give.
     *
     * @throws org.chalaco.formats.InvalidInputException with all problems of the tables
     */
    public static RecipeFiles files(Path scenario) {
        HabanaMap map = HabanaMap.read(scenario);
        List<HabanaDemand.Trip> trips = map.demand().trips(map.seed(), map.demandUntil());
        return new RecipeFiles()
                .network(map.network())
                .signals("", map.signals(SignalLayout.CODE_RUN))
                .signals("signals-29", map.signals(SignalLayout.PAPER_FIGURE))
                .vehicles(HabanaDemand.vehicles(trips, map.types()))
                .persons(map.network(), map.demand().persons(trips));
    }
}
