package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;

/**
 * One lane from A over a signalised stop line to B, links {@code A-S} and {@code S-B}: the road on
 * which queues stand, start and are delayed.
 *
 * @param toLine from the beginning of the lane to the stop line, m
 * @param beyond length of the link beyond, m
 * @param speed free speed, m/s
 * @param green first second of green in the cycle
 * @param amber first second of amber in the cycle
 * @param cycle s
 * @param amberTime s
 */
record SignalisedLane(
        double toLine,
        double beyond,
        double speed,
        int green,
        int amber,
        int cycle,
        int amberTime) {

    static final String BEFORE = "A-S";
    static final String BEYOND = "S-B";

    /** Red from the start until a moment, then green for the rest of a long cycle. */
    static SignalisedLane redUntil(int green, double toLine, double speed) {
        return new SignalisedLane(toLine, 2000, speed, green, 9990, 10_000, 3);
    }

    /** Green at the beginning of every cycle, after 600 m. */
    static SignalisedLane cycle(int green, int cycle, double speed) {
        return new SignalisedLane(600, 600, speed, 0, green, cycle, 3);
    }

    /** The empty road. */
    TrafficCase road() {
        double length = toLine + 2 * RoadDrawing.STOP_LINE_SETBACK;
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("A", 0, 0))
                        .junction(Junction.priority("S", length, 0))
                        .junction(Junction.priority("B", length + beyond, 0))
                        .link(Link.of(BEFORE, "A", "S", length, 1, speed))
                        .link(Link.of(BEYOND, "S", "B", beyond, 1, speed))
                        .build();
        SignalSystem signal =
                new SignalSystem(
                        "S",
                        List.of(new SignalGroup("S", List.of(SignalHead.ofLink(BEFORE)))),
                        List.of(),
                        IntergreenMatrix.NONE,
                        amberTime,
                        0,
                        new SignalPlan(
                                "S",
                                cycle,
                                0,
                                List.of(new SignalPlan.GroupGreen("S", green, amber))));
        TrafficCase road = TrafficCase.on(network).withSignals(List.of(signal));
        return road.withParameters(road.parameters().withCheckMode(CheckMode.STEP));
    }

    /** One vehicle every so many seconds, the k-th of type {@code types[k]}, over both links. */
    static TrafficCase stream(TrafficCase road, double headway, int... types) {
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < types.length; v++) {
            departures.add(Departure.of(v, types[v], v * headway, road.route(BEFORE, BEYOND)));
        }
        return road.withDepartures(departures);
    }

    /** The same parameters without the check of every invariant in every step. */
    static MobsimParameters quick(MobsimParameters parameters) {
        return parameters.withCheckMode(CheckMode.STEP);
    }

    /** The same case with other parameters of the run. */
    static TrafficCase with(
            TrafficCase road, java.util.function.UnaryOperator<MobsimParameters> change) {
        return road.withParameters(change.apply(road.parameters()));
    }
}
