package org.chalaco.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what links can carry, against the network file, and why they differ. */
class L17_CapacityTest {

    private static final VehicleType CAR = VehicleType.CAR;
    private static final double SPEED = TestRoads.SPEED;

    /** T + (s0 + l) / v0 + 0.75 / a with T 1, s0 2, l 4.3, a 1. */
    private static final double HEADWAY = 1 + 6.3 / SPEED + 0.75;

    private static final double LANE = 3600 / HEADWAY;

    private RoadNetwork road = TestRoads.straight();
    private List<SignalSystem> signals = List.of();
    private double sample = 1;

    private CapacitySurvey survey(ToDoubleFunction<Link> file) {
        return new CapacitySurvey(
                new CapacitySetting(road, signals, CAR, file, sample), vehicle -> CAR);
    }

    /** A report of a run in which nobody drove. */
    private CapacityReport empty(double fileCapacity) {
        return survey(link -> fileCapacity).finish();
    }

    private LinkCapacity link(CapacityReport report, String id) {
        return report.links().stream().filter(l -> l.linkId().equals(id)).findFirst().orElseThrow();
    }

    // ---------------------------------------------------------------- closed forms

    @Test
    void headwaysFollowFromTheDrivers() {
        assertThat(SaturationHeadway.of(CAR, SPEED)).isCloseTo(HEADWAY, within(1e-12));
        // a car does 100 km/h at best
        assertThat(SaturationHeadway.of(CAR, 1000))
                .isCloseTo(1.75 + 6.3 * 3.6 / 100, within(1e-12));
        VehicleType bus = ParameterSet.CITY_TREIBER.type(VehicleClass.BUS);
        assertThat(SaturationHeadway.pcuPerHour(bus, SPEED))
                .isCloseTo(3 * 3600 / (1.75 + 14 / SPEED), within(1e-9));
    }

    @Test
    void whereNobodyQueuedTheLanesAreComputed() {
        LinkCapacity wc = link(empty(LANE), "wc");

        assertThat(wc.saturationFlow()).isCloseTo(LANE, within(1e-9));
        assertThat(wc.capacity()).isCloseTo(LANE, within(1e-9));
        assertThat(wc.greenShare()).isEqualTo(1);
        assertThat(wc.ratio()).isCloseTo(1, within(1e-12));
        assertThat(wc.measuredLanes()).isZero();
        assertThat(wc.cause()).isEqualTo(CapacityCause.NONE);
    }

    @Test
    void moreThanTwentyPercentAreADisagreement() {
        assertThat(link(empty(LANE / 1.19), "wc").disagrees()).isFalse();
        assertThat(link(empty(LANE / 0.81), "wc").disagrees()).isFalse();
        assertThat(link(empty(LANE / 1.21), "wc").cause()).isEqualTo(CapacityCause.LANES);
        assertThat(link(empty(LANE / 0.79), "wc").cause()).isEqualTo(CapacityCause.LANES);
        assertThat(empty(LANE / 0.79).listDisagreeing()).hasSize(1);
    }

    @Test
    void aFileWithoutCapacityDisagreesWithNothing() {
        LinkCapacity wc = link(empty(Double.NaN), "wc");

        assertThat(wc.ratio()).isNaN();
        assertThat(wc.disagrees()).isFalse();
        assertThat(wc.capacity()).isCloseTo(LANE, within(1e-9));
    }

    @Test
    void linksWithoutAStopLineAreLeftOut() {
        assertThat(empty(LANE).links()).extracting(LinkCapacity::linkId).containsExactly("wc");
    }

    @Test
    void aSignalTakesItsShare() {
        road = TestRoads.crossing(2);
        signals = TestRoads.crossingSignal();
        LinkCapacity wc = link(empty(2 * LANE), "wc");

        assertThat(wc.greenShare()).isCloseTo(40 / 90.0, within(1e-12));
        assertThat(wc.capacity()).isCloseTo(wc.saturationFlow() * 40 / 90.0, within(1e-9));
        assertThat(wc.cause()).isEqualTo(CapacityCause.SIGNAL_SHARE);
        LaneGroupCapacity group = empty(2 * LANE).laneGroups().get(0);
        assertThat(group.signalGroups()).isEqualTo("C/ew");
        assertThat(group.lanes()).isEqualTo("0 1");
    }

