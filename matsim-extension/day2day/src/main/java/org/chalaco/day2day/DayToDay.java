package org.chalaco.day2day;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chalaco.day2day.IterationListener.Phase;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.parallel.ParallelLoop;
import org.chalaco.day2day.replanning.Replanner;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.day2day.routing.ApproachCapacity;
import org.chalaco.day2day.routing.NetworkMode;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.day2day.routing.Routing;
import org.chalaco.day2day.routing.RoutingAlgorithm;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.TravelCost;
import org.chalaco.day2day.scoring.ModeParameters;
import org.chalaco.day2day.scoring.PlanScorer;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The day-to-day loop: people travel, learn what it was worth, and some change their plans
 * overnight, until hardly anyone can do better.
 *
 * <pre>{@code
 * LoopState end = DayToDay.on(network)
 *         .persons(persons)
 *         .fleet(Fleet.byMode(types))
 *         .signals(signals)
 *         .mobsim(new MicroSimulationRunner(network, signals, mobsimParameters))
 *         .parameters(DayToDayParameters.STANDARD.withIterations(0, 20))
 *         .listener(output)
 *         .run();
 * }</pre>
 *
 * <p>Same input and seed, same results, bit for bit, on any number of threads, and whether or not
 * the loop was interrupted and {@linkplain #resume resumed} in between. Not thread-safe.
 */
public final class DayToDay {

    private final RoadNetwork network;
    private List<Person> persons = List.of();
    private List<SignalSystem> signals = List.of();
    private Fleet fleet = Fleet.of(VehicleType.CAR);
    private DayToDayParameters parameters = DayToDayParameters.STANDARD;
    private IterationListener listener = IterationListener.NONE;
    private MobsimRunner mobsim;
    private TransitSupply transit = TransitSupply.NONE;
    private VehicleBehavior vehicleBehavior = VehicleBehavior.TELEPORT;
    private WrongRoutes wrongRoutes = WrongRoutes.REFUSE;
    private RoadProgram program = RoadProgram.NONE;

    private final ActivityPlacement placement;
    private ApproachCapacity approaches;
    private Routing emptyRoad;
    private Routing fastest; // by time, for the relative gap
    private PlanScorer scorer;
    private Replanner replanner;
    private DayRunner days;

    private DayToDay(RoadNetwork network) {
        this.network = requireNonNull(network, "network");
        placement = new ActivityPlacement(network);
    }

    /** A loop on this network, without persons yet. */
    public static DayToDay on(RoadNetwork network) {
        return new DayToDay(network);
    }

    /** Who travels; their order is their index. */
    public DayToDay persons(List<Person> newPersons) {
        persons = List.copyOf(newPersons);
        return this;
    }

    /** What they drive; a {@code VehicleType.CAR} for everyone unless told. */
    public DayToDay fleet(Fleet newFleet) {
        fleet = requireNonNull(newFleet, "fleet");
        return this;
    }

    /** Signals, for the capacities and waits that first routes are found with. */
    public DayToDay signals(List<SignalSystem> systems) {
        signals = List.copyOf(systems);
        return this;
    }

    /** Public transport that runs every day; none unless told. */
    public DayToDay transit(TransitSupply supply) {
        transit = requireNonNull(supply, "transit");
        return this;
    }

    /** What drivers do whose vehicle is elsewhere; it is brought unless told. */
    public DayToDay vehicleBehavior(VehicleBehavior behavior) {
        vehicleBehavior = requireNonNull(behavior, "vehicle behavior");
        return this;
    }

    /** What becomes of routes that do not hold together; others are found unless told. */
    public DayToDay wrongRoutes(WrongRoutes rule) {
        wrongRoutes = requireNonNull(rule, "wrong routes");
        return this;
    }

    /** What changes on the road every day; nothing unless told. */
    public DayToDay road(RoadProgram newProgram) {
        program = requireNonNull(newProgram, "road program");
        return this;
    }

    /** How many days, and how. */
    public DayToDay parameters(DayToDayParameters newParameters) {
        parameters = requireNonNull(newParameters, "parameters");
        return this;
    }

    /** What carries out the traffic. */
    public DayToDay mobsim(MobsimRunner runner) {
        mobsim = requireNonNull(runner, "mobsim");
        return this;
    }

    /** Who watches. */
    public DayToDay listener(IterationListener newListener) {
        listener = requireNonNull(newListener, "listener");
        return this;
    }

    /**
     * Runs all iterations.
     *
     * @return the state after the last one
     * @throws InvalidDemandException if persons cannot travel as planned, naming all problems
     */
    public LoopState run() {
        return resume(prepare());
    }

    /**
     * Goes on after a saved state; everything else must be as it was when the state was saved.
     *
     * @return the state after the last iteration
     */
    public LoopState resume(LoopState saved) {
        setUp();
        if (saved.travelTimes().linkCount() != network.linkCount()) {
            throw new IllegalArgumentException(
                    "The saved state has (%d) links, the network (%d).%nMaybe it belongs to another scenario?"
                            .formatted(saved.travelTimes().linkCount(), network.linkCount()));
        }
        days = dayRunner();
        LoopState state = saved;
        for (int k = saved.iteration() + 1; k <= parameters.lastIteration(); k++) {
            state = iterate(k, state);
        }
        return state;
    }

    /**
     * Makes everyone ready for the first day, without running it.
     *
     * @return the state before the first iteration
     * @throws InvalidDemandException if persons cannot travel as planned, naming all problems
     */
    public LoopState prepare() {
        setUp();
        listener.phaseBegins(parameters.firstIteration(), Phase.PREPARATION);
        RoutingParameters routing = parameters.routing();
        Preparation preparation =
                new Preparation(
                        network,
                        routing,
                        placement,
                        emptyRoad,
                        wrongRoutes,
                        !transit.isEmpty(),
                        parameters.threads());
        List<Person> placed = preparation.place(persons);
        new DemandCheck(routing, fleet).plans(placed).types(scorer, placed).finish();
        List<Person> routed = preparation.route(placed, approaches, pcuOfTrips(placed));
        new DemandCheck(routing, fleet).routes(routed, planRouter(emptyRoad)).finish();
        dayRunner(); // whoever drives public transport must find their way, too
        return new LoopState(parameters.firstIteration() - 1, routed, emptyRoad.travelTimes());
    }

    /** The traffic of the day that would follow this state, without new plans. */
    public DayTraffic traffic(LoopState state) {
        setUp();
        DayRunner runner = dayRunner();
        TripTable trips = runner.trips(state.persons());
        AgentDay day = runner.day(trips, state.persons().size());
        return new DayTraffic(allVehicles().types(), trips, day.firstDepartures(), day);
    }

    private Fleet allVehicles() {
        return transit.isEmpty() ? fleet : fleet.with(transit);
    }

    private DayRunner dayRunner() {
        List<String> problems = new ArrayList<>();
        TransitDrivers drivers =
                TransitDrivers.of(
                        transit,
                        mobsim.startTime(),
                        emptyRoad.newRouter(),
                        parameters.routing().networkModes(),
                        problems);
        if (!problems.isEmpty()) {
            throw new InvalidDemandException(problems);
        }
        return new DayRunner(
                new DaySetting(
                        network,
                        signals,
                        allVehicles(),
                        placement,
                        drivers,
                        vehicleBehavior,
                        wrongRoutes,
                        program,
                        parameters.routing().travelTimeBinSize()),
                mobsim);
    }

    private void setUp() {
        requireNonNull(mobsim, "mobsim");
        RoutingParameters routing = parameters.routing();
        approaches = ApproachCapacity.of(network, signals, routing.warmStart().saturationFlow());
        emptyRoad = routing(routing.algorithm());
        fastest =
                routing.algorithm() == RoutingAlgorithm.SPEEDY_ALT
                        ? emptyRoad
                        : routing(RoutingAlgorithm.SPEEDY_ALT);
        scorer = new PlanScorer(parameters.scoring());
        replanner =
                new Replanner(
                        parameters.replanning(),
                        parameters.scoring().brainExpBeta(),
                        parameters.seed(),
                        parameters.firstIteration(),
                        parameters.lastIteration());
    }

    private Routing routing(RoutingAlgorithm algorithm) {
        List<NetworkMode> modes = new ArrayList<>();
        for (String mode : parameters.routing().networkModes()) {
            modes.add(new NetworkMode(mode, fleet.maxSpeed(mode), cost(mode)));
        }
        return Routing.of(
                network, modes, approaches, algorithm, parameters.routing().travelTimeBinSize());
    }

    /** What drivers weigh: seconds, and metres as far as distance costs anything. */
    private TravelCost cost(String mode) {
        UtilityParameters utility = parameters.scoring().utility();
        ModeParameters rates = utility.mode(mode);
        double perSecond =
                (utility.performingPerHour() - rates.marginalUtilityOfTravelingPerHour()) / 3600;
        double perMetre =
                -rates.marginalUtilityOfDistance()
                        - utility.marginalUtilityOfMoney() * rates.monetaryDistanceRate();
        return perSecond > 0 && perMetre > 0
                ? new TravelCost(1, perMetre / perSecond)
                : TravelCost.TIME;
    }

    private PlanRouter planRouter(Routing routing) {
        return new PlanRouter(
                parameters.routing(), placement, routing.newRouter(), emptyRoad.newRouter());
    }

    private double[] pcuOfTrips(List<Person> placed) {
        TripTable trips = TripTable.of(placed);
        double[] pcu = new double[trips.tripCount()];
        for (int trip = 0; trip < pcu.length; trip++) {
            Person person = placed.get(trips.personIndex(trip));
            int type = fleet.findType(person, trips.leg(trip).mode());
            pcu[trip] =
                    type == Fleet.NONE ? 0 : fleet.types().get(type).pcu() / mobsim.sampleFactor();
        }
        return pcu;
    }

    private LoopState iterate(int iteration, LoopState before) {
        boolean first = iteration == parameters.firstIteration();
        List<Person> today = first ? before.persons() : replan(iteration, before);
        listener.phaseBegins(iteration, Phase.MOBSIM);
        DayRunner.Outcome day = days.run(iteration, today, listener);
        listener.phaseBegins(iteration, Phase.SCORING);
        ExperiencedTrips experienced = day.experienced();
        listener.dayEnds(iteration, experienced);
        List<Person> scored = score(iteration, today, experienced);
        LoopState after = new LoopState(iteration, scored, day.learned());
        listener.iterationEnds(result(day.run(), before, after, experienced), after);
        return after;
    }

    private List<Person> replan(int iteration, LoopState before) {
        listener.phaseBegins(iteration, Phase.REPLANNING);
        Routing routing = emptyRoad.withTravelTimes(before.travelTimes());
        Person[] replanned = new Person[before.persons().size()];
        ParallelLoop.run(
                parameters.threads(),
                replanned.length,
                () -> {
                    PlanRouter router = planRouter(routing);
                    return index ->
                            replanned[index] =
                                    replanner.replan(
                                            before.persons().get(index), index, iteration, router);
                });
        return List.of(replanned);
    }

    private List<Person> score(int iteration, List<Person> today, ExperiencedTrips experienced) {
        int averagedFrom =
                scorer.firstAveragedIteration(
                        parameters.firstIteration(), parameters.lastIteration());
        Person[] scored = new Person[today.size()];
        ParallelLoop.run(
                parameters.threads(),
                scored.length,
                () ->
                        index -> {
                            Person person = today.get(index);
                            double score =
                                    scorer.score(
                                            person.selectedPlan(),
                                            experienced.day(index),
                                            person.subpopulation());
                            scored[index] =
                                    person.withSelectedPlan(
                                            scorer.remember(
                                                    person.selectedPlan(),
                                                    score,
                                                    iteration >= averagedFrom));
                        });
        return List.of(scored);
    }

    private IterationResult result(
            RunResult run, LoopState before, LoopState after, ExperiencedTrips experienced) {
        int stuck = 0;
        int replanned = 0;
        for (int person = 0; person < after.persons().size(); person++) {
            stuck += experienced.isStuck(person) ? 1 : 0;
            replanned +=
                    differ(
                                    before.persons().get(person).selectedPlan(),
                                    experienced.trips().persons().get(person).selectedPlan())
                            ? 1
                            : 0;
        }
        return new IterationResult(
                after.iteration(),
                run,
                ScoreStatistics.of(after.persons()),
                RelativeGap.of(
                        experienced,
                        fastest.withTravelTimes(after.travelTimes()),
                        placement,
                        parameters.threads()),
                ModeStatistics.of(experienced),
                stuck,
                replanned,
                replanner.innovates(after.iteration()));
    }

    /** Whether two plans differ on the road: in their activities, modes or routes. */
    private static boolean differ(Plan one, Plan other) {
        if (!one.activities().equals(other.activities())) {
            return true;
        }
        for (int k = 0; k < one.legs().size(); k++) {
            Leg a = one.legs().get(k);
            Leg b = other.legs().get(k);
            if (!a.mode().equals(b.mode()) || !Objects.equals(a.route(), b.route())) {
                return true;
            }
        }
        return false;
    }
}
