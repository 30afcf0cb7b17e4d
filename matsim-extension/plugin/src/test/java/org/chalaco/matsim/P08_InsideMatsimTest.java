// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.chalaco.contract.RoadLink;
import org.chalaco.contract.ScenarioFiles;
import org.chalaco.contract.Traveller;
import org.chalaco.matsim.signals.SignalsSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.events.Event;
import org.matsim.api.core.v01.population.Leg;
import org.matsim.contrib.signals.SignalSystemsConfigGroup;
import org.matsim.contrib.signals.builder.Signals;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.events.handler.BasicEventHandler;
import org.matsim.core.mobsim.framework.MobsimAgent;
import org.matsim.core.mobsim.framework.listeners.MobsimAfterSimStepListener;
import org.matsim.core.mobsim.framework.listeners.MobsimBeforeSimStepListener;
import org.matsim.core.mobsim.framework.listeners.MobsimListener;
import org.matsim.core.mobsim.qsim.QSim;
import org.matsim.core.mobsim.qsim.agents.WithinDayAgentUtils;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.population.routes.NetworkRoute;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;
import org.matsim.vis.snapshotwriters.VisLink;

/**
 * FEATURE UNDER TEST: what lives in a MATSim run beside the mobsim goes on: agents re-routed on the
 * way, snapshots, threads; and what is written besides.
 */
class P08_InsideMatsimTest {

    private static final double SEVEN = 7 * 3600;

    @TempDir private Path folder;

    @BeforeEach
    void quiet() {
        ((Logger) LogManager.getRootLogger()).setLevel(Level.WARN);
    }

    /** A road of 300 m that forks: left to the north, straight on to the east. */
    private static ScenarioFiles fork() {
        return new ScenarioFiles()
                .node("w", 0, 0)
                .node("c", 300, 0)
                .node("e", 600, 0)
                .node("n", 300, 300)
                .node("x", 600, 300)
                .link(RoadLink.of("in", "w", "c", 300, 13.89).withLanes(2))
                .link(RoadLink.of("east", "c", "e", 300, 13.89))
                .link(RoadLink.of("north", "c", "n", 300, 13.89))
                .link(RoadLink.of("eastnorth", "e", "x", 300, 13.89))
                .link(RoadLink.of("northeast", "n", "x", 300, 13.89))
                .link(RoadLink.of("home", "x", "w", 900, 13.89));
    }

    private static Traveller traveller(String id, double departure) {
        return Traveller.named(id)
                .home("in", departure)
                .drives("in east eastnorth home")
                .at("work", "home");
    }

    private List<Event> run(ScenarioFiles scenario, MobsimListener listener, String... settings)
            throws IOException {
        Path place = Files.createTempDirectory(folder, "run");
        scenario.write(place);
        List<Event> events = new ArrayList<>();
        Controler controler = MatsimRun.prepare(place, settings);
        controler.addOverridingModule(
                new AbstractModule() {
                    @Override
                    public void install() {
                        addEventHandlerBinding().toInstance((BasicEventHandler) events::add);
                        if (listener != null) {
                            addMobsimListenerBinding().toInstance(listener);
                        }
                    }
                });
        controler.run();
        return events;
    }

    private static List<String> way(List<Event> events, String vehicle) {
        return events.stream()
                .filter(e -> e.getEventType().equals("entered link"))
                .filter(e -> e.getAttributes().get("vehicle").equals(vehicle))
                .map(e -> e.getAttributes().get("link"))
                .toList();
    }

    @Test
    void whoIsRerouttedOnTheWayTakesTheNewWay() throws IOException {
        Consumer<QSim> detour =
                sim -> {
                    MobsimAgent agent = sim.getAgents().get(Id.createPersonId("p"));
                    Leg leg = WithinDayAgentUtils.getModifiableCurrentLeg(agent);
                    ((NetworkRoute) leg.getRoute())
                            .setLinkIds(
                                    Id.createLinkId("in"),
                                    List.of(Id.createLinkId("north"), Id.createLinkId("northeast")),
                                    Id.createLinkId("home"));
                    WithinDayAgentUtils.resetCaches(agent);
                };
        MobsimBeforeSimStepListener atFive =
                event -> {
                    if (event.getSimulationTime() == SEVEN + 5) {
                        detour.accept((QSim) event.getQueueSimulation());
                    }
                };
        List<Event> events = run(fork().person(traveller("p", SEVEN)), atFive);

        assertThat(way(events, "p")).containsExactly("north", "northeast", "home");
        assertThat(events).noneMatch(e -> e.getEventType().equals("stuckAndAbort"));
    }

