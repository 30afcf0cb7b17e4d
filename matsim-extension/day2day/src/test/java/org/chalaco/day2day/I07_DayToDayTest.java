package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.RoutingAlgorithm;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.WarmStart;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: from day to day people do better; the loop gives the same results on any
 * number of threads, and whether or not it was interrupted in between.
 */
class I07_DayToDayTest {

    private static final long SEED = 4711;
    private static final double CAPACITY = 70; // veh/h and lane

    private final RoadNetwork grid = StreetGrid.of(7, 7);
    private final List<Person> persons = Commuters.of(grid, 1500, 1);
    private final DayToDayParameters parameters =
            DayToDayParameters.STANDARD
                    .withIterations(0, 5)
                    .withSeed(SEED)
                    .withScoring(Commuters.SCORING)
                    .withReplanning(Commuters.REPLANNING);

    /** Keeps what the loop tells. */
    private static final class Notebook implements IterationListener {
        final List<IterationResult> results = new ArrayList<>();
        final List<LoopState> states = new ArrayList<>();

        @Override
        public void iterationEnds(IterationResult result, LoopState state) {
            results.add(result);
            states.add(state);
        }
    }

    @Test
    void peopleDoBetterFromDayToDay() {
        Notebook notebook = new Notebook();
        loop(parameters.withIterations(0, 25).withRouting(routing(WarmStart.OFF)), notebook).run();

        IterationResult first = notebook.results.get(0);
        IterationResult last = notebook.results.get(25);
        assertThat(notebook.results).hasSize(26);
        assertThat(last.scores().executed()).isGreaterThan(first.scores().executed() + 0.2);
        assertThat(last.relativeGap()).isLessThan(0.1 * first.relativeGap());
        assertThat(first.relativeGap()).isBetween(0.1, 1.0);
        assertThat(carTime(last)).isLessThan(0.75 * carTime(first));
        assertThat(last.scores().best()).isGreaterThanOrEqualTo(last.scores().executed());
        assertThat(last.scores().worst()).isLessThan(last.scores().average());
    }

    @Test
    void aWarmStartSavesTheFirstDayMuchDelay() {
        Notebook cold = new Notebook();
        Notebook warm = new Notebook();
        DayToDayParameters oneDay = parameters.withIterations(0, 0);
        loop(oneDay.withRouting(routing(WarmStart.OFF)), cold).run();
        loop(oneDay.withRouting(routing(new WarmStart(10, CAPACITY, 0.15, 4))), warm).run();

        double coldTime = carTime(cold.results.get(0));
        double warmTime = carTime(warm.results.get(0));
        assertThat(warmTime).isLessThan(0.9 * coldTime);
    }

