// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import com.google.inject.Injector;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;
import org.matsim.api.core.v01.Scenario;
import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.config.groups.QSimConfigGroup;
import org.matsim.core.config.groups.QSimConfigGroup.VehicleBehavior;
import org.matsim.core.mobsim.qsim.InternalInterface;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;

/** What MATSim's config says of a run, and how a session is started with it. */
final class EngineSetup {

    private static final Logger LOG = LogManager.getLogger(EngineSetup.class);

    private final Scenario scenario;
    private final ChalacoConfigGroup chalaco;
    private final ExactOutput output;
    private final CapacityOutput capacities;

    @Inject
    EngineSetup(
            Scenario scenario, ExactOutput output, CapacityOutput capacities, Injector injector) {
        ForeignSignals.refuse(injector);
        this.scenario = scenario;
        this.output = output;
        this.capacities = capacities;
        chalaco = ConfigUtils.addOrGetModule(scenario.getConfig(), ChalacoConfigGroup.class);
    }

    boolean isMainMode(String mode) {
        return qsim().getMainModes().contains(mode);
    }

    VehicleBehavior vehicleBehavior() {
        return qsim().getVehicleBehavior();
    }

    /** The drivers of vehicle types that do not say how they drive. */
    ParameterSet parameterSet() {
        return ParameterSet.listAll().stream()
                .filter(set -> set.id().equalsIgnoreCase(chalaco.getParameterSet()))
                .findFirst()
                .orElse(ParameterSet.CITY_TREIBER);
    }

    /** Tells of settings of the queue model that mean nothing or something else here. */
    void warn() {
        QueueSettings.warnings(qsim(), chalaco).forEach(LOG::warn);
    }

    /** Starts a session at the time MATSim has reached. */
    Traffic start(
            Netsim netsim,
            InternalInterface matsim,
            ChalacoNetsimNetwork network,
            VehicleTrips trips,
            Places places,
            List<VehicleType> types) {
        MappedNetwork mapped = network.mapped();
        double now = netsim.getSimTimer().getTimeOfDay();
        MatsimEventBridge bridge = new MatsimEventBridge(network, trips, netsim, matsim);
        TransitStops stops = new TransitStops(mapped, trips, places, netsim);
        RoadSignals signals = new RoadSignals(network, lanes());
        MobsimParameters parameters = parameters(now);
        MicroSimulation simulation =
                MicroSimulation.on(mapped.road())
                        .signals(signals.systems())
                        .demand(types, List.of())
                        .parameters(parameters)
                        .guide(new DriverQuestions(mapped, trips, places))
                        .stopService(stops)
                        .events(bridge);
        output.attach(simulation, mapped, trips);
        capacities.attach(
                simulation, mapped, signals.systems(), trips, types, parameters.sampleFactor());
        MobsimSession session = simulation.start();
        RoadChanges changes = new RoadChanges(mapped, session);
        changes.applyAll(now);
        return new Traffic(
                session, bridge, stops, signals, changes, new VehiclePositions(mapped, trips));
    }

    /** Completes the files of a run that is over. */
    void closeOutput() {
        output.close();
        capacities.close();
    }

    private LaneDefinitions lanes() {
        return qsim().isUseLanes() ? MatsimLanes.map(scenario.getLanes()) : LaneDefinitions.NONE;
    }

    private MobsimParameters parameters(double now) {
        Config config = scenario.getConfig();
        Problems problems = new Problems();
        MobsimParameters parameters = chalaco.toMobsimParameters(config, problems);
        problems.throwIfErrors();
        return parameters
                .withTimes(now, Double.MAX_VALUE)
                .withSampleFactor(QueueSettings.sampleFactor(qsim(), chalaco));
    }

    private QSimConfigGroup qsim() {
        return scenario.getConfig().qsim();
    }
}
