package org.chalaco.day2day.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.chalaco.mobsim.traffic.Route;

/**
 * Time-dependent A* on links: a place of the search is "about to enter link x", a step is to drive
 * x and take a permitted movement. Turn restrictions and closed links need no special care that
 * way.
 *
 * <p>Places may be opened again when a cheaper way turns up later, so the result is exact for every
 * guess that does not exceed the truth, and for Dijkstra. Ties go to the lower link index. Not
 * thread-safe; working space 28 bytes per link.
 */
final class RouteSearch implements Router {

    private static final int START = -1;

    private final Map<String, ModeNetwork> networks;
    private final TravelTimes times;
    private final RemainingCost remaining;

    private final LinkQueue queue;
    private final double[] cost; // to the start of the link; infinite: not reached
    private final double[] clock; // when the link is entered, s since midnight
    private final int[] previous; // link before, or START: the link where the trip starts
    private final int[] reached; // links whose cost is set
    private int reachedCount;
    private ModeNetwork network;

    RouteSearch(Map<String, ModeNetwork> networks, TravelTimes times, RemainingCost remaining) {
        this.networks = networks;
        this.times = times;
        this.remaining = remaining;
        int links = times.linkCount();
        queue = new LinkQueue(links);
        cost = new double[links];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        clock = new double[links];
        previous = new int[links];
        reached = new int[links];
    }

    @Override
    public Optional<FoundRoute> findRoute(RouteRequest request) {
        network = networks.get(request.mode());
        if (network == null) {
            throw new IllegalArgumentException(
                    "The mode (%s) does not drive on the network.%nMaybe one of %s?"
                            .formatted(request.mode(), networks.keySet()));
        }
        if (!network.open[request.fromLink()] || !network.open[request.toLink()]) {
            return Optional.empty();
        }
        if (request.fromLink() == request.toLink()
                && request.toPosition() >= request.fromPosition()) {
            return Optional.of(alongOneLink(request));
        }
        boolean found = search(request);
        Optional<FoundRoute> route = found ? Optional.of(trace(request)) : Optional.empty();
        clear();
        return route;
    }

    private FoundRoute alongOneLink(RouteRequest request) {
        double share = request.toPosition() - request.fromPosition();
        int link = request.fromLink();
        return new FoundRoute(
                Route.of(link),
                share * timeOn(link, request.departureTime()),
                share * network.length[link]);
    }

    private boolean search(RouteRequest request) {
        int target = request.toLink();
        IntToDoubleFunction left = remaining.toward(target);
        double share = 1 - request.fromPosition();
        leave(request.fromLink(), START, share, 0, request.departureTime(), left);
        while (!queue.isEmpty()) {
            int link = queue.poll();
            if (link == target) {
                return true;
            }
            leave(link, link, 1, cost[link], clock[link], left);
        }
        return false;
    }

    /** Drives a share of a link and looks at every movement at its end. */
    private void leave(
            int link,
            int from,
            double share,
            double costSoFar,
            double now,
            IntToDoubleFunction left) {
        double seconds = share * timeOn(link, now);
        double newCost =
                costSoFar
                        + network.cost.perSecond() * seconds
                        + network.cost.perMetre() * share * network.length[link];
        for (int k = network.firstNext[link]; k < network.firstNext[link + 1]; k++) {
            int to = network.next[k];
            if (newCost < cost[to]) {
                if (cost[to] == Double.POSITIVE_INFINITY) {
                    reached[reachedCount++] = to;
                }
                cost[to] = newCost;
                clock[to] = now + seconds;
                previous[to] = from;
                double guess = newCost + left.applyAsDouble(to);
                if (guess < Double.POSITIVE_INFINITY) {
                    queue.offer(to, guess);
                }
            }
        }
    }

    private double timeOn(int link, double now) {
        return Math.max(times.travelTime(link, now), network.shortestTime[link]);
    }

    private FoundRoute trace(RouteRequest request) {
        int target = request.toLink();
        int size = 2;
        for (int link = target; previous[link] != START; link = previous[link]) {
            size++;
        }
        int[] links = new int[size];
        int at = size - 1;
        for (int link = target; link != START; link = previous[link]) {
            links[at--] = link;
        }
        links[0] = request.fromLink();
        double lastTime = request.toPosition() * timeOn(target, clock[target]);
        double distance =
                (1 - request.fromPosition()) * network.length[request.fromLink()]
                        + request.toPosition() * network.length[target];
        for (int k = 1; k < size - 1; k++) {
            distance += network.length[links[k]];
        }
        return new FoundRoute(
                Route.of(links), clock[target] + lastTime - request.departureTime(), distance);
    }

    private void clear() {
        queue.clear();
        for (int k = 0; k < reachedCount; k++) {
            cost[reached[k]] = Double.POSITIVE_INFINITY;
        }
        reachedCount = 0;
    }
}
