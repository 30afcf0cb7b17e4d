package org.chalaco.app.compare;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.Interruption.RunInterrupted;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.evaluation.ReplicationSeeds;

/**
 * One comparison from the scenario folders to the report: everything is read and checked before
 * anything is written; every finished run is kept, so that one that was stopped goes on to the same
 * end.
 */
public final class CompareRun {

    private final CompareScenarios scenarios;
    private final Console console;
    private final Interruption interruption;

    @Inject
    CompareRun(CompareScenarios scenarios, Console console, Interruption interruption) {
        this.scenarios = scenarios;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * Compares.
     *
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong; nothing was
     *     written then
     */
    public CompareOutcome run(CompareRequest request) throws IOException {
        Problems problems = new Problems();
        Measure measure = measure(request, problems);
        List<ComparedScenario> compared = scenarios.of(request, problems);
        List<String> digests =
                compared.stream().map(s -> s.name() + " " + Digest.of(s.problem())).toList();
        CompareFolder folder = new CompareFolder(request.folder());
        if (!problems.hasErrors()) {
            folder.check(request.resume(), digests, problems);
        }
        problems.throwIfErrors();
        problems.warnings().forEach(warning -> console.err().println(warning));
        List<CompareTask> tasks = tasks(compared, request.seeds(), folder);
        folder.begin(digests);
        interruption.listen();
        boolean complete = simulate(tasks, threads(request));
        ComparisonData data = ComparisonData.read(compared, tasks, measure);
        return complete
                ? new CompareResults(data, folder, request).write()
                : CompareOutcome.stopped(data, folder.root());
    }

    private static Measure measure(CompareRequest request, Problems problems) {
        Measure measure = Measure.find(request.measure());
        if (measure == null) {
            problems.add(
                    ProblemType.COMPARISON_SETTING.error(
                            "--measure",
                            request.measure(),
                            "There is no measure (%s).".formatted(request.measure()),
                            NearestName.remedy(request.measure(), Measure.ids())));
        }
        return measure;
    }

    private static int threads(CompareRequest request) {
        return request.threads() == null
                ? Runtime.getRuntime().availableProcessors()
                : request.threads();
    }

    /** Seed after seed, so that a comparison that was stopped has all strategies on the first. */
    private static List<CompareTask> tasks(
            List<ComparedScenario> compared, int seeds, CompareFolder folder) {
        List<CompareTask> tasks = new ArrayList<>();
        for (ComparedScenario scenario : compared) {
            String digest = Digest.of(scenario.problem());
            long[] all =
                    ReplicationSeeds.of(scenario.problem().mobsim().seed(), "comparison", seeds);
            for (long seed : all) {
                for (Strategy strategy : scenario.strategies()) {
                    tasks.add(
                            new CompareTask(
                                    scenario,
                                    strategy,
                                    seed,
                                    Digest.of(digest, strategy),
                                    folder.run(scenario.name(), strategy, seed)));
                }
            }
        }
        return tasks;
    }

    /** Whether all runs are there at the end. */
    private boolean simulate(List<CompareTask> tasks, int threads) throws IOException {
        List<CompareTask> missing = new ArrayList<>();
        for (CompareTask task : tasks) {
            if (!Files.exists(task.file()) || RunRecord.read(task.file(), task.digest()) == null) {
                missing.add(task);
            }
        }
        CompareProgress progress =
                new CompareProgress(console.err(), console.terminal(), threads, tasks.size());
        progress.begins(missing);
        ExecutorService pool = Executors.newFixedThreadPool(threads, CompareRun::worker);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (CompareTask task : missing) {
                running.add(pool.submit(() -> simulate(task, progress)));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunInterrupted) {
                return false;
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A simulation broke.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "comparison");
        thread.setDaemon(true);
        return thread;
    }

    private void simulate(CompareTask task, CompareProgress progress) {
        interruption.check();
        long started = System.nanoTime();
        RunRecord record =
                WatchedEvaluation.run(
                        task.scenario().problem(),
                        task.strategy(),
                        task.seed(),
                        task.digest(),
                        interruption);
        try {
            Files.createDirectories(task.file().getParent());
            record.write(task.file());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + task.file(), e);
        }
        progress.finished(task, (System.nanoTime() - started) / 1e9, record.figure(Measure.DELAY));
    }
}
