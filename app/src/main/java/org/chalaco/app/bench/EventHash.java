package org.chalaco.app.bench;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LaneChange;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;

/**
 * A 64-bit digest of all events of a run: kind, time and every field, bit by bit, in the order they
 * come. Two runs with the same digest did the same, as far as anyone can see from outside; it is
 * the same on every machine and any number of threads.
 *
 * <p>For every word w: {@code h = (h xor w) * 0x9E3779B97F4A7C15; h = h xor (h >>> 32)}. Finds
 * mistakes, does not resist forgers. Allocates nothing; a few ns an event. Not thread-safe.
 */
public final class EventHash implements EventSink {

    /** Odd, its bits without a pattern: 2^64 by the golden ratio. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long hash = MULTIPLIER;
    private long count;

    @Override
    public void accept(TrafficEvent event) {
        count++;
        if (event instanceof LinkLeave e) {
            begin(1, e.time(), e.vehicleIndex(), e.linkIndex());
            mix(pair(e.connectorIndex(), e.stops()));
        } else if (event instanceof LinkEnter e) {
            begin(2, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof LaneChange e) {
            begin(3, e.time(), e.vehicleIndex(), e.linkIndex());
            mix(pair(e.fromLane(), e.toLane()));
        } else if (event instanceof SignalChange e) {
            begin(4, e.time(), e.systemIndex(), e.groupIndex());
            mix(e.aspect().ordinal());
        } else if (event instanceof VehicleEntersTraffic e) {
            begin(5, e.time(), e.vehicleIndex(), e.linkIndex());
            mix(Double.doubleToRawLongBits(e.relativePosition()));
        } else if (event instanceof VehicleLeavesTraffic e) {
            begin(6, e.time(), e.vehicleIndex(), e.linkIndex());
            mix(Double.doubleToRawLongBits(e.relativePosition()));
            mix(e.stops());
        } else if (event instanceof VehicleStuck e) {
            begin(7, e.time(), e.vehicleIndex(), e.linkIndex());
        } else {
            throw new IllegalArgumentException("Nobody knows how to hash (%s).".formatted(event));
        }
    }

    private void begin(long kind, double time, int first, int second) {
        mix(kind);
        mix(Double.doubleToRawLongBits(time));
        mix(pair(first, second));
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | (second & 0xFFFFFFFFL);
    }

    private void mix(long word) {
        hash = (hash ^ word) * MULTIPLIER;
        hash ^= hash >>> 32;
    }

    /** Events taken so far. */
    public long count() {
        return count;
    }

    /** The digest so far, as 16 hexadecimal digits. */
    public String text() {
        return "%016x".formatted(hash);
    }
}
