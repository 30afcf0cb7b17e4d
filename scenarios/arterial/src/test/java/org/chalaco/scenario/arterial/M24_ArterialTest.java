package org.chalaco.scenario.arterial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: the avenue with eight signals: its files, its lanes, its morning. */
class M24_ArterialTest {

    private static final Path FOLDER = Path.of("");

    private final ArterialTables tables =
            ArterialTables.read(FOLDER.resolve("data"), new Problems());
    private final RoadNetwork network = ArterialRoads.draw(tables);
    private final ArterialDemand demand = new ArterialDemand(tables, network);
    private final List<SignalSystem> signals = ArterialSignals.design(tables, network, demand);

    @Test
    void committedFilesAreUpToDate() {
        assertThat(BuildArterial.files(FOLDER).listStale(FOLDER))
                .as("run BuildArterial scenarios/arterial")
                .isEmpty();
    }

    @Test
    void everySignalHasFourApproachesWithALaneForLeftTurnsAlone() {
        assertThat(signals).hasSize(8);
        for (SignalSystem system : signals) {
            int junction = network.findJunction(system.id());
            int approaches = 0;
            for (int l = 0; l < network.linkCount(); l++) {
                if (network.toJunction(l) == junction) {
                    approaches++;
                    assertThat(network.nextLinkCount(l)).isEqualTo(3);
                    assertThat(turns(network.firstLane(l) + network.laneCount(l) - 1))
                            .containsExactly(Turn.LEFT);
                    assertThat(turns(network.firstLane(l)))
                            .containsExactly(Turn.RIGHT, Turn.THROUGH);
                }
            }
            assertThat(approaches).isEqualTo(4);
        }
    }

    private Set<Turn> turns(int lane) {
        Set<Turn> turns = new TreeSet<>();
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            turns.add(network.turn(c));
        }
        return turns;
    }

    @Test
    void signalsHaveOneCycleAndNoCommonOffset() {
        assertThat(signals).allMatch(s -> s.plan().cycle() == 90);
        assertThat(signals.stream().map(s -> s.plan().offset()).distinct().count())
                .isGreaterThan(5);
        // somewhere left turns are protected, somewhere they give way
        assertThat(signals.stream().map(s -> s.groups().size()).distinct().count())
                .isGreaterThan(1);
    }

    @Test
    void asManyDriveInAsTheTablesSay() {
        double wanted = 1150 + 750;
        for (ArterialTables.Crossing c : tables.crossings()) {
            wanted += c.north().in() + c.south().in();
        }
        double scale = tables.numbers().get("demand_scale") * 1.2;
        List<Person> persons = demand.persons();
        assertThat((double) persons.size()).isCloseTo(scale * wanted, within(1.0));
        long east =
                persons.stream()
                        .filter(p -> lastLink(p).equals("A8.E-E") && firstLink(p).equals("W-A1.W"))
                        .count();
        long west =
                persons.stream()
                        .filter(p -> lastLink(p).equals("A1.W-W") && firstLink(p).equals("E-A8.E"))
                        .count();
        assertThat(east).as("the peak leads east").isGreaterThan(west + 50);
    }

    private String firstLink(Person p) {
        return network.link(p.selectedPlan().legs().get(0).route().firstLink()).id();
    }

    private String lastLink(Person p) {
        return network.link(p.selectedPlan().legs().get(0).route().lastLink()).id();
    }

    @Test
    void theMorningFlowsAndEndsWithEverybodyHome() {
        Problems problems = new Problems();
        MobsimParameters parameters =
                MobsimConfig.read(
                        ConfigReader.read(FOLDER.resolve("config.xml"), problems), problems);
        assertThat(problems.text()).isEmpty();
        List<VehicleType> types = tables.types();
        List<Departure> departures = new ArrayList<>();
        for (Person p : demand.persons()) {
            var plan = p.selectedPlan();
            String mode = plan.legs().get(0).mode();
            int type =
                    types.indexOf(types.stream().filter(t -> t.id().equals(mode)).findAny().get());
            departures.add(
                    Departure.of(
                            departures.size(),
                            type,
                            plan.activities().get(0).endTime(),
                            plan.legs().get(0).route()));
        }
        RunResult run =
                MicroSimulation.on(network)
                        .signals(signals)
                        .demand(types, departures)
                        .parameters(parameters.withCheckMode(CheckMode.FULL))
                        .run();
        assertThat(run.arrived()).isEqualTo(run.departures()).isEqualTo(departures.size());
        assertThat(run.redLightsRun()).isZero();
        double meanMinutes = run.vehicleUpdates() * parameters.stepSeconds() / run.arrived() / 60;
        assertThat(meanMinutes).as("1.7 km at 20 to 35 km/h").isBetween(2.8, 5.2);
    }

    @Test
    void wrongTablesAreNamedAllAtOnce(@TempDir Path copy) throws IOException {
        Files.createDirectories(copy.resolve("data"));
        for (String name : List.of("assumptions.csv", "intersections.csv", "fleet.csv")) {
            String text = Files.readString(FOLDER.resolve("data").resolve(name));
            Files.writeString(
                    copy.resolve("data").resolve(name),
                    text.replace("A4,970", "A4,300").replace("TAXI", "CAB"));
        }
        assertThatThrownBy(() -> BuildArterial.files(copy))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not east of the one before")
                .hasMessageContaining("CAB");
    }
}
