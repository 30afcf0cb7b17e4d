package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.StationComparison;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.IterationListener;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.MobsimRunner;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.routing.TravelTimes;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Rebuilds demand from counts with the simulator in the loop: simulate the demand, see which OD
 * pair passed which station in which hour, fit the demand to the counts with these shares, make
 * persons of it, simulate again, until the misfit stops falling. The best round counts.
 *
 * <p>Deterministic; not thread-safe.
 */
public final class DemandEstimation {

    /**
     * How to go on.
     *
     * @param estimator fits the demand
     * @param factor cells stay between the prior over it and times it
     * @param rounds at most, the simulation of the prior not counted
     * @param patience rounds without a better misfit before it stops
     * @param warmUpDays days on which the prior finds its ways before anything is counted
     */
    public record Settings(
            OdEstimator estimator, double factor, int rounds, int patience, int warmUpDays) {

        /** Entropy within a factor of 20, ten rounds, two days to find ways. */
        public static final Settings STANDARD = new Settings(OdEstimator.entropy(), 20, 10, 3, 2);
    }

    /** Smallest relative fall of the misfit that counts as better. */
    private static final double GAIN = 0.01;

    /**
     * Roads and rules of a day.
     *
     * @param network roads
     * @param signals on them
     * @param fleet what persons drive
     * @param parameters of the loop: routing, scoring, replanning, threads
     * @param mobsim carries out the day
     */
    public record World(
            RoadNetwork network,
            List<SignalSystem> signals,
            Fleet fleet,
            DayToDayParameters parameters,
            MobsimRunner mobsim) {}

    /**
     * The outcome.
     *
     * @param persons of the best round, with the ways they drove
     * @param matrix of the best round
     * @param best the best round
     * @param rounds all of them
     */
    public record Result(
            List<Person> persons, OdMatrix matrix, DemandRound best, List<DemandRound> rounds) {}

    private final World world;
    private final DemandBuilder builder;
    private final List<CountTarget> targets;
    private final boolean[] fittedTarget;
    private final Settings settings;
    private final Consumer<DemandRound> progress;
    private final List<DemandRound> rounds = new ArrayList<>();
    private double[] trips;
    private AssignmentProportions proportions;
    private TravelTimes learned;
    private int day;
    private List<Person> driven = List.of();
    private double[] simulatedTrips;
    private Result best;

    /**
     * An estimation.
     *
     * @param builder the prior: its matrix, and persons where they are known
     * @param fitted counts to fit
     * @param heldOut counts only to compare with
     * @param progress told of each round
     */
    public DemandEstimation(
            World world,
            DemandBuilder builder,
            List<CountTarget> fitted,
            List<CountTarget> heldOut,
            Settings settings,
            Consumer<DemandRound> progress) {
        this.world = world;
        this.builder = builder;
        this.settings = settings;
        this.progress = progress;
        targets = new ArrayList<>(fitted);
        targets.addAll(heldOut);
        fittedTarget = new boolean[targets.size()];
        Arrays.fill(fittedTarget, 0, fitted.size(), true);
        trips = builder.matrix().trips();
    }

    /** Goes on until the misfit stops falling. */
    public Result run() {
        for (int k = 0; k < settings.warmUpDays(); k++) {
            simulate(builder.build(trips), List.of());
        }
        int lastGain = 0;
        for (int k = 0; k <= settings.rounds() && k - lastGain <= settings.patience(); k++) {
            DemandRound before = best == null ? null : best.best();
            DemandRound round = round(k);
            rounds.add(round);
            progress.accept(round);
            if (best == null || round.misfit() < best.best().misfit()) {
                best = result(round);
            }
            if (before == null || round.misfit() < (1 - GAIN) * before.misfit()) {
                lastGain = k;
            }
            if (k < settings.rounds()) {
                fit(k);
            }
        }
        return new Result(best.persons(), best.matrix(), best.best(), List.copyOf(rounds));
    }

    private Result result(DemandRound round) {
        return new Result(driven, builder.matrix().withTrips(simulatedTrips), round, List.of());
    }

