package org.chalaco.formats.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.IntergreenMatrix;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: a crossing with a signal, written for SUMO: every link, connector, second of
 * the cycle and vehicle is in it.
 */
class J40_SumoFilesTest {

    private static final String[] ARMS = {"n", "e", "s", "w"};

    @TempDir private Path folder;
    private RoadNetwork network;

    /** Roads of 200 m with two lanes to each side; the western one has a bend. */
    @BeforeEach
    void draw() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        builder.junction(Junction.priority("X", 0, 0));
        double[][] at = {{0, 200}, {200, 0}, {0, -200}, {-200, 0}};
        for (int k = 0; k < ARMS.length; k++) {
            builder.junction(
                    new Junction(ARMS[k], at[k][0], at[k][1], JunctionControl.RIGHT_BEFORE_LEFT));
            double length = ARMS[k].equals("w") ? 260 : 200;
            builder.link(Link.of("to " + ARMS[k], "X", ARMS[k], length, 2, 13.89));
            builder.link(
                    Link.of("from " + ARMS[k], ARMS[k], "X", length, 2, 13.89)
                            .withModes(ARMS[k].equals("s") ? Set.of("bus") : Set.of("car", "bus")));
            builder.forbid("to " + ARMS[k], "from " + ARMS[k]);
        }
        network = builder.build();
    }

    private static SignalSystem signal(int offset) {
        List<SignalGroup> groups = new ArrayList<>();
        for (String arm : ARMS) {
            groups.add(new SignalGroup(arm, List.of(SignalHead.ofLink("from " + arm))));
        }
        SignalPlan plan =
                new SignalPlan(
                        "p",
                        60,
                        offset,
                        List.of(
                                new GroupGreen("n", 0, 25),
                                new GroupGreen("s", 0, 25),
                                new GroupGreen("e", 30, 55),
                                new GroupGreen("w", 40, 55)));
        return new SignalSystem("signal", groups, List.of(), IntergreenMatrix.NONE, 3, 0, plan);
    }

    private List<String> write(String file, SignalSystem... systems) throws IOException {
        SumoFiles files = new SumoFiles(folder, network, List.of(systems));
        files.writeNetwork();
        List<Departure> departures =
                List.of(
                        new Departure(7, 1, 12.5, route("from n", "to s"), 0, 1),
                        new Departure(3, 0, 2, route("from w", "to n"), 0.25, 0.75));
        files.writeTraffic(
                List.of(VehicleType.CAR, ParameterSet.LIMA_CALLAO.type(VehicleClass.SEMITRAILER)),
                departures,
                MobsimParameters.STANDARD.withTimes(0, 3600));
        return Files.readAllLines(folder.resolve(file)).stream().map(String::strip).toList();
    }

    private Route route(String... links) {
        int[] indexes = new int[links.length];
        for (int k = 0; k < links.length; k++) {
            indexes[k] = network.getLinkIndex(links[k]);
        }
        return Route.of(indexes);
    }

    @Test
    void everyLinkHasItsLanesAndLength() throws IOException {
        List<String> edges = write("scenario.edg.xml");
        assertThat(edges).filteredOn(line -> line.startsWith("<edge ")).hasSize(8);
        assertThat(edges).filteredOn(line -> line.contains("numLanes=\"2\"")).hasSize(8);
        // ids without blanks; a length of its own only where the road bends
        assertThat(edges).filteredOn(line -> line.contains(" length=")).hasSize(2);
        assertThat(edges)
                .filteredOn(line -> line.contains("id=\"from_w\""))
                .allMatch(line -> line.contains(" length=\"25") || line.contains(" length=\"24"))
                .hasSize(1);
        assertThat(edges)
                .filteredOn(line -> line.contains("allow=\"bus\""))
                .singleElement()
                .asString()
                .contains("from_s");
    }

    @Test
    void everyConnectorIsAConnectionAndNothingIsGuessed() throws IOException {
        List<String> lines = write("scenario.con.xml");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("<connection from=") && line.contains(" to="))
                .hasSize(network.connectorCount());
        // where no connector leaves a link, that is said
        assertThat(lines)
                .filteredOn(line -> line.startsWith("<connection ") && !line.contains(" to="))
                .hasSize(4);
    }

    @Test
    void nodesAreOfTheirKind() throws IOException {
        assertThat(write("scenario.nod.xml", signal(0)))
                .anyMatch(line -> line.contains("\"X\"") && line.contains("traffic_light"))
                .anyMatch(line -> line.contains("\"n\"") && line.contains("right_before_left"));
        assertThat(write("scenario.nod.xml"))
                .anyMatch(line -> line.contains("\"X\"") && line.contains("\"priority\""));
    }

    @Test
    void everySecondOfTheCycleIsShown() throws IOException {
        for (int offset : new int[] {0, 17}) {
            String shown = unrolled(write("scenario.tll.xml", signal(offset)), 0);
            assertThat(shown).hasSize(60);
            int north = firstOf("from n");
            String states = unrolled(write("scenario.tll.xml", signal(offset)), north);
            for (int second = 0; second < 60; second++) {
                int inCycle = Math.floorMod(second - offset, 60);
                char expected = inCycle < 25 ? 'G' : inCycle < 28 ? 'y' : 'r';
                char found = states.charAt(second);
                assertThat(found == 'g' ? 'G' : found)
                        .as("second %d, offset %d", second, offset)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void leftTurnsGiveWayWhileSomebodyComesAndOnlyThen() throws IOException {
        List<String> lines = write("scenario.tll.xml", signal(0));
        String left = unrolled(lines, leftTurnOf("from e"));
        // the east is green from 30 to 55, the west joins at 40
        assertThat(left.substring(30, 40)).isEqualTo("GGGGGGGGGG");
        assertThat(left.substring(40, 55)).isEqualTo("ggggggggggggggg");
    }

    /** What a connector is shown, a letter a second; at X every connector has a signal. */
    private String unrolled(List<String> lines, int connector) {
        StringBuilder shown = new StringBuilder();
        Pattern phase = Pattern.compile("<phase duration=\"(\\d+)\" state=\"(\\w+)\"/>");
        for (String line : lines) {
            Matcher found = phase.matcher(line);
            if (found.matches()) {
                String one = String.valueOf(found.group(2).charAt(connector));
                shown.append(one.repeat(Integer.parseInt(found.group(1))));
            }
        }
        return shown.toString();
    }

    private int firstOf(String link) {
        return network.firstConnector(network.firstLane(network.getLinkIndex(link)));
    }

    private int leftTurnOf(String link) {
        int lane = network.firstLane(network.getLinkIndex(link)) + 1;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            if (network.turn(c) == Turn.LEFT) {
                return c;
            }
        }
        throw new AssertionError("no left turn from " + link);
    }

    @Test
    void vehiclesHaveTheirTypeWayAndTime() throws IOException {
        List<String> lines = write("scenario.rou.xml");
        assertThat(lines).filteredOn(l -> l.startsWith("<vType ")).hasSize(2);
        assertThat(lines)
                .anyMatch(l -> l.contains("vClass=\"trailer\"") && l.contains("normc(0.85,0.1,"));
        List<String> vehicles = lines.stream().filter(l -> l.startsWith("<vehicle ")).toList();
        // in order of time
        assertThat(vehicles.get(0))
                .contains("id=\"3\"", "type=\"car\"", "depart=\"2\"", "arrivalPos=\"-");
        assertThat(vehicles.get(1))
                .contains("depart=\"12.5\"", "departPos=\"base\"", "arrivalPos=\"max\"");
        assertThat(lines).contains("<route edges=\"from_w to_n\"/>");
    }

    @Test
    void idsThatWouldBecomeOneStayTwo() {
        SumoIds ids = new SumoIds();
        assertThat(ids.of("a b")).isEqualTo("a_b");
        assertThat(ids.of("a_b")).isEqualTo("a_b_2");
        assertThat(ids.of("a b")).isEqualTo("a_b");
        assertThat(ids.of(":x<")).isEqualTo("_x_");
    }

    /** Three connections: a left turner (2) who waits inside, its foe (1), and no foe of it (0). */
    private static final String NET =
            """
            <net version="1.9">
                <junction id="J" type="traffic_light" incLanes="a_0" intLanes=":J_0_0 :J_1_0 :J_3_0" shape="0,0">
                    <request index="0" response="000" foes="000" cont="0"/>
                    <request index="1" response="000" foes="100" cont="0"/>
                    <request index="2" response="010" foes="010" cont="1"/>
                </junction>
                <junction id=":J_3_0" type="internal" x="0.00" y="0.00" incLanes=":J_2_0 a_0" intLanes=":J_0_0 :J_1_0 :K_9_0"/>
            </net>
            """;

    @Test
    void leftTurnersInsideWaitForTheirFoesOnly() throws IOException {
        Path net = Files.writeString(folder.resolve("scenario.net.xml"), NET);
        assertThat(SumoFiles.settleFoes(folder)).isEqualTo(1);
        // what the matrix does not know stays
        assertThat(net)
                .content()
                .isEqualTo(
                        NET.replace(
                                "a_0\" intLanes=\":J_0_0 :J_1_0 :K", "a_0\" intLanes=\":J_1_0 :K"));
        assertThat(SumoFiles.settleFoes(folder)).isZero();
    }

    @Test
    void queuesDischargeAsOursAndWhoGivesWayAtGreenSeesFar() throws IOException {
        List<String> types = write("scenario.rou.xml");
        double tau = VehicleType.CAR.driver().timeGap();
        assertThat(types)
                .filteredOn(line -> line.contains("id=\"car\""))
                .singleElement()
                .asString()
                .contains("tau=\"%s\"".formatted(0.85 * tau));
        assertThat(SumoTraffic.timeGapFactor(CarFollowing.IDM)).isEqualTo(1);
        assertThat(write("scenario.con.xml")).noneMatch(line -> line.contains("visibility"));
        assertThat(write("scenario.con.xml", signal(0)))
                .filteredOn(line -> line.contains("visibility=\"100\""))
                .isNotEmpty();
    }
}