    @Test
    void aTurnIsSlowerThanTheRoad() {
        road =
                RoadNetwork.builder()
                        .junction(Junction.priority("W", 0, 0))
                        .junction(Junction.priority("C", 300, 0))
                        .junction(Junction.priority("N", 300, 300))
                        .link(Link.of("wc", "W", "C", 300, 1, SPEED))
                        .link(Link.of("cn", "C", "N", 300, 1, SPEED))
                        .build();
        int turn = TestRoads.connector(road, "wc", "cn");
        double speed = road.connectorSpeed(turn);
        LinkCapacity wc = link(empty(1.1 * LANE), "wc");

        assertThat(speed).isLessThan(SPEED);
        assertThat(wc.saturationFlow()).isCloseTo(3600 / (1.75 + 6.3 / speed), within(1e-9));
        assertThat(wc.cause()).isEqualTo(CapacityCause.TURN_SPEED);
    }

    @Test
    void aFileThatWasScaledToTheSampleIsRecognised() {
        sample = 0.1;
        assertThat(link(empty(LANE / 10), "wc").cause()).isEqualTo(CapacityCause.SAMPLE_FACTOR);
        assertThat(link(empty(LANE / 2), "wc").cause()).isEqualTo(CapacityCause.LANES);
    }

    // ---------------------------------------------------------------- runs

