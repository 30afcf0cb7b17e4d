package org.chalaco.analysis.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.chalaco.analysis.kpi.FreeFlow;
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
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Follows every trip that wants to begin in a part of the day, and adds up the delays of movements
 * and links there, from the events of one run.
 *
 * <p>The delay of a trip is the time it waits to enter and the time it loses on the road against
 * driving alone with green all the way. Trips that are not over at the end count with their time
 * and delay so far, and so do those that were taken off the road: a control that lets nobody in is
 * not good. The delay of a movement or link in the part of the day counts with its share of the
 * time on that link.
 *
 * <p>A few array accesses an event; 41 bytes a vehicle. Not thread-safe; serves one run.
 */
public final class TripCollector implements EventSink {

    private static final byte NOT_SEEN = 0;
    private static final byte ON_ROAD = 1;
    private static final byte OVER = 2;

    private final RoadNetwork network;
    private final List<VehicleType> types;
    private final double from;
    private final FreeFlow freeFlow;
    private final TripFigures.Sums sums;

    private byte[] state = {};
    private int[] typeIndex = {};
    private double[] wanted = {}; // s since midnight, NaN: does not drive
    private int[] link = {};
    private int[] connector = {};
    private float[] entryShare = {};
    private double[] since = {}; // when it came onto that link
    private double[] delay = {}; // of the trip so far, s

    /**
     * A collector.
     *
     * @param types vehicle types, which departures name by index
     * @param from start of the part of the day that counts, s since midnight
     */
    public TripCollector(RoadNetwork network, List<VehicleType> types, double from) {
        this.network = requireNonNull(network, "network");
        this.types = List.copyOf(types);
        this.from = from;
        freeFlow = new FreeFlow(network);
        sums = new TripFigures.Sums(network);
    }

    /** Tells who will drive. */
    public TripCollector expect(List<Departure> departures) {
        grow(departures.stream().mapToInt(Departure::vehicleIndex).max().orElse(-1) + 1);
        departures.forEach(d -> expect(d, d.time()));
        return this;
    }

    /** Passes on the departures that this source adds, and expects them here. */
    public DepartureSource watching(DepartureSource source) {
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
        delay[v] = 0;
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
        delay = Arrays.copyOf(delay, size);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            leave(e);
        } else if (event instanceof LinkEnter e) {
            link[e.vehicleIndex()] = e.linkIndex();
            entryShare[e.vehicleIndex()] = 0;
            since[e.vehicleIndex()] = e.time();
        } else if (event instanceof VehicleEntersTraffic e) {
            enter(e);
        } else if (event instanceof VehicleLeavesTraffic e) {
            int v = e.vehicleIndex();
            drove(v, e.time(), network.firstLane(e.linkIndex()), e.relativePosition());
            end(v, e.time(), true);
        } else if (event instanceof VehicleStuck e) {
            giveUp(e.vehicleIndex(), e.time());
        }
    }

    private void enter(VehicleEntersTraffic e) {
        int v = e.vehicleIndex();
        if (v >= state.length) {
            grow(v + 1 + v / 2);
        }
        state[v] = ON_ROAD;
        link[v] = e.linkIndex();
        connector[v] = RoadNetwork.NONE;
        entryShare[v] = (float) e.relativePosition();
        since[v] = e.time();
        wanted[v] = Double.isNaN(wanted[v]) ? e.time() : wanted[v];
        delay[v] = e.time() - wanted[v];
        sums.waited(link[v], inside(wanted[v], e.time()));
    }

    private void leave(LinkLeave e) {
        int v = e.vehicleIndex();
        int lane =
                e.connectorIndex() >= 0
                        ? network.fromLane(e.connectorIndex())
                        : network.firstLane(e.linkIndex());
        double lost = drove(v, e.time(), lane, 1);
        if (e.connectorIndex() >= 0 && e.time() > from) {
            sums.crossed(e.connectorIndex(), lost);
        }
        connector[v] = e.connectorIndex();
    }

    /**
     * Books the link that a vehicle has just driven to this share of the lane; returns delay, s.
     */
    private double drove(int v, double time, int lane, double share) {
        double part = Math.max(0, share - entryShare[v]);
        double free = freeFlow.seconds(connector[v], lane, part, type(v).maxSpeed());
        return book(v, time, Math.max(0, time - since[v] - free));
    }

    private double book(int v, double time, double lost) {
        double seconds = time - since[v];
        double inside = inside(since[v], time);
        if (inside > 0) {
            sums.onLink(link[v], lost * inside / seconds);
        }
        delay[v] += lost;
        return lost;
    }

    private double inside(double start, double end) {
        return Math.max(0, end - Math.max(start, from));
    }

    /** Type of a vehicle that was told of. */
    public VehicleType type(int vehicleIndex) {
        return types.get(typeIndex[vehicleIndex]);
    }

    private void end(int v, double time, boolean arrived) {
        state[v] = OVER;
        if (wanted[v] >= from) {
            sums.trip(type(v).vehicleClass(), time - wanted[v], delay[v], arrived);
        }
        wanted[v] = Double.NaN;
    }

    /** A vehicle will not finish the link it is on. */
    private void giveUp(int v, double time) {
        if (state[v] != ON_ROAD) {
            return;
        }
        double seconds = time - since[v];
        int lane = network.firstLane(link[v]);
        double whole = freeFlow.seconds(connector[v], lane, 1 - entryShare[v], type(v).maxSpeed());
        book(v, time, seconds - Math.min(seconds, whole));
        end(v, time, false);
    }

    /**
     * Closes the run; who is on the road or waits outside counts with the time so far.
     *
     * @param end s since midnight
     */
    public TripFigures finish(double end) {
        for (int v = 0; v < state.length; v++) {
            giveUp(v, end);
            if (state[v] == NOT_SEEN && wanted[v] < end) {
                delay[v] = end - wanted[v];
                end(v, end, false);
            }
        }
        return sums.figures();
    }
}
