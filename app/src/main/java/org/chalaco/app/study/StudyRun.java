package org.chalaco.app.study;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.Comparison;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.SignalTuning;
import org.chalaco.tuning.TuningResult;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.checkpoint.CheckpointFile;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.evaluation.ReplicationSeeds;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * The experiment: searches one after the other, each saved when it is done and after every
 * generation, then all plans on fresh seeds. Stopped and taken up again it gives the same.
 */
public final class StudyRun {

    private final Path home;
    private final Console console;
    private final Interruption interruption;

    @Inject
    StudyRun(@Named("chalaco.home") Path home, Console console, Interruption interruption) {
        this.home = home;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * What is impossible, in sentences; empty if nothing is.
     *
     * @param resume whether to go on with what is in the folder
     */
    public List<String> problems(StudySettings settings, Path output, boolean resume)
            throws IOException {
        List<String> problems = new ArrayList<>(settings.problems());
        String obstacle = new StudyFolder(output).findObstacle(settings, resume);
        if (obstacle != null) {
            problems.add(obstacle);
        }
        if (!Files.isDirectory(scenario())) {
            problems.add(
                    "There is no folder (%s).%nMaybe run the chalaco script of the project?"
                            .formatted(scenario()));
        }
        return problems;
    }

    private Path scenario() {
        return home.resolve("scenarios").resolve("habana");
    }

    /** Carries it out; whoever stops it gets what was done so far, without a table. */
    public StudyOutcome run(StudySettings settings, Path output, boolean resume)
            throws IOException {
        StudyFolder folder = new StudyFolder(output);
        StudyProblem study = StudyProblem.read(scenario(), settings.layout());
        folder.begin(settings);
        interruption.listen();
        StudyProgress progress =
                new StudyProgress(console.err(), console.terminal(), settings, folder.finished());
        try (EvaluationBackend backend =
                new LocalThreads(
                        study.problem(), settings.threads(), interruption::isRequested, () -> {})) {
            for (SearchKind kind : SearchKind.values()) {
                int of = kind == SearchKind.OWN ? settings.ownSearches() : settings.searches();
                for (int number = 1; number <= of; number++) {
                    if (!search(kind, number, of, settings, study, folder, backend, progress)) {
                        return StudyOutcome.stopped(folder.finished(), output);
                    }
                }
            }
            Map<String, PlanSet> plans = plans(study, settings, folder.finished());
            progress.judging(plans.size(), settings.seeds());
            return judged(settings, study, folder, plans, backend);
        }
    }

    /** Whether the search was made to its end, now or before. */
    private boolean search(
            SearchKind kind,
            int number,
            int of,
            StudySettings settings,
            StudyProblem study,
            StudyFolder folder,
            EvaluationBackend backend,
            StudyProgress progress)
            throws IOException {
        if (folder.finished().stream().anyMatch(s -> s.kind() == kind && s.number() == number)) {
            return true;
        }
        long seed = RandomStream.of(settings.seed(), number, kind.id()).nextLong() >>> 32;
        Path checkpoint = folder.checkpoint(kind, number);
        double cpu = cpuSeconds();
        long wall = System.nanoTime();
        TuningSettings tuning = kind.settings(settings, seed);
        SignalPlanCodec codec = kind.codec(study.problem());
        TuningResult result =
                SignalTuning.of(study.problem(), backend)
                        .method(kind.method())
                        .codec(codec)
                        .objectives(List.of(kind.objective()))
                        .settings(tuning)
                        .checkpoints(new CheckpointFile(checkpoint, Files.exists(checkpoint)))
                        .listener(progress.search(kind, number, of))
                        .run();
        if (result.stopped()) {
            return false;
        }
        List<GenerationStatistics> history = result.history();
        FinishedSearch finished =
                new FinishedSearch(
                        kind,
                        number,
                        seed,
                        history.size(),
                        result.simulations(),
                        cpuSeconds() - cpu,
                        (System.nanoTime() - wall) / 1e9,
                        history.get(history.size() - 1).bestSoFar(),
                        kind == SearchKind.OWN
                                ? result.best()
                                // the study trusts its search: no second look at its finalists
                                : codec.decode(result.finalists().get(0).genes()));
        folder.add(finished, history);
        progress.done(finished);
        return true;
    }

    private static double cpuSeconds() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static Map<String, PlanSet> plans(
            StudyProblem study, StudySettings settings, List<FinishedSearch> searches) {
        Map<String, PlanSet> plans = new LinkedHashMap<>();
        plans.put(Comparison.PRESENT, study.problem().presentPlans());
        plans.put(StudyTable.UNIFORM, study.uniform(10));
        plans.putAll(FormulaRivals.of(study.problem(), settings.seed()));
        searches.forEach(s -> plans.put(s.name(), s.plans()));
        return plans;
    }

    private StudyOutcome judged(
            StudySettings settings,
            StudyProblem study,
            StudyFolder folder,
            Map<String, PlanSet> plans,
            EvaluationBackend backend)
            throws IOException {
        long[] seeds =
                ReplicationSeeds.of(settings.seed(), "judgement of the study", settings.seeds());
        Map<String, RankedPlan> judged = new LinkedHashMap<>();
        List<RankedPlan> ranking = new Comparison(backend, Objective.delay()).rank(plans, seeds);
        ranking.forEach(plan -> judged.put(plan.name(), plan));
        List<StudyRow> rows = new StudyTable(judged).rows();
        TuningProblem problem = study.problem();
        new StudyFiles(folder, problem).write(settings, rows, ranking);
        return new StudyOutcome(rows, folder.finished(), folder.root(), false);
    }
}
