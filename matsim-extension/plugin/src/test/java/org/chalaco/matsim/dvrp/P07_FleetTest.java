// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.dvrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.chalaco.matsim.ChalacoModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matsim.api.core.v01.Coord;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.Scenario;
import org.matsim.api.core.v01.TransportMode;
import org.matsim.api.core.v01.events.Event;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.network.Network;
import org.matsim.api.core.v01.network.Node;
import org.matsim.api.core.v01.population.Activity;
import org.matsim.api.core.v01.population.Person;
import org.matsim.api.core.v01.population.Plan;
import org.matsim.api.core.v01.population.PopulationFactory;
import org.matsim.contrib.dvrp.examples.onetaxi.OneTaxiModule;
import org.matsim.contrib.dvrp.passenger.PassengerEngineQSimModule.PassengerEngineType;
import org.matsim.contrib.dvrp.run.DvrpConfigGroup;
import org.matsim.contrib.dvrp.run.DvrpModule;
import org.matsim.contrib.dvrp.run.DvrpQSimComponents;
import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.config.groups.PlanCalcScoreConfigGroup.ActivityParams;
import org.matsim.core.config.groups.QSimConfigGroup.StarttimeInterpretation;
import org.matsim.core.config.groups.StrategyConfigGroup.StrategySettings;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.controler.OutputDirectoryHierarchy.OverwriteFileSetting;
import org.matsim.core.events.handler.BasicEventHandler;
import org.matsim.core.network.NetworkUtils;
import org.matsim.core.scenario.ScenarioUtils;

/**
 * FEATURE UNDER TEST: a fleet of MATSim's DVRP, dispatched while it drives, serves its requests on
 * our roads: the taxi is sent, picks up, drives and lets get off.
 */
class P07_FleetTest {

    private static final int SIDE = 4;
    private static final int REQUESTS = 5;

    @TempDir private Path folder;

    @Test
    void aTaxiServesItsRequests() throws Exception {
        List<Event> events = run(true);

        assertThat(count(events, "PassengerRequest scheduled"))
                .as("%s", events.stream().map(Event::getEventType).distinct().toList())
                .isEqualTo(REQUESTS);
        assertThat(count(events, "passenger picked up")).isEqualTo(REQUESTS);
        assertThat(count(events, "passenger dropped off")).isEqualTo(REQUESTS);
        assertThat(count(events, "stuckAndAbort")).isZero();
        assertThat(count(events, "entered link")).isGreaterThan(5 * REQUESTS);
    }

    /** A module given before the fleet's components are chosen does the same as one after. */
    @Test
    void theOrderOfModulesDoesNotMatter() throws Exception {
        assertThat(run(false).stream().map(Event::toString).toList())
                .isEqualTo(run(true).stream().map(Event::toString).toList());
    }

    private static long count(List<Event> events, String type) {
        return events.stream().filter(e -> e.getEventType().equals(type)).count();
    }

    private List<Event> run(boolean last) throws Exception {
        ((Logger) LogManager.getRootLogger()).setLevel(Level.WARN);
        Scenario scenario = scenario();
        Path fleet = folder.resolve("fleet.xml");
        Files.writeString(
                fleet,
                """
                <?xml version="1.0" ?>
                <!DOCTYPE vehicles SYSTEM "http://matsim.org/files/dtd/dvrp_vehicles_v1.dtd">
                <vehicles><vehicle id="taxi_one" start_link="0,0>0,1" t_0="0" t_1="8000"/></vehicles>
                """);
        Controler controler = new Controler(scenario);
        if (!last) {
            controler.addOverridingModule(new ChalacoModule());
        }
        controler.addOverridingModule(new DvrpModule());
        controler.addOverridingModule(
                new OneTaxiModule(fleet.toUri().toURL(), PassengerEngineType.DEFAULT));
        controler.configureQSimComponents(DvrpQSimComponents.activateModes(TransportMode.taxi));
        if (last) {
            controler.addOverridingModule(new ChalacoModule());
        }
        List<Event> events = new ArrayList<>();
        controler.addOverridingModule(
                new AbstractModule() {
                    @Override
                    public void install() {
                        addEventHandlerBinding().toInstance((BasicEventHandler) events::add);
                    }
                });
        controler.run();
        return events;
    }

    private Scenario scenario() {
        Config config = ConfigUtils.createConfig(new DvrpConfigGroup());
        config.controler().setOutputDirectory(folder.resolve("output").toString());
        config.controler().setOverwriteFileSetting(OverwriteFileSetting.deleteDirectoryIfExists);
        config.controler().setLastIteration(0);
        config.controler().setCreateGraphs(false);
        config.controler().setDumpDataAtEnd(false);
        config.qsim().setSimStarttimeInterpretation(StarttimeInterpretation.onlyUseStarttime);
        config.qsim().setEndTime(10_000);
        config.planCalcScore()
                .addActivityParams(new ActivityParams("dummy").setTypicalDuration(86400));
        config.planCalcScore()
                .addModeParams(
                        new org.matsim.core.config.groups.PlanCalcScoreConfigGroup.ModeParams(
                                "taxi"));
        config.strategy()
                .addStrategySettings(
                        new StrategySettings().setStrategyName("KeepLastSelected").setWeight(1));
        Scenario scenario = ScenarioUtils.createScenario(config);
        grid(scenario.getNetwork());
        for (int k = 0; k < REQUESTS; k++) {
            addPassenger(scenario, k);
        }
        return scenario;
    }

    private static void grid(Network network) {
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                NetworkUtils.createAndAddNode(
                        network, Id.createNodeId(x + "," + y), new Coord(200 * x, 200 * y));
            }
        }
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                twoWay(network, x, y, x + 1, y);
                twoWay(network, x, y, x, y + 1);
            }
        }
    }

    private static void twoWay(Network network, int x, int y, int toX, int toY) {
        if (toX < SIDE && toY < SIDE) {
            link(network, x + "," + y, toX + "," + toY);
            link(network, toX + "," + toY, x + "," + y);
        }
    }

    private static void link(Network network, String from, String to) {
        Node a = network.getNodes().get(Id.createNodeId(from));
        Node b = network.getNodes().get(Id.createNodeId(to));
        Link link =
                NetworkUtils.createAndAddLink(
                        network, Id.createLinkId(from + ">" + to), a, b, 200, 13.89, 1800, 1);
        link.setAllowedModes(java.util.Set.of("car"));
    }

    private static void addPassenger(Scenario scenario, int k) {
        PopulationFactory factory = scenario.getPopulation().getFactory();
        Person person = factory.createPerson(Id.createPersonId("passenger" + k));
        Plan plan = factory.createPlan();
        Activity from =
                factory.createActivityFromLinkId(
                        "dummy", Id.createLinkId("%d,1>%d,2".formatted(k % SIDE, k % SIDE)));
        from.setEndTime(300 * k);
        plan.addActivity(from);
        plan.addLeg(factory.createLeg(TransportMode.taxi));
        plan.addActivity(
                factory.createActivityFromLinkId(
                        "dummy",
                        Id.createLinkId("%d,3>%d,2".formatted((k + 2) % SIDE, (k + 2) % SIDE))));
        person.addPlan(plan);
        scenario.getPopulation().addPerson(person);
    }
}
