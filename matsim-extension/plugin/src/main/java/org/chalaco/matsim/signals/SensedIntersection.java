// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim.signals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalGuard;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.contrib.signals.sensor.LinkSensorManager;

/**
 * What a controller of ours sees of an intersection through MATSim's sensors: vehicles on each
 * approach, and those in its last {@value SignalView#DETECTOR} m by MATSim's reckoning at free
 * speed, which count as queued. Lanes, speeds and room downstream are not known there.
 */
final class SensedIntersection {

    private static final double JAM_SPACING = 7.5;

    private final SignalSystem system;
    private final LinkSensorManager sensors;
    private final Map<String, Double> lastSeen = new LinkedHashMap<>();

    SensedIntersection(SignalSystem system, LinkSensorManager sensors) {
        this.system = system;
        this.sensors = sensors;
        for (String link : links()) {
            lastSeen.put(link, Double.NEGATIVE_INFINITY);
        }
    }

    private Set<String> links() {
        Set<String> links = new TreeSet<>();
        for (SignalGroup group : system.groups()) {
            group.heads().forEach(head -> links.add(head.linkId()));
        }
        return links;
    }

    /** Puts up the sensors; before every run. */
    void register() {
        for (String link : lastSeen.keySet()) {
            sensors.registerNumberOfCarsMonitoring(id(link));
            sensors.registerNumberOfCarsInDistanceMonitoring(id(link), SignalView.DETECTOR);
            lastSeen.put(link, Double.NEGATIVE_INFINITY);
        }
    }

    private static Id<Link> id(String link) {
        return Id.createLinkId(link);
    }

    /** Vehicles that wait for each group. */
    int[] queues(double time) {
        int[] queues = new int[system.groups().size()];
        for (int g = 0; g < queues.length; g++) {
            for (SignalHead head : system.groups().get(g).heads()) {
                queues[g] += near(head.linkId(), time);
            }
        }
        return queues;
    }

    private int near(String link, double time) {
        return sensors.getNumberOfCarsInDistance(id(link), SignalView.DETECTOR, time);
    }

    /** Everything a controller may see now. */
    SignalView view(SignalGuard guard, double time) {
        List<SignalView.Approach> approaches = new ArrayList<>();
        for (String link : lastSeen.keySet()) {
            approaches.add(approach(link, time));
        }
        int[] queues = queues(time);
        List<SignalView.Group> groups = new ArrayList<>();
        double stageSince = time;
        for (int g = 0; g < queues.length; g++) {
            SignalGroup group = system.groups().get(g);
            int vehicles = 0;
            for (SignalHead head : group.heads()) {
                vehicles += sensors.getNumberOfCarsOnLink(id(head.linkId()));
            }
            groups.add(
                    new SignalView.Group(
                            group.id(),
                            guard.aspect(g),
                            time - guard.since(g),
                            queues[g],
                            vehicles));
            boolean own = system.stages().get(guard.stage()).groupIds().contains(group.id());
            stageSince = own ? Math.min(stageSince, guard.since(g)) : stageSince;
        }
        return new SignalView(
                time,
                guard.stage(),
                guard.isSwitching() ? 0 : time - stageSince,
                guard.isSwitching(),
                groups,
                approaches);
    }

    private SignalView.Approach approach(String link, double time) {
        int near = near(link, time);
        if (near > 0) {
            lastSeen.put(link, time);
        }
        int vehicles = sensors.getNumberOfCarsOnLink(id(link));
        return new SignalView.Approach(
                link,
                0,
                vehicles,
                near,
                near * JAM_SPACING,
                Double.NaN,
                0,
                time - lastSeen.get(link),
                List.of());
    }
}
