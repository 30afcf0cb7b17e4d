package org.chalaco.analysis.kpi;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Turns the events of one run into {@link Kpis}.
 *
 * <pre>{@code
 * KpiCollector kpis = KpiCollector.on(network)
 *         .signals(systems).vehicles(types, departures).startingAt(6 * 3600).build();
 * RunResult result = MicroSimulation.on(network)....events(kpis).run();
 * System.out.println(kpis.finish(result.endTime()).summarize());
 * }</pre>
 *
 * <p>A vehicle is on a link from one stop line to the next, so the box before a link belongs to it:
 * the free-flow time of a link is that of the connector taken plus that of the lane, at the smaller
 * of the road's and the vehicle's maximum speed. Time lost while speeding up behind a stop line
 * therefore counts to the link entered.
 *
 * <p>Cost: a few dozen array accesses an event. Memory: 41 bytes a vehicle, and for each interval
 * 60 bytes a link and 32 bytes a connector. Not thread-safe; serves one run.
 */
public final class KpiCollector implements EventSink {

    /** Times of one step may differ by a rounding, s. */
    private static final double SAME_MOMENT = 1e-6;

    private final RoadNetwork network;
    private final VehicleLog vehicles;
    private final GreenLog greens;
    private final FreeFlow freeFlow;
    private final Builder settings;
    private final RunSums sums;
    private Kpis result;

    private KpiCollector(Builder settings) {
        this.settings = settings;
        network = settings.network;
        vehicles = new VehicleLog(settings.types, settings.typeIndex, settings.wantedDeparture);
        IntervalGrid grid = new IntervalGrid(settings.startTime, settings.interval);
        sums = new RunSums(network, grid);
        greens = new GreenLog(network, settings.systems, grid);
        freeFlow = new FreeFlow(network);
    }

