package org.chalaco.day2day.routing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Routing on one network at the travel times of one day: the part that all threads share. Every
 * thread takes its own {@link #newRouter() router} from it.
 *
 * <p>The search is A* led by what is left to go. On networks of up to {@value #EXACT_BOUNDS_UP_TO}
 * links the landmark algorithms use something better than landmarks: the exact cost on the empty
 * road, worked out once per destination; on larger ones 16 landmarks. On a grid of 1520 links with
 * a jammed peak a route took 78 us by Dijkstra, 58 us by landmarks and 36 us by exact bounds (one
 * core). Immutable but for that cache; thread-safe.
 */
public final class Routing {

    /** Up to so many links a table per destination is cheaper than landmarks. */
    static final int EXACT_BOUNDS_UP_TO = 8000;

    private static final int LANDMARKS = 16;

    private final RoadNetwork network;
    private final Map<String, ModeNetwork> modeNetworks;
    private final RemainingCost remaining;
    private final TravelTimes times;

    private Routing(
            RoadNetwork network,
            Map<String, ModeNetwork> modeNetworks,
            RemainingCost remaining,
            TravelTimes times) {
        this.network = network;
        this.modeNetworks = modeNetworks;
        this.remaining = remaining;
        this.times = times;
    }

    /**
     * Routing on the empty road.
     *
     * @param approaches waits at signals, for the Havana study's search
     * @param binSize of the travel times, s
     */
    public static Routing of(
            RoadNetwork network,
            List<NetworkMode> modes,
            ApproachCapacity approaches,
            RoutingAlgorithm algorithm,
            double binSize) {
        requireNonNull(algorithm, "algorithm");
        Map<String, ModeNetwork> modeNetworks = new TreeMap<>();
        double perSecond = Double.POSITIVE_INFINITY;
        double perMetre = Double.POSITIVE_INFINITY;
        for (NetworkMode mode : modes) {
            TravelCost cost =
                    algorithm == RoutingAlgorithm.HAVANA_DISTANCE
                            ? TravelCost.DISTANCE
                            : mode.cost();
            modeNetworks.put(
                    mode.mode(), new ModeNetwork(network, mode.mode(), mode.maxSpeed(), cost));
            perSecond = Math.min(perSecond, cost.perSecond());
            perMetre = Math.min(perMetre, cost.perMetre());
        }
        if (modes.isEmpty()) {
            perSecond = 1;
            perMetre = 0;
        }
        return new Routing(
                network,
                modeNetworks,
                remaining(network, algorithm, perSecond, perMetre, approaches),
                TravelTimes.free(network, binSize));
    }

    /** The same routing at other travel times; what was worked out about the network is kept. */
    public Routing withTravelTimes(TravelTimes newTimes) {
        if (newTimes.linkCount() != network.linkCount()) {
            throw new IllegalArgumentException(
                    "Travel times of (%d) links do not fit a network of (%d)."
                            .formatted(newTimes.linkCount(), network.linkCount()));
        }
        return new Routing(network, modeNetworks, remaining, newTimes);
    }

    /**
     * Travel time of a given route on the travel times of this routing, s.
     *
     * @param request the trip; its first and last link must be the route's
     */
    public double travelTime(RouteRequest request, Route route) {
        ModeNetwork modeNetwork = modeNetworks.get(request.mode());
        if (route.size() == 1) {
            double share = Math.max(0, request.toPosition() - request.fromPosition());
            return share * timeOn(modeNetwork, route.firstLink(), request.departureTime());
        }
        double now = request.departureTime();
        for (int k = 0; k < route.size(); k++) {
            double share =
                    k == 0
                            ? 1 - request.fromPosition()
                            : k == route.size() - 1 ? request.toPosition() : 1;
            now += share * timeOn(modeNetwork, route.link(k), now);
        }
        return now - request.departureTime();
    }

    /**
     * Length of a given route from position to position, m.
     *
     * @param request the trip; its first and last link must be the route's
     */
    public double distance(RouteRequest request, Route route) {
        if (route.size() == 1) {
            double share = Math.max(0, request.toPosition() - request.fromPosition());
            return share * network.length(route.firstLink());
        }
        double distance =
                (1 - request.fromPosition()) * network.length(route.firstLink())
                        + request.toPosition() * network.length(route.lastLink());
        for (int k = 1; k < route.size() - 1; k++) {
            distance += network.length(route.link(k));
        }
        return distance;
    }

    /**
     * What a given route costs the drivers of its mode.
     *
     * @param request the trip; its first and last link must be the route's
     */
    public double cost(RouteRequest request, Route route) {
        TravelCost cost = modeNetworks.get(request.mode()).cost;
        return cost.perSecond() * travelTime(request, route)
                + cost.perMetre() * distance(request, route);
    }

    private double timeOn(ModeNetwork modeNetwork, int link, double now) {
        return Math.max(times.travelTime(link, now), modeNetwork.shortestTime[link]);
    }

    /** Whether a mode may use a link. */
    public boolean isOpen(String mode, int linkIndex) {
        ModeNetwork modeNetwork = modeNetworks.get(mode);
        return modeNetwork != null && modeNetwork.open[linkIndex];
    }

    /** Travel times the routes are found by. */
    public TravelTimes travelTimes() {
        return times;
    }

    /** A router for one thread. */
    public Router newRouter() {
        return new RouteSearch(modeNetworks, times, remaining);
    }

    private static RemainingCost remaining(
            RoadNetwork network,
            RoutingAlgorithm algorithm,
            double perSecond,
            double perMetre,
            ApproachCapacity approaches) {
        return switch (algorithm) {
            case DIJKSTRA -> RemainingCost.NONE;
            case A_STAR_LANDMARKS, SPEEDY_ALT -> bounds(network, perSecond, perMetre);
            case HAVANA_DISTANCE -> straightLine(network);
            case HAVANA_SIMULATED_TIME -> freeTimeAndRedWaits(network, approaches);
        };
    }

    private static RemainingCost bounds(RoadNetwork network, double perSecond, double perMetre) {
        ModeNetwork all = ModeNetwork.ofAllLinks(network);
        double[] lowest = new double[network.linkCount()];
        for (int link = 0; link < lowest.length; link++) {
            lowest[link] =
                    perSecond * TravelTimes.freeTime(network, link)
                            + perMetre * network.length(link);
        }
        if (network.linkCount() <= EXACT_BOUNDS_UP_TO) {
            return new ExactBounds(all, lowest);
        }
        return new Landmarks(
                LANDMARKS, CostTree.forward(all, lowest), CostTree.backward(all, lowest));
    }

    /** The study's first variant: the straight line from start to start. */
    private static RemainingCost straightLine(RoadNetwork network) {
        return toLink -> {
            Junction target = network.junction(network.fromJunction(toLink));
            return link -> {
                Junction here = network.junction(network.fromJunction(link));
                return Math.hypot(target.x() - here.x(), target.y() - here.y());
            };
        };
    }

    /**
     * The study's second variant: length by free speed plus one expected wait per signal. It may
     * exceed the truth on a green wave, so the way found need not be the fastest.
     */
    private static RemainingCost freeTimeAndRedWaits(
            RoadNetwork network, ApproachCapacity approaches) {
        ModeNetwork all = ModeNetwork.ofAllLinks(network);
        double[] expected = new double[network.linkCount()];
        for (int link = 0; link < expected.length; link++) {
            expected[link] = TravelTimes.freeTime(network, link) + approaches.redWait(link);
        }
        return new ExactBounds(all, expected);
    }
}
