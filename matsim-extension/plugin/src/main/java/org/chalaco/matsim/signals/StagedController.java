// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalGuard;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalSystem;
import org.matsim.api.core.v01.Id;
import org.matsim.contrib.signals.controller.AbstractSignalController;
import org.matsim.contrib.signals.controller.SignalController;
import org.matsim.contrib.signals.data.SignalsData;
import org.matsim.contrib.signals.data.signalcontrol.v20.SignalPlanData;
import org.matsim.contrib.signals.model.SignalGroup;
import org.matsim.contrib.signals.sensor.LinkSensorManager;

/**
 * A controller of ours at a signal of MATSim's, on QSim's queues as on our roads: it sees the
 * intersection through MATSim's sensors and chooses among the stages of the plan that the signal
 * control file gives; a guard keeps minimum greens and clearance.
 */
final class StagedController extends AbstractSignalController implements SignalController {

    private static final double NEVER = -1e9;

    private final SignalsData data;
    private final LinkSensorManager sensors;
    private final Function<SignalSystem, org.chalaco.mobsim.signal.SignalController> maker;

    private SignalSystem ours;
    private SensedIntersection intersection;
    private SignalGuard guard;
    private org.chalaco.mobsim.signal.SignalController controller;
    private boolean[] green;

    StagedController(
            SignalsData data,
            LinkSensorManager sensors,
            Function<SignalSystem, org.chalaco.mobsim.signal.SignalController> maker) {
        this.data = data;
        this.sensors = sensors;
        this.maker = maker;
    }

    @Override
    public void simulationInitialized(double time) {
        ours = new StagesOfPlan(data, system).read(plan());
        intersection = new SensedIntersection(ours, sensors);
        intersection.register();
        guard = new SignalGuard(ours, neverTogether(ours), SignalLimits.STANDARD);
        green = new boolean[ours.groups().size()];
        for (int group = 0; group < green.length; group++) {
            guard.takeOver(group, Aspect.RED, NEVER);
            system.scheduleDropping(time, id(group));
        }
        guard.begin();
        controller = maker.apply(ours);
    }

    private SignalPlanData plan() {
        List<SignalPlanData> plans =
                new ArrayList<>(
                        data.getSignalControlData()
                                .getSignalSystemControllerDataBySystemId()
                                .get(system.getId())
                                .getSignalPlanData()
                                .values());
        plans.sort(Comparator.comparing(plan -> plan.getId().toString()));
        return plans.get(0);
    }

    /** Groups that no stage makes green together must not be. */
    private static boolean[][] neverTogether(SignalSystem system) {
        int n = system.groups().size();
        boolean[][] never = new boolean[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                String first = system.groups().get(a).id();
                String second = system.groups().get(b).id();
                never[a][b] =
                        a != b
                                && system.stages().stream()
                                        .noneMatch(
                                                s ->
                                                        s.groupIds().contains(first)
                                                                && s.groupIds().contains(second));
            }
        }
        return never;
    }

    @Override
    public void updateState(double time) {
        guard.decide(
                controller.decide(intersection.view(guard, time)), intersection.queues(time), time);
        guard.advance(time);
        for (int group = 0; group < green.length; group++) {
            boolean now = guard.aspect(group) == Aspect.GREEN;
            if (now && !green[group]) {
                system.scheduleOnset(time, id(group));
            } else if (!now && green[group]) {
                system.scheduleDropping(time, id(group));
            }
            green[group] = now;
        }
    }

    private Id<SignalGroup> id(int group) {
        return Id.create(ours.groups().get(group).id(), SignalGroup.class);
    }
}
