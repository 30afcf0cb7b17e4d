package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.VehiclePosition;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * What an outsider does to a run, and when: the same for every engine that plays it. Immutable.
 *
 * @param acts in order of time
 * @param guide tells some the way
 */
public record Script(List<Act> acts, RouteGuide guide) {

    /** Nobody meddles. */
    public static final Script NONE = new Script(List.of(), RouteGuide.NONE);

    /** Something done before the first step that begins at or after its time. */
    public sealed interface Act {
        /** s since midnight. */
        double time();
    }

    /** A new speed limit, m/s. */
    public record SpeedLimit(double time, int link, double metresPerSecond) implements Act {}

    /** Closes or opens a link. */
    public record Closure(double time, int link, boolean closed) implements Act {}

    /** Closes or opens a lane. */
    public record LaneClosure(double time, int lane, boolean closed) implements Act {}

    /** Sends a vehicle on a random walk from where it is, if it is on the road. */
    public record Detour(double time, int vehicle, long seed) implements Act {}

    /** Takes a vehicle off, wherever it is. */
    public record Removal(double time, int vehicle) implements Act {}

    /** Gives a vehicle on the road other stops. */
    public record NewStops(double time, int vehicle, List<RouteStop> stops) implements Act {}

    /** Lets a vehicle depart that was not known before. */
    public record LateDeparture(double time, Departure departure) implements Act {}

    public Script {
        acts = List.copyOf(acts);
    }

    /** Plays the script on the engine. */
    public TrafficCase.Outcome play(TrafficCase road) {
        EventLog events = new EventLog();
        try (MobsimSession session = start(road, events)) {
            List<Act> rest = new ArrayList<>(acts);
            double end = road.parameters().endTime();
            while (session.time() < end && !(session.isEmpty() && rest.isEmpty())) {
                while (!rest.isEmpty() && rest.get(0).time() <= session.time()) {
                    perform(rest.remove(0), session, road.network());
                }
                session.step();
            }
            RunResult result = session.finish();
            return new TrafficCase.Outcome(result, events, Trajectories.on(road.network()));
        }
    }

    /** A session of this case, guided, that tells its events. */
    public MobsimSession start(TrafficCase road, EventLog events) {
        MicroSimulation simulation = road.simulation().events(events);
        return (guide == RouteGuide.NONE ? simulation : simulation.guide(guide)).start();
    }

    /** Does one thing. */
    public static void perform(Act act, MobsimSession session, RoadNetwork network) {
        if (act instanceof SpeedLimit a) {
            session.setSpeedLimit(a.link(), a.metresPerSecond());
        } else if (act instanceof Closure a && a.closed()) {
            session.closeLink(a.link());
        } else if (act instanceof Closure a) {
            session.openLink(a.link());
        } else if (act instanceof LaneClosure a && a.closed()) {
            session.closeLane(a.lane());
        } else if (act instanceof LaneClosure a) {
            session.openLane(a.lane());
        } else if (act instanceof Removal a) {
            session.remove(a.vehicle());
        } else if (act instanceof LateDeparture a) {
            session.depart(a.departure());
        } else {
            session.findVehicle(vehicleOf(act))
                    .filter(v -> v.place() == VehiclePosition.Place.ON_ROAD)
                    .ifPresent(v -> perform(act, session, network, v.linkIndex()));
        }
    }

    private static int vehicleOf(Act act) {
        return act instanceof Detour d ? d.vehicle() : ((NewStops) act).vehicle();
    }

    private static void perform(Act act, MobsimSession session, RoadNetwork network, int link) {
        if (act instanceof Detour d) {
            session.reroute(d.vehicle(), walk(network, d.seed(), link));
        } else if (act instanceof NewStops s) {
            session.setStops(s.vehicle(), s.stops());
        }
    }

    /** A random walk of up to eight links from a link on. */
    public static Route walk(RoadNetwork network, long seed, int link) {
        RandomStream random = RandomStream.of(seed, link, "walk");
        List<Integer> links = new ArrayList<>(List.of(link));
        int length = 1 + random.nextInt(8);
        while (links.size() < length) {
            int last = links.get(links.size() - 1);
            int n = network.nextLinkCount(last);
            if (n == 0) {
                break;
            }
            links.add(network.nextLink(last, random.nextInt(n)));
        }
        return Route.of(links.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * A guide for every third vehicle that walks at random, changes its mind every few seconds and
     * now and then gives up.
     */
    public static RouteGuide wanderer(RoadNetwork network, long seed) {
        return new RouteGuide() {
            @Override
            public boolean guides(int vehicle) {
                return vehicle % 3 == 0;
            }

            @Override
            public int nextLink(int vehicle, int link, double time) {
                long moment = (long) (time / 7);
                RandomStream random =
                        RandomStream.of(seed + 31L * vehicle, link + 1000 * moment, "wander");
                int n = network.nextLinkCount(link);
                double drawn = random.nextDouble();
                if (n == 0 || drawn < 0.1) {
                    return ARRIVE;
                }
                return drawn < 0.11 ? ABORT : network.nextLink(link, random.nextInt(n));
            }

            @Override
            public int linkAfter(int vehicle, int next, double time) {
                int n = network.nextLinkCount(next);
                return n == 0 || vehicle % 2 == 0 ? -1 : network.nextLink(next, vehicle % n);
            }

            @Override
            public double arrivalPosition(int vehicle, int link) {
                return vehicle % 2 == 0 ? 1 : 0.6;
            }
        };
    }
}
