// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.dvrp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.chalaco.contract.RoadLink;
import org.chalaco.contract.ScenarioFiles;
import org.chalaco.matsim.RunChalaco;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.events.Event;
import org.matsim.api.core.v01.network.Link;
import org.matsim.contrib.dynagent.DriverDynLeg;
import org.matsim.contrib.dynagent.DynAction;
import org.matsim.contrib.dynagent.DynActivity;
import org.matsim.contrib.dynagent.DynAgent;
import org.matsim.contrib.dynagent.DynAgentLogic;
import org.matsim.contrib.dynagent.IdleDynActivity;
import org.matsim.contrib.dynagent.run.DynActivityEngine;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.events.handler.BasicEventHandler;
import org.matsim.core.mobsim.framework.AgentSource;
import org.matsim.core.mobsim.framework.listeners.MobsimBeforeSimStepListener;
import org.matsim.core.mobsim.qsim.AbstractQSimModule;
import org.matsim.core.mobsim.qsim.QSim;
import org.matsim.core.mobsim.qsim.components.QSimComponentsConfigGroup;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicleImpl;
import org.matsim.core.utils.misc.OptionalTime;
import org.matsim.vehicles.Vehicle;
import org.matsim.vehicles.VehicleUtils;

/**
 * FEATURE UNDER TEST: a dispatched vehicle may be sent elsewhere while it drives, as long as it was
 * not asked for its next link: asking binds, as in MATSim's DVRP; and it is asked link by link.
 */
class P10_DiversionTest {

    private static final double SEVEN = 7 * 3600;
    private static final String ID = "taxi";

    @TempDir private Path folder;

    /** A leg along a path that may be changed behind the link that was asked for. */
    private static final class Leg implements DriverDynLeg {
        private final List<String> path = new ArrayList<>(List.of("in", "a", "b", "c"));
        private int at;
        private boolean asked;
        private int askedTimes;

        void divert(List<String> rest) {
            int keep = at + (asked ? 2 : 1);
            while (path.size() > keep) {
                path.remove(path.size() - 1);
            }
            path.addAll(rest);
        }

        @Override
        public Id<Link> getNextLinkId() {
            askedTimes += asked ? 0 : 1;
            asked = true;
            return at + 1 < path.size() ? Id.createLinkId(path.get(at + 1)) : null;
        }

        @Override
        public void movedOverNode(Id<Link> newLinkId) {
            at++;
            asked = false;
            if (!newLinkId.toString().equals(path.get(at))) {
                throw new IllegalStateException("not where it was told to go: " + newLinkId);
            }
        }

        @Override
        public Id<Vehicle> getPlannedVehicleId() {
            return Id.createVehicleId(ID);
        }

        @Override
        public Id<Link> getDestinationLinkId() {
            return Id.createLinkId(path.get(path.size() - 1));
        }

        @Override
        public String getMode() {
            return "car";
        }

        @Override
        public void arrivedOnLinkByNonNetworkMode(Id<Link> linkId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalTime getExpectedTravelTime() {
            return OptionalTime.undefined();
        }

        @Override
        public Double getExpectedTravelDistance() {
            return null;
        }
    }

    /** Waits, drives the leg, and is done. */
    private record Logic(Leg leg) implements DynAgentLogic {
        @Override
        public DynAgent getDynAgent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DynActivity computeInitialActivity(DynAgent agent) {
            return new IdleDynActivity("wait", SEVEN);
        }

        @Override
        public DynAction computeNextAction(DynAction old, double now) {
            return old == leg ? new IdleDynActivity("done", Double.POSITIVE_INFINITY) : leg;
        }
    }

    /** Puts the taxi on the road. */
    private static final class Fleet implements AgentSource {
        private final QSim sim;
        private final Leg leg;

        @Inject
        Fleet(QSim sim, Leg leg) {
            this.sim = sim;
            this.leg = leg;
        }

        @Override
        public void insertAgentsIntoMobsim() {
            Vehicle vehicle =
                    VehicleUtils.createVehicle(
                            Id.createVehicleId(ID), VehicleUtils.getDefaultVehicleType());
            sim.addParkedVehicle(new QVehicleImpl(vehicle), Id.createLinkId("in"));
            sim.insertAgentIntoMobsim(
                    new DynAgent(
                            Id.createPersonId(ID),
                            Id.createLinkId("in"),
                            sim.getEventsManager(),
                            new Logic(leg)));
        }
    }

    @Test
    void whoIsDivertedOnTheWayGoesThere() throws Exception {
        ((Logger) LogManager.getRootLogger()).setLevel(Level.WARN);
        new ScenarioFiles()
                .node("0", 0, 0)
                .node("1", 300, 0)
                .node("2", 600, 0)
                .node("3", 900, 0)
                .node("4", 1200, 0)
                .node("5", 900, 300)
                .link(RoadLink.of("in", "0", "1", 300, 13.89))
                .link(RoadLink.of("a", "1", "2", 300, 13.89))
                .link(RoadLink.of("b", "2", "3", 300, 13.89))
                .link(RoadLink.of("c", "3", "4", 300, 13.89))
                .link(RoadLink.of("d", "3", "5", 300, 13.89))
                .set("qsim", "endTime", "08:00:00")
                .write(folder);
        Leg leg = new Leg();
        List<String> way = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Controler controler = RunChalaco.prepare(folder.resolve("config.xml").toString());
        QSimComponentsConfigGroup components =
                ConfigUtils.addOrGetModule(controler.getConfig(), QSimComponentsConfigGroup.class);
        List<String> active = new ArrayList<>(components.getActiveComponents());
        active.add(DynActivityEngine.COMPONENT_NAME);
        active.add("fleet");
        components.setActiveComponents(active);
        controler.addOverridingQSimModule(
                new AbstractQSimModule() {
                    @Override
                    protected void configureQSim() {
                        bind(Leg.class).toInstance(leg);
                        addQSimComponentBinding(DynActivityEngine.COMPONENT_NAME)
                                .to(DynActivityEngine.class);
                        addQSimComponentBinding("fleet").to(Fleet.class);
                    }
                });
        MobsimBeforeSimStepListener dispatcher =
                event -> {
                    if (event.getSimulationTime() == SEVEN + 30) {
                        // on the way over link a, which leads to b anyway
                        leg.divert(leg.asked ? List.of("d") : List.of("b", "d"));
                    }
                };
        controler.addOverridingModule(
                new AbstractModule() {
                    @Override
                    public void install() {
                        addMobsimListenerBinding().toInstance(dispatcher);
                        addEventHandlerBinding()
                                .toInstance((BasicEventHandler) e -> note(e, way, problems));
                    }
                });
        controler.run();

        assertThat(way).containsExactly("a", "b", "d");
        assertThat(problems).isEmpty();
        // once on each of its four links
        assertThat(leg.askedTimes).isEqualTo(4);
    }

    private static void note(Event event, List<String> way, List<String> problems) {
        if (event.getEventType().equals("entered link")) {
            way.add(event.getAttributes().get("link"));
        } else if (event.getEventType().equals("stuckAndAbort")) {
            problems.add(event.toString());
        }
    }
}
