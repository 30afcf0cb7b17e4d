package org.chalaco.scenario.osm;

import java.util.List;
import java.util.Set;

/**
 * A way of the map that cars may use, its tags understood.
 *
 * @param way the way
 * @param name of the street, or empty
 * @param kind class of road
 * @param ramp whether it is a link road of its class
 * @param roundabout whether it is the ring of a roundabout
 * @param forward along the way, or null: closed
 * @param backward against it, or null: closed
 * @param modes who may use it
 * @param remarks what was guessed
 */
record Road(
        OsmWay way,
        String name,
        RoadClass kind,
        boolean ramp,
        boolean roundabout,
        Direction forward,
        Direction backward,
        Set<String> modes,
        List<Remark> remarks) {

    /**
     * One direction of a road.
     *
     * @param lanes number of lanes
     * @param speed m/s
     * @param turnLanes {@code turn:lanes}, from the left, or null
     */
    record Direction(int lanes, double speed, String turnLanes) {

        /** The same lanes leading elsewhere. */
        Direction withTurnLanes(String other) {
            return new Direction(lanes, speed, other);
        }
    }

    /** What was guessed, and why. */
    record Remark(String what, String value, String because) {}

    Road {
        modes = Set.copyOf(modes);
        remarks = List.copyOf(remarks);
    }
}
