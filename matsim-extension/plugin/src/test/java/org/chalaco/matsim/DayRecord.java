// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.events.LinkLeaveEvent;
import org.matsim.api.core.v01.events.PersonArrivalEvent;
import org.matsim.api.core.v01.events.PersonDepartureEvent;
import org.matsim.api.core.v01.events.PersonStuckEvent;
import org.matsim.api.core.v01.events.handler.LinkLeaveEventHandler;
import org.matsim.api.core.v01.events.handler.PersonArrivalEventHandler;
import org.matsim.api.core.v01.events.handler.PersonDepartureEventHandler;
import org.matsim.api.core.v01.events.handler.PersonStuckEventHandler;
import org.matsim.api.core.v01.population.Person;
import org.matsim.core.controler.events.AfterMobsimEvent;
import org.matsim.core.controler.events.BeforeMobsimEvent;
import org.matsim.core.controler.listener.AfterMobsimListener;
import org.matsim.core.controler.listener.BeforeMobsimListener;

/** What the mobsim made of every iteration: trips, times, link volumes, and its CPU time. */
final class DayRecord
        implements PersonDepartureEventHandler,
                PersonArrivalEventHandler,
                PersonStuckEventHandler,
                LinkLeaveEventHandler,
                BeforeMobsimListener,
                AfterMobsimListener {

    /** One iteration. */
    static final class Day {
        final Map<String, Integer> departures = new TreeMap<>();
        final Map<String, Integer> arrivals = new TreeMap<>();
        final Map<String, Double> seconds = new TreeMap<>();
        final Map<String, Integer> volumes = new TreeMap<>();
        int stuck;
        double cpuSeconds;
        double wallSeconds;

        int departed() {
            return departures.values().stream().mapToInt(Integer::intValue).sum();
        }

        int arrived() {
            return arrivals.values().stream().mapToInt(Integer::intValue).sum();
        }

        double meanSeconds() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum() / arrived();
        }

        int crossings() {
            return volumes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    final List<Day> days = new ArrayList<>();
    private final Set<String> modes;
    private final Map<Id<Person>, Double> underWay = new HashMap<>();
    private Day day;
    private long cpu;
    private long wall;

    DayRecord(Set<String> modes) {
        this.modes = modes;
    }

    @Override
    public void notifyBeforeMobsim(BeforeMobsimEvent event) {
        underWay.clear();
        day = new Day();
        days.add(day);
        cpu = processCpu();
        wall = System.nanoTime();
    }

    @Override
    public void notifyAfterMobsim(AfterMobsimEvent event) {
        day.cpuSeconds = (processCpu() - cpu) / 1e9;
        day.wallSeconds = (System.nanoTime() - wall) / 1e9;
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Override
    public void handleEvent(PersonDepartureEvent event) {
        if (modes.contains(event.getLegMode())) {
            day.departures.merge(event.getLegMode(), 1, Integer::sum);
            underWay.put(event.getPersonId(), event.getTime());
        }
    }

    @Override
    public void handleEvent(PersonArrivalEvent event) {
        Double since = underWay.remove(event.getPersonId());
        if (since != null) {
            day.arrivals.merge(event.getLegMode(), 1, Integer::sum);
            day.seconds.merge(event.getLegMode(), event.getTime() - since, Double::sum);
        }
    }

    @Override
    public void handleEvent(PersonStuckEvent event) {
        if (underWay.remove(event.getPersonId()) != null) {
            day.stuck++;
        }
    }

    @Override
    public void handleEvent(LinkLeaveEvent event) {
        day.volumes.merge(event.getLinkId().toString(), 1, Integer::sum);
    }

    @Override
    public void reset(int iteration) {}
}
