package org.chalaco.scenario.recipe;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.chalaco.formats.InvalidInputException;

/**
 * The command line of a recipe: {@code [--check] FOLDER}. With {@code --check} nothing is written,
 * and files are named that are not what the tables give now.
 */
public final class RecipeProgram {

    private RecipeProgram() {}

    /**
     * Carries it out.
     *
     * @param name of the program, for its usage line
     * @param recipe makes the files of the tables in the scenario's folder
     * @param err takes what is wrong
     * @return exit code: 0 done or up to date, 1 out of date, 2 wrong arguments or tables
     */
    public static int run(
            String name, Function<Path, RecipeFiles> recipe, PrintStream err, String... arguments) {
        boolean check = arguments.length == 2 && arguments[0].equals("--check");
        if (!check && arguments.length != 1) {
            err.printf("Usage: %s [--check] FOLDER%n", name);
            return 2;
        }
        Path folder = Path.of(arguments[arguments.length - 1]);
        try {
            RecipeFiles files = recipe.apply(folder);
            if (!check) {
                files.write(folder);
                return 0;
            }
            List<String> stale = files.listStale(folder);
            stale.forEach(file -> err.println(file + " is out of date."));
            return stale.isEmpty() ? 0 : 1;
        } catch (InvalidInputException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
