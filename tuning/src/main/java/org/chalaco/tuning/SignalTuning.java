package org.chalaco.tuning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.tuning.checkpoint.CheckpointStore;
import org.chalaco.tuning.checkpoint.SavedSearch;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.ReplicationSeeds;
import org.chalaco.tuning.evaluation.SearchStopped;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.Finalists;
import org.chalaco.tuning.search.Generation;
import org.chalaco.tuning.search.GenerationStatistics;
import org.chalaco.tuning.search.Race;
import org.chalaco.tuning.search.SearchMethod;
import org.chalaco.tuning.search.SearchSetting;

/**
 * Tunes the signals of a problem: starts from the plans that need no search, lets a method make
 * generation after generation, saves each, and compares the best plans with today's on traffic that
 * the search has not seen.
 *
 * <pre>{@code
 * try (EvaluationBackend backend = LocalThreads.of(problem, 2)) {
 *     TuningResult result = SignalTuning.of(problem, backend)
 *             .objectives(List.of(Objective.delayAndStops(10)))
 *             .settings(TuningSettings.STANDARD.withSeed(1)).run();
 * }
 * }</pre>
 *
 * <p>The same problem, method, objectives and settings give the same result, bit for bit, on any
 * backend and after any number of interruptions. Not thread-safe.
 */
public final class SignalTuning {

    private final TuningProblem problem;
    private final EvaluationBackend backend;
    private SignalPlanCodec codec;
    private SearchMethod method;
    private List<Objective> objectives = List.of(Objective.delayAndStops(Objective.USUAL_STOP));
    private TuningSettings settings = TuningSettings.STANDARD;
    private CheckpointStore checkpoints = CheckpointStore.NONE;
    private TuningListener listener = TuningListener.SILENT;
    private final Map<String, PlanSet> rivals = new LinkedHashMap<>();

    private SignalTuning(TuningProblem problem, EvaluationBackend backend) {
        this.problem = requireNonNull(problem, "problem");
        this.backend = requireNonNull(backend, "backend");
    }

    /** Tunes this problem, simulating on this backend. */
    public static SignalTuning of(TuningProblem problem, EvaluationBackend backend) {
        return new SignalTuning(problem, backend);
    }

    /** How to search. Default: the genetic algorithm. */
    public SignalTuning method(SearchMethod newMethod) {
        method = requireNonNull(newMethod, "method");
        return this;
    }

    /** How plans are numbers. Default: legal plans only. */
    public SignalTuning codec(SignalPlanCodec newCodec) {
        codec = requireNonNull(newCodec, "codec");
        return this;
    }

    /** What to minimise; two make a Pareto front. Default: delay and stops. */
    public SignalTuning objectives(List<Objective> newObjectives) {
        objectives = List.copyOf(newObjectives);
        return this;
    }

    /** How long and how closely to look. */
    public SignalTuning settings(TuningSettings newSettings) {
        settings = requireNonNull(newSettings, "settings");
        return this;
    }

    /** Where to save every generation, and where to go on from. Default: nowhere. */
    public SignalTuning checkpoints(CheckpointStore store) {
        checkpoints = requireNonNull(store, "checkpoints");
        return this;
    }

    /** Who hears how it goes. */
    public SignalTuning listener(TuningListener newListener) {
        listener = requireNonNull(newListener, "listener");
        return this;
    }

    /** Further plans for the last comparison, such as those of another tool. */
    public SignalTuning compareWith(String name, PlanSet plans) {
        rivals.put(requireNonNull(name, "name"), requireNonNull(plans, "plans"));
        return this;
    }

    /**
     * Searches to the end.
     *
     * @throws InvalidTuningException if the saved search is another one
     */
    public TuningResult run() {
        StartingPlans start = StartingPlans.of(problem, settings.seed());
        codec = codec == null ? new LegalPlanCodec(problem) : codec;
        method = method == null ? SearchMethods.list().get(0) : method;
        Race race = race();
        SearchSetting setting =
                new SearchSetting(
                        problem,
                        codec,
                        race,
                        start.genomes(codec),
                        settings.populationSize(),
                        settings.seed());
        SavedSearch search = null;
        try {
            search = first(race, setting);
            while (!isOver(search)) {
                search = next(search, race, setting);
            }
            return compared(search, start);
        } catch (SearchStopped e) {
            return stopped(search);
        }
    }

