// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.Collection;
import java.util.List;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RouteStop;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;

/** A running session of the mobsim, and what brings MATSim's changes to it. */
final class Traffic {

    private final MobsimSession session;
    private final MatsimEventBridge bridge;
    private final TransitStops stops;
    private final RoadSignals signals;
    private final RoadChanges changes;
    private final VehiclePositions positions;

    Traffic(
            MobsimSession session,
            MatsimEventBridge bridge,
            TransitStops stops,
            RoadSignals signals,
            RoadChanges changes,
            VehiclePositions positions) {
        this.session = session;
        this.bridge = bridge;
        this.stops = stops;
        this.signals = signals;
        this.changes = changes;
        this.positions = positions;
        stops.tell(session::setStops);
        if (!signals.systems().isEmpty()) {
            signals.showAll(session.signals());
        }
    }

    /** Time reached, s since midnight. */
    double time() {
        return session.time();
    }

    /** Takes the steps until a time, and lets those go on whose drive ended in them. */
    void advance(double toTime) {
        session.advance(toTime);
        bridge.deliver();
    }

    void depart(Departure departure) {
        session.depart(departure);
    }

    /** The stop at which a driver of public transport begins. */
    List<RouteStop> firstStops(MobsimDriverAgent driver) {
        return stops.next(driver, 0);
    }

    void applyChange(int linkIndex, double now) {
        changes.apply(linkIndex, now);
    }

    void showSignals(ChalacoNetsimLink link) {
        signals.show(link, session.signals());
    }

    void addPositions(ChalacoNetsimLink link, Collection<AgentSnapshotInfo> all) {
        all.addAll(positions.on(link.index(), session));
    }

    /** Ends the session. */
    RunResult finish() {
        bridge.close();
        try (session) {
            return session.finish();
        }
    }
}
