package org.chalaco.formats.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.lanes.LanesReader;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim's signal files become signal systems, and are written so again. */
class J06_SignalsTest {

    private static final double MORNING = 8 * 3600;

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final RoadNetwork network = Fixture.gridNetwork();

    private static SignalFiles grid() {
        return new SignalFiles(
                Fixture.grid("signalSystems.xml"),
                Fixture.grid("signalGroups.xml"),
                Fixture.grid("signalControl.xml"),
                null,
                null);
    }

    private List<SignalSystem> read(SignalFiles files, double time) {
        return SignalsReader.read(files, network, LaneDefinitions.NONE, time, problems);
    }

    private SignalFiles gridWith(String control) {
        return new SignalFiles(
                grid().systems(),
                grid().groups(),
                Fixture.file(folder, "control.xml", control),
                null,
                null);
    }

    @Test
    void systemsGroupsAndPlansAreJoined() {
        List<SignalSystem> systems = read(grid(), MORNING);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(systems).extracting(SignalSystem::id).containsExactly("A", "B");
        assertThat(systems.get(0))
                .isEqualTo(
                        SignalSystem.of(
                                "A",
                                List.of(
                                        new SignalGroup("EW", List.of(head("west", "WA"))),
                                        new SignalGroup("NS", List.of(head("south", "SAA")))),
                                new SignalPlan(
                                        "p",
                                        60,
                                        5,
                                        List.of(
                                                new GroupGreen("NS", 0, 27),
                                                new GroupGreen("EW", 30, 57)))));
        assertThat(systems.get(1).groups().get(0).heads().get(0).toLinkIds()).containsExactly("BE");
    }

    private static SignalHead head(String id, String link) {
        return new SignalHead(id, link, List.of(), Set.of());
    }

    @Test
    void thePlanOfTheTimeOfDayIsTakenAndOthersReported() {
        assertThat(read(grid(), MORNING).get(1).plan().id()).isEqualTo("day");
        assertThat(problems.warnings())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("plan (night) of signal system (B)");
        assertThat(read(grid(), 23 * 3600).get(1).plan().id()).isEqualTo("night");
        assertThat(read(grid(), 3600).get(1).plan().id()).isEqualTo("night");
    }

    @Test
    void amberIsThreeSecondsWhereNoFileSaysSo() {
        assertThat(read(grid(), MORNING)).allMatch(s -> s.amber() == 3 && s.redAmber() == 0);
    }

