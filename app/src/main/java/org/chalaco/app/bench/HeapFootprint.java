package org.chalaco.app.bench;

import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Memory that the mobsim holds while it runs, measured: all reachable objects, less those that were
 * reachable before the mobsim was there. Network, signals and demand are inputs and do not count;
 * what the mobsim derives from them does.
 *
 * @param emptyRoad held when the first vehicle is on the road, B: what lanes cost
 * @param atPeak held when most vehicles are on the road, B
 * @param vehicles on the road then
 * @param lanes of the network
 */
record HeapFootprint(double emptyRoad, double atPeak, int vehicles, int lanes) {

    /** The mobsim begins with room for about as many: fewer say nothing about one more. */
    private static final int FEWEST_VEHICLES = 1100;

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
        // Asking for the first time leaves something behind itself.
        LiveHeap.bytes();
        double before = LiveHeap.bytes();
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

        private final double before;
        private final int awaited;
        private double held;
        private int vehicles;

        Moment(double before, int awaited) {
            this.before = before;
            this.awaited = awaited;
        }

        @Override
        public void observe(TrafficView view) {
            if (view.vehiclesOnRoad() >= awaited) {
                vehicles = view.vehiclesOnRoad();
                held = LiveHeap.bytes() - before;
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

    /**
     * What each vehicle on the road adds to the empty road, B; NaN where they are too few to tell.
     */
    double bytesPerVehicle() {
        return vehicles < FEWEST_VEHICLES ? Double.NaN : (atPeak - emptyRoad) / vehicles;
    }

    /** What the empty road takes, by lane, B. */
    double bytesPerLane() {
        return lanes == 0 ? Double.NaN : emptyRoad / lanes;
    }
}
