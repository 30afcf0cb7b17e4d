// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import com.google.inject.Inject;
import com.google.inject.Provider;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.Scenario;
import org.matsim.contrib.signals.SignalSystemsConfigGroup;
import org.matsim.contrib.signals.builder.SignalModelFactory;
import org.matsim.contrib.signals.controller.SignalController;
import org.matsim.contrib.signals.data.SignalsData;
import org.matsim.contrib.signals.data.signalcontrol.v20.SignalPlanData;
import org.matsim.contrib.signals.data.signalgroups.v20.SignalGroupData;
import org.matsim.contrib.signals.data.signalsystems.v20.SignalData;
import org.matsim.contrib.signals.data.signalsystems.v20.SignalSystemControllerData;
import org.matsim.contrib.signals.data.signalsystems.v20.SignalSystemData;
import org.matsim.contrib.signals.model.AmberLogicImpl;
import org.matsim.contrib.signals.model.ConflictingDirectionsLogicImpl;
import org.matsim.contrib.signals.model.DatabasedSignal;
import org.matsim.contrib.signals.model.IntergreensLogicImpl;
import org.matsim.contrib.signals.model.Signal;
import org.matsim.contrib.signals.model.SignalGroup;
import org.matsim.contrib.signals.model.SignalGroupImpl;
import org.matsim.contrib.signals.model.SignalSystem;
import org.matsim.contrib.signals.model.SignalSystemsManager;
import org.matsim.contrib.signals.model.SignalSystemsManagerImpl;
import org.matsim.core.api.experimental.events.EventsManager;
import org.matsim.core.config.ConfigUtils;

/** Builds the signal systems of the contrib from the scenario's signals data. */
final class SignalSystemsProvider implements Provider<SignalSystemsManager> {

    private final Scenario scenario;
    private final SignalModelFactory parts;
    private final EventsManager events;
    private final SignalsData data;

    @Inject
    SignalSystemsProvider(Scenario scenario, SignalModelFactory parts, EventsManager events) {
        this.scenario = scenario;
        this.parts = parts;
        this.events = events;
        data = (SignalsData) scenario.getScenarioElement(SignalsData.ELEMENT_NAME);
    }

    @Override
    public SignalSystemsManager get() {
        if (data == null) {
            throw new IllegalStateException(
                    "The scenario has no signals.%nMaybe SignalsSetup.load(scenario) before the controler is made?"
                            .formatted());
        }
        SignalSystemsManager manager = new SignalSystemsManagerImpl(data, events);
        for (SignalSystemData d : data.getSignalSystemsData().getSignalSystemData().values()) {
            SignalSystem system = parts.createSignalSystem(d.getId());
            manager.addSignalSystem(system);
            system.setSignalSystemsManager(manager);
            addSignals(system, d);
            addGroups(system);
            addController(system);
        }
        addLogics(manager);
        return manager;
    }

    private static void addSignals(SignalSystem system, SignalSystemData systemData) {
        for (SignalData signal : systemData.getSignalData().values()) {
            system.addSignal(new DatabasedSignal(signal));
        }
    }

    private void addGroups(SignalSystem system) {
        for (SignalGroupData d :
                data.getSignalGroupsData().getSignalGroupDataBySystemId(system.getId()).values()) {
            SignalGroup group = new SignalGroupImpl(d.getId());
            for (Id<Signal> id : d.getSignalIds()) {
                group.addSignal(system.getSignals().get(id));
            }
            system.addSignalGroup(group);
        }
    }

    private void addController(SignalSystem system) {
        SignalSystemControllerData control =
                data.getSignalControlData()
                        .getSignalSystemControllerDataBySystemId()
                        .get(system.getId());
        SignalController controller =
                parts.createSignalSystemController(control.getControllerIdentifier(), system);
        system.setSignalSystemController(controller);
        if (control.getSignalPlanData() != null) {
            for (SignalPlanData plan : control.getSignalPlanData().values()) {
                controller.addPlan(parts.createSignalPlan(plan));
            }
        }
    }

    private void addLogics(SignalSystemsManager manager) {
        SignalSystemsConfigGroup config =
                ConfigUtils.addOrGetModule(
                        scenario.getConfig(),
                        SignalSystemsConfigGroup.GROUP_NAME,
                        SignalSystemsConfigGroup.class);
        if (config.isUseAmbertimes()) {
            manager.setAmberLogic(new AmberLogicImpl(data.getAmberTimesData()));
        }
        if (config.isUseIntergreenTimes()) {
            events.addHandler(new IntergreensLogicImpl(data.getIntergreenTimesData(), config));
        }
        if (config.getIntersectionLogic().toString().startsWith("CONFLICTING_DIRECTIONS")) {
            events.addHandler(
                    new ConflictingDirectionsLogicImpl(
                            scenario.getNetwork(),
                            scenario.getLanes(),
                            data,
                            config.getActionOnConflictingDirectionViolation()));
        }
    }
}