    @Test
    void redAmberComesOutOfTheGreenAsInMatsim() {
        Path amber =
                Fixture.file(
                        folder,
                        "amber.xml",
                        """
                        <amberTimes xmlns="http://www.matsim.org/files/dtd">
                        <globalDefaults><redAmber seconds="2"/><amber seconds="4"/></globalDefaults>
                        <signalSystem refId="B"><signal refId="east"><amber seconds="5"/></signal></signalSystem>
                        </amberTimes>""");
        SignalFiles files =
                new SignalFiles(grid().systems(), grid().groups(), grid().control(), amber, null);
        List<SignalSystem> systems = read(files, MORNING);
        assertThat(systems.get(0).amber()).isEqualTo(4);
        assertThat(systems.get(1).amber()).isEqualTo(5);
        assertThat(problems.warnings()).anySatisfy(p -> assertThat(p.id()).isEqualTo("CH-SIG-004"));
        FixedTimeController controller = new FixedTimeController(systems.get(0));
        // Offset 5, onset of NS at 0: red-amber from 5 to 7, green until 32, amber until 36.
        assertThat(controller.aspect(1, 4.5)).isEqualTo(Aspect.RED);
        assertThat(controller.aspect(1, 5)).isEqualTo(Aspect.RED_AMBER);
        assertThat(controller.aspect(1, 7)).isEqualTo(Aspect.GREEN);
        assertThat(controller.aspect(1, 31.5)).isEqualTo(Aspect.GREEN);
        assertThat(controller.aspect(1, 32)).isEqualTo(Aspect.AMBER);
        assertThat(controller.aspect(1, 36)).isEqualTo(Aspect.RED);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SignalSystem system =
                new SignalSystem(
                        "A",
                        List.of(
                                new SignalGroup(
                                        "through",
                                        List.of(
                                                new SignalHead(
                                                        "h", "WA", List.of(0), Set.of("AB")))),
                                new SignalGroup(
                                        "left",
                                        List.of(
                                                new SignalHead(
                                                        "g", "WA", List.of(1), Set.of("ANA")))),
                                new SignalGroup("side", List.of(SignalHead.ofLink("SAA")))),
                        List.of(),
                        new IntergreenMatrix(
                                Map.of(
                                        "through", Map.of("side", 5, "left", 3),
                                        "side", Map.of("through", 6))),
                        4,
                        2,
                        new SignalPlan(
                                "p",
                                90,
                                17,
                                List.of(
                                        new GroupGreen("through", 0, 40),
                                        new GroupGreen("left", 20, 40),
                                        new GroupGreen("side", 46, 85))));
        SignalFiles files = SignalFiles.inFolder(folder);
        SignalsWriter.write(files, List.of(system));
        Path lanes = folder.resolve("lanes.xml");
        LanesWriter.write(lanes, network, SignalsWriter.linksWithLanes(List.of(system)));
        assertThat(
                        SignalsReader.read(
                                files,
                                network,
                                LanesReader.read(lanes, problems),
                                MORNING,
                                problems))
                .containsExactly(system);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void aSignalOnAnUndefinedLaneAsksForTheLanesFile() {
        SignalSystem system =
                SignalSystem.of(
                        "A",
                        List.of(
                                new SignalGroup(
                                        "g",
                                        List.of(new SignalHead("h", "WA", List.of(0), Set.of())))),
                        new SignalPlan("p", 60, 0, List.of(new GroupGreen("g", 0, 30))));
        SignalFiles files = SignalFiles.inFolder(folder);
        SignalsWriter.write(files, List.of(system));
        read(files, MORNING);
        assertThat(problems.errors())
                .singleElement()
                .extracting(Problem::remedy)
                .asString()
                .contains("laneDefinitionsFile");
    }

    @Test
    void plansForOneTimeOfDayAreAnError() {
        String[] hours = {"06:00:00", "10:00:00", "22:00:00", "07:00:00", "10:00:00", "22:00:00"};
        StringBuilder plans = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            plans.append(
                    """
                    <signalPlan id="p%d"><start daytime="%s"/><stop daytime="%s"/><cycleTime sec="60"/>
                    <signalGroupSettings refId="NS"><onset sec="0"/><dropping sec="27"/></signalGroupSettings></signalPlan>
                    """
                            .formatted(k, hours[2 * k], hours[2 * k + 1]));
        }
        read(
                gridWith(
                        """
                        <signalControl><signalSystem refId="A"><signalSystemController>
                        <controllerIdentifier>DefaultPlanbasedSignalSystemController</controllerIdentifier>
                        %s</signalSystemController></signalSystem></signalControl>"""
                                .formatted(plans)),
                MORNING);

        // one through the night ends after the morning's begins; what follows on the hour is fine
        assertThat(problems.errors())
                .filteredOn(p -> p.message().contains("hold at the same time"))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.id()).isEqualTo("CH-SIG-001");
                            assertThat(p.message()).contains("(p0) and (p1)", "(A)");
                        });
    }

    @Test
    void plansThatCannotWorkAreReportedAtOnce() {
        read(
                gridWith(
                        """
                        <signalControl>
                        <signalSystem refId="A"><signalSystemController><controllerIdentifier>SylviaSignalControl</controllerIdentifier>
                        <signalPlan id="p"><cycleTime sec="60"/>
                        <signalGroupSettings refId="NS"><onset sec="50"/><dropping sec="70"/></signalGroupSettings>
                        <signalGroupSettings refId="EWW"><onset sec="1"/><dropping sec="2"/></signalGroupSettings>
                        <signalGroupSettings refId="EW"><onset sec="1.5"/></signalGroupSettings>
                        </signalPlan></signalSystemController></signalSystem>
                        <signalSystem refId="B"><signalSystemController><signalPlan id="p"><cycleTime sec="0"/>
                        </signalPlan></signalSystemController></signalSystem>
                        <signalSystem refId="C"/>
                        </signalControl>"""),
                MORNING);
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-012:5",
                        "CH-XML-009:6",
                        "CH-XML-008:6",
                        "CH-SIG-001:4",
                        "CH-XML-009:8",
                        "CH-SIG-001:9",
                        "CH-XML-012:10",
                        "CH-SIG-001:0");
        assertThat(Fixture.warningsAt(problems)).contains("CH-SIG-002:2");
        assertThat(problems.text()).contains("Maybe EW?");
    }

    @Test
    void wrongSystemsAndGroupsAreReportedAtOnce() {
        SignalFiles files =
                new SignalFiles(
                        Fixture.file(
                                folder,
                                "systems.xml",
                                """
                                <signalSystems>
                                <signalSystem id="A"><signals>
                                <signal id="w" linkIdRef="WAX"/>
                                <signal id="x" linkIdRef="WA"><turningMoveRestrictions><toLink refId="BE"/></turningMoveRestrictions></signal>
                                <signal id="x" linkIdRef="WA"/>
                                <signal linkIdRef="SAA"/>
                                </signals></signalSystem>
                                <signalSystem id="B"><signals><signal id="e" linkIdRef="EB"/></signals></signalSystem>
                                </signalSystems>"""),
                        Fixture.file(
                                folder,
                                "groups.xml",
                                """
                                <signalGroups>
                                <signalSystem refId="A"><signalGroup id="g"><signal refId="x"/></signalGroup>
                                <signalGroup id="h"><signal refId="x"/><signal refId="y"/></signalGroup></signalSystem>
                                </signalGroups>"""),
                        grid().control(),
                        null,
                        null);
        assertThat(read(files, MORNING)).extracting(SignalSystem::id).containsExactly("A");
        assertThat(Fixture.errorsAt(problems).subList(0, 6))
                .containsExactly(
                        "CH-XML-012:3",
                        "CH-XML-012:4",
                        "CH-XML-011:5",
                        "CH-XML-008:6",
                        "CH-SIG-003:3",
                        "CH-XML-012:3");
        assertThat(problems.text()).contains("The signal system (B) has no groups.");
    }

    @Test
    void optionalFilesAreOnlyReadWhenNamed() {
        SignalFiles none = new SignalFiles(null, null, null, null, null);
        assertThat(read(none, MORNING)).isEmpty();
        assertThat(Files.exists(folder.resolve("amberTimes.xml"))).isFalse();
        assertThat(problems.hasErrors()).isFalse();
    }
}