    private DemandRound round(int number) {
        DemandBuilder.Built built = builder.build(trips);
        PassageRecorder recorder = simulate(built, targets);
        double[] seen = recorder.vehicles();
        simulatedTrips = built.perCell(trips.length);
        proportions = recorder.proportions(simulatedTrips, proportions);
        double misfit = 0;
        for (int a = 0; a < seen.length; a++) {
            CountTarget target = targets.get(a);
            double error = (seen[a] - target.vehicles()) / target.standardError();
            misfit += fittedTarget[a] ? error * error / 2 : 0;
        }
        return new DemandRound(
                number,
                built.persons().size(),
                compare(seen, true),
                compare(seen, false),
                misfit,
                builder.matrix().total());
    }

    private CountComparison compare(double[] seen, boolean fitted) {
        List<StationComparison> rows = new ArrayList<>();
        for (int a = 0; a < seen.length; a++) {
            CountTarget t = targets.get(a);
            if (fittedTarget[a] == fitted) {
                rows.add(
                        new StationComparison(
                                t.stationId(),
                                t.from(),
                                t.until(),
                                t.vehicleClass(),
                                t.vehicles() / t.hours(),
                                seen[a] / t.hours()));
            }
        }
        return new CountComparison(rows, List.of());
    }

    /** One day; who has no way yet gets one, some look for a better one. */
    private PassageRecorder simulate(DemandBuilder.Built built, List<CountTarget> counted) {
        DayToDay loop =
                DayToDay.on(world.network())
                        .persons(built.persons())
                        .fleet(world.fleet())
                        .signals(world.signals())
                        .parameters(world.parameters().withIterations(0, day))
                        .mobsim(world.mobsim());
        LoopState ready = loop.prepare();
        TravelTimes times = learned == null ? ready.travelTimes() : learned;
        Watch watch = new Watch(built, counted);
        LoopState after =
                loop.listener(watch).resume(new LoopState(day - 1, ready.persons(), times));
        learned = after.travelTimes();
        driven = after.persons();
        builder.learn(driven);
        day++;
        return watch.recorder;
    }

    /** Lets the recorder listen to the day. */
    private final class Watch implements IterationListener {

        private final DemandBuilder.Built built;
        private final List<CountTarget> counted;
        private PassageRecorder recorder;

        Watch(DemandBuilder.Built built, List<CountTarget> counted) {
            this.built = built;
            this.counted = counted;
        }

        @Override
        public DayEventSink events(int iteration, TripTable trips) {
            recorder =
                    new PassageRecorder(
                            world.network(),
                            counted,
                            vehicle -> built.cells()[trips.personIndex(vehicle)],
                            classes(trips));
            return DayEventSink.of(recorder);
        }
    }

    private IntFunction<VehicleClass> classes(TripTable trips) {
        return vehicle -> {
            Person person = trips.persons().get(trips.personIndex(vehicle));
            int type = world.fleet().findType(person, trips.leg(vehicle).mode());
            return world.fleet().types().get(type).vehicleClass();
        };
    }

    /** The next demand: wholly the fitted one at first, later half way, since shares shift. */
    private void fit(int round) {
        int[] rows = new int[targets.size()];
        int count = 0;
        for (int a = 0; a < fittedTarget.length; a++) {
            if (fittedTarget[a]) {
                rows[count++] = a;
            }
        }
        rows = Arrays.copyOf(rows, count);
        double[] counted =
                Arrays.stream(rows).mapToDouble(a -> targets.get(a).vehicles()).toArray();
        double[] errors =
                Arrays.stream(rows).mapToDouble(a -> targets.get(a).standardError()).toArray();
        OdProblem problem =
                OdProblem.within(
                        settings.factor(),
                        builder.matrix().trips(),
                        proportions.rows(rows),
                        counted,
                        errors);
        double[] next = settings.estimator().fit(problem).trips();
        double weight = round < 2 ? 1 : 0.6;
        for (int j = 0; j < trips.length; j++) {
            trips[j] += weight * (next[j] - trips[j]);
        }
    }
}
