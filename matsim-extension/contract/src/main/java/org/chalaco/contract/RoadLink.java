package org.chalaco.contract;

/**
 * A link as the network file gives it.
 *
 * @param id file id
 * @param from node it starts at
 * @param to node it ends at
 * @param length m
 * @param freeSpeed m/s
 * @param lanes number of lanes
 * @param capacity veh/h
 * @param modes who may use it, separated by commas
 */
public record RoadLink(
        String id,
        String from,
        String to,
        double length,
        double freeSpeed,
        int lanes,
        double capacity,
        String modes) {

    /** A lane for cars that no capacity limits, in the queue model or elsewhere. */
    public static RoadLink of(String id, String from, String to, double length, double freeSpeed) {
        return new RoadLink(id, from, to, length, freeSpeed, 1, 3600, "car");
    }

    /** The same with other lanes; capacity grows with them. */
    public RoadLink withLanes(int number) {
        return new RoadLink(
                id, from, to, length, freeSpeed, number, capacity / lanes * number, modes);
    }

    /** The same with another capacity, veh/h. */
    public RoadLink withCapacity(double perHour) {
        return new RoadLink(id, from, to, length, freeSpeed, lanes, perHour, modes);
    }

    /** The same for other modes. */
    public RoadLink withModes(String newModes) {
        return new RoadLink(id, from, to, length, freeSpeed, lanes, capacity, newModes);
    }
}
