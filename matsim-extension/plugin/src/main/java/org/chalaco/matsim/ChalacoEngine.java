// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import java.util.Collection;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.Scenario;
import org.matsim.api.core.v01.events.PersonEntersVehicleEvent;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.population.Person;
import org.matsim.core.mobsim.framework.MobsimAgent;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.InternalInterface;
import org.matsim.core.mobsim.qsim.interfaces.DepartureHandler;
import org.matsim.core.mobsim.qsim.interfaces.MobsimEngine;
import org.matsim.core.mobsim.qsim.interfaces.MobsimVehicle;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.mobsim.qsim.interfaces.NetsimNetwork;
import org.matsim.core.mobsim.qsim.qnetsimengine.NetsimEngine;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;

/**
 * The network engine that takes the place of QSim's: vehicles follow each other, change lanes, give
 * way and stop at signals, as {@code chalaco-mobsim} says.
 *
 * <p>Every second of MATSim it takes the steps of that second. All calls come from MATSim's thread.
 * Methods that have other names in other releases of MATSim are declared under all of them.
 */
final class ChalacoEngine implements MobsimEngine, NetsimEngine, DepartureHandler, LinkHost {

    /** Name of the component in {@code qsim_components}. */
    static final String COMPONENT_NAME = "ChalacoEngine";

    private static final Logger LOG = LogManager.getLogger(ChalacoEngine.class);

    private final Netsim netsim;
    private final EngineSetup setup;
    private final ChalacoNetsimNetwork network;
    private final VehicleTrips trips = new VehicleTrips();
    private final Places places;
    private final MatsimVehicleTypes types;
    private final Problems problems = new Problems();
    private InternalInterface matsim;
    private Traffic traffic;
    private boolean over;

    @Inject
    ChalacoEngine(Netsim netsim, MappedNetwork mapped, EngineSetup setup) {
        this.netsim = netsim;
        this.setup = setup;
        Scenario scenario = netsim.getScenario();
        network = new ChalacoNetsimNetwork(scenario.getNetwork(), mapped, this);
        places = new Places(mapped);
        types = new MatsimVehicleTypes(setup.parameterSet(), problems);
        scenario.getVehicles().getVehicleTypes().values().forEach(types::add);
        scenario.getTransitVehicles().getVehicleTypes().values().forEach(types::add);
    }

    @Override
    public void setInternalInterface(InternalInterface internalInterface) {
        matsim = internalInterface;
    }

    /** Release 15 to 2025. */
    public void onPrepareSim() {
        setup.warn();
    }

    /** Release 2026. */
    public void beforeMobsim() {
        onPrepareSim();
    }

    // ---------------------------------------------------------------- steps

    @Override
    public void doSimStep(double time) {
        traffic().advance(time + netsim.getSimTimer().getSimTimestepSize());
    }

    /** Starts when the first driver departs or the first second passes: all vehicles are known. */
    private Traffic traffic() {
        if (traffic == null) {
            problems.throwIfErrors();
            traffic = setup.start(netsim, matsim, network, trips, places, types.types());
        }
        return traffic;
    }

    /** Release 15 to 2025; a release that calls it under both names is answered once. */
    public void afterSim() {
        if (over) {
            return;
        }
        over = true;
        if (traffic != null) {
            RunResult result = traffic.finish();
            setup.closeOutput();
            LOG.info(
                    "{} departures, {} arrived, {} on the road at the end, {} never found a gap to enter, {} taken off the road as hopeless, {} turned from a wrong lane.",
                    result.departures(),
                    result.arrived(),
                    result.onRoadAtEnd(),
                    result.waitingOutsideAtEnd(),
                    result.removedAsHopeless(),
                    result.wrongLaneTurns());
        }
        new StuckAtEnd(netsim).report(network);
    }

    /** Release 2026. */
    public void afterMobsim() {
        afterSim();
    }

    // ---------------------------------------------------------------- vehicles and agents

    @Override
    public void addParkedVehicle(MobsimVehicle vehicle, Id<Link> linkId) {
        QVehicle ours = (QVehicle) vehicle;
        types.add(ours.getVehicle().getType());
        ChalacoNetsimLink link = network.getLink(linkId);
        trips.add(ours, types.getIndex(ours.getVehicle().getType()), link.index());
        link.park(ours);
    }

    @Override
    public void registerAdditionalAgentOnLink(MobsimAgent agent) {
        if (agent.getCurrentLinkId() != null) {
            network.getLink(agent.getCurrentLinkId()).register(agent);
        }
    }

    @Override
    public MobsimAgent unregisterAdditionalAgentOnLink(Id<Person> agentId, Id<Link> linkId) {
        return linkId == null ? null : network.getLink(linkId).unregister(agentId);
    }

    @Override
    public NetsimNetwork getNetsimNetwork() {
        return network;
    }

    // ---------------------------------------------------------------- departures

    @Override
    public boolean handleDeparture(double now, MobsimAgent agent, Id<Link> linkId) {
        if (!setup.isMainMode(agent.getMode())) {
            return false;
        }
        if (!(agent instanceof MobsimDriverAgent driver)) {
            throw new UnsupportedOperationException(
                    "The agent (%s) of mode (%s) cannot drive."
                            .formatted(agent.getId(), agent.getMode()));
        }
        ChalacoNetsimLink link = network.getLink(linkId);
        QVehicle vehicle = link.unpark(driver.getPlannedVehicleId());
        if (vehicle != null) {
            depart(driver, vehicle, link);
        } else {
            new MissingVehicle(network, trips, setup.vehicleBehavior(), this)
                    .resolve(driver, link, now);
        }
        return true;
    }

    @Override
    public void depart(MobsimDriverAgent driver, QVehicle vehicle, ChalacoNetsimLink link) {
        vehicle.setDriver(driver);
        driver.setVehicle(vehicle);
        double now = netsim.getSimTimer().getTimeOfDay();
        netsim.getEventsManager()
                .processEvent(new PersonEntersVehicleEvent(now, driver.getId(), vehicle.getId()));
        VehicleLink.set(vehicle, link.getLink());
        link.enter(vehicle);
        int index = trips.getIndex(vehicle.getId());
        VehicleTrip trip = trips.trip(index);
        trip.begin(driver, link.index());
        double position = places.departure(trip, driver, link.index());
        trip.placeAt(link.index(), position);
        traffic()
                .depart(
                        new Departure(
                                index,
                                trip.typeIndex(),
                                Math.max(now, traffic().time()),
                                Route.of(link.index()),
                                position,
                                1,
                                traffic().firstStops(driver)));
    }

    // ---------------------------------------------------------------- links

    @Override
    public void changed(ChalacoNetsimLink link) {
        if (traffic != null) {
            traffic.applyChange(link.index(), netsim.getSimTimer().getTimeOfDay());
        }
    }

    @Override
    public void signalChanged(ChalacoNetsimLink link) {
        if (traffic != null) {
            traffic.showSignals(link);
        }
    }

    @Override
    public void addPositions(ChalacoNetsimLink link, Collection<AgentSnapshotInfo> positions) {
        if (traffic != null) {
            traffic.addPositions(link, positions);
        }
    }
}
