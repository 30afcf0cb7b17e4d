package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: nothing is lost or counted twice, whatever the events. */
class L02_ConservationTest {

    private static final int VEHICLES = 400;

    private final RoadNetwork road = TestRoads.crossing(2);

    private static <R> double sum(List<R> rows, ToDoubleFunction<R> figure) {
        return rows.stream().mapToDouble(figure).sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyDepartureIsExactlyOneThing(long seed) {
        Kpis kpis = new RandomDay(road, seed, RandomDay.identity(VEHICLES)).kpis(900);
        for (ClassKpis k : kpis.classes()) {
            assertThat(k.departures())
                    .isPositive()
                    .isEqualTo(
                            k.arrived() + k.onRoadAtEnd() + k.waitingOutsideAtEnd() + k.removed());
            assertThat(k.entered()).isEqualTo(k.departures() - k.waitingOutsideAtEnd());
        }
        assertThat(kpis.total().removed()).isPositive();
        assertThat(kpis.total().onRoadAtEnd()).isPositive();
        IntervalKpis last = kpis.intervals().get(kpis.intervalCount() - 1);
        assertThat(last.onRoadAtEnd()).isEqualTo(kpis.total().onRoadAtEnd());
        assertThat(last.waitingOutsideAtEnd()).isEqualTo(kpis.total().waitingOutsideAtEnd());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linksIntervalsAndClassesSumToTheTotal(long seed) {
        Kpis kpis = new RandomDay(road, seed, RandomDay.identity(VEHICLES)).kpis(300);
        ClassKpis total = kpis.total();
        for (List<LinkKpis> links : List.of(kpis.links(), kpis.linkIntervals())) {
            assertThat(sum(links, LinkKpis::vehicleKm)).isCloseTo(total.vehicleKm(), within(1e-9));
            assertThat(sum(links, LinkKpis::vehicleHours))
                    .isCloseTo(total.vehicleHours(), within(1e-9));
            assertThat(sum(links, LinkKpis::freeFlowHours))
                    .isCloseTo(total.freeFlowHours(), within(1e-9));
            assertThat(sum(links, LinkKpis::delaySeconds) / 3600)
                    .isCloseTo(total.delayHours(), within(1e-9));
            assertThat(sum(links, LinkKpis::stops)).isEqualTo(total.stops());
            assertThat(sum(links, LinkKpis::entered))
                    .isEqualTo(sum(links, LinkKpis::left) + sum(links, LinkKpis::unfinished));
        }
        assertThat(sum(kpis.intervals(), IntervalKpis::vehicleHours))
                .isCloseTo(total.vehicleHours(), within(1e-9));
        assertThat(sum(kpis.intervals(), IntervalKpis::waitingOutsideHours))
                .isCloseTo(total.waitingOutsideHours(), within(1e-9));
        assertThat(sum(kpis.classes(), ClassKpis::vehicleKm))
                .isCloseTo(total.vehicleKm(), within(1e-9));
        assertThat(sum(kpis.intervals(), IntervalKpis::departures)).isEqualTo(total.departures());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void movementsSumToTheirIntersection(long seed) {
        Kpis kpis = new RandomDay(road, seed, RandomDay.identity(VEHICLES)).kpis(900);
        IntersectionKpis centre = kpis.intersections().get(0);
        List<MovementKpis> movements =
                kpis.movements().stream().filter(m -> m.junctionId().equals("C")).toList();

        assertThat(sum(movements, MovementKpis::vehicles)).isEqualTo(centre.vehicles());
        assertThat(sum(movements, MovementKpis::delaySeconds))
                .isLessThanOrEqualTo(sum(centre.approaches(), ApproachKpis::delaySeconds));
        assertThat(centre.vehicles()).isPositive();
        assertThat(centre.unfinished()).isPositive();
        for (MovementKpis m : movements) {
            List<MovementKpis> parts =
                    kpis.movementIntervals().stream()
                            .filter(
                                    p ->
                                            p.fromLinkIndex() == m.fromLinkIndex()
                                                    && p.toLinkIndex() == m.toLinkIndex())
                            .toList();
            assertThat(sum(parts, MovementKpis::vehicles)).isEqualTo(m.vehicles());
            assertThat(sum(parts, MovementKpis::pcu)).isCloseTo(m.pcu(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void renumberingVehiclesChangesNothing(long seed) {
        int[] shuffled = RandomDay.identity(VEHICLES);
        RandomStream random = RandomStream.of(seed, 0, "shuffle");
        for (int i = VEHICLES - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = other;
        }
        Kpis a = new RandomDay(road, seed, RandomDay.identity(VEHICLES)).kpis(900);
        Kpis b = new RandomDay(road, seed, shuffled).kpis(900);

        for (KpiDifference d : b.diff(a)) {
            assertThat(d.value()).as(d.scope() + " " + d.name()).isCloseTo(d.base(), within(1e-9));
        }
        assertThat(b.links().stream().map(LinkKpis::entered).toList())
                .isEqualTo(a.links().stream().map(LinkKpis::entered).toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 450, 900, 3600, 7200})
    void theLengthOfIntervalsChangesNoTotal(double interval) {
        RandomDay day = new RandomDay(road, 7, RandomDay.identity(VEHICLES));
        Kpis fine = day.kpis(30);
        Kpis coarse = day.kpis(interval);

        assertThat(coarse.total()).isEqualTo(fine.total());
        LinkKpis merged = fine.linksMerged("wc", l -> l.linkId().equals("wc"), 0, 3600);
        LinkKpis whole = coarse.links().get(road.getLinkIndex("wc"));
        assertThat(merged.vehicleHours()).isCloseTo(whole.vehicleHours(), within(1e-9));
        assertThat(merged.entered()).isEqualTo(whole.entered());
        assertThat(merged.from()).isEqualTo(whole.from());
        assertThat(merged.until()).isEqualTo(whole.until());
        assertThat(merged.linkIndex()).isEqualTo(whole.linkIndex());
    }
}