    @Test
    void modesHaveTheirShares() {
        Notebook notebook = new Notebook();
        loop(parameters.withIterations(0, 0), notebook).run();

        List<ModeStatistics> modes = notebook.results.get(0).modes();
        assertThat(modes).extracting(ModeStatistics::mode).containsExactly("car", "walk");
        assertThat(modes).extracting(ModeStatistics::share).containsExactly(0.9, 0.1);
        assertThat(modes).extracting(ModeStatistics::arrived).containsExactly(2700L, 300L);
        // walking 3 km/h on ways 1.3 times the beeline
        assertThat(modes.get(1).meanDistance() / modes.get(1).meanTravelTime())
                .isCloseTo(3 / 3.6, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(notebook.results.get(0).stuckPersons()).isZero();
    }

    @Test
    void threadsChangeNothing() {
        LoopState one = loop(parameters, IterationListener.NONE).run();
        LoopState three = loop(parameters.withThreads(3), IterationListener.NONE).run();

        assertThat(three).isEqualTo(one);
    }

    @Test
    void anotherSeedChangesSomething() {
        LoopState one = loop(parameters, IterationListener.NONE).run();
        LoopState other = loop(parameters.withSeed(1), IterationListener.NONE).run();

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void anInterruptedLoopGoesOnAsIfNothingHadHappened() throws IOException {
        Notebook straight = new Notebook();
        LoopState end = loop(parameters, straight).run();

        byte[] saved = save(straight.states.get(2));
        LoopState loaded = LoopStateFormat.read(new ByteArrayInputStream(saved), SEED, grid);
        Notebook resumed = new Notebook();
        LoopState endAgain = loop(parameters, resumed).resume(loaded);

        assertThat(loaded).isEqualTo(straight.states.get(2));
        assertThat(resumed.results).isEqualTo(straight.results.subList(3, 6));
        assertThat(save(endAgain)).isEqualTo(save(end));
    }

    @Test
    void averagedScoresSurviveAnInterruption() throws IOException {
        ScoringParameters averaging = Commuters.SCORING.withScoreMsaFrom(0.2);
        DayToDayParameters all = parameters.withScoring(averaging);
        Notebook straight = new Notebook();
        LoopState end = loop(all, straight).run();

        byte[] saved = save(straight.states.get(3));
        LoopState loaded = LoopStateFormat.read(new ByteArrayInputStream(saved), SEED, grid);

        assertThat(save(loop(all, IterationListener.NONE).resume(loaded))).isEqualTo(save(end));
    }

    @Test
    void aSavedStateMustBelongToTheLoop() throws IOException {
        byte[] saved = save(loop(parameters, IterationListener.NONE).prepare());

        assertThatThrownBy(() -> LoopStateFormat.read(stream(saved), SEED + 1, grid))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("seed (4711)");
        assertThatThrownBy(() -> LoopStateFormat.read(stream(saved), SEED, StreetGrid.of(7, 6)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network");
        assertThatThrownBy(() -> LoopStateFormat.read(stream(new byte[100]), SEED, grid))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a saved state");
    }

    @Test
    void aDamagedStateIsNotRead() throws IOException {
        byte[] saved = save(loop(parameters, IterationListener.NONE).prepare());
        for (int cut = 0; cut < saved.length; cut += 1 + saved.length / 40) {
            byte[] shorter = Arrays.copyOf(saved, cut);
            assertThatThrownBy(() -> LoopStateFormat.read(stream(shorter), SEED, grid))
                    .isInstanceOf(IOException.class);
        }
        for (int at = 24; at < saved.length; at += 1 + saved.length / 60) {
            byte[] damaged = saved.clone();
            damaged[at] ^= 0x15;
            assertThatThrownBy(() -> LoopStateFormat.read(stream(damaged), SEED, grid))
                    .as("byte %d", at)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whateverKeepsPeopleFromTravellingIsToldAtOnce() {
        List<Person> impossible =
                List.of(
                        person("nowhere", -1, Double.NaN, 8 * 3600, "car"),
                        person("endless", 0, Double.NaN, Double.NaN, "car"),
                        person("flying", 0, Double.NaN, 8 * 3600, "balloon"));
        DayToDay loop =
                DayToDay.on(grid)
                        .persons(impossible)
                        .mobsim(new BprMobsim(grid, 900, 36 * 3600))
                        .parameters(parameters.withScoring(ScoringParameters.STANDARD));

        InvalidDemandException problem =
                catchThrowableOfType(InvalidDemandException.class, loop::run);

        assertThat(problem.problems())
                .extracting(text -> text.substring(0, 10))
                .containsExactly("CH-DAY-001", "CH-DAY-002", "CH-DAY-004", "CH-DAY-005");
        assertThat(problem.getMessage())
                .contains("(nowhere)", "(endless)", "(balloon)", "[home, work]");
    }

    @Test
    void whoHasNoWayIsTold() {
        RoutingParameters withBus =
                RoutingParameters.STANDARD.withNetworkModes(Set.of("car", "bus"));
        DayToDay loop =
                DayToDay.on(grid)
                        .persons(List.of(person("rider", 0, Double.NaN, 8 * 3600, "bus")))
                        .mobsim(new BprMobsim(grid, 900, 36 * 3600))
                        .parameters(parameters.withRouting(withBus));

        assertThatThrownBy(loop::run)
                .isInstanceOf(InvalidDemandException.class)
                .hasMessageContaining("CH-DAY-006")
                .hasMessageContaining("(rider)");
    }

    @Test
    void coordinatesFindTheirLinksAndRoutesThatDoNotFitAreReplaced() {
        int link = grid.getLinkIndex("2-3_3-3");
        Plan plan =
                Plan.of(
                        List.of(
                                new Activity("home", -1, 370, 451, 8 * 3600, Double.NaN),
                                new Activity("work", 0, Double.NaN, Double.NaN, 1, Double.NaN)),
                        List.of(new Leg("car", 0, 1, Route.of(link, 0), 1)));
        DayToDay loop =
                DayToDay.on(grid)
                        .persons(List.of(Person.of("1", Map.of(), plan)))
                        .mobsim(new BprMobsim(grid, 900, 36 * 3600))
                        .parameters(parameters);

        Plan ready = loop.prepare().persons().get(0).selectedPlan();

        // both directions of the street are as near; the lower index is taken
        assertThat(ready.activities().get(0).linkIndex()).isEqualTo(link);
        assertThat(ready.legs().get(0).route().size()).isGreaterThan(2);
    }

    @Test
    void everyAlgorithmRunsTheLoop() {
        for (RoutingAlgorithm algorithm : RoutingAlgorithm.values()) {
            Notebook notebook = new Notebook();
            loop(
                            parameters
                                    .withIterations(0, 1)
                                    .withRouting(
                                            RoutingParameters.STANDARD.withAlgorithm(algorithm)),
                            notebook)
                    .run();
            assertThat(notebook.results.get(1).stuckPersons()).as("%s", algorithm).isZero();
        }
    }

    private DayToDay loop(DayToDayParameters how, IterationListener listener) {
        return DayToDay.on(grid)
                .persons(persons)
                .mobsim(new BprMobsim(grid, CAPACITY, 36 * 3600))
                .parameters(how)
                .listener(listener);
    }

    private static RoutingParameters routing(WarmStart warmStart) {
        return RoutingParameters.STANDARD.withWarmStart(warmStart);
    }

    private static double carTime(IterationResult result) {
        return result.modes().get(0).meanTravelTime();
    }

    private byte[] save(LoopState state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LoopStateFormat.write(state, SEED, grid, out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Person person(String id, int link, double x, double end, String mode) {
        return Person.of(
                id,
                Map.of(),
                Plan.of(
                        List.of(
                                new Activity("home", link, x, x, end, Double.NaN),
                                new Activity("work", 7, Double.NaN, Double.NaN, 1, Double.NaN)),
                        List.of(Leg.unrouted(mode))));
    }
}
