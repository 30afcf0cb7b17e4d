package org.chalaco.scenario.od;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.scoring.ActivityParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.od.CountTarget.Passage;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: demand is rebuilt from counts with the simulator in the loop, and persons are
 * made of it.
 */
class V05_DemandEstimationTest {

    /** A cross: each arm is a zone, with a way in and a way out. */
    private static final RoadNetwork CROSS = cross();

    private static final String[] ARMS = {"w", "n", "e", "s"};

    private static RoadNetwork cross() {
        RoadNetwork.Builder builder =
                RoadNetwork.builder()
                        .junction(Junction.priority("m", 0, 0))
                        .junction(Junction.priority("w", -500, 0))
                        .junction(Junction.priority("n", 0, 500))
                        .junction(Junction.priority("e", 500, 0))
                        .junction(Junction.priority("s", 0, -500));
        for (String arm : new String[] {"w", "n", "e", "s"}) {
            builder.link(Link.of(arm + "-in", arm, "m", 500, 1, 14));
            builder.link(Link.of(arm + "-out", "m", arm, 500, 1, 14));
        }
        return builder.build();
    }

    private static final LinkZones ZONES =
            new LinkZones(CROSS.links().stream().map(l -> l.id().substring(0, 1)).toList());

    private static Person person(String id, String from, String to, double time) {
        int a = CROSS.getLinkIndex(from + "-in");
        int b = CROSS.getLinkIndex(to + "-out");
        return Person.of(
                id,
                Map.of(),
                Plan.of(
                        List.of(
                                new Activity("home", a, -1, -1, time, Double.NaN),
                                Activity.last("work", b, -1, -1)),
                        List.of(Leg.unrouted("car"))));
    }

    /** So many persons between each two arms, in the hour from seven. */
    private static List<Person> population(int each) {
        List<Person> persons = new ArrayList<>();
        for (String from : ARMS) {
            for (String to : ARMS) {
                for (int k = 0; k < each && !from.equals(to); k++) {
                    persons.add(person(from + to + k, from, to, 25200 + 3600.0 * k / each));
                }
            }
        }
        return persons;
    }

    private static PopulationCells cells(List<Person> persons) {
        return PopulationCells.of(persons, ZONES, Set.of("car"), 1800);
    }

    @Test
    void personsBelongToTheCellOfTheirTrip() {
        PopulationCells cells = cells(population(10));

        assertThat(cells.matrix().cells()).hasSize(24);
        assertThat(cells.matrix().trips()).containsOnly(5);
        assertThat(cells.matrix().cells().get(0)).isEqualTo(new OdCell("e", "n", "car", 14));
    }

    @Test
    void buildersDropCopyAndMakePersons() {
        PopulationCells cells = cells(population(10));
        DemandBuilder builder = new DemandBuilder(CROSS, ZONES, cells, 1);
        double[] trips = cells.matrix().trips();
        trips[0] = 2;
        trips[1] = 8.5;
        trips[2] = 4.5;
        DemandBuilder.Built built = builder.build(trips);

        double[] perCell = built.perCell(24);
        assertThat(perCell[0]).isEqualTo(2);
        assertThat(perCell[1] + perCell[2]).isEqualTo(13);
        assertThat(built.persons().stream().map(Person::id)).doesNotHaveDuplicates();
        assertThat(built.persons())
                .allMatch(
                        p -> {
                            double t = p.selectedPlan().activities().get(0).endTime();
                            return t >= 25200 && t < 28800;
                        });
        assertThat(builder.build(trips).persons()).isEqualTo(built.persons());

        DemandBuilder fresh = new DemandBuilder(CROSS, ZONES, cells.matrix(), 1);
        List<Person> made = fresh.build(cells.matrix().trips()).persons();
        assertThat(made).hasSize(120);
        assertThat(cells(made).matrix().cells()).hasSize(24);
    }

    private static DemandEstimation.World world() {
        MobsimParameters mobsim = MobsimParameters.STANDARD.withTimes(25200, 32400);
        return new DemandEstimation.World(
                CROSS,
                List.of(),
                Fleet.of(VehicleType.CAR),
                DayToDayParameters.STANDARD.withScoring(
                        ScoringParameters.STANDARD.withUtility(
                                new UtilityParameters(
                                        6,
                                        -18,
                                        0,
                                        0,
                                        1,
                                        Map.of(
                                                "home",
                                                ActivityParameters.of("home", 43200),
                                                "work",
                                                ActivityParameters.of("work", 28800)),
                                        Map.of()))),
                new MicroSimulationRunner(CROSS, List.of(), mobsim));
    }

    private static CountTarget count(String from, String to, double vehicles) {
        Passage passage =
                new Passage(CROSS.getLinkIndex(from + "-in"), CROSS.getLinkIndex(to + "-out"));
        return new CountTarget(
                from + to,
                List.of(passage),
                25200,
                32400,
                null,
                vehicles,
                CountTarget.usualError(vehicles));
    }

    /** All turns are counted but two: those come from the prior. */
    @Test
    void turnsAreRebuiltWithTheSimulatorInTheLoop() {
        List<CountTarget> fitted = new ArrayList<>();
        List<CountTarget> heldOut = new ArrayList<>();
        for (String from : ARMS) {
            for (String to : ARMS) {
                if (!from.equals(to)) {
                    int truth = from.equals("w") ? 100 : 10;
                    (from.equals("s") && !to.equals("n") ? heldOut : fitted)
                            .add(count(from, to, truth));
                }
            }
        }
        List<DemandRound> told = new ArrayList<>();
        DemandEstimation.Result result =
                new DemandEstimation(
                                world(),
                                new DemandBuilder(CROSS, ZONES, cells(population(30)), 1),
                                fitted,
                                heldOut,
                                new DemandEstimation.Settings(OdEstimator.entropy(), 20, 4, 2, 0),
                                told::add)
                        .run();

        assertThat(told).hasSizeBetween(2, 5);
        assertThat(told.get(0).fitted().shareGood()).isLessThan(0.9);
        assertThat(result.best().fitted().shareGood()).isEqualTo(1);
        assertThat(result.best().misfit()).isLessThan(0.2 * told.get(0).misfit());
        assertThat(result.best().heldOut().rows()).hasSize(2);
        assertThat(result.matrix().total()).isCloseTo(3 * 100 + 7 * 10 + 2 * 30, within(35.0));
        assertThat(result.persons()).hasSize((int) result.best().trips());
    }

    @Test
    void theSameSeedGivesTheSameDemand() {
        List<CountTarget> counts = List.of(count("w", "e", 70), count("n", "s", 10));
        List<List<Person>> twice = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            twice.add(
                    new DemandEstimation(
                                    world(),
                                    new DemandBuilder(CROSS, ZONES, cells(population(10)), 9),
                                    counts,
                                    List.of(),
                                    new DemandEstimation.Settings(
                                            OdEstimator.leastSquares(), 20, 1, 1, 0),
                                    round -> {})
                            .run()
                            .persons());
        }
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }
}
