package org.chalaco.mobsim.validation;

import java.util.Arrays;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;

/** When each vehicle crossed the stop line of one link. Not thread-safe. */
final class Passages implements EventSink {

    private final int link;
    private final double[] times;

    Passages(int linkIndex, int vehicles) {
        link = linkIndex;
        times = new double[vehicles];
        Arrays.fill(times, Double.NaN);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof TrafficEvent.LinkLeave leave && leave.linkIndex() == link) {
            times[leave.vehicleIndex()] = leave.time();
        }
    }

    /** Time at which a vehicle crossed, s; NaN if it did not. */
    double of(int vehicle) {
        return times[vehicle];
    }

    /** All times in order. */
    double[] inOrder() {
        return Arrays.stream(times).filter(t -> !Double.isNaN(t)).sorted().toArray();
    }
}
