package org.chalaco.tuning.problem;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.problem.TrafficDemand.Traffic;

/**
 * How much more traffic than usual the replications of a search carry, so that no movement of the
 * plans they find lives on the last vehicle per green that this simulator lets through. Engineers
 * do the same when they keep degrees of saturation below 0.9.
 *
 * <p>Each replication draws its own growth, uniform between none and {@code mostGrowth}; each
 * departure is then doubled with that probability, its double leaving up to {@value #APART} s
 * earlier or later. The last comparison is made with usual traffic.
 *
 * @param mostGrowth largest growth, as a share of the usual traffic
 */
public record TrafficReserve(double mostGrowth) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Every replication carries the usual traffic. */
    public static final TrafficReserve NONE = new TrafficReserve(0);

    /** Far enough apart not to be a platoon of doubles, s. */
    private static final double APART = 120;

    public TrafficReserve {
        if (!(mostGrowth >= 0 && mostGrowth <= 1)) {
            throw new IllegalArgumentException(
                    "A reserve of (%s) is not between 0 and 1.".formatted(mostGrowth));
        }
    }

    /**
     * The traffic of the replication with this seed, with its growth. Who is added drives once and
     * makes no further trips; nobody is added before {@code from}, s since midnight.
     */
    public Traffic grown(Traffic usual, long seed, double from) {
        if (mostGrowth == 0) {
            return usual;
        }
        double growth = mostGrowth * RandomStream.of(seed, 0, "growth").nextDouble();
        List<Departure> departures = new ArrayList<>(usual.departures());
        int firstAdded = firstFree(departures);
        int next = firstAdded;
        for (Departure d : usual.departures()) {
            RandomStream random = RandomStream.of(seed, d.vehicleIndex(), "double");
            if (random.nextDouble() < growth) {
                double time = d.time() + APART * (2 * random.nextDouble() - 1);
                departures.add(copy(d, next++, Math.max(from, time)));
            }
        }
        return new Traffic(departures, onlyBefore(firstAdded, usual.following()));
    }

    private static int firstFree(List<Departure> departures) {
        return departures.stream().mapToInt(Departure::vehicleIndex).max().orElse(-1) + 1;
    }

    private static Departure copy(Departure d, int vehicle, double time) {
        return new Departure(
                vehicle,
                d.typeIndex(),
                time,
                d.route(),
                d.departurePosition(),
                d.arrivalPosition());
    }

    private static DepartureSource onlyBefore(int firstAdded, DepartureSource following) {
        return (vehicle, time, schedule) -> {
            if (vehicle < firstAdded) {
                following.onArrival(vehicle, time, schedule);
            }
        };
    }
}
