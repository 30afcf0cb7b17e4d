package org.chalaco.analysis.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.analysis.StillTraffic;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: what vehicles emit, added up by class, link and hour. */
class T04_EmissionCollectorTest {

    private static final VehicleType CAR = VehicleType.CAR;
    private static final VehicleType BUS =
            new VehicleType("bus", VehicleClass.BUS, 12, 20, 3, CAR.driver(), CAR.spread());

    private final RoadNetwork road = TestRoads.straight();
    private final IntPanis petrol = IntPanis.of(EngineType.PETROL_CAR);

    private EmissionCollector.Builder collector(double start) {
        return EmissionCollector.on(road, v -> v == 1 ? BUS : CAR, start);
    }

    /** Second 1: just seen, at 10 m/s; second 2: 12 m/s, so a mean of 11 and 2 m/s². */
    @Test
    void accelerationIsTheChangeOfSpeedOverTheSecond() {
        EmissionCollector emissions = collector(0).build();
        emissions.observe(new StillTraffic(1).onLane(0, 0, 50, 10));
        emissions.observe(new StillTraffic(2).onLane(0, 0, 61, 12));
        EmissionFigures all = emissions.totals().all();
        double byHand = petrol.rate(Pollutant.CO2, 10, 0) + petrol.rate(Pollutant.CO2, 11, 2);
        assertThat(all.grams(Pollutant.CO2)).isCloseTo(byHand, within(1e-9));
        assertThat(all.metres()).isCloseTo(21, within(1e-9));
        assertThat(all.seconds()).isEqualTo(2);
        assertThat(all.litres()).isCloseTo(byHand / 2290, within(1e-12));
        assertThat(all.gramsPerKm(Pollutant.CO2)).isCloseTo(1000 * byHand / 21, within(1e-6));
    }

    @Test
    void classesAndLinksAddUpToTheSame() {
        EmissionCollector emissions = collector(0).build();
        int connector = TestRoads.connector(road, "wc", "ce");
        for (int t = 1; t <= 30; t++) {
            emissions.observe(
                    new StillTraffic(t)
                            .onLane(0, 0, 10 * t, 10)
                            .onLane(1, 1, 5 * t, 5 + t % 3)
                            .onConnector(2, connector, 1, 0));
        }
        EmissionTotals totals = emissions.totals();
        assertThat(totals.classes())
                .extracting(EmissionTotals.OfClass::name)
                .containsExactly("CAR", "BUS");
        for (Pollutant p : Pollutant.values()) {
            double classes = totals.classes().stream().mapToDouble(c -> c.figures().grams(p)).sum();
            double links = totals.links().stream().mapToDouble(l -> l.figures().grams(p)).sum();
            assertThat(links).isCloseTo(totals.all().grams(p), within(1e-9));
            assertThat(classes).isCloseTo(totals.all().grams(p), within(1e-9));
        }
        // who is inside the junction belongs to the link it is entering
        assertThat(totals.links().get(1).linkId()).isEqualTo("ce");
        assertThat(totals.links().get(1).figures().standingSeconds()).isEqualTo(30);
        assertThat(totals.classes().get(0).standingShare()).isEqualTo(0.5);
    }

    @Test
    void warmUpDoesNotCountButIsRemembered() {
        EmissionCollector emissions = collector(0).countFrom(1).build();
        emissions.observe(new StillTraffic(1).onLane(0, 0, 50, 10));
        emissions.observe(new StillTraffic(2).onLane(0, 0, 61, 12));
        assertThat(emissions.totals().all().seconds()).isEqualTo(1);
        assertThat(emissions.totals().all().grams(Pollutant.CO2))
                .isCloseTo(petrol.rate(Pollutant.CO2, 11, 2), within(1e-9));
    }

    @Test
    void hoursAreThoseOfTheClock() {
        EmissionCollector emissions = collector(6.5 * 3600).build();
        double full = 7 * 3600;
        emissions.observe(new StillTraffic(full - 1).onLane(0, 0, 50, 10));
        emissions.observe(new StillTraffic(full).onLane(0, 0, 60, 10));
        emissions.observe(new StillTraffic(full + 1).onLane(0, 0, 70, 10));
        List<EmissionTotals.OfLink> hours =
                emissions.totals().linkIntervals().stream()
                        .filter(l -> l.linkId().equals("wc"))
                        .toList();
        assertThat(hours).extracting(EmissionTotals.OfLink::from).containsExactly(21600.0, 25200.0);
        assertThat(hours).extracting(l -> l.figures().seconds()).containsExactly(2.0, 1.0);
        assertThat(hours.get(1).until()).isEqualTo(full + 1);
    }

    @Test
    void someoneWhoComesAgainIsNotTakenForBraking() {
        EmissionCollector emissions = collector(0).build();
        emissions.observe(new StillTraffic(1).onLane(0, 0, 50, 15));
        emissions.observe(new StillTraffic(2));
        emissions.observe(new StillTraffic(3).onLane(0, 0, 5, 5));
        assertThat(emissions.totals().all().grams(Pollutant.CO2))
                .isCloseTo(
                        petrol.rate(Pollutant.CO2, 15, 0) + petrol.rate(Pollutant.CO2, 5, 0),
                        within(1e-9));
    }

    private EmissionTotals run(int threads, int stepMillis) {
        List<Departure> cars = new PoissonFlow(Route.of(0, 1), 0, 500, 0, 600).departures(4711, 0);
        EmissionCollector emissions = EmissionCollector.on(road, v -> CAR, 0).build();
        MicroSimulation.on(road)
                .demand(List.of(CAR), cars)
                .parameters(
                        MobsimParameters.STANDARD
                                .withTimes(0, 900)
                                .withStepMillis(stepMillis)
                                .withThreads(threads))
                .observe(EmissionCollector.EVERY, emissions)
                .run();
        return emissions.totals();
    }

    /** 600 m each, most of it at 15 m/s; the clock of the mobsim changes little. */
    @Test
    void aRunDrivesWhatItsCarsDrive() {
        int cars = new PoissonFlow(Route.of(0, 1), 0, 500, 0, 600).departures(4711, 0).size();
        EmissionTotals half = run(1, 500);
        EmissionTotals fifth = run(1, 200);
        assertThat(half.all().metres()).isCloseTo(600 * cars, within(0.02 * 600 * cars));
        assertThat(fifth.all().gramsPerKm(Pollutant.CO2))
                .isCloseTo(half.all().gramsPerKm(Pollutant.CO2), within(5.0));
        assertThat(half.all().gramsPerKm(Pollutant.CO2)).isBetween(140.0, 220.0);
    }

    @Test
    void threadsChangeNoBit() {
        EmissionTotals one = run(1, 500);
        EmissionTotals four = run(4, 500);
        for (int l = 0; l < one.links().size(); l++) {
            for (Pollutant p : Pollutant.values()) {
                assertThat(four.links().get(l).figures().grams(p))
                        .isEqualTo(one.links().get(l).figures().grams(p));
            }
        }
        assertThat(one.all().grams(Pollutant.CO2)).isPositive();
    }
}
