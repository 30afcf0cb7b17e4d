// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.chalaco.contract.RoadLink;
import org.chalaco.contract.ScenarioFiles;
import org.chalaco.contract.Traveller;
import org.chalaco.matsim.signals.ActuatedControllerFactory;
import org.chalaco.matsim.signals.SignalsSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matsim.api.core.v01.Scenario;
import org.matsim.api.core.v01.events.Event;
import org.matsim.contrib.signals.builder.Signals;
import org.matsim.contrib.signals.controller.fixedTime.DefaultPlanbasedSignalSystemController;
import org.matsim.contrib.signals.controller.laemmerFix.LaemmerSignalController;
import org.matsim.contrib.signals.controller.sylvia.SylviaSignalController;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.events.handler.BasicEventHandler;
import org.matsim.core.scenario.ScenarioUtils;

/**
 * FEATURE UNDER TEST: the controllers of MATSim's signals contrib rule our stop lines, and a
 * controller of ours rules signals on QSim's queues, too.
 *
 * <p>Two roads cross; 300 vehicles come from the west within half an hour, 20 from the south.
 */
class P09_SignalControllersTest {

    private static final double SEVEN = 7 * 3600;
    private static final int FROM_WEST = 300;
    private static final int FROM_SOUTH = 20;

    private static final String PLAN =
            """
            <signalPlan id="%s"><cycleTime sec="%d"/><offset sec="0"/>
            <signalGroupSettings refId="a"><onset sec="0"/><dropping sec="%d"/></signalGroupSettings>
            <signalGroupSettings refId="b"><onset sec="%d"/><dropping sec="%d"/></signalGroupSettings>
            </signalPlan>
            """;
    private static final String FIXED = PLAN.formatted("fixed_time_plan_p", 60, 25, 30, 55);
    private static final String SYLVIA = PLAN.formatted("sylvia_plan_p", 20, 5, 10, 15);

    @TempDir private Path folder;

    @BeforeEach
    void quiet() {
        ((Logger) LogManager.getRootLogger()).setLevel(Level.WARN);
    }

    private ScenarioFiles crossing(String controller, String plans) {
        ScenarioFiles scenario =
                new ScenarioFiles()
                        .node("w", -300, 0)
                        .node("e", 300, 0)
                        .node("n", 0, 300)
                        .node("s", 0, -300)
                        .node("c", 0, 0)
                        .link(RoadLink.of("west", "w", "c", 300, 13.89))
                        .link(RoadLink.of("south", "s", "c", 300, 13.89))
                        .link(RoadLink.of("eastwards", "c", "e", 300, 13.89))
                        .link(RoadLink.of("northwards", "c", "n", 300, 13.89));
        for (int k = 0; k < FROM_WEST; k++) {
            scenario.person(traveller("w" + k, SEVEN + 6 * k, "west", "eastwards"));
        }
        for (int k = 0; k < FROM_SOUTH; k++) {
            scenario.person(traveller("s" + k, SEVEN + 90 * k, "south", "northwards"));
        }
        String open = "<signalSystem refId=\"s\">";
        return scenario.set("qsim", "usingFastCapacityUpdate", "false")
                .set("qsim", "endTime", "09:00:00")
                .set("signalsystems", "useSignalsystems", "true")
                .set("signalsystems", "signalsystems", "systems.xml")
                .set("signalsystems", "signalgroups", "groups.xml")
                .set("signalsystems", "signalcontrol", "control.xml")
                .file(
                        "systems.xml",
                        xml(
                                "signalSystems",
                                "v2.0",
                                "<signalSystem id=\"s\"><signals><signal id=\"a\" linkIdRef=\"west\"/><signal id=\"b\" linkIdRef=\"south\"/></signals></signalSystem>"))
                .file(
                        "groups.xml",
                        xml(
                                "signalGroups",
                                "v2.0",
                                open
                                        + "<signalGroup id=\"a\"><signal refId=\"a\"/></signalGroup><signalGroup id=\"b\"><signal refId=\"b\"/></signalGroup></signalSystem>"))
                .file(
                        "control.xml",
                        xml(
                                "signalControl",
                                "v2.0",
                                open
                                        + "<signalSystemController><controllerIdentifier>"
                                        + controller
                                        + "</controllerIdentifier>"
                                        + plans
                                        + "</signalSystemController></signalSystem>"));
    }

