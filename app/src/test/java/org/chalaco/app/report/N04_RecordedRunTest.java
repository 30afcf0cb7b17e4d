package org.chalaco.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.kpi.IntersectionControl;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.QueueObserver;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.plausibility.PlausibilityBand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what the report says of a simulated run is what happened in it. */
class N04_RecordedRunTest {

    private static final double START = 8 * 3600;
    private static final int MINUTES = 20;
    private static ReportContent content;
    private static RunResult result;
    private static Kpis kpis;
    private static RunRecording recording;

    @BeforeAll
    static void run() {
        SyntheticRun road = new SyntheticRun(5, 0, START);
        List<Departure> departures = departures(road.network, 1_500);
        recording =
                RunRecording.of(
                        road.network,
                        road.signals,
                        v -> road.types.get(departures.get(v).typeIndex()),
                        new RunRecording.Times(START, START + 300, 300));
        QueueObserver queues = new QueueObserver(road.network, v -> 5);
        KpiCollector collector =
                KpiCollector.on(road.network)
                        .signals(road.signals)
                        .vehicles(road.types, departures)
                        .startingAt(START)
                        .interval(300)
                        .queues(queues)
                        .build();
        MicroSimulation simulation =
                MicroSimulation.on(road.network)
                        .signals(road.signals)
                        .demand(road.types, departures)
                        .parameters(
                                MobsimParameters.STANDARD
                                        .withCheckMode(CheckMode.FULL)
                                        .withTimes(START, START + MINUTES * 60))
                        .events(collector)
                        .events(recording.events())
                        .observe(5, queues);
        recording.observations().forEach(o -> simulation.observe(o.everySeconds(), o.observer()));
        result = simulation.run();
        kpis = collector.finish(result.endTime());
        content = new ReportAssembler(recording, kpis).assemble();
    }

