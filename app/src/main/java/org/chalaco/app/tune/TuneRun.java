package org.chalaco.app.tune;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.progress.Console;
import org.chalaco.app.report.TuningReportWriter;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.tuning.SearchMethods;
import org.chalaco.tuning.SignalTuning;
import org.chalaco.tuning.TuningListener;
import org.chalaco.tuning.TuningResult;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.checkpoint.CheckpointFile;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.codec.StudyPlanCodec;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.GenerationStatistics;
import org.chalaco.tuning.search.SearchMethod;
import org.chalaco.tuning.search.StudySearch;

/**
 * One search from the scenario folder to the report: everything is read and checked before anything
 * is written; every generation is saved; Ctrl-C keeps the best so far.
 */
public final class TuneRun {

    private final FirstDay firstDay;
    private final Console console;
    private final Interruption interruption;
    private final TuneBackend backends;

    @Inject
    TuneRun(FirstDay firstDay, Console console, Interruption interruption, TuneBackend backends) {
        this.backends = backends;
        this.firstDay = firstDay;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * Searches.
     *
     * @param problems found in the request so far
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong; nothing was
     *     written then
     */
    public TuneOutcome run(TuneRequest request, Problems problems) throws IOException {
        List<Objective> objectives = Objectives.of(request, problems);
        Optional<SearchMethod> method = method(request, problems);
        backends.check(request, problems);
        ScenarioTraffic traffic = read(request, problems);
        Path folder = request.output(traffic.title());
        OverwriteFiles policy = policy(request, problems);
        checkFolder(request, folder, policy, problems);
        Optional<TuningProblem> problem = new TuneProblem(traffic, request, problems).make();
        problems.throwIfErrors();
        problem.orElseThrow().notices().forEach(text -> problems.add(TuningText.notice(text)));
        problems.warnings().forEach(warning -> console.err().println(warning));
        try {
            return search(
                    request,
                    problem.orElseThrow(),
                    objectives,
                    method.orElseThrow(),
                    prepared(request, folder, policy));
        } catch (InvalidTuningException e) {
            throw TuningText.invalid(e);
        }
    }

    /** What is wrong with the files is told together with what is wrong with the options. */
    private ScenarioTraffic read(TuneRequest request, Problems problems) {
        try {
            return firstDay.of(request.scenario());
        } catch (InvalidInputException e) {
            if (!problems.hasErrors()) {
                throw e;
            }
            e.problems().errors().forEach(problems::add);
            throw new InvalidInputException(problems);
        }
    }

    private static Optional<SearchMethod> method(TuneRequest request, Problems problems) {
        List<String> names = SearchMethods.list().stream().map(SearchMethod::name).toList();
        if (!names.contains(request.method())) {
            problems.add(
                    ProblemType.TUNING_NAME.error(
                            "--method",
                            request.method(),
                            "There is no search method (%s).".formatted(request.method()),
                            NearestName.remedy(request.method(), names)));
            return Optional.empty();
        }
        return Optional.of(SearchMethods.getMethod(request.method()));
    }

    private static OverwriteFiles policy(TuneRequest request, Problems problems) {
        String name = request.scenario().overwrite();
        if (name == null) {
            return OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS;
        }
        List<String> names =
                Arrays.stream(OverwriteFiles.values()).map(OverwriteFiles::fileName).toList();
        if (!names.contains(name)) {
            problems.add(
                    ProblemType.PARAMETER_VALUE.error(
                            "--overwrite",
                            name,
                            "The overwrite policy (%s) is none of %s.".formatted(name, names),
                            NearestName.remedy(name, names)));
            return OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS;
        }
        return OverwriteFiles.values()[names.indexOf(name)];
    }

    private static void checkFolder(
            TuneRequest request, Path folder, OverwriteFiles policy, Problems problems) {
        boolean used =
                Files.isDirectory(folder) && OutputFolder.findObstacle(folder, policy) != null;
        boolean search = Files.exists(folder.resolve(TuneFiles.HISTORY));
        boolean mayReplace = policy != OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS && search;
        if (Files.isRegularFile(folder) || used && !request.scenario().resume() && !mayReplace) {
            problems.add(
                    ProblemType.OUTPUT_EXISTS.error(
                            "--output",
                            folder.toString(),
                            "The output folder (%s) exists already.".formatted(folder),
                            "Maybe choose another --output, add --overwrite overwriteExistingFiles, or go on with --resume?"));
        }
    }

    /** The history is kept under every policy. */
    private static TuneFiles prepared(TuneRequest request, Path folder, OverwriteFiles policy)
            throws IOException {
        boolean fresh = policy == OverwriteFiles.DELETE_DIRECTORY_IF_EXISTS;
        if (fresh && !request.scenario().resume() && Files.isDirectory(folder)) {
            for (String name :
                    List.of("report.html", "plans.csv", "comparison.csv", "tuning.json")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        return new TuneFiles(folder);
    }

    private TuneOutcome search(
            TuneRequest request,
            TuningProblem problem,
            List<Objective> objectives,
            SearchMethod method,
            TuneFiles files)
            throws IOException {
        TuningSettings settings = request.settings().withSeed(problem.mobsim().seed());
        TuneProgress progress =
                new TuneProgress(console.err(), console.terminal(), objectives.get(0).unit());
        Objective objective = objectives.get(0);
        interruption.listen();
        try (EvaluationBackend backend = backends.open(request, problem, progress::simulated)) {
            boolean resume = request.scenario().resume();
            String run = resume ? lastRun(files) : now();
            TuningResult result =
                    SignalTuning.of(problem, backend)
                            .method(method)
                            .codec(codec(problem, method))
                            .objectives(objectives)
                            .settings(settings)
                            .checkpoints(
                                    new CheckpointFile(files.file(TuneFiles.CHECKPOINT), resume))
                            .listener(
                                    recording(
                                            progress,
                                            s ->
                                                    files.appendHistory(
                                                            run,
                                                            request,
                                                            problem.name(),
                                                            objective,
                                                            settings.seed(),
                                                            s)))
                            .run();
            return written(problem, objectives, result, files, settings.seed());
        }
    }

    private static SignalPlanCodec codec(TuningProblem problem, SearchMethod method) {
        return method instanceof StudySearch
                ? new StudyPlanCodec(problem, STUDY_SHORTEST, STUDY_LONGEST)
                : new LegalPlanCodec(problem);
    }

    /** Range of the study's genes, s: mean crossing time and longest wait. */
    private static final int STUDY_SHORTEST = 3;

    private static final int STUDY_LONGEST = 90;

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A resumed search goes on under its name. */
    private static String lastRun(TuneFiles files) throws IOException {
        Path history = files.file(TuneFiles.HISTORY);
        if (!Files.exists(history)) {
            return now();
        }
        List<String> lines = Files.readAllLines(history);
        String last = lines.get(lines.size() - 1);
        return lines.size() > 1 ? last.substring(0, last.indexOf(',')) : now();
    }

    /** Keeps a generation; may fail for want of space. */
    @FunctionalInterface
    private interface Recorder {
        void record(GenerationStatistics statistics) throws IOException;
    }

    private static TuningListener recording(TuneProgress progress, Recorder recorder) {
        return new TuningListener() {
            @Override
            public void begins(int generation, int mostGenerations) {
                progress.begins(generation, mostGenerations);
            }

            @Override
            public void generation(GenerationStatistics statistics) {
                try {
                    recorder.record(statistics);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                progress.generation(statistics);
            }

            @Override
            public void comparison(int plans, int replications) {
                progress.comparison(plans, replications);
            }
        };
    }

    private static TuneOutcome written(
            TuningProblem problem,
            List<Objective> objectives,
            TuningResult result,
            TuneFiles files,
            long seed)
            throws IOException {
        TuneSummary summary = new TuneSummary(problem, objectives.get(0), result);
        files.writePlans(problem, result.best());
        if (!result.stopped()) {
            files.writeComparison(result.ranking(), objectives.get(0));
            summary.json().write(files.file("tuning.json"));
            new TuningReportWriter(problem, objectives, seed, ChalacoVersion.current())
                    .write(result, files.file("report.html"));
        }
        Path folder = files.file("");
        return new TuneOutcome(summary.text(folder), summary.json(), result.stopped());
    }
}
