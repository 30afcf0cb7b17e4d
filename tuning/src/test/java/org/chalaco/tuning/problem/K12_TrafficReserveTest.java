package org.chalaco.tuning.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.tuning.evaluation.Evaluation;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a search prepares for more traffic than usual, by another amount in every
 * replication; what it found is judged in usual traffic.
 */
class K12_TrafficReserveTest {

    private static final TrafficReserve FIFTH = new TrafficReserve(0.2);

    private static Traffic usual(DepartureSource following) {
        List<Departure> departures =
                IntStream.range(0, 2000)
                        .mapToObj(k -> new Departure(k, k % 3, 100 + k, Route.of(0, 1), 0, 1))
                        .toList();
        return new Traffic(departures, following);
    }

    @Test
    void growthIsDrawnBySeedBetweenNoneAndTheMost() {
        Traffic usual = usual(DepartureSource.NONE);
        List<Double> growth =
                IntStream.range(0, 200)
                        .mapToObj(
                                seed ->
                                        FIFTH.grown(usual, seed, 0).departures().size() / 2000.0
                                                - 1)
                        .toList();
        // At most 0.2, but for the chance of who is doubled: 4 deviations of 2000 draws are 0.036.
        assertThat(growth).allMatch(g -> g >= 0 && g < 0.236);
        assertThat(growth.stream().mapToDouble(g -> g).average().orElseThrow())
                .isBetween(0.08, 0.12);
        assertThat(growth).anyMatch(g -> g < 0.03).anyMatch(g -> g > 0.17);
    }

    @Test
    void everybodyWhoDrivesUsuallyDrivesAsUsualAndDoublesAreApartFromThem() {
        Traffic usual = usual(DepartureSource.NONE);
        List<Departure> grown = FIFTH.grown(usual, 7, 90).departures();
        assertThat(grown.subList(0, 2000)).isEqualTo(usual.departures());
        List<Departure> doubles = grown.subList(2000, grown.size());
        assertThat(doubles).isNotEmpty();
        assertThat(doubles).extracting(Departure::vehicleIndex).doesNotHaveDuplicates();
        assertThat(doubles).allMatch(d -> d.vehicleIndex() >= 2000 && d.time() >= 90);
        assertThat(doubles).allMatch(d -> d.time() <= 2099 + 120);
        assertThat(FIFTH.grown(usual, 7, 90).departures()).isEqualTo(grown);
    }

    @Test
    void doublesMakeNoFurtherTrips() {
        List<Integer> asked = new ArrayList<>();
        DepartureSource following = (vehicle, time, schedule) -> asked.add(vehicle);
        Traffic grown = FIFTH.grown(usual(following), 7, 0);
        grown.following().onArrival(1999, 10, d -> {});
        grown.following().onArrival(2000, 10, d -> {});
        assertThat(asked).containsExactly(1999);
    }

    @Test
    void withoutReserveNothingChanges() {
        Traffic usual = usual(DepartureSource.NONE);
        assertThat(TrafficReserve.NONE.grown(usual, 7, 0)).isSameAs(usual);
        assertThatThrownBy(() -> new TrafficReserve(-0.1)).hasMessageContaining("(-0.1)");
        assertThatThrownBy(() -> new TrafficReserve(1.1)).hasMessageContaining("(1.1)");
    }

    @Test
    void onlyTheSearchMeetsTheAdditionalTraffic() {
        TuningProblem problem = problem(FIFTH);
        TuningProblem plain = problem(TrafficReserve.NONE);
        PlanSet plans = problem.presentPlans();
        double judged = seconds(problem, new EvaluationTask(plans, 5));
        double searched = seconds(problem, new EvaluationTask(plans, 5, true));
        assertThat(judged).isEqualTo(seconds(plain, new EvaluationTask(plans, 5)));
        assertThat(seconds(plain, new EvaluationTask(plans, 5, true))).isEqualTo(judged);
        assertThat(searched).isGreaterThan(judged);
    }

    private static TuningProblem problem(TrafficReserve reserve) {
        return new Arterial(2, 300).problem(300).reserve(reserve).build();
    }

    private static double seconds(TuningProblem problem, EvaluationTask task) {
        return Evaluation.of(problem, task).totalVehicleSeconds();
    }
}
