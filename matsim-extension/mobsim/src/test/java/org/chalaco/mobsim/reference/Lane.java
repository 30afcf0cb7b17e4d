package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.List;

/** A lane; its neighbours are found in the list of its link's lanes, from the kerb. */
final class Lane extends Track {

    final int link;
    final int position;
    final List<Connector> outgoing = new ArrayList<>();
    final List<Connector> incoming = new ArrayList<>();
    List<Lane> linkLanes;

    /** A driver beside who waits to take a connector of this lane, or null. */
    Vehicle claimant;

    /** Whether nobody may enter. */
    boolean closed;

    /** Room that vehicles inside the box before it will need, m. */
    double inbound;

    Lane(int index, int link, int position, double length, double speedLimit) {
        super(index, length, speedLimit);
        this.link = link;
        this.position = position;
    }

    /** First connector to a link, or null. */
    Connector connectorTo(int toLink) {
        return outgoing.stream().filter(c -> c.to.link == toLink).findFirst().orElse(null);
    }

    /** The lane so many places to the left, or null. */
    Lane beside(int toTheLeft) {
        int place = position + toTheLeft;
        return place < 0 || place >= linkLanes.size() ? null : linkLanes.get(place);
    }

    /** Lanes to the nearest that leads to this link, positive to the left; 0 if none does. */
    int nearest(int toLink) {
        for (int k = 0; k < linkLanes.size(); k++) {
            for (int shift : new int[] {k, -k}) {
                if (beside(shift) != null && beside(shift).connectorTo(toLink) != null) {
                    return shift;
                }
            }
        }
        return 0;
    }

    /** Lanes to the nearest beside that leads to an open lane of this link; 0 if none does. */
    int nearestOpen(int toLink) {
        for (int k = 1; k < linkLanes.size(); k++) {
            for (int shift : new int[] {k, -k}) {
                if (beside(shift) != null && beside(shift).leadsToOpen(toLink)) {
                    return shift;
                }
            }
        }
        return 0;
    }

    private boolean leadsToOpen(int toLink) {
        return outgoing.stream().anyMatch(c -> c.to.link == toLink && !c.to.closed);
    }

    /** The vehicle inside the box that reaches this lane next, or null. */
    Vehicle nextInto() {
        Vehicle next = null;
        for (Connector connector : incoming) {
            if (!connector.vehicles.isEmpty()) {
                Vehicle first = connector.vehicles.get(0);
                if (next == null || toEnd(first) < toEnd(next)) {
                    next = first;
                }
            }
        }
        return next;
    }

    private static double toEnd(Vehicle vehicle) {
        return vehicle.track.length - vehicle.position;
    }

    /** Room for one more who would keep the box clear. */
    boolean holds(Vehicle newcomer) {
        if (vehicles.isEmpty() && inbound == 0) {
            return true;
        }
        double room = Math.min(80, length);
        double packed = inbound + newcomer.jamSpace();
        for (int i = vehicles.size() - 1; i >= 0; i--) {
            Vehicle other = vehicles.get(i);
            if (other.position > 80) {
                break;
            }
            if (other.speed < 2.0) {
                room = other.rear();
                break;
            }
            packed += other.jamSpace();
        }
        return packed <= room;
    }

    /** Whether everybody moves on and the first may leave. */
    boolean flows() {
        return vehicles.stream().allMatch(v -> v.speed >= 3.0)
                && (vehicles.isEmpty() || vehicles.get(0).decision == Vehicle.Decision.GO);
    }

    void reserve(Vehicle vehicle) {
        inbound += vehicle.jamSpace();
    }

    void free(Vehicle vehicle) {
        inbound -= vehicle.jamSpace();
        if (inbound < 1e-6) {
            inbound = 0;
        }
    }
}
