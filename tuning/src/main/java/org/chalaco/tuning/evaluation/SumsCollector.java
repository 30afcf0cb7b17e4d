package org.chalaco.tuning.evaluation;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.problem.EvaluationWindow;

/**
 * Adds up the events of one run, with the definitions of {@code KpiCollector}: a vehicle is on a
 * link from one stop line to the next, and a drive over a link that only partly lies in the window
 * counts with its share of the time. A few array accesses an event; not thread-safe.
 */
final class SumsCollector implements EventSink {

    private static final int CLASSES = VehicleClass.values().length;
    private static final byte NOT_SEEN = 0;
    private static final byte ON_ROAD = 1;
    private static final byte GONE = 2;

    private final RoadNetwork network;
    private final List<VehicleType> types;
    private final EvaluationWindow window;

    private byte[] state;
    private int[] typeIndex;
    private double[] wanted;
    private int[] link;
    private int[] connector;
    private float[] entryShare;
    private double[] since;

    private final double[] vehicleSeconds = new double[CLASSES];
    private final double[] delaySeconds = new double[CLASSES];
    private final double[] waitingSeconds = new double[CLASSES];
    private final double[] stops = new double[CLASSES];
    private final double[] linkSeconds;
    private final int[] linkVehicles;
    private final double[] linkLoss;
    private long departures;
    private long arrived;
    private long unfinished;

    SumsCollector(
            RoadNetwork network,
            List<VehicleType> types,
            List<Departure> first,
            EvaluationWindow window) {
        this.network = network;
        this.types = types;
        this.window = window;
        linkSeconds = new double[network.linkCount()];
        linkVehicles = new int[network.linkCount()];
        linkLoss = new double[network.linkCount()];
        allocate(first.stream().mapToInt(Departure::vehicleIndex).max().orElse(-1) + 1);
        first.forEach(d -> expect(d, d.time()));
    }

    private void allocate(int size) {
        state = new byte[size];
        typeIndex = new int[size];
        wanted = new double[size];
        Arrays.fill(wanted, Double.NaN);
        link = new int[size];
        connector = new int[size];
        entryShare = new float[size];
        since = new double[size];
    }

    /** Passes on the departures that this source adds, and expects them here. */
    DepartureSource watching(DepartureSource source) {
        if (source == DepartureSource.NONE) {
            return source;
        }
        return (vehicle, time, schedule) ->
                source.onArrival(
                        vehicle,
                        time,
                        departure -> {
                            expect(departure, Math.max(time, departure.time()));
                            schedule.add(departure);
                        });
    }

    private void expect(Departure departure, double time) {
        int v = departure.vehicleIndex();
        if (v >= state.length) {
            grow(v + 1 + v / 2);
        }
        state[v] = NOT_SEEN;
        typeIndex[v] = departure.typeIndex();
        wanted[v] = time;
    }