    private static Traveller traveller(String id, double time, String from, String to) {
        return Traveller.named(id).home(from, time).drives(from + " " + to).at("work", to);
    }

    private static String xml(String root, String version, String content) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <%s xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/%s_%s.xsd">
               %s
               </%s>
               """
                .formatted(root, root, version, content, root);
    }

    /** What came of a run: who arrived, and the mean time of those from the west, s. */
    private record Outcome(long arrived, double meanSeconds, long greens) {
        static Outcome of(List<Event> events) {
            double begun = 0;
            double ended = 0;
            for (Event e : events) {
                String person = e.getAttributes().getOrDefault("person", "");
                boolean west = person.startsWith("w");
                begun += west && e.getEventType().equals("departure") ? e.getTime() : 0;
                ended += west && e.getEventType().equals("arrival") ? e.getTime() : 0;
            }
            return new Outcome(
                    events.stream().filter(e -> e.getEventType().equals("arrival")).count(),
                    (ended - begun) / FROM_WEST,
                    events.stream().filter(e -> e.getAttributes().containsValue("GREEN")).count());
        }
    }

    private Outcome onOurRoads(String controller, String plans) throws IOException {
        Path place = Files.createTempDirectory(folder, "chalaco");
        crossing(controller, plans).write(place);
        return run(MatsimRun.prepare(place));
    }

    private Outcome onQueues(String controller, String plans) throws IOException {
        Path place = Files.createTempDirectory(folder, "queue");
        crossing(controller, plans).write(place);
        List<String> args = new ArrayList<>(List.of(place.resolve("config.xml").toString()));
        args.addAll(ScenarioCopy.quiet());
        Scenario scenario =
                ScenarioUtils.loadScenario(ConfigUtils.loadConfig(args.toArray(String[]::new)));
        SignalsSetup.load(scenario);
        Controler controler = new Controler(scenario);
        new Signals.Configurator(controler)
                .addSignalControllerFactory(
                        ActuatedControllerFactory.IDENTIFIER, ActuatedControllerFactory.class);
        return run(controler);
    }

    private static Outcome run(Controler controler) {
        List<Event> events = new ArrayList<>();
        controler.addOverridingModule(
                new AbstractModule() {
                    @Override
                    public void install() {
                        addEventHandlerBinding().toInstance((BasicEventHandler) events::add);
                    }
                });
        controler.run();
        return Outcome.of(events);
    }

    @Test
    void everyControllerOfTheContribServesBothRoads() throws IOException {
        Outcome fixed = onOurRoads(DefaultPlanbasedSignalSystemController.IDENTIFIER, FIXED);
        Outcome sylvia = onOurRoads(SylviaSignalController.IDENTIFIER, FIXED + SYLVIA);
        Outcome laemmer = onOurRoads(LaemmerSignalController.IDENTIFIER, FIXED);

        for (Outcome outcome : List.of(fixed, sylvia, laemmer)) {
            assertThat(outcome.arrived()).isEqualTo(FROM_WEST + FROM_SOUTH);
            assertThat(outcome.greens()).isGreaterThan(20);
        }
        // those that look give the busy road more than its half
        assertThat(sylvia.meanSeconds()).isLessThan(fixed.meanSeconds());
        assertThat(laemmer.meanSeconds()).isLessThan(fixed.meanSeconds());
    }

    @Test
    void aControllerOfOursRulesOnRoadsAndOnQueues() throws IOException {
        Outcome fixed = onOurRoads(DefaultPlanbasedSignalSystemController.IDENTIFIER, FIXED);
        Outcome ours = onOurRoads(ActuatedControllerFactory.IDENTIFIER, FIXED);
        Outcome fixedOnQueues = onQueues(DefaultPlanbasedSignalSystemController.IDENTIFIER, FIXED);
        Outcome oursOnQueues = onQueues(ActuatedControllerFactory.IDENTIFIER, FIXED);

        assertThat(ours.arrived()).isEqualTo(FROM_WEST + FROM_SOUTH);
        assertThat(oursOnQueues.arrived()).isEqualTo(FROM_WEST + FROM_SOUTH);
        assertThat(ours.meanSeconds()).isLessThan(fixed.meanSeconds());
        assertThat(oursOnQueues.meanSeconds()).isLessThan(fixedOnQueues.meanSeconds());
    }
}
