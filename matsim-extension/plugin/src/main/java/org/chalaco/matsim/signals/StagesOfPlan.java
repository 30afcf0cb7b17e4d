// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.matsim.contrib.signals.data.SignalsData;
import org.matsim.contrib.signals.data.signalcontrol.v20.SignalGroupSettingsData;
import org.matsim.contrib.signals.data.signalcontrol.v20.SignalPlanData;
import org.matsim.contrib.signals.data.signalsystems.v20.SignalData;

/**
 * Our signal system from MATSim's data. MATSim knows no stages: they are the sets of groups that a
 * fixed-time plan makes green together, in the order of its cycle, those left out that are part of
 * another.
 */
final class StagesOfPlan {

    private final SignalsData data;
    private final org.matsim.contrib.signals.model.SignalSystem matsim;

    StagesOfPlan(SignalsData data, org.matsim.contrib.signals.model.SignalSystem matsim) {
        this.data = data;
        this.matsim = matsim;
    }

    /** The system, with the stages of a plan. */
    SignalSystem read(SignalPlanData plan) {
        int cycle = plan.getCycleTime();
        List<SignalPlan.GroupGreen> greens = new ArrayList<>();
        Map<String, SignalGroupSettingsData> settings = new TreeMap<>();
        plan.getSignalGroupSettingsDataByGroupId()
                .forEach((id, s) -> settings.put(id.toString(), s));
        settings.forEach(
                (id, s) ->
                        greens.add(new SignalPlan.GroupGreen(id, s.getOnset(), s.getDropping())));
        String id = matsim.getId().toString();
        return new SignalSystem(
                id,
                groups(),
                stages(settings, cycle),
                IntergreenMatrix.NONE,
                0,
                0,
                new SignalPlan(plan.getId().toString(), cycle, 0, greens));
    }

    private List<SignalGroup> groups() {
        List<SignalGroup> groups = new ArrayList<>();
        Map<String, List<SignalHead>> heads = new TreeMap<>();
        matsim.getSignalGroups()
                .forEach(
                        (id, group) -> {
                            List<SignalHead> own = new ArrayList<>();
                            group.getSignals()
                                    .keySet()
                                    .forEach(
                                            signal ->
                                                    own.add(
                                                            head(
                                                                    data.getSignalSystemsData()
                                                                            .getSignalSystemData()
                                                                            .get(matsim.getId())
                                                                            .getSignalData()
                                                                            .get(signal))));
                            heads.put(id.toString(), own);
                        });
        heads.forEach((id, own) -> groups.add(new SignalGroup(id, own)));
        return groups;
    }

    private static SignalHead head(SignalData signal) {
        Set<String> toLinks = new TreeSet<>();
        if (signal.getTurningMoveRestrictions() != null) {
            signal.getTurningMoveRestrictions().forEach(link -> toLinks.add(link.toString()));
        }
        return SignalHead.ofMovements(
                signal.getId().toString(), signal.getLinkId().toString(), toLinks);
    }

    private static List<Stage> stages(Map<String, SignalGroupSettingsData> settings, int cycle) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        for (int second = 0; second < cycle; second++) {
            Set<String> green = new TreeSet<>();
            for (Map.Entry<String, SignalGroupSettingsData> s : settings.entrySet()) {
                if (isGreen(s.getValue(), second, cycle)) {
                    green.add(s.getKey());
                }
            }
            if (!green.isEmpty()) {
                sets.add(green);
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (Set<String> set : sets) {
            boolean part = sets.stream().anyMatch(other -> other != set && other.containsAll(set));
            if (!part) {
                stages.add(
                        new Stage(
                                Integer.toString(stages.size() + 1),
                                List.copyOf(set),
                                new StageTiming(0, cycle)));
            }
        }
        return stages;
    }

    private static boolean isGreen(SignalGroupSettingsData s, int second, int cycle) {
        int green = Math.floorMod(s.getDropping() - s.getOnset(), cycle);
        return green == 0 || Math.floorMod(second - s.getOnset(), cycle) < green;
    }
}