    private void grow(int size) {
        int old = state.length;
        state = Arrays.copyOf(state, size);
        typeIndex = Arrays.copyOf(typeIndex, size);
        wanted = Arrays.copyOf(wanted, size);
        Arrays.fill(wanted, old, size, Double.NaN);
        link = Arrays.copyOf(link, size);
        connector = Arrays.copyOf(connector, size);
        entryShare = Arrays.copyOf(entryShare, size);
        since = Arrays.copyOf(since, size);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            int lane =
                    e.connectorIndex() >= 0
                            ? network.fromLane(e.connectorIndex())
                            : network.firstLane(e.linkIndex());
            drove(e.vehicleIndex(), e.time(), lane, 1, e.stops());
            connector[e.vehicleIndex()] = e.connectorIndex();
        } else if (event instanceof LinkEnter e) {
            link[e.vehicleIndex()] = e.linkIndex();
            entryShare[e.vehicleIndex()] = 0;
            since[e.vehicleIndex()] = e.time();
        } else if (event instanceof VehicleEntersTraffic e) {
            enter(e);
        } else if (event instanceof VehicleLeavesTraffic e) {
            int v = e.vehicleIndex();
            drove(v, e.time(), network.firstLane(e.linkIndex()), e.relativePosition(), e.stops());
            state[v] = GONE;
            departures++;
            arrived += e.time() >= window.countFrom() ? 1 : 0;
        } else if (event instanceof VehicleStuck e) {
            giveUp(e.vehicleIndex(), e.time());
        }
    }

    private void enter(VehicleEntersTraffic e) {
        int v = e.vehicleIndex();
        state[v] = ON_ROAD;
        link[v] = e.linkIndex();
        connector[v] = RoadNetwork.NONE;
        entryShare[v] = (float) e.relativePosition();
        since[v] = e.time();
        waitingSeconds[vehicleClass(v)] += inWindow(wanted[v], e.time());
        linkLoss[e.linkIndex()] += inWindow(wanted[v], e.time());
    }

    /** Type of a vehicle. */
    VehicleType type(int v) {
        return types.get(typeIndex[v]);
    }

    private int vehicleClass(int v) {
        return type(v).vehicleClass().ordinal();
    }

    /** Books the link that a vehicle has just driven to this share of the lane. */
    private void drove(int v, double time, int lane, double share, int stopCount) {
        if (state[v] != ON_ROAD || time <= window.countFrom()) {
            return;
        }
        double free = freeSeconds(v, lane, Math.max(0, share - entryShare[v]));
        book(v, time, Math.max(0, time - since[v] - free));
        stops[vehicleClass(v)] += stopCount;
        linkLoss[link[v]] += TrafficSums.LOCAL_STOP * stopCount;
    }

    /** Time the same takes alone, from the stop line before, s. */
    private double freeSeconds(int v, int lane, double part) {
        double most = types.get(typeIndex[v]).maxSpeed();
        double speed = Math.min(network.freeSpeed(network.linkOfLane(lane)), most);
        double seconds = part * network.laneLength(lane) / speed;
        int c = connector[v];
        return c < 0
                ? seconds
                : seconds + network.connectorLength(c) / Math.min(network.connectorSpeed(c), most);
    }

    private void book(int v, double time, double delay) {
        double inside = inWindow(since[v], time);
        if (inside <= 0) {
            return;
        }
        int c = vehicleClass(v);
        vehicleSeconds[c] += inside;
        delaySeconds[c] += delay * inside / (time - since[v]);
        linkSeconds[link[v]] += inside;
        linkLoss[link[v]] += delay * inside / (time - since[v]);
        linkVehicles[link[v]]++;
    }

    private double inWindow(double from, double until) {
        return Math.max(0, until - Math.max(from, window.countFrom()));
    }

    /** A vehicle will not finish the link it is on. */
    private void giveUp(int v, double time) {
        if (state[v] != ON_ROAD) {
            return;
        }
        int lane = network.firstLane(link[v]);
        double seconds = time - since[v];
        double free = Math.min(seconds, freeSeconds(v, lane, 1 - entryShare[v]));
        book(v, time, seconds - free);
        state[v] = GONE;
        departures++;
        unfinished++;
    }

    /** Closes the run; vehicles that still wait outside count with their time so far. */
    void finish(double end) {
        for (int v = 0; v < state.length; v++) {
            giveUp(v, end);
            if (state[v] == NOT_SEEN && wanted[v] < end) {
                waitingSeconds[vehicleClass(v)] += inWindow(wanted[v], end);
                departures++;
                unfinished++;
            }
        }
    }

    /**
     * The sums, with what only the caller knows.
     *
     * @param ownerOfLink intersection that each link leads to, or NONE
     * @param owners number of intersections
     */
    TrafficSums sums(
            double pedestrianSeconds,
            int signals,
            int[] ownerOfLink,
            int owners,
            double[] metered,
            long updates) {
        double[] local = new double[owners];
        for (int l = 0; l < linkLoss.length; l++) {
            if (ownerOfLink[l] != RoadNetwork.NONE) {
                local[ownerOfLink[l]] += linkLoss[l];
            }
        }
        double largest = 0;
        double weighted = 0;
        double weights = 0;
        for (int l = 0; l < linkSeconds.length; l++) {
            if (linkVehicles[l] > 0) {
                double n = linkVehicles[l];
                double mean = linkSeconds[l] / n;
                largest = Math.max(largest, mean);
                weighted += n * n * mean;
                weights += n * n;
            }
        }
        return new TrafficSums(
                window.counted(),
                departures,
                arrived,
                unfinished,
                vehicleSeconds,
                delaySeconds,
                waitingSeconds,
                stops,
                largest,
                weights > 0 ? weighted / weights : 0,
                pedestrianSeconds,
                signals,
                local,
                metered,
                updates);
    }
}
