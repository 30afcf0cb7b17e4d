package org.chalaco.app.demand;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.app.demand.DemandFiles.Outcome;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.ScenarioParts;
import org.chalaco.day2day.InvalidDemandException;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.DemandBuilder;
import org.chalaco.scenario.od.DemandEstimation;
import org.chalaco.scenario.od.DemandRound;
import org.chalaco.scenario.od.LinkZones;
import org.chalaco.scenario.od.OdEstimator;
import org.chalaco.scenario.od.OdMatrix;
import org.chalaco.scenario.od.PopulationCells;
import org.chalaco.scenario.sensor.ObservedCounts;

/** The whole of {@code chalaco demand}: read, estimate round by round, write. */
public final class DemandRun {

    private static final int WARM_UP_DAYS = 2;
    private static final int PATIENCE = 3;

    private final FirstDay reader;
    private final Console console;
    private final Interruption interruption;

    /** A run that reads scenarios with this reader and tells its progress here. */
    @Inject
    public DemandRun(FirstDay reader, Console console, Interruption interruption) {
        this.reader = reader;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * Carries out the request.
     *
     * @return what was found, already written
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public DemandSummary run(DemandRequest request) throws IOException {
        Problems problems = new Problems();
        try {
            return estimate(request, problems);
        } catch (InvalidDemandException e) {
            FirstDay.add(e, problems);
            throw new InvalidInputException(problems);
        }
    }

    private DemandSummary estimate(DemandRequest request, Problems problems) throws IOException {
        long started = System.nanoTime();
        ScenarioParts parts =
                request.scenario() == null
                        ? DemandWorld.read(request.network(), request.seed())
                        : DemandWorld.read(reader, request.scenario());
        TruthDay truth = request.counts() == null ? new TruthDay(parts, request) : null;
        ObservedCounts observed =
                truth == null
                        ? ObservedCounts.read(
                                request.counts(), request.detectors(), parts.network(), problems)
                        : new ObservedCounts(truth.counts(), List.of());
        problems.throwIfErrors();
        ScenarioParts world =
                request.scenario() == null ? DemandWorld.during(parts, observed.targets()) : parts;
        List<CountTarget> inTime = inTime(world, observed.targets(), problems);
        Set<String> heldOut = heldOut(inTime, request);
        LinkZones zones = LinkZones.squares(world.network(), request.zones());
        DemandBuilder builder = prior(request, world, zones, inTime, problems);
        problems.throwIfErrors();
        List<CountTarget> fitted = new ArrayList<>(inTime);
        fitted.removeIf(t -> heldOut.contains(t.stationId()));
        List<CountTarget> kept = new ArrayList<>(inTime);
        kept.removeAll(fitted);
        DemandEstimation estimation =
                new DemandEstimation(
                        DemandWorld.of(world, builder.persons(), request),
                        builder,
                        fitted,
                        kept,
                        settings(request),
                        round -> tell(round, request, started));
        DemandEstimation.Result result = estimation.run();
        Outcome outcome =
                new Outcome(
                        request,
                        world,
                        observed,
                        fitted,
                        kept,
                        result,
                        truth == null ? null : truth.compare(builder, result, zones, request),
                        problems,
                        (System.nanoTime() - started) / 1e9);
        new DemandFiles(outcome).write();
        return new DemandSummary(outcome);
    }

    /** Who was just made finds a way first; persons of plans know theirs. */
    private static int warmUpDays(DemandRequest request) {
        return request.prior().equals("gravity") ? WARM_UP_DAYS : 0;
    }

    private static DemandEstimation.Settings settings(DemandRequest request) {
        OdEstimator estimator =
                switch (request.method()) {
                    case ENTROPY -> OdEstimator.entropy(request.priorWeight());
                    // The same trust, said as an error: a weight of 0.01 is one of twice the cell.
                    case LEAST_SQUARES ->
                            OdEstimator.leastSquares(0.2 / Math.sqrt(request.priorWeight()));
                    case GRADIENT -> OdEstimator.gradient();
                };
        return new DemandEstimation.Settings(
                estimator, request.factor(), request.rounds(), PATIENCE, warmUpDays(request));
    }

    /** Counts that lie wholly in the simulated time; the others are a warning. */
    private static List<CountTarget> inTime(
            ScenarioParts world, List<CountTarget> targets, Problems problems) {
        double start = world.mobsim().startTime();
        double end = world.mobsim().endTime();
        List<CountTarget> inTime =
                targets.stream().filter(t -> t.from() >= start && t.until() <= end).toList();
        if (inTime.size() < targets.size()) {
            problems.warn(
                    ProblemType.COUNT_INTERVAL,
                    "",
                    "%d of %d counts lie outside the simulated time and are not used."
                            .formatted(targets.size() - inTime.size(), targets.size()),
                    "");
        }
        if (inTime.isEmpty()) {
            problems.error(
                    ProblemType.COUNT_NOTHING,
                    "",
                    "No count lies in the simulated time.",
                    "Maybe change qsim.startTime and qsim.endTime with --set?");
        }
        return inTime;
    }

    private static Set<String> heldOut(List<CountTarget> targets, DemandRequest request) {
        List<String> stations =
                new ArrayList<>(
                        new TreeSet<>(targets.stream().map(CountTarget::stationId).toList()));
        int count = (int) Math.round(request.holdout() * stations.size());
        RandomStream random = RandomStream.of(request.seed(), 0, "holdout");
        Set<String> chosen = new TreeSet<>();
        while (chosen.size() < count) {
            chosen.add(stations.remove(random.nextInt(stations.size())));
        }
        return chosen;
    }

    private DemandBuilder prior(
            DemandRequest request,
            ScenarioParts world,
            LinkZones zones,
            List<CountTarget> counts,
            Problems problems) {
        if (request.prior().equals("gravity")) {
            OdMatrix matrix =
                    new GravityPrior(world.network(), zones)
                            .matrix(
                                    modes(request, world),
                                    request.slice(),
                                    world.mobsim().startTime(),
                                    world.mobsim().endTime(),
                                    counts);
            String[] activities = DemandWorld.activities(world.persons());
            return new DemandBuilder(world.network(), zones, matrix, request.seed())
                    .activities(activities[0], activities[1]);
        }
        List<Person> persons = new ArrayList<>(world.persons());
        if (request.prior().equals("stale")) {
            return new DemandBuilder(
                    world.network(),
                    zones,
                    StalePrior.of(
                            PopulationCells.of(
                                    persons,
                                    zones,
                                    world.loop().routing().networkModes(),
                                    request.slice()),
                            request.seed()),
                    request.seed());
        }
        if (!request.prior().equals("scenario")) {
            persons.clear();
            new PopulationReader(world.network(), problems)
                    .read(Path.of(request.prior()), persons::add);
        }
        PopulationCells cells =
                PopulationCells.of(
                        persons, zones, world.loop().routing().networkModes(), request.slice());
        if (cells.matrix().total() == 0) {
            problems.error(
                    ProblemType.DEMAND_PRIOR,
                    "",
                    "There is nobody on the road in the prior (%s).".formatted(request.prior()),
                    "Maybe take --prior gravity?");
        }
        return new DemandBuilder(world.network(), zones, cells, request.seed());
    }

    private static Map<String, Double> modes(DemandRequest request, ScenarioParts world) {
        if (!request.modes().isEmpty()) {
            return request.modes();
        }
        Map<String, Double> modes = new TreeMap<>();
        for (Person person : world.persons()) {
            for (Leg leg : person.selectedPlan().legs()) {
                if (world.loop().routing().networkModes().contains(leg.mode())) {
                    modes.merge(leg.mode(), 1.0, Double::sum);
                }
            }
        }
        return modes.isEmpty() ? Map.of("car", 1.0) : modes;
    }

    private void tell(DemandRound round, DemandRequest request, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        double left =
                seconds
                        / (round.number() + 1 + warmUpDays(request))
                        * (request.rounds() - round.number());
        console.err()
                .printf(
                        Locale.ROOT,
                        "round %d of %d: %.0f trips, GEH below 5 at %s of the counts, %s of those held out, misfit %.0f; at most %.0f s left%n",
                        round.number(),
                        request.rounds(),
                        round.trips(),
                        percent(round.fitted().shareGood()),
                        percent(round.heldOut().shareGood()),
                        round.misfit(),
                        left);
        console.err().flush();
        interruption.check();
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "none" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
