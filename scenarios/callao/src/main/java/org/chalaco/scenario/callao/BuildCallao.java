package org.chalaco.scenario.callao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.InvalidInputException;

/**
 * The recipe of the Callao scenario: reads the tables of {@code data/} and writes the network, the
 * signals, the vehicle types and the plans as MATSim files.
 *
 * <p>{@code BuildCallao scenarios/callao} writes the files, {@code BuildCallao --check
 * scenarios/callao} compares them with what the tables say now. The same tables give the same
 * bytes, on every machine. Takes about fifteen seconds and 500 MB.
 */
public final class BuildCallao {

    private BuildCallao() {}

    /**
     * Builds or checks the scenario in a folder that has {@code data/}.
     *
     * @param arguments the folder, after {@code --check} if nothing is to be written; exits with 2
     *     if a table is wrong and with 1 if files are out of date
     */
    public static void main(String[] arguments) {
        boolean check = arguments.length > 1 && arguments[0].equals("--check");
        if (arguments.length != (check ? 2 : 1)) {
            System.err.println("Usage: BuildCallao [--check] FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(arguments[arguments.length - 1]);
        try {
            if (!check) {
                build(folder, folder);
                return;
            }
            List<String> stale = listStale(folder);
            stale.forEach(name -> System.err.println(name + " is out of date."));
            System.exit(stale.isEmpty() ? 0 : 1);
        } catch (InvalidInputException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Carries out the recipe.
     *
     * @param scenario folder that has {@code data/}
     * @param target folder to write into
     * @throws InvalidInputException with all problems of the tables
     */
    public static void build(Path scenario, Path target) {
        CallaoFiles.write(CallaoMorning.of(scenario.resolve("data")), target);
    }

    /**
     * Files of a scenario folder that are not what its tables give.
     *
     * @throws InvalidInputException with all problems of the tables
     */
    public static List<String> listStale(Path scenario) {
        try {
            Path fresh = Files.createTempDirectory("callao");
            try {
                build(scenario, fresh);
                return CallaoFiles.listDifferences(scenario, fresh);
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a temporary folder.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        for (String name : CallaoFiles.ALL) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