    /** Straight on over these links, one every so many seconds, from the kerb lane. */
    private List<Departure> stream(int firstVehicle, int number, double every, String... links) {
        Route route = Route.of(List.of(links).stream().mapToInt(road::getLinkIndex).toArray());
        List<Departure> departures = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            departures.add(Departure.of(firstVehicle + k, 0, k * every, route));
        }
        return departures;
    }

    private CapacityReport run(double fileCapacity, List<Departure> departures) {
        CapacitySurvey survey = survey(link -> fileCapacity);
        MicroSimulation.on(road)
                .signals(signals)
                .demand(List.of(CAR), departures)
                .parameters(MobsimParameters.STANDARD.withTimes(0, 3600).withSampleFactor(sample))
                .events(survey)
                .run();
        return survey.finish();
    }

    private void halfGreen() {
        signals =
                List.of(
                        SignalSystem.of(
                                "s",
                                List.of(new SignalGroup("g", List.of(SignalHead.ofLink("wc")))),
                                new SignalPlan("p", 90, 0, List.of(new GroupGreen("g", 0, 45)))));
    }

    @Test
    void queuesAreMeasured() {
        halfGreen();
        LinkCapacity wc = link(run(LANE, stream(0, 900, 3, "wc", "ce")), "wc");

        assertThat(wc.measuredLanes()).isEqualTo(1);
        assertThat(wc.saturationFlow()).isCloseTo(LANE, within(0.08 * LANE));
        assertThat(wc.saturationFlow()).isNotEqualTo(LANE);
        assertThat(wc.greenShare()).isCloseTo(0.5, within(1e-9));
        assertThat(wc.cause()).isEqualTo(CapacityCause.SIGNAL_SHARE);
    }

    @Test
    void theRatioIsTheProductOfItsFactors() {
        halfGreen();
        CapacityReport report = run(1234, stream(0, 900, 3, "wc", "ce"));

        assertThat(report.links()).isNotEmpty();
        for (LinkCapacity l : report.links()) {
            double product = l.laneFactor() * l.turnFactor() * l.dischargeFactor() * l.greenShare();
            assertThat(l.ratio()).as(l.linkId()).isCloseTo(product, within(1e-9));
        }
    }

    @Test
    void aSampleIsScaledToTheWholePopulation() {
        halfGreen();
        sample = 0.25;
        LinkCapacity wc = link(run(LANE, stream(0, 225, 12, "wc", "ce")), "wc");

        // queues of a quarter are short: where none was long enough, the flow is computed
        assertThat(wc.saturationFlow()).isCloseTo(LANE, within(0.12 * LANE));
    }

    @Test
    void whoGivesWayCarriesLess() {
        road = TestRoads.crossing(1);
        RoadNetwork.Builder ranked = RoadNetwork.builder();
        road.junctions().forEach(ranked::junction);
        for (Link l : road.links()) {
            boolean main = l.id().equals("wc") || l.id().equals("ec");
            ranked.link(l.withRank(main ? 90 : 10));
        }
        road = ranked.build();
        List<Departure> departures = stream(0, 600, 6, "wc", "ce");
        departures.addAll(stream(1000, 900, 4, "sc", "cn"));
        CapacityReport report = run(LANE, departures);

        LinkCapacity minor = link(report, "sc");
        assertThat(minor.measuredLanes()).isEqualTo(1);
        assertThat(minor.dischargeFactor()).isLessThan(0.7);
        assertThat(minor.cause()).isEqualTo(CapacityCause.GIVES_WAY);
        assertThat(link(report, "wc").cause()).isEqualTo(CapacityCause.NONE);
    }

    /** The middle one of three links is this long, and the last one slow. */
    private LinkCapacity beforeASlowLink(double length) {
        road =
                RoadNetwork.builder()
                        .junction(Junction.priority("W", 0, 0))
                        .junction(Junction.priority("C", 300, 0))
                        .junction(Junction.priority("D", 300 + length, 0))
                        .junction(Junction.priority("E", 600 + length, 0))
                        .link(Link.of("wc", "W", "C", 300, 1, SPEED))
                        .link(Link.of("cd", "C", "D", length, 1, SPEED))
                        .link(Link.of("de", "D", "E", 300, 1, 2))
                        .build();
        return link(run(LANE, stream(0, 600, 2.5, "wc", "cd", "de")), "wc");
    }

    @Test
    void aFullLinkAheadIsToBlame() {
        LinkCapacity wc = beforeASlowLink(60);

        assertThat(wc.measuredLanes()).isEqualTo(1);
        assertThat(wc.dischargeFactor()).isLessThan(0.8);
        assertThat(wc.cause()).isEqualTo(CapacityCause.FULL_AHEAD);
    }

    @Test
    void orItsBeingShort() {
        assertThat(beforeASlowLink(40).cause()).isEqualTo(CapacityCause.SHORT_LINK);
    }

    @Test
    void orOtherDrivers() {
        halfGreen();
        VehicleType slow = ParameterSet.CITY_TREIBER.type(VehicleClass.SEMITRAILER);
        CapacitySurvey survey =
                new CapacitySurvey(
                        new CapacitySetting(road, signals, CAR, link -> LANE / 2, 1), v -> slow);
        MicroSimulation.on(road)
                .signals(signals)
                .demand(List.of(slow), stream(0, 900, 3, "wc", "ce"))
                .parameters(MobsimParameters.STANDARD.withTimes(0, 3600))
                .events(survey)
                .run();
        LinkCapacity wc = link(survey.finish(), "wc");

        // trailers of 4 PCU that start like cars
        assertThat(wc.dischargeFactor()).isGreaterThan(1.2);
        assertThat(wc.cause()).isEqualTo(CapacityCause.DRIVERS);
    }

    @Test
    void tablesHaveAColumnForEveryFigure() throws IOException {
        StringBuilder links = new StringBuilder();
        CapacityTables.LINKS.writeCsv(empty(LANE / 2).links(), links);
        StringBuilder groups = new StringBuilder();
        CapacityTables.LANE_GROUPS.writeCsv(empty(LANE).laneGroups(), groups);

        assertThat(links.toString()).startsWith("linkId,linkIndex,laneCount,fileCapacity,");
        assertThat(links.toString()).contains("\nwc,0,1,").contains(",true,LANES,2,1,1\n");
        assertThat(groups.toString()).contains("\nwc,0,0,,1,");
        assertThat(CapacityTables.LINKS.columns())
                .hasSize(LinkCapacity.class.getRecordComponents().length);
        assertThat(CapacityTables.LANE_GROUPS.columns())
                .hasSize(LaneGroupCapacity.class.getRecordComponents().length);
    }
}
