package org.chalaco.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.app.imports.cityflow.CityFlowImport;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: CityFlow's roadnet and flow files become a scenario folder that runs;
 * whatever is wrong with them is told at once.
 *
 * <p>The roads: a cross of four arms, 300 m and two lanes each; straight on and right from all
 * arms, right turns open in every phase.
 */
class J20_CityFlowImportTest {

    @TempDir private Path folder;

    private static final String[] ARMS = {"W", "S", "E", "N"};
    private static final int[][] PLACES = {{-300, 0}, {0, -300}, {300, 0}, {0, 300}};

    private static String roadnet() {
        StringBuilder roads = new StringBuilder();
        StringBuilder turns = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int k = 0; k < 4; k++) {
            String in = ARMS[k] + "_in";
            roads.append(k == 0 ? "" : ",").append(road(in, ARMS[k], "C", PLACES[k], new int[2]));
            roads.append(",").append(road(ARMS[k] + "_out", "C", ARMS[k], new int[2], PLACES[k]));
            turns.append(k == 0 ? "" : ",").append(turn(in, ARMS[(k + 2) % 4] + "_out", 0));
            turns.append(",").append(turn(in, ARMS[(k + 1) % 4] + "_out", 1));
            ends.append(
                    ",{\"id\":\"%s\",\"point\":{\"x\":%d,\"y\":%d},\"virtual\":true,\"roadLinks\":[]}"
                            .formatted(ARMS[k], PLACES[k][0], PLACES[k][1]));
        }
        // road links 0, 2, 4, 6 are straight on; 1, 3, 5, 7 turn right
        String phases =
                "{\"time\":5,\"availableRoadLinks\":[1,3,5,7]},"
                        + "{\"time\":30,\"availableRoadLinks\":[0,4,1,3,5,7]},"
                        + "{\"time\":20,\"availableRoadLinks\":[2,6,1,3,5,7]}";
        return """
                {"intersections":[{"id":"C","point":{"x":0,"y":0},"virtual":false,"roadLinks":[%s],
                "trafficLight":{"lightphases":[%s]}}%s],"roads":[%s]}
                """
                .formatted(turns, phases, ends, roads);
    }

    private static String road(String id, String from, String to, int[] a, int[] b) {
        return """
                {"id":"%s","startIntersection":"%s","endIntersection":"%s",
                "points":[{"x":%d,"y":%d},{"x":%d,"y":%d}],
                "lanes":[{"width":4,"maxSpeed":12.5},{"width":4,"maxSpeed":12.5}]}"""
                .formatted(id, from, to, a[0], a[1], b[0], b[1]);
    }

    private static String turn(String from, String to, int lane) {
        return """
                {"type":"go_straight","startRoad":"%s","endRoad":"%s","laneLinks":[
                {"startLaneIndex":%d,"endLaneIndex":0},{"startLaneIndex":%d,"endLaneIndex":1}]}"""
                .formatted(from, to, lane, lane);
    }

    private static String flow(String route, double interval, int start, int end) {
        return """
                {"vehicle":{"length":5.0,"width":2.0,"maxPosAcc":2.0,"maxNegAcc":4.5,"usualPosAcc":2.0,
                "usualNegAcc":4.5,"minGap":2.5,"maxSpeed":11.0,"headwayTime":2},
                "route":[%s],"interval":%s,"startTime":%d,"endTime":%d}"""
                .formatted(route, interval, start, end);
    }

    private ImportedScenario read(String roads, String flow) throws IOException {
        Path roadnet = Files.writeString(folder.resolve("roadnet.json"), roads);
        Path flows = Files.writeString(folder.resolve("flow.json"), flow);
        return CityFlowImport.read(roadnet, flows, List.of(), new Problems());
    }

    @Test
    void roadsTurnsAndLanes() throws IOException {
        RoadNetwork network =
                read(roadnet(), "[" + flow("\"W_in\",\"E_out\"", 1, 0, 0) + "]").network();
        assertThat(network.linkCount()).isEqualTo(8);
        int west = network.getLinkIndex("W_in");
        assertThat(network.length(west)).isEqualTo(300);
        assertThat(network.freeSpeed(west)).isEqualTo(12.5);
        assertThat(network.connects(west, network.getLinkIndex("E_out"))).isTrue();
        assertThat(network.connects(west, network.getLinkIndex("S_out"))).isTrue();
        assertThat(network.connects(west, network.getLinkIndex("N_out"))).isFalse();
        // CityFlow's lane 1 is the one at the kerb: right turns
        int kerb = network.firstLane(west);
        assertThat(network.findConnector(kerb, network.getLinkIndex("S_out"))).isNotNegative();
        assertThat(network.findConnector(kerb, network.getLinkIndex("E_out"))).isNegative();
    }

    @Test
    void phasesBecomeStagesAndRightTurnsStayFree() throws IOException {
        SignalSystem system =
                read(roadnet(), "[" + flow("\"W_in\",\"E_out\"", 1, 0, 0) + "]").signals().get(0);
        assertThat(system.groups())
                .extracting("id")
                .containsExactly("W_in-E_out", "S_in-N_out", "E_in-W_out", "N_in-S_out");
        assertThat(system.stages()).hasSize(2);
        assertThat(system.plan().cycle()).isEqualTo(30 + 5 + 20 + 5);
        assertThat(system.plan().green("W_in-E_out")).isEqualTo(30);
        assertThat(system.plan().green("N_in-S_out")).isEqualTo(20);
        assertThat(system.intergreens().between("W_in-E_out", "N_in-S_out")).isEqualTo(5);
        assertThat(system.intergreens().between("W_in-E_out", "E_in-W_out")).isZero();
    }

    @Test
    void vehiclesAreThoseOfTheFlow() throws IOException {
        ImportedScenario scenario =
                read(
                        roadnet(),
                        "["
                                + flow("\"W_in\",\"E_out\"", 5, 100, 120)
                                + ","
                                + flow("\"N_in\",\"S_out\"", 1, 7, 7)
                                + "]");
        assertThat(scenario.persons()).hasSize(6);
        assertThat(scenario.persons())
                .extracting(p -> p.selectedPlan().activities().get(0).endTime())
                .containsExactly(7.0, 100.0, 105.0, 110.0, 115.0, 120.0);
        VehicleType type = scenario.vehicles().types().get(0);
        assertThat(scenario.vehicles().types()).hasSize(1);
        assertThat(type.length()).isEqualTo(5);
        assertThat(type.maxSpeed()).isEqualTo(11);
        assertThat(type.driver().timeGap()).isEqualTo(2);
        assertThat(type.driver().standstillGap()).isEqualTo(2.5);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String roads =
                roadnet()
                        .replaceFirst(
                                "\"startIntersection\":\"W\"", "\"startIntersection\":\"Wst\"")
                        .replaceFirst("\"maxSpeed\":12.5", "\"maxSpeed\":\"fast\"")
                        .replaceFirst("\"startLaneIndex\":0", "\"startLaneIndex\":7");
        String flows =
                "["
                        + flow("\"W_in\",\"E_owt\"", 1, 0, 0)
                        + ","
                        + flow("\"W_in\",\"E_out\"", 0, 0, 10)
                        + "]";
        InvalidInputException e =
                catchThrowableOfType(InvalidInputException.class, () -> read(roads, flows));
        assertThat(e.problems().errors())
                .extracting(Problem::toString)
                .anyMatch(m -> m.contains("(Wst)"))
                .anyMatch(m -> m.contains("lanes[0].maxSpeed") && m.contains("fast"))
                .anyMatch(m -> m.contains("startLaneIndex") && m.contains("7"))
                .anyMatch(m -> m.contains("(E_owt)") && m.contains("E_out"))
                .anyMatch(m -> m.contains("CH-IMP-003"))
                .hasSize(5);
    }

    @Test
    void aFileThatIsCutOffIsToldWithItsLine() throws IOException {
        String cut = roadnet().substring(0, 200);
        InvalidInputException e =
                catchThrowableOfType(
                        InvalidInputException.class,
                        () -> read(cut, "[" + flow("\"W_in\"", 1, 0, 0) + "]"));
        assertThat(e.problems().errors())
                .singleElement()
                .extracting(Problem::id)
                .isEqualTo("CH-IMP-001");
        assertThat(e.problems().errors().get(0).line()).isPositive();
    }

    @Test
    void theFolderIsReadAgainAndDriven() throws IOException {
        Path out = folder.resolve("cross");
        ImportedFolder.write(
                out, read(roadnet(), "[" + flow("\"W_in\",\"E_out\"", 5, 0, 100) + "]"));
        RunResult result = drive(out, 900);
        assertThat(result.arrived()).isEqualTo(21);
    }

    /** Data of the literature, where they lie beside the project. */
    @Test
    void jinanIsDrivenWithEveryInvariantChecked() throws IOException {
        Path data = shared().resolve("data/cityflow/jinan_3x4");
        assumeTrue(Files.isDirectory(data), "no CityFlow data beside the project");
        Problems problems = new Problems();
        ImportedScenario jinan =
                CityFlowImport.read(
                        data.resolve("roadnet_3_4.json"),
                        data.resolve("anon_3_4_jinan_real.json"),
                        List.of(1, 2, 3, 4),
                        problems);
        assertThat(problems.text()).isEmpty();
        assertThat(jinan.signals()).hasSize(12);
        assertThat(jinan.persons()).hasSize(6295);
        Path out = folder.resolve("jinan");
        ImportedFolder.write(out, jinan);
        assertThat(drive(out, 400).arrived()).isGreaterThan(50);
    }

    private static Path shared() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("shared/data"))) {
            at = at.getParent();
        }
        return at.resolve("shared");
    }

    private static RunResult drive(Path scenario, double until) {
        ScenarioTraffic day =
                new FirstDay(new ScenarioReader(Path.of("")))
                        .of(
                                new RunRequest(
                                        scenario.toString(),
                                        null,
                                        Map.of(),
                                        List.of(),
                                        null,
                                        null,
                                        false));
        return MicroSimulation.on(day.network())
                .signals(day.signals())
                .demand(day.day().types(), day.day().departures())
                .parameters(day.parameters().withTimes(0, until).withCheckMode(CheckMode.FULL))
                .run();
    }
}
