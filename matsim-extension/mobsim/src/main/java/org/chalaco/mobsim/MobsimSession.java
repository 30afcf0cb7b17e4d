package org.chalaco.mobsim;

import java.util.List;
import java.util.Optional;
import org.chalaco.mobsim.engine.Stepper;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.run.StandingVehicle;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.run.VehiclePosition;
import org.chalaco.mobsim.run.WaitingVehicle;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * A simulation that is driven from outside, step by step: by MATSim, by signal agents, by a test.
 *
 * <pre>{@code
 * try (MobsimSession session = MicroSimulation.on(network).demand(types, List.of()).start()) {
 *     for (double now = 1; now <= 3600; now++) {
 *         session.advance(now);
 *         session.depart(Departure.of(vehicle++, 0, now, route));
 *     }
 *     RunResult result = session.finish();
 * }
 * }</pre>
 *
 * <p>Advanced in pieces of any size it does, bit for bit, what one run does that is given the same
 * at the same times, on any number of threads. What is changed between two steps takes effect in
 * the next one.
 *
 * <p>Not thread-safe: one thread drives it, and all sinks, guides and services are called by that
 * thread; only {@link #cancel()} may be called by any. While a step is being taken, {@link
 * #depart}, {@link #setStops} and whatever only reads may be called from such a callback; anything
 * else throws an {@link IllegalStateException}.
 */
public final class MobsimSession implements AutoCloseable {

    private final Stepper stepper;
    private final SessionSignals signals;
    private volatile boolean cancelled;
    private boolean over;

    MobsimSession(Stepper stepper) {
        this.stepper = stepper;
        signals = new SessionSignals(stepper.signals(), this::betweenSteps);
    }

    /** The time reached, s since midnight: the next step begins here. */
    public double time() {
        return stepper.now();
    }

    /**
     * Takes whole steps as long as they end at or before this time; returns early only if the
     * session is cancelled. The time reached may so be less than {@code toTime} by a part of a
     * step. An empty road is stepped through as well: signals go on.
     *
     * @param toTime s since midnight; a time that is over changes nothing
     * @throws IllegalStateException if an invariant is broken (see {@code CheckMode})
     */
    public void advance(double toTime) {
        betweenSteps();
        while (!cancelled && stepper.endOfNextStep() <= toTime) {
            stepper.step();
        }
    }

    /** Takes one step. */
    public void step() {
        betweenSteps();
        stepper.step();
    }

    /**
     * Adds a vehicle that wants to drive. It enters in the first step that begins at or after its
     * time and finds a gap.
     *
     * @throws IllegalArgumentException if its time is over, its route or type do not fit, or the
     *     vehicle is on the road, waiting or about to depart already; one that has arrived may
     *     depart again
     */
    public void depart(Departure departure) {
        notOver();
        stepper.interventions().depart(departure);
    }

    /** Whether nobody is on the road or in a bay and nobody wants to enter, now or later. */
    public boolean isEmpty() {
        return stepper.isEmpty();
    }

    /**
     * Gives a vehicle another way from where it is; with a {@code RouteGuide} only for vehicles
     * that it does not guide. Waiting vehicles and those about to depart can be given another way
     * too.
     *
     * @param rest the links from the present one on, that included; inside a junction, the present
     *     link is the one being entered
     * @return false if the vehicle can no longer stop before a stop line and {@code rest} asks for
     *     another link right after it: nothing is changed then, try again with the link it takes
     * @throws IllegalArgumentException if there is no such vehicle, or the links do not connect
     */
    public boolean reroute(int vehicleIndex, Route rest) {
        betweenSteps();
        return stepper.interventions().reroute(vehicleIndex, rest);
    }

    /**
     * Where the trip shall end on the last link of its route, as a share of the link; from the next
     * step on.
     */
    public void setArrivalPosition(int vehicleIndex, double share) {
        betweenSteps();
        stepper.interventions().setArrivalPosition(vehicleIndex, share);
    }

    /**
     * Replaces the stops that a vehicle has still to serve; the one that it is serving is gone with
     * them unless it is given again first. A stop that lies behind the vehicle on its present link,
     * or too near to brake for it comfortably, is served where it can stop.
     *
     * @throws IllegalArgumentException if there is no such vehicle
     */
    public void setStops(int vehicleIndex, List<RouteStop> stops) {
        notOver();
        stepper.interventions().setStops(vehicleIndex, stops);
    }

    /**
     * Takes a vehicle off the road, out of a bay or out of the queue outside; a {@code
     * VehicleStuck} event tells it if it was on the road, and it counts as removed.
     *
     * @return false if there is no such vehicle
     */
    public boolean remove(int vehicleIndex) {
        betweenSteps();
        return stepper.interventions().remove(vehicleIndex);
    }

    /**
     * Changes the speed limit of a link. Vehicles on it accelerate or brake to it as their models
     * say; bends at its end keep their own speeds, and so do ranks and priority.
     *
     * @param metresPerSecond positive; to close a link, see {@link #closeLink}
     */
    public void setSpeedLimit(int linkIndex, double metresPerSecond) {
        betweenSteps();
        stepper.interventions().setSpeedLimit(linkIndex, metresPerSecond);
    }

    /**
     * Closes all lanes of a link: nobody enters any more, over a stop line or from outside. Who
     * cannot stop any more before it still enters, and who is on it drives on and leaves it. Those
     * whose way leads there wait at the stop line before it until it is opened or they get another
     * way.
     */
    public void closeLink(int linkIndex) {
        betweenSteps();
        stepper.interventions().setClosed(linkIndex, true);
    }

    /**
     * Closes one lane: nobody enters it any more, over a stop line, from the lane beside or from
     * outside; who is on it drives on and leaves it. Drivers choose other lanes of that link if
     * there are open ones.
     */
    public void closeLane(int laneIndex) {
        betweenSteps();
        stepper.interventions().setLaneClosed(laneIndex, true);
    }

    /** Opens all lanes of a link. */
    public void openLink(int linkIndex) {
        betweenSteps();
        stepper.interventions().setClosed(linkIndex, false);
    }

    /** Opens one lane. */
    public void openLane(int laneIndex) {
        betweenSteps();
        stepper.interventions().setLaneClosed(laneIndex, false);
    }

    /** The signals: who decides what they show. */
    public SessionSignals signals() {
        return signals;
    }

    /** The road as it is now; keep nothing of the view beyond the next step. */
    public TrafficView traffic() {
        return stepper;
    }

    /** Where a vehicle is; empty if it has not departed or has left. */
    public Optional<VehiclePosition> findVehicle(int vehicleIndex) {
        return Optional.ofNullable(stepper.interventions().find(vehicleIndex));
    }

    /** Those who wait outside to enter, link by link, in the order they came. */
    public List<WaitingVehicle> listWaiting() {
        return stepper.interventions().listWaiting();
    }

    /**
     * Those who serve a stop in a bay or wait there for a gap, by index; {@link #traffic()} does
     * not show them.
     */
    public List<VehiclePosition> listInBays() {
        return stepper.interventions().listInBays();
    }

    /**
     * Vehicles on the road that have not moved for longer than this, s, in the order of tracks;
     * those who serve a stop in the lane too, those in bays not.
     */
    public List<StandingVehicle> listStanding(double longerThan) {
        return stepper.interventions().listStanding(longerThan);
    }

    /** Ends {@link #advance} after the step being taken; for any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the session was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Ends the run: a {@code VehicleStuck} event for everyone still on the road or in a bay, then
     * the sum of it all. Nothing but {@link #close()} may follow.
     */
    public RunResult finish() {
        betweenSteps();
        over = true;
        stepper.close();
        return stepper.finish();
    }

    /** Lets the threads go. A session that was not finished is abandoned: no further event. */
    @Override
    public void close() {
        over = true;
        stepper.close();
    }

    private void betweenSteps() {
        notOver();
        if (stepper.isStepping()) {
            throw new IllegalStateException(
                    "The road cannot be changed while a step is being taken.%nMaybe do it when advance() has returned?"
                            .formatted());
        }
    }

    private void notOver() {
        if (over) {
            throw new IllegalStateException("The session is over.");
        }
    }
}
