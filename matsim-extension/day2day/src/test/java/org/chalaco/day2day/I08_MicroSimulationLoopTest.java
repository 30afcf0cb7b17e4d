package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the loop on real traffic: everyone goes to work and comes back, vehicle by
 * vehicle, with events in order, the same on any number of threads.
 */
class I08_MicroSimulationLoopTest {

    private static final double H = 3600;

    private final RoadNetwork grid = StreetGrid.of(4, 4);
    private final List<Person> persons = shoppers(100);
    private final DayToDayParameters parameters =
            DayToDayParameters.STANDARD
                    .withIterations(0, 1)
                    .withScoring(Commuters.SCORING)
                    .withReplanning(Commuters.REPLANNING);

    /** Keeps results and checks the stream of events. */
    private static final class Watch implements IterationListener {
        final List<IterationResult> results = new ArrayList<>();
        double last;
        int departures;
        int arrivals;
        int entered;
        boolean ordered = true;

        @Override
        public DayEventSink events(int iteration, TripTable trips) {
            last = 0;
            return new DayEventSink() {
                @Override
                public void accept(TrafficEvent event) {
                    see(event.time());
                    entered += event instanceof TrafficEvent.VehicleEntersTraffic ? 1 : 0;
                }

                @Override
                public void accept(AgentEvent event) {
                    see(event.time());
                    departures += event instanceof AgentEvent.PersonDeparture ? 1 : 0;
                    arrivals += event instanceof AgentEvent.PersonArrival ? 1 : 0;
                }
            };
        }

        private void see(double time) {
            ordered &= time >= last;
            last = time;
        }

        @Override
        public void iterationEnds(IterationResult result, LoopState state) {
            results.add(result);
        }
    }

    @Test
    void everyoneGoesAndComesBackEveryDay() {
        Watch watch = new Watch();
        LoopState end = loop(parameters, 1, watch).run();

        assertThat(watch.results).hasSize(2);
        assertThat(watch.ordered).isTrue();
        assertThat(watch.departures).isEqualTo(2 * 200);
        assertThat(watch.arrivals).isEqualTo(2 * 200);
        assertThat(watch.entered).isEqualTo(2 * 200);
        for (IterationResult result : watch.results) {
            assertThat(result.mobsim().arrived()).isEqualTo(200);
            assertThat(result.stuckPersons()).isZero();
            // drivers on 150 m blocks take longer than the free time of a few blocks
            assertThat(result.modes().get(0).meanTravelTime()).isBetween(20.0, 300.0);
            assertThat(result.relativeGap()).isBetween(0.0, 0.5);
        }
        assertThat(end.persons()).allMatch(p -> !Double.isNaN(p.selectedPlan().score()));
    }

    @Test
    void threadsChangeNothing() {
        LoopState one = loop(parameters, 1, IterationListener.NONE).run();
        LoopState two = loop(parameters.withThreads(2), 2, IterationListener.NONE).run();

        assertThat(two).isEqualTo(one);
    }

    private DayToDay loop(DayToDayParameters how, int threads, IterationListener listener) {
        MobsimParameters mobsim =
                MobsimParameters.STANDARD
                        .withCheckMode(CheckMode.FULL)
                        .withTimes(7 * H, 9 * H)
                        .withThreads(threads);
        return DayToDay.on(grid)
                .persons(persons)
                .fleet(Fleet.byMode(List.of(VehicleType.CAR)))
                .mobsim(new MicroSimulationRunner(grid, List.of(), mobsim))
                .parameters(how)
                .listener(listener);
    }

    /** Out between 7:00 and 7:15, at work for five minutes. */
    private List<Person> shoppers(int count) {
        List<Person> shoppers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            RandomStream random = RandomStream.of(9, k, "shopper");
            int home = random.nextInt(grid.linkCount());
            int work = random.nextInt(grid.linkCount());
            Activity morning =
                    new Activity(
                            "home",
                            home,
                            Double.NaN,
                            Double.NaN,
                            7 * H + random.nextInt(900),
                            Double.NaN);
            Activity visit = new Activity("work", work, Double.NaN, Double.NaN, Double.NaN, 300);
            shoppers.add(
                    Person.of(
                            "p" + k,
                            Map.of(),
                            Plan.of(
                                    List.of(
                                            morning,
                                            visit,
                                            Activity.last("home", home, Double.NaN, Double.NaN)),
                                    List.of(Leg.unrouted("car"), Leg.unrouted("car")))));
        }
        return shoppers;
    }
}
