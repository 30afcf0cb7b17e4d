package org.chalaco.app.tune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioFolder;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * A scenario's files and what the command line said of them: enough for another machine to make the
 * same tuning problem. Files outside the scenario's folder do not travel.
 */
final class ScenarioSource implements ProblemSource {

    private static final long serialVersionUID = 2;

    /** Folders of a scenario that no reader looks into. */
    private static final Set<String> SKIPPED = Set.of("output", "target", "src");

    private final String name;
    private final String config;
    private final TreeMap<String, byte[]> files;
    private final LinkedHashMap<String, String> settings;
    private final ArrayList<String> variants;
    private final ArrayList<String> objectives;
    private final TimingRules rules;
    private final String window;
    private final double warmUp;
    private final double spread;
    private final double reserve;
    private final double pedestriansPerHour;
    private final ArrayList<String> removable;
    private final ArrayList<String> addable;
    private final double costPerSignal;

    private ScenarioSource(TuneRequest request, ScenarioFolder folder) {
        name = folder.name();
        files = files(folder.root());
        config = config(folder);
        settings = new LinkedHashMap<>(request.scenario().settings());
        variants = new ArrayList<>(request.scenario().variants());
        objectives = new ArrayList<>(request.objectives());
        rules = request.rules();
        window = request.window();
        warmUp = request.warmUp();
        spread = request.spread();
        reserve = request.reserve();
        pedestriansPerHour = request.pedestriansPerHour();
        removable = new ArrayList<>(request.placement().removable());
        addable = new ArrayList<>(request.placement().addable());
        costPerSignal = request.placement().costPerSignal();
    }

    /** The source of a request's problem. */
    static ScenarioSource of(TuneRequest request, ScenarioFolder folder) {
        return new ScenarioSource(request, folder);
    }

    private static TreeMap<String, byte[]> files(Path root) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            boolean skip =
                                    !folder.equals(root)
                                            && SKIPPED.contains(folder.getFileName().toString());
                            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            files.put(key(root, file), Files.readAllBytes(file));
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + root, e);
        }
        return files;
    }

    private static String key(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A config elsewhere travels as if it lay in the folder, where its relative paths point. */
    private String config(ScenarioFolder folder) {
        Path root = folder.root().toAbsolutePath().normalize();
        Path file = folder.config().toAbsolutePath().normalize();
        if (file.startsWith(root)) {
            return key(root, file);
        }
        try {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return file.getFileName().toString();
    }

    @Override
    public TuningProblem open() {
        try {
            Path place = Files.createTempDirectory("chalaco-scenario");
            try {
                return problem(unpacked(place.resolve(name)));
            } finally {
                delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack the scenario " + name, e);
        }
    }

    private Path unpacked(Path root) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return root;
    }

    private TuningProblem problem(Path root) {
        RunRequest scenario =
                new RunRequest(
                        root.toString(),
                        root.resolve(config),
                        settings,
                        variants,
                        null,
                        null,
                        false);
        TuneRequest request =
                new TuneRequest(
                        scenario,
                        "",
                        objectives,
                        0,
                        TuningSettings.STANDARD,
                        rules,
                        window,
                        warmUp,
                        spread,
                        reserve,
                        pedestriansPerHour,
                        new TuneRequest.PlacementRequest(removable, addable, costPerSignal),
                        null);
        ScenarioTraffic traffic = new FirstDay(new ScenarioReader(null)).of(scenario);
        Problems problems = new Problems();
        var problem = new TuneProblem(traffic, request, problems).make();
        problems.throwIfErrors();
        return problem.orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
