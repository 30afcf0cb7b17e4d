package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/** Hand-made events of vehicles that wander about a network for an hour, without any physics. */
final class RandomDay {

    static final double END = 3600;

    static final List<VehicleType> TYPES =
            List.of(
                    VehicleType.CAR,
                    new VehicleType(
                            "bus",
                            VehicleClass.BUS,
                            12,
                            10,
                            2.5,
                            DriverParameters.CITY,
                            DriverSpread.NONE));

    final List<Departure> departures = new ArrayList<>();
    final List<TrafficEvent> events = new ArrayList<>();
    private final RoadNetwork network;

    /** Vehicle v gets the index {@code renumber[v]}. */
    RandomDay(RoadNetwork network, long seed, int[] renumber) {
        this.network = network;
        for (int v = 0; v < renumber.length; v++) {
            drive(RandomStream.of(seed, v, "day"), renumber[v]);
        }
        events.sort(Comparator.comparingDouble(TrafficEvent::time));
    }

    static int[] identity(int n) {
        return java.util.stream.IntStream.range(0, n).toArray();
    }

    private void drive(RandomStream random, int v) {
        double time = Math.floor(random.nextDouble() * 4000);
        int link = random.nextInt(network.linkCount());
        departures.add(Departure.of(v, random.nextInt(TYPES.size()), time, Route.of(link)));
        time += random.nextInt(200);
        if (time > END || random.nextDouble() < 0.1) {
            return;
        }
        events.add(new VehicleEntersTraffic(time, v, link, random.nextDouble() * 0.4));
        for (int k = 0; k < 6 && network.nextLinkCount(link) > 0; k++) {
            double next = time + 5 + random.nextInt(300);
            if (next > END) {
                events.add(new VehicleStuck(END, v, link));
                return;
            }
            int to = network.nextLink(link, random.nextInt(network.nextLinkCount(link)));
            events.add(new LinkLeave(next, v, link, connector(link, to), random.nextInt(3)));
            events.add(new LinkEnter(next, v, to));
            time = next;
            link = to;
        }
        finish(random, v, time, link);
    }

    private void finish(RandomStream random, int v, double time, int link) {
        double next = time + 1 + random.nextInt(100);
        if (next > END) {
            return; // on the road at the end, and nobody says so
        }
        if (random.nextDouble() < 0.1) {
            events.add(new VehicleStuck(next, v, link));
        } else {
            events.add(new VehicleLeavesTraffic(next, v, link, 0.5 + random.nextDouble() / 2, 1));
        }
    }

    private int connector(int link, int to) {
        for (int k = 0; ; k++) {
            int c = network.findConnector(network.firstLane(link) + k, to);
            if (c != RoadNetwork.NONE) {
                return c;
            }
        }
    }

    Kpis kpis(double interval) {
        KpiCollector collector =
                KpiCollector.on(network).vehicles(TYPES, departures).interval(interval).build();
        events.forEach(collector::accept);
        return collector.finish(END);
    }
}
