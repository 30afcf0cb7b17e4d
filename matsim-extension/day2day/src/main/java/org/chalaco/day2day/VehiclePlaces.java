package org.chalaco.day2day;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Where the vehicles of travellers stand on one day, and who waits for them. In the morning each
 * stands where the first person who drives it begins the day, as in MATSim. Not thread-safe.
 */
final class VehiclePlaces {

    private static final int DRIVEN = -2;

    private final int[] vehicleOfTrip;
    private final String[] names;
    private final int[] standsOn; // link, or DRIVEN
    private final Map<Integer, Deque<Integer>> waiting = new HashMap<>(); // trips, by vehicle

    VehiclePlaces(TripTable trips, Fleet fleet) {
        vehicleOfTrip = new int[trips.tripCount()];
        Arrays.fill(vehicleOfTrip, RoadNetwork.NONE);
        Map<String, Integer> indexes = new HashMap<>();
        String[] ids = new String[trips.tripCount()];
        int[] places = new int[trips.tripCount()];
        for (int trip = 0; trip < vehicleOfTrip.length; trip++) {
            if (trips.leg(trip).route() != null) {
                Person person = trips.persons().get(trips.personIndex(trip));
                String id = fleet.vehicleId(person, trips.leg(trip).mode());
                int next = indexes.size();
                int vehicle = indexes.computeIfAbsent(id, k -> next);
                if (vehicle == next) {
                    ids[vehicle] = id;
                    places[vehicle] = trips.plan(trip).activities().get(0).linkIndex();
                }
                vehicleOfTrip[trip] = vehicle;
            }
        }
        names = Arrays.copyOf(ids, indexes.size());
        standsOn = Arrays.copyOf(places, indexes.size());
    }

    /** Drives away with the vehicle of a trip if it stands on this link. */
    boolean take(int trip, int link) {
        int vehicle = vehicleOfTrip[trip];
        if (standsOn[vehicle] != link) {
            return false;
        }
        standsOn[vehicle] = DRIVEN;
        return true;
    }

    /** Lines up for the vehicle of a trip. */
    void await(int trip) {
        waiting.computeIfAbsent(vehicleOfTrip[trip], v -> new ArrayDeque<>()).add(trip);
    }

    /**
     * The vehicle of a trip stands on this link from now on.
     *
     * @param links first link of every trip that waits
     * @return the first trip that waits for it there, no longer waiting, or -1
     */
    int park(int trip, int link, IntUnaryOperator links) {
        int vehicle = vehicleOfTrip[trip];
        standsOn[vehicle] = link;
        Deque<Integer> queue = waiting.getOrDefault(vehicle, new ArrayDeque<>());
        for (Integer next : queue) {
            if (links.applyAsInt(next) == link) {
                queue.remove(next);
                return next;
            }
        }
        return RoadNetwork.NONE;
    }

    /** What the vehicle of a trip is called. */
    String name(int trip) {
        return names[vehicleOfTrip[trip]];
    }
}
