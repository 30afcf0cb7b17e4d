package org.chalaco.day2day;

import java.util.List;
import java.util.PriorityQueue;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * A stand-in for the mobsim: every link takes its free time, longer the more vehicles entered it
 * within the same five minutes (a volume-delay function). Not traffic, but quick, and full of
 * congestion for the loop to work on.
 */
public final class BprMobsim implements MobsimRunner {

    private static final double WINDOW = 300;

    private record Step(double time, long order, Departure departure, int k)
            implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final RoadNetwork network;
    private final double vehPerHourAndLane;
    private final double end;

    private int[] entered;
    private int[] window;
    private long order;
    private long arrived;
    private long departed;

    public BprMobsim(RoadNetwork network, double vehPerHourAndLane, double end) {
        this.network = network;
        this.vehPerHourAndLane = vehPerHourAndLane;
        this.end = end;
    }

    @Override
    public double startTime() {
        return 0;
    }

    @Override
    public double endTime() {
        return end;
    }

    @Override
    public RunResult run(
            List<VehicleType> types,
            List<Departure> departures,
            DepartureSource following,
            EventSink events) {
        entered = new int[network.linkCount()];
        window = new int[network.linkCount()];
        order = 0;
        arrived = 0;
        departed = 0;
        PriorityQueue<Step> queue = new PriorityQueue<>();
        for (Departure departure : departures) {
            queue.add(new Step(departure.time(), order++, departure, 0));
        }
        double now = 0;
        while (!queue.isEmpty() && queue.peek().time() < end) {
            Step step = queue.poll();
            now = step.time();
            advance(step, queue, following, events);
        }
        for (Step left : queue) {
            if (left.k() > 0) {
                int link =
                        left.departure()
                                .route()
                                .link(Math.min(left.k(), left.departure().route().size()) - 1);
                events.accept(
                        new TrafficEvent.VehicleStuck(end, left.departure().vehicleIndex(), link));
            }
        }
        return new RunResult(
                departed, departed, arrived, departed - arrived, 0, 0, 0, 0, 0, 0, 0, 0, 0, now, 0);
    }

    private void advance(
            Step step, PriorityQueue<Step> queue, DepartureSource following, EventSink events) {
        Departure departure = step.departure();
        int vehicle = departure.vehicleIndex();
        int size = departure.route().size();
        double now = step.time();
        int k = step.k();
        if (k == size) {
            events.accept(
                    new TrafficEvent.VehicleLeavesTraffic(
                            now,
                            vehicle,
                            departure.route().lastLink(),
                            departure.arrivalPosition(),
                            0));
            arrived++;
            following.onArrival(
                    vehicle,
                    now,
                    next -> queue.add(new Step(Math.max(now, next.time()), order++, next, 0)));
            return;
        }
        int link = departure.route().link(k);
        if (k == 0) {
            departed++;
            events.accept(
                    new TrafficEvent.VehicleEntersTraffic(
                            now, vehicle, link, departure.departurePosition()));
        } else {
            events.accept(
                    new TrafficEvent.LinkLeave(
                            now, vehicle, departure.route().link(k - 1), RoadNetwork.NONE, 0));
            events.accept(new TrafficEvent.LinkEnter(now, vehicle, link));
        }
        double from = k == 0 ? departure.departurePosition() : 0;
        double to = k == size - 1 ? departure.arrivalPosition() : 1;
        queue.add(new Step(now + (to - from) * seconds(link, now), order++, departure, k + 1));
    }

    private double seconds(int link, double now) {
        int current = (int) (now / WINDOW);
        if (window[link] != current) {
            window[link] = current;
            entered[link] = 0;
        }
        entered[link]++;
        double capacity = vehPerHourAndLane * network.laneCount(link) * WINDOW / 3600;
        double free = network.length(link) / network.freeSpeed(link);
        return free * (1 + 0.15 * Math.pow(entered[link] / capacity, 4));
    }
}
