package org.chalaco.day2day.routing;

import java.util.List;
import org.chalaco.day2day.parallel.ParallelLoop;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Spreads first routes over the network: trips are loaded in parts, each part taking the ways that
 * are fastest with the parts before it on the road (Sheffi, <i>Urban Transportation Networks</i>,
 * 1985, section 5.3). The congestion is that of a volume-delay function per link and bin, see
 * {@link WarmStart}: good enough to keep the first simulated day from locking up, no more.
 *
 * <p>Every n-th trip belongs to the same part, so that parts look alike. Same trips, same routes,
 * on any number of threads. Not thread-safe.
 */
public final class IncrementalAssignment {

    private final RoadNetwork network;
    private final Routing emptyRoad;
    private final ApproachCapacity capacity;
    private final WarmStart warmStart;
    private final double[] volume; // link-major, per bin: PCU
    private final int bins;
    private TravelTimes times;

    /**
     * An assignment on an empty road.
     *
     * @param emptyRoad routing at free speed
     */
    public IncrementalAssignment(
            RoadNetwork network,
            Routing emptyRoad,
            ApproachCapacity capacity,
            WarmStart warmStart) {
        this.network = network;
        this.emptyRoad = emptyRoad;
        this.capacity = capacity;
        this.warmStart = warmStart;
        bins = emptyRoad.travelTimes().binCount();
        volume = new double[network.linkCount() * bins];
        times = emptyRoad.travelTimes();
    }

    /** Loads a trip whose route is known. */
    public void load(RouteRequest request, Route route, double pcu) {
        double now = request.departureTime();
        for (int k = 0; k < route.size(); k++) {
            int link = route.link(k);
            // who parks on the last link does not need its stop line
            if (k < route.size() - 1) {
                volume[link * bins + binOf(now)] += pcu;
            }
            double share = k == 0 ? 1 - request.fromPosition() : 1;
            now += share * times.travelTime(link, now);
        }
    }

    private int binOf(double time) {
        return Math.min(bins - 1, (int) (time / times.binSize()));
    }

    /**
     * Finds a route for every trip.
     *
     * @param pcu what each vehicle counts, PCU; divided by the sample factor if there is one
     * @return routes in the order of the trips; null: no way
     */
    public FoundRoute[] assign(List<RouteRequest> trips, double[] pcu, int threads) {
        FoundRoute[] found = new FoundRoute[trips.size()];
        int parts = Math.max(1, warmStart.batches());
        for (int part = 0; part < parts; part++) {
            times = warmStart.batches() == 0 ? times : congested();
            route(trips, found, part, parts, threads);
            for (int trip = part; trip < found.length; trip += parts) {
                if (found[trip] != null) {
                    load(trips.get(trip), found[trip].route(), pcu[trip]);
                }
            }
        }
        return found;
    }

    private void route(
            List<RouteRequest> trips, FoundRoute[] found, int part, int parts, int threads) {
        Routing routing = emptyRoad.withTravelTimes(times);
        int count = (trips.size() - part + parts - 1) / parts;
        ParallelLoop.run(
                threads,
                count,
                () -> {
                    Router router = routing.newRouter();
                    return k -> {
                        int trip = part + k * parts;
                        found[trip] = router.findRoute(trips.get(trip)).orElse(null);
                    };
                });
    }

    /** Travel times with all that is loaded. */
    public TravelTimes travelTimes() {
        return warmStart.batches() == 0 ? times : congested();
    }

    private TravelTimes congested() {
        double[] seconds = new double[volume.length];
        double perHour = 3600 / times.binSize();
        for (int link = 0; link < network.linkCount(); link++) {
            double free = TravelTimes.freeTime(network, link) + capacity.redWait(link);
            for (int k = link * bins; k < (link + 1) * bins; k++) {
                double load = volume[k] * perHour / capacity.vehPerHour(link);
                double rise = StrictMath.pow(Math.min(1, load), warmStart.beta());
                // what exceeds the capacity queues: half the queue of the bin on average
                double queueing = Math.max(0, load - 1) * times.binSize() / 2;
                seconds[k] = free * (1 + warmStart.alpha() * rise) + queueing;
            }
        }
        return TravelTimes.of(network, times.binSize(), seconds);
    }
}