    private Race race() {
        long[] seeds = ReplicationSeeds.of(settings.seed(), "search", settings.racing().most());
        return new Race(
                codec, objectives, settings.racing(), seeds, backend, problem.presentPlans());
    }

    private SavedSearch first(Race race, SearchSetting setting) {
        String fingerprint = Fingerprint.of(problem, codec, method, objectives, settings);
        Optional<SavedSearch> saved = checkpoints.find();
        if (saved.isPresent()) {
            SavedSearch search = saved.get();
            if (!search.fingerprint().equals(fingerprint)) {
                throw new InvalidTuningException(
                        List.of(
                                "CH-TUN-009: The saved search (%s) is not this one (%s): scenario, method, objectives or settings differ. Maybe start anew without --resume?"
                                        .formatted(search.fingerprint(), fingerprint)));
            }
            race.recall(genomes(search.generation()), search.results(), search.simulations());
            listener.begins(search.generation().number() + 1, settings.generations());
            return search;
        }
        listener.begins(0, settings.generations());
        SavedSearch nothing = new SavedSearch(fingerprint, null, List.of(), List.of(), null, 0);
        return saved(nothing, method.begin(setting), race);
    }

    private SavedSearch next(SavedSearch search, Race race, SearchSetting setting) {
        return saved(search, method.next(search.generation(), setting), race);
    }

    private SavedSearch saved(SavedSearch before, Generation generation, Race race) {
        List<Candidate> finalists =
                Finalists.with(before.finalists(), generation, settings.finalists());
        GenerationStatistics statistics =
                GenerationStatistics.of(generation, finalists.get(0).score(), race.simulations());
        List<GenerationStatistics> history = new ArrayList<>(before.history());
        history.add(statistics);
        SavedSearch search =
                new SavedSearch(
                        before.fingerprint(),
                        generation,
                        history,
                        finalists,
                        race.recorded(genomes(generation)),
                        race.simulations());
        checkpoints.save(search);
        listener.generation(statistics);
        return search;
    }

    private static List<double[]> genomes(Generation generation) {
        return generation.candidates().stream().map(Candidate::genes).toList();
    }

    private boolean isOver(SavedSearch search) {
        return search.generation().finished()
                || search.history().size() >= settings.generations()
                || isSteady(search.history());
    }

    /** Whether the best has not improved for some generations. */
    private boolean isSteady(List<GenerationStatistics> history) {
        int span = settings.steadyGenerations();
        if (span == 0 || history.size() <= span) {
            return false;
        }
        double now = history.get(history.size() - 1).bestSoFar();
        double before = history.get(history.size() - 1 - span).bestSoFar();
        return before - now <= settings.steadyImprovement() * Math.abs(before);
    }

    private TuningResult compared(SavedSearch search, StartingPlans start) {
        Map<String, PlanSet> known = new LinkedHashMap<>(start.rivals());
        known.putAll(rivals);
        Map<String, PlanSet> all = new LinkedHashMap<>(known);
        int k = 0;
        for (Candidate finalist : search.finalists()) {
            all.put("finalist " + ++k, codec.decode(finalist.genes()));
        }
        Comparison comparison = new Comparison(backend, objectives.get(0));
        int choosing = Math.max(2, settings.finalReplications() / 3);
        listener.comparison(all.size(), choosing);
        PlanSet best =
                comparison
                        .rank(all, ReplicationSeeds.of(settings.seed(), "choice", choosing), true)
                        .get(0)
                        .plans();
        // Chosen on some seeds, judged on others: a lucky choice gains nothing.
        known.put(TUNED, best);
        listener.comparison(known.size(), settings.finalReplications());
        List<RankedPlan> ranking =
                comparison.rank(
                        known,
                        ReplicationSeeds.of(
                                settings.seed(), "judgement", settings.finalReplications()));
        return new TuningResult(
                best,
                ranking,
                search.history(),
                search.finalists(),
                search.simulations()
                        + (long) all.size() * choosing
                        + (long) known.size() * settings.finalReplications(),
                false);
    }

    /** Name of the plans that the search found best. */
    public static final String TUNED = "tuned";

    private TuningResult stopped(SavedSearch search) {
        if (search == null) {
            return new TuningResult(
                    problem.presentPlans(), List.of(), List.of(), List.of(), 0, true);
        }
        return new TuningResult(
                codec.decode(search.finalists().get(0).genes()),
                List.of(),
                search.history(),
                search.finalists(),
                search.simulations(),
                true);
    }
}