    @Test
    void snapshotsShowVehiclesWhereTheyAre() throws IOException {
        List<Double> eastings = new ArrayList<>();
        MobsimAfterSimStepListener watch =
                event -> {
                    Netsim netsim = (Netsim) event.getQueueSimulation();
                    List<AgentSnapshotInfo> positions = new ArrayList<>();
                    for (VisLink link : netsim.getNetsimNetwork().getVisLinks().values()) {
                        link.getVisData().addAgentSnapshotInfo(positions);
                    }
                    for (AgentSnapshotInfo p : positions) {
                        assertThat(p.getVehicleId()).isEqualTo(Id.createVehicleId("p"));
                        if (p.getLinkId().equals(Id.createLinkId("east"))) {
                            eastings.add(p.getEasting());
                            assertThat(p.getNorthing()).isBetween(-10.0, 10.0);
                        }
                    }
                };
        run(fork().person(traveller("p", SEVEN)), watch);

        // at 13.89 m/s over 300 m, second by second
        assertThat(eastings).hasSizeBetween(15, 35).isSorted();
        assertThat(eastings.get(0)).isBetween(295.0, 330.0);
        assertThat(eastings.get(eastings.size() - 1)).isBetween(570.0, 605.0);
    }

    @Test
    void vehiclesOnALinkAreThoseOnIt() throws IOException {
        List<Integer> counts = new ArrayList<>();
        MobsimAfterSimStepListener watch =
                event -> {
                    Netsim netsim = (Netsim) event.getQueueSimulation();
                    int driving =
                            netsim.getNetsimNetwork().getNetsimLinks().values().stream()
                                    .mapToInt(l -> l.getAllNonParkedVehicles().size())
                                    .sum();
                    int all =
                            netsim.getNetsimNetwork().getNetsimLinks().values().stream()
                                    .mapToInt(l -> l.getAllVehicles().size())
                                    .sum();
                    assertThat(all).isEqualTo(3);
                    counts.add(driving);
                };
        ScenarioFiles scenario = fork();
        for (int k = 0; k < 3; k++) {
            scenario.person(traveller("p" + k, SEVEN + 10 * k));
        }
        run(scenario, watch);
        assertThat(counts).contains(1, 2, 3);
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
        ScenarioFiles one = fork();
        ScenarioFiles two = fork();
        for (int k = 0; k < 60; k++) {
            one.person(traveller("p" + k, SEVEN + 2 * k));
            two.person(traveller("p" + k, SEVEN + 2 * k));
        }
        List<Event> first = run(one, null);
        List<Event> second = run(two, null, "--config:qsim.numberOfThreads", "2");

        assertThat(first).hasSizeGreaterThan(500);
        assertThat(second.stream().map(Event::toString).toList())
                .isEqualTo(first.stream().map(Event::toString).toList());
    }

    // ---------------------------------------------------------------- what is written

    private static List<String> lines(Path gzip) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip))))) {
            return in.lines().toList();
        }
    }

    @Test
    void exactCrossingsPositionsAndCapacitiesAreWritten() throws IOException {
        List<Event> events =
                run(
                        fork().person(traveller("p", SEVEN)),
                        null,
                        "--config:chalaco.trajectoriesInterval",
                        "1");
        Path output;
        try (var runs = Files.list(folder)) {
            output = runs.findFirst().orElseThrow().resolve("output");
        }
        List<String> crossings = lines(output.resolve("ITERS/it.0/0.chalacoCrossings.csv.gz"));
        List<String> positions = lines(output.resolve("ITERS/it.0/0.chalacoTrajectories.csv.gz"));
        List<String> capacities = Files.readAllLines(output.resolve("chalaco_capacity.csv"));

        assertThat(crossings.get(0)).isEqualTo("time,vehicle,what,link");
        assertThat(crossings).hasSize(1 + 5);
        List<Double> exact =
                crossings.stream()
                        .filter(line -> line.contains("enters link"))
                        .map(line -> Double.parseDouble(line.split(",")[0]))
                        .toList();
        List<Double> inEvents =
                events.stream()
                        .filter(e -> e.getEventType().equals("entered link"))
                        .map(Event::getTime)
                        .toList();
        assertThat(exact).hasSize(3);
        for (int k = 0; k < exact.size(); k++) {
            // a step ends up to a second after the second it is public in
            assertThat(exact.get(k) - inEvents.get(k)).isBetween(0.0, 1.0);
        }
        assertThat(positions).hasSizeGreaterThan(40);
        assertThat(positions.get(1).split(",")).hasSize(9).contains("p", "in");
        assertThat(capacities.get(0)).startsWith("linkId,");
        assertThat(capacities).anyMatch(line -> line.startsWith("in,"));
    }

    // ---------------------------------------------------------------- mistakes

    @Test
    void signalsOfTheQueueModelAreRefusedWithAWayOut() throws IOException {
        Path place = Files.createTempDirectory(folder, "run");
        ScenarioFiles scenario = fork().person(traveller("p", SEVEN));
        scenario.write(place);
        Controler controler =
                MatsimRun.prepare(place, "--config:qsim.usingFastCapacityUpdate", "false");
        ConfigUtils.addOrGetModule(
                        controler.getConfig(),
                        SignalSystemsConfigGroup.GROUP_NAME,
                        SignalSystemsConfigGroup.class)
                .setUseSignalSystems(true);
        SignalsSetup.load(controler.getScenario());
        Signals.configure(controler);
        assertThatThrownBy(controler::run).hasStackTraceContaining("ChalacoSignalsModule");
    }
}
