package org.chalaco.scenario.callao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chalaco.formats.InvalidInputException;

/**
 * The recipe of the Callao scenario: reads the tables of {@code data/} and writes the network, the
 * signals, the vehicle types and the plans as MATSim files.
 *
 * <ul>
 *   <li>{@code BuildCallao scenarios/callao} writes the files; people first learn for {@code
 *       relax_days} days (see {@link Relaxation}), which takes a few minutes and 2 GB and prints a
 *       line per day;
 *   <li>{@code BuildCallao --check scenarios/callao} compares the files with what the tables say
 *       now, in ten seconds: of the plans, who goes where by what, but not when and by which roads;
 *   <li>{@code BuildCallao --check-all scenarios/callao} learns anew and compares every byte.
 * </ul>
 *
 * <p>The same tables and the same simulator give the same bytes, on every machine.
 */
public final class BuildCallao {

    private static final int THREADS = 2;

    private BuildCallao() {}

    /**
     * Builds or checks the scenario in a folder that has {@code data/} and {@code config.xml}.
     *
     * @param arguments the folder, after {@code --check} or {@code --check-all} if nothing is to be
     *     written; exits with 2 if a table is wrong and with 1 if files are out of date
     */
    public static void main(String[] arguments) {
        String mode = arguments.length == 2 ? arguments[0] : "";
        if (arguments.length != 1 && !List.of("--check", "--check-all").contains(mode)) {
            System.err.println("Usage: BuildCallao [--check | --check-all] FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(arguments[arguments.length - 1]);
        try {
            if (mode.isEmpty()) {
                build(folder, folder, System.out::println);
                return;
            }
            List<String> stale =
                    mode.equals("--check") ? listStale(folder) : listStaleBytes(folder);
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
     * @param scenario folder that has {@code data/} and {@code config.xml}
     * @param target folder to write into
     * @param reports takes a line per day that people learn
     * @throws InvalidInputException with all problems of the tables
     */
    public static void build(Path scenario, Path target, Consumer<String> reports) {
        CallaoFacts facts = CallaoFacts.read(scenario.resolve("data"));
        int days = facts.assumptions().getInteger("relax_days");
        CallaoMorning morning = CallaoMorning.of(facts);
        Path config = scenario.resolve("config.xml");
        CallaoFiles.write(new Relaxation(morning, config, THREADS, reports).after(days), target);
    }

    /**
     * Files of a scenario folder that are not what its tables give; plans may have other times and
     * routes.
     *
     * @throws InvalidInputException with all problems of the tables
     */
    public static List<String> listStale(Path scenario) {
        CallaoMorning morning = CallaoMorning.of(scenario.resolve("data"));
        return inTemporaryFolder(
                fresh -> {
                    CallaoFiles.write(morning, fresh);
                    List<String> stale = CallaoFiles.listDifferences(scenario, fresh);
                    stale.remove(CallaoFiles.PLANS);
                    if (!CallaoFiles.hasJourneysOf(morning, scenario)) {
                        stale.add(CallaoFiles.PLANS);
                    }
                    return stale;
                });
    }

    /** The same, to the last byte. */
    static List<String> listStaleBytes(Path scenario) {
        return inTemporaryFolder(
                fresh -> {
                    build(scenario, fresh, System.out::println);
                    return CallaoFiles.listDifferences(scenario, fresh);
                });
    }

    private static List<String> inTemporaryFolder(Function<Path, List<String>> work) {
        try {
            Path fresh = Files.createTempDirectory("callao");
            try {
                return work.apply(fresh);
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