    private static List<Departure> departures(RoadNetwork network, int number) {
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < number; v++) {
            RandomStream random = RandomStream.of(11, v, "recorded");
            int[] route = new int[6];
            int link = random.nextInt(network.linkCount());
            for (int k = 0; k < route.length; k++) {
                route[k] = link;
                link = network.nextLink(link, random.nextInt(network.nextLinkCount(link)));
            }
            double time = START + random.nextDouble() * (MINUTES * 60 - 60);
            departures.add(Departure.of(v, v % 10, time, Route.of(route)));
        }
        return departures;
    }

    @Test
    void curvesEndWhereTheRunEnded() {
        int[] arrived = content.curve().arrived();
        int[] entered = content.curve().entered();
        assertThat(arrived.length).isBetween(MINUTES, MINUTES + 2);
        assertThat(arrived[arrived.length - 1]).isEqualTo((int) result.arrived());
        assertThat(entered[entered.length - 1])
                .isEqualTo((int) (result.arrived() + result.onRoadAtEnd()));
        for (int i = 1; i < arrived.length; i++) {
            assertThat(arrived[i]).isGreaterThanOrEqualTo(arrived[i - 1]);
            assertThat(content.curve().wanted()[i]).isGreaterThanOrEqualTo(entered[i]);
        }
    }

    @Test
    void headlineIsTheTotal() {
        assertThat(content.headline().departures()).isEqualTo(result.departures());
        assertThat(content.headline().meanSpeed() * 3.6)
                .isCloseTo(kpis.total().meanSpeedKmh(), within(1e-9));
        assertThat(content.headline().controlDelay()).isBetween(1.0, 120.0);
        assertThat(content.headline().peakSpeed()).isBetween(1.0, 13.9);
    }

    @Test
    void figuresKeepTheOrderOfLinksAndIntervals() {
        LinkFigures figures = content.figures();
        int links = content.network().linkCount();
        assertThat(figures.intervals()).isEqualTo(4);
        assertThat(figures.flow()[2 * links + 7])
                .isEqualTo((float) kpis.link(7, 2).flowVehPerHour());
        assertThat(figures.delay()[links + 3]).isEqualTo((float) kpis.link(3, 1).meanDelay());
    }

    @Test
    void theFilmHasTheVehiclesOfItsTime() {
        assertThat(content.film().frames()).isEqualTo(301);
        assertThat(content.film().vehiclesShown())
                .isEqualTo(content.film().vehiclesSeen())
                .isBetween(200, (int) result.departures());
        assertThat(content.film().lights()).hasSize(18);
    }

    @Test
    void avenuesAreCrossedOnGreenOnly() {
        assertThat(content.timeSpace()).isNotEmpty();
        int crossings = 0;
        for (AvenueDiagram diagram : content.timeSpace()) {
            assertThat(diagram.signals()).hasSizeGreaterThan(1);
            for (AvenueDiagram.Trajectory way : diagram.trajectories()) {
                crossings += crossingsOnGreen(diagram, way);
            }
        }
        assertThat(crossings).isGreaterThan(50);
    }

    private static int crossingsOnGreen(AvenueDiagram diagram, AvenueDiagram.Trajectory way) {
        int crossings = 0;
        for (AvenueDiagram.Signal signal : diagram.signals()) {
            for (int i = 1; i < way.times().length; i++) {
                if (way.distances()[i - 1] <= signal.distance()
                        && way.distances()[i] > signal.distance()) {
                    assertThat(isGreenOrAmber(signal, way.times()[i - 1], way.times()[i]))
                            .as("%s at %s", signal.name(), way.times()[i])
                            .isTrue();
                    crossings++;
                }
            }
        }
        return crossings;
    }

    /** Amber is 3 s, and a sample is a second wide. */
    private static boolean isGreenOrAmber(AvenueDiagram.Signal signal, double from, double to) {
        for (int i = 0; i < signal.greens().length; i += 2) {
            if (to >= signal.greens()[i] && from <= signal.greens()[i + 1] + 3) {
                return true;
            }
        }
        return false;
    }

    @Test
    void plausibilityHoldsTheRunAgainstItsBands() {
        String link = content.network().link(10).id();
        String back = content.network().link(11).id();
        List<PlausibilityRow> rows =
                new PlausibilityComparison(recording, kpis, 0.5)
                        .compare(
                                List.of(
                                        band(PlausibilityBand.Kind.SPEED, List.of(), 1200),
                                        band(PlausibilityBand.Kind.FLOW, List.of(link, back), 900),
                                        band(PlausibilityBand.Kind.TRUCK_SHARE, List.of(link), 900),
                                        band(PlausibilityBand.Kind.FLOW, List.of("gone"), 900),
                                        band(PlausibilityBand.Kind.FLOW, List.of(link), 86400),
                                        band(PlausibilityBand.Kind.FLOW, List.of(link), 60)));
        assertThat(rows.get(0).simulated()).isBetween(1.0, 50.0);
        assertThat(rows.get(0).label().es()).isEqualTo("Velocidad media en avenidas, 08:00–08:20");
        // Three intervals of 300 s, both directions: flows of the directions add up.
        double flow = 0;
        for (int k = 0; k < 3; k++) {
            flow += (kpis.link(10, k).left() + kpis.link(11, k).left()) * 4;
        }
        assertThat(rows.get(1).simulated())
                .as("half is simulated")
                .isCloseTo(2 * flow, within(1e-9))
                .isPositive();
        assertThat(rows.get(1).label().en()).contains("both directions");
        assertThat(rows.get(2).simulated()).as("per cent").isBetween(1.0, 60.0);
        assertThat(rows.get(2).high()).isEqualTo(200);
        assertThat(rows.get(3).simulated()).as("no such link").isNaN();
        assertThat(rows.get(4).simulated()).as("beyond the end of the run").isNaN();
        assertThat(rows.get(5).simulated()).as("shorter than an interval").isNaN();
    }

    private static PlausibilityBand band(
            PlausibilityBand.Kind kind, List<String> links, double seconds) {
        return new PlausibilityBand(
                kind.id(), kind, links, START, START + seconds, 1, 2, "-", "test", "low");
    }

    @Test
    void tablesPutTheMostTimeLostFirst() {
        ReportTable intersections = content.tables().get(1);
        List<Double> lost =
                intersections.rows().stream().map(r -> (Double) r.cells().get(5)).toList();
        assertThat(lost).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(content.tables())
                .extracting(ReportTable::id)
                .containsExactly("classes", "intersections", "links", "movements");
        assertThat(content.tables()).allSatisfy(t -> assertThat(t.rows()).isNotEmpty());
    }

    @Test
    void everyTableColumnAndConstantHasWords() throws IOException {
        JsonNode words;
        try (InputStream in = ReportWriter.class.getResourceAsStream("words.json")) {
            words = new ObjectMapper().readTree(in).get("es");
        }
        List<String> keys = new ArrayList<>();
        for (ReportTable table : content.tables()) {
            keys.add("table." + table.id());
            table.columns().forEach(column -> keys.add("column." + column.id()));
        }
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            keys.add("class." + vehicleClass);
        }
        for (Turn turn : Turn.values()) {
            keys.add("turn." + turn);
        }
        for (IntersectionControl control : IntersectionControl.values()) {
            keys.add("control." + control);
        }
        assertThat(keys).allSatisfy(key -> assertThat(words.hasNonNull(key)).as(key).isTrue());
    }
}
