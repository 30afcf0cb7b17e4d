package org.chalaco.app.run;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.progress.Console;
import org.chalaco.app.progress.RunProgress;
import org.chalaco.app.progress.RunShape;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.InvalidDemandException;
import org.chalaco.day2day.LoopState;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.config.RunSettings;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;

/**
 * One run from the folder to the report: reads and checks everything before anything is written,
 * then lets the days pass, then writes what they came to.
 */
public final class ScenarioRun {

    /** Where the quarter of an hour of the film starts, if the run covers it. */
    private static final double MORNING_PEAK = 8 * 3600;

    private static final double FILM_SECONDS = 900;

    private final ScenarioReader reader;
    private final Console console;
    private final Interruption interruption;

    @Inject
    ScenarioRun(ScenarioReader reader, Console console, Interruption interruption) {
        this.reader = reader;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * Runs.
     *
     * @throws InvalidInputException with everything that is wrong; nothing was written then
     */
    public RunOutcome run(RunRequest request) throws IOException {
        long started = System.nanoTime();
        Problems problems = new Problems();
        ScenarioFolder location = reader.folder(request);
        Config config = reader.config(location, request);
        Path root = outputRoot(request, location, config);
        OverwriteFiles policy = policy(request, config, problems);
        checkOutput(request, root, policy, problems);
        Optional<Scenario> read = reader.read(location, config, request.variants(), problems);
        problems.throwIfErrors();
        console.err().print(problems.text());
        console.err().flush();
        Scenario scenario = read.orElseThrow();
        Config effective =
                DayToDayConfig.write(
                        MobsimConfig.write(config, scenario.mobsim()), scenario.loop());
        DayToDay loop = loop(scenario);
        LoopState start = start(request, loop, scenario, OutputFolder.of(root), effective);
        OutputFolder folder =
                request.resume() ? OutputFolder.of(root) : OutputFolder.prepare(root, policy);
        return new RunningScenario(scenario, folder, effective, console, interruption)
                .run(request, start, started);
    }

    /** A loop that can prepare the first day; it gets its mobsim when it runs. */
    private DayToDay loop(Scenario scenario) {
        return RunningScenario.loop(scenario)
                .mobsim(new WatchedMobsim(scenario, RunProgress.SILENT, interruption, null));
    }

    /** The state to start from; preparing it finds the last problems. */
    private static LoopState start(
            RunRequest request,
            DayToDay loop,
            Scenario scenario,
            OutputFolder folder,
            Config effective) {
        Problems problems = new Problems();
        LoopState state =
                request.resume()
                        ? SavedRun.read(folder, scenario, effective, problems)
                        : firstState(loop, problems);
        problems.throwIfErrors();
        return state;
    }

    /**
     * Checks a scenario without running it.
     *
     * @return everything that is wrong
     */
    public Problems validate(RunRequest request) {
        Problems problems = new Problems();
        ScenarioFolder location = reader.folder(request);
        Config config = reader.config(location, request);
        Optional<Scenario> scenario = reader.read(location, config, request.variants(), problems);
        if (scenario.isPresent()) {
            firstState(loop(scenario.get()), problems);
        }
        return problems;
    }

    /** The state before the first day, or null with the problems that forbid it. */
    static LoopState firstState(DayToDay loop, Problems problems) {
        try {
            return loop.prepare();
        } catch (InvalidDemandException e) {
            e.problems().forEach(text -> problems.add(NamedProblem.of(text)));
            return null;
        }
    }

    private static Path outputRoot(RunRequest request, ScenarioFolder location, Config config) {
        if (request.output() != null) {
            return request.output();
        }
        String title = location.name();
        for (String variant : request.variants()) {
            title += "-" + variant;
        }
        String given = config.find("controller", "outputDirectory").orElse("");
        boolean own = !given.isBlank() && request.variants().isEmpty();
        return own ? Path.of(given) : Path.of("output", title);
    }

    private static OverwriteFiles policy(RunRequest request, Config config, Problems problems) {
        if (request.overwrite() == null) {
            return RunSettings.read(config, problems).overwriteFiles();
        }
        return Arrays.stream(OverwriteFiles.values())
                .filter(p -> p.fileName().equals(request.overwrite()))
                .findFirst()
                .orElseGet(
                        () -> {
                            var names =
                                    Arrays.stream(OverwriteFiles.values())
                                            .map(OverwriteFiles::fileName)
                                            .toList();
                            problems.error(
                                    ProblemType.PARAMETER_VALUE,
                                    "",
                                    "The overwrite policy (%s) is none of %s."
                                            .formatted(request.overwrite(), names),
                                    NearestName.remedy(request.overwrite(), names));
                            return OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS;
                        });
    }

    private static void checkOutput(
            RunRequest request, Path root, OverwriteFiles policy, Problems problems) {
        String obstacle = request.resume() ? null : OutputFolder.findObstacle(root, policy);
        if (obstacle != null) {
            int remedy = obstacle.indexOf("Maybe");
            problems.add(
                    ProblemType.OUTPUT_EXISTS.error(
                            "--output",
                            root.toString(),
                            obstacle.substring(0, remedy).strip(),
                            obstacle.substring(remedy)));
        }
        // Reading a large scenario only to refuse its output would waste minutes.
        problems.throwIfErrors();
    }

    /** Start of the film, s since midnight. */
    static double filmStart(Scenario scenario) {
        double start = scenario.mobsim().startTime();
        double end = scenario.mobsim().endTime();
        boolean covered = MORNING_PEAK >= start && MORNING_PEAK + FILM_SECONDS <= end;
        return covered ? MORNING_PEAK : start;
    }

    /** How long the run is. */
    static RunShape shape(Scenario scenario, LoopState start) {
        return new RunShape(
                scenario.loop().firstIteration(),
                start.iteration() + 1,
                scenario.loop().lastIteration(),
                scenario.mobsim().startTime(),
                scenario.mobsim().endTime());
    }
}
