package org.chalaco.app.bench;

import java.lang.management.ManagementFactory;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Memory that the mobsim holds while it runs, measured: what the heap retains after a full garbage
 * collection, less what it retained before the mobsim was there. Network, signals and demand are
 * inputs and do not count; what the mobsim derives from them does.
 *
 * @param emptyRoad held when the first vehicle is on the road, B: what lanes cost
 * @param atPeak held when most vehicles are on the road, B
 * @param vehicles on the road then
 * @param lanes of the network
 */
record HeapFootprint(long emptyRoad, long atPeak, int vehicles, int lanes) {

    /** Nobody measured. */
    static final HeapFootprint UNKNOWN = new HeapFootprint(0, 0, 0, 0);

    /** Ends a run that has shown what was wanted. */
    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Seen() {
            super(null, null, false, false);
        }
    }

    /**
     * Measures in two runs, one of them up to the busiest moment.
     *
     * @param peak most vehicles on the road at once, known from an earlier run
     */
    static HeapFootprint measure(ScenarioTraffic traffic, int peak) {
        TripTimes trips = new TripTimes(traffic.day());
        long before = retained();
        Moment empty = new Moment(before, 1);
        // A step's arrivals have left when the observer looks, so the very peak is never seen.
        Moment busy = new Moment(before, Math.max(1, peak - Math.max(5, peak / 100)));
        MicroSimulation first =
                MicroSimulation.on(traffic.network())
                        .signals(traffic.signals())
                        .demand(traffic.day().types(), traffic.day().departures().subList(0, 1))
                        .parameters(traffic.parameters())
                        .events(EventSink.NONE);
        empty.seenIn(first, traffic);
        MicroSimulation whole =
                MicroSimulation.on(traffic.network())
                        .signals(traffic.signals())
                        .demand(traffic.day().types(), traffic.day().departures())
                        .follow(trips)
                        .parameters(traffic.parameters())
                        .events(EventSink.NONE);
        busy.seenIn(whole, traffic);
        return new HeapFootprint(
                empty.held, busy.held, busy.vehicles, traffic.network().laneCount());
    }

    /** The first moment with so many vehicles on the road, and what the mobsim holds then. */
    private static final class Moment implements StepObserver {

        private final long before;
        private final int awaited;
        private long held;
        private int vehicles;

        Moment(long before, int awaited) {
            this.before = before;
            this.awaited = awaited;
        }

        @Override
        public void observe(TrafficView view) {
            if (view.vehiclesOnRoad() >= awaited) {
                vehicles = view.vehiclesOnRoad();
                held = retained() - before;
                throw new Seen();
            }
        }

        void seenIn(MicroSimulation simulation, ScenarioTraffic traffic) {
            try {
                simulation.observe(traffic.parameters().stepSeconds(), this).run();
            } catch (Seen seen) {
                // The rest of the day would show nothing new.
            }
        }
    }

    /** Heap in use after a full collection, B. */
    private static long retained() {
        // Once for what is garbage now, once more for what its cleaners leave.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What each vehicle on the road adds to the empty road, B; NaN without vehicles. */
    double bytesPerVehicle() {
        return vehicles == 0 ? Double.NaN : (double) (atPeak - emptyRoad) / vehicles;
    }

    /** What the empty road takes, by lane, B. */
    double bytesPerLane() {
        return lanes == 0 ? Double.NaN : (double) emptyRoad / lanes;
    }
}