    /** A collector for runs on this network. */
    public static Builder on(RoadNetwork network) {
        return new Builder(network);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            leave(e);
        } else if (event instanceof LinkEnter e) {
            enterLink(e);
        } else if (event instanceof SignalChange e) {
            greens.accept(e);
        } else if (event instanceof VehicleEntersTraffic e) {
            enterTraffic(e);
        } else if (event instanceof VehicleLeavesTraffic e) {
            arrive(e);
        } else if (event instanceof VehicleStuck e) {
            unfinished(e.vehicleIndex(), e.time());
        }
    }

    /**
     * Passes the departures that this source adds during the run on, and expects them here. A
     * vehicle that departs again after its arrival makes another trip.
     */
    public DepartureSource watching(DepartureSource source) {
        return (vehicleIndex, time, schedule) ->
                source.onArrival(
                        vehicleIndex,
                        time,
                        departure -> {
                            expect(departure, time);
                            schedule.add(departure);
                        });
    }

    private void expect(Departure departure, double now) {
        int v = departure.vehicleIndex();
        vehicles.include(v);
        closeTrip(v);
        vehicles.expect(v, departure.typeIndex(), Math.max(now, departure.time()));
    }

    /** Books the departure of a trip that is over, before the vehicle begins another. */
    private void closeTrip(int v) {
        if (vehicles.state[v] == VehicleLog.ARRIVED || vehicles.state[v] == VehicleLog.STUCK) {
            finishVehicle(v, Double.POSITIVE_INFINITY);
        }
    }

    private void enterTraffic(VehicleEntersTraffic e) {
        int v = e.vehicleIndex();
        if (vehicles.state[v] == VehicleLog.ARRIVED || vehicles.state[v] == VehicleLog.STUCK) {
            closeTrip(v);
            vehicles.expect(v, vehicles.typeIndex[v], e.time());
        }
        if (Double.isNaN(vehicles.wantedDeparture[v])) {
            vehicles.wantedDeparture[v] = e.time();
        }
        vehicles.state[v] = VehicleLog.ON_ROAD;
        vehicles.link[v] = e.linkIndex();
        vehicles.connector[v] = RoadNetwork.NONE;
        vehicles.entryShare[v] = (float) e.relativePosition();
        vehicles.since[v] = e.time();
        IntervalCells now = sums.at(e.time());
        now.entered++;
        now.linkEntered[e.linkIndex()]++;
        cellOf(v).entered++;
        sums.waited(cellOf(v), vehicles.wantedDeparture[v], e.time());
    }

    private void leave(LinkLeave e) {
        int v = e.vehicleIndex();
        if (vehicles.state[v] != VehicleLog.ON_ROAD) {
            return;
        }
        int c = e.connectorIndex();
        int lane = c >= 0 ? network.fromLane(c) : network.firstLane(e.linkIndex());
        double delay = finishLink(v, e.time(), lane, 1, e.stops());
        if (c >= 0) {
            IntervalCells now = sums.at(e.time());
            now.movedVehicles[c]++;
            now.movedStops[c] += e.stops();
            now.movedPcu[c] += vehicles.type(v).pcu();
            now.movedDelaySeconds[c] += delay;
        }
        vehicles.connector[v] = c;
    }

    private void enterLink(LinkEnter e) {
        int v = e.vehicleIndex();
        if (vehicles.state[v] != VehicleLog.ON_ROAD) {
            return;
        }
        vehicles.link[v] = e.linkIndex();
        vehicles.entryShare[v] = 0;
        vehicles.since[v] = e.time();
        sums.at(e.time()).linkEntered[e.linkIndex()]++;
    }

    private void arrive(VehicleLeavesTraffic e) {
        int v = e.vehicleIndex();
        if (vehicles.state[v] != VehicleLog.ON_ROAD) {
            return;
        }
        finishLink(v, e.time(), network.firstLane(e.linkIndex()), e.relativePosition(), e.stops());
        vehicles.state[v] = VehicleLog.ARRIVED;
        vehicles.since[v] = e.time();
        sums.at(e.time()).arrived++;
        ClassCells mine = cellOf(v);
        mine.arrived++;
        mine.arrivedTripSeconds += e.time() - vehicles.wantedDeparture[v];
        mine.arrivedMetres += vehicles.metres[v];
    }

    /** Books the link a vehicle has just driven to this share of the lane; returns the delay, s. */
    private double finishLink(int v, double time, int lane, double share, int stops) {
        int link = vehicles.link[v];
        int connector = vehicles.connector[v];
        double part = Math.max(0, share - vehicles.entryShare[v]);
        double metres = freeFlow.metres(connector, lane, part);
        double free = freeFlow.seconds(connector, lane, part, vehicles.type(v).maxSpeed());
        double delay = Math.max(0, time - vehicles.since[v] - free);
        sums.drove(link, vehicles.since[v], time, metres, free);
        IntervalCells now = sums.at(time);
        now.linkLeft[link]++;
        now.linkStops[link] += stops;
        now.linkDelaySeconds[link] += delay;
        vehicles.metres[v] += metres;
        ClassCells mine = cellOf(v);
        mine.stops += stops;
        mine.metres += metres;
        mine.addTimes(time - vehicles.since[v], free, delay);
        return delay;
    }

    /** A vehicle will not finish the link it is on: its time counts, its distance is unknown. */
    private void unfinished(int v, double time) {
        if (vehicles.state[v] != VehicleLog.ON_ROAD) {
            return;
        }
        int link = vehicles.link[v];
        double seconds = time - vehicles.since[v];
        double whole =
                freeFlow.seconds(
                        vehicles.connector[v],
                        network.firstLane(link),
                        1 - vehicles.entryShare[v],
                        vehicles.type(v).maxSpeed());
        double free = Math.min(seconds, whole);
        sums.drove(link, vehicles.since[v], time, 0, free);
        IntervalCells now = sums.at(time);
        now.linkUnfinished[link]++;
        now.linkDelaySeconds[link] += seconds - free;
        now.linkUnfinishedDelaySeconds[link] += seconds - free;
        cellOf(v).addTimes(seconds, free, seconds - free);
        vehicles.state[v] = VehicleLog.STUCK;
        vehicles.since[v] = time;
    }

    /**
     * Tells when a vehicle wants to leave, where that was not known beforehand; call it before the
     * vehicle enters.
     *
     * @param time s since midnight
     */
    public void wants(int vehicleIndex, double time) {
        vehicles.wantedDeparture[vehicleIndex] = time;
    }

    private ClassCells cellOf(int vehicle) {
        return sums.ofClass(vehicles.type(vehicle).vehicleClass());
    }

    /**
     * Closes the run: vehicles still on the road or waiting outside count with their time so far.
     * Further events are of no effect.
     *
     * @param endTime when the run ended, s since midnight ({@code RunResult.endTime()}); vehicles
     *     reported stuck at that very time are on the road at the end, those before were removed
     */
    public Kpis finish(double endTime) {
        if (result == null) {
            sums.at(endTime);
            for (int v = 0; v < vehicles.size(); v++) {
                finishVehicle(v, endTime);
            }
            greens.finish(endTime);
            result = new KpiAssembly(settings, sums, greens, endTime).kpis();
        }
        return result;
    }

    private void finishVehicle(int v, double endTime) {
        double wanted = vehicles.wantedDeparture[v];
        if (!(wanted < endTime)) {
            return; // never wanted to drive in this run
        }
        ClassCells mine = cellOf(v);
        mine.departures++;
        sums.at(wanted).departures++;
        unfinished(v, endTime);
        if (vehicles.state[v] == VehicleLog.NOT_SEEN) {
            mine.waitingOutsideAtEnd++;
            sums.waited(mine, wanted, endTime);
        } else if (vehicles.state[v] == VehicleLog.STUCK
                && vehicles.since[v] >= endTime - SAME_MOMENT) {
            mine.onRoadAtEnd++;
        } else if (vehicles.state[v] == VehicleLog.STUCK) {
            mine.removed++;
            sums.at(vehicles.since[v]).removed++;
        }
    }

    /** What a collector needs to know. */
    public static final class Builder {

        final RoadNetwork network;
        List<SignalSystem> systems = List.of();
        double startTime;
        double interval = 900;
        double saturationFlow = Double.NaN;
        IntPredicate roundabouts;
        QueueObserver queues;
        private List<VehicleType> types = List.of();
        private int[] typeIndex = {};
        private double[] wantedDeparture = {};

        private Builder(RoadNetwork network) {
            this.network = requireNonNull(network, "network");
            roundabouts = IntersectionMap.byLinkAttribute(network);
        }

        /** The signalised intersections, in the order of the run. Default: none. */
        public Builder signals(List<SignalSystem> signalSystems) {
            systems = List.copyOf(signalSystems);
            return this;
        }

        /** Vehicle types and departures of the run. */
        public Builder vehicles(List<VehicleType> vehicleTypes, List<Departure> departures) {
            int size = departures.stream().mapToInt(Departure::vehicleIndex).max().orElse(-1) + 1;
            int[] typeIndexes = new int[size];
            double[] wanted = new double[size];
            Arrays.fill(typeIndexes, RoadNetwork.NONE);
            Arrays.fill(wanted, Double.NaN);
            for (Departure d : departures) {
                typeIndexes[d.vehicleIndex()] = d.typeIndex();
                wanted[d.vehicleIndex()] = d.time();
            }
            return vehicles(vehicleTypes, typeIndexes, wanted);
        }

        /**
         * The same as arrays by vehicle index.
         *
         * @param typeIndexes type of each vehicle
         * @param wanted when each wants to leave, s since midnight; NaN: when it enters
         */
        public Builder vehicles(
                List<VehicleType> vehicleTypes, int[] typeIndexes, double[] wanted) {
            types = List.copyOf(vehicleTypes);
            typeIndex = typeIndexes.clone();
            wantedDeparture = wanted.clone();
            return this;
        }

        /** Start of the run and of the first interval, s since midnight. Default: 0. */
        public Builder startingAt(double time) {
            startTime = time;
            return this;
        }

        /** Length of an interval, s. Default: 900. */
        public Builder interval(double seconds) {
            interval = seconds;
            return this;
        }

        /**
         * Saturation flow of a lane, PCU per hour of green, for degrees of saturation. Default:
         * unknown. Turns are taken to saturate like through traffic. For a sample, give the flow in
         * simulated vehicles.
         */
        public Builder saturationFlow(double pcuPerHourOfGreen) {
            saturationFlow = pcuPerHourOfGreen;
            return this;
        }

        /**
         * Which junctions, by index, lie on the ring of a roundabout. Default: those of a link with
         * the attribute {@code junction = roundabout}.
         */
        public Builder roundabouts(IntPredicate junctions) {
            roundabouts = requireNonNull(junctions, "roundabouts");
            return this;
        }

        /** Queues of the same run, observed beside the events. Default: none. */
        public Builder queues(QueueObserver observer) {
            queues = observer;
            return this;
        }

        /** The collector. */
        public KpiCollector build() {
            return new KpiCollector(this);
        }
    }
}
