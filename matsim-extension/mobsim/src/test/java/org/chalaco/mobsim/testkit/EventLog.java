package org.chalaco.mobsim.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;

/**
 * Keeps every event of a run, answers questions about them, and hashes the stream: two runs with
 * the same hash did the same thing, bit for bit, in the same order. Not thread-safe.
 */
public final class EventLog implements EventSink {

    private final List<TrafficEvent> events = new ArrayList<>();

    @Override
    public void accept(TrafficEvent event) {
        events.add(event);
    }

    /** All events in the order they came. */
    public List<TrafficEvent> all() {
        return Collections.unmodifiableList(events);
    }

    /** The events of one kind. */
    public <E extends TrafficEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The events of one vehicle. */
    public List<TrafficEvent> ofVehicle(int vehicleIndex) {
        return events.stream().filter(e -> vehicleOf(e).orElse(-1) == vehicleIndex).toList();
    }

    /** When vehicles crossed the stop line of this link, s, in order. */
    public double[] crossings(int linkIndex) {
        return of(TrafficEvent.LinkLeave.class).stream()
                .filter(e -> e.linkIndex() == linkIndex)
                .mapToDouble(TrafficEvent::time)
                .toArray();
    }

    /** When this vehicle came onto the road, s; NaN if never. */
    public double entered(int vehicleIndex) {
        return of(TrafficEvent.VehicleEntersTraffic.class).stream()
                .filter(e -> e.vehicleIndex() == vehicleIndex)
                .mapToDouble(TrafficEvent::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** When this vehicle reached its destination, s; NaN if never. */
    public double arrived(int vehicleIndex) {
        return of(TrafficEvent.VehicleLeavesTraffic.class).stream()
                .filter(e -> e.vehicleIndex() == vehicleIndex)
                .mapToDouble(TrafficEvent::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** When this vehicle crossed the stop line of this link first, s; NaN if never. */
    public double crossed(int vehicleIndex, int linkIndex) {
        return of(TrafficEvent.LinkLeave.class).stream()
                .filter(e -> e.vehicleIndex() == vehicleIndex && e.linkIndex() == linkIndex)
                .mapToDouble(TrafficEvent::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The vehicle an event is about; a signal change is about none. */
    public static OptionalInt vehicleOf(TrafficEvent event) {
        if (event instanceof TrafficEvent.VehicleEntersTraffic e) {
            return OptionalInt.of(e.vehicleIndex());
        } else if (event instanceof TrafficEvent.LinkEnter e) {
            return OptionalInt.of(e.vehicleIndex());
        } else if (event instanceof TrafficEvent.LinkLeave e) {
            return OptionalInt.of(e.vehicleIndex());
        } else if (event instanceof TrafficEvent.LaneChange e) {
            return OptionalInt.of(e.vehicleIndex());
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
            return OptionalInt.of(e.vehicleIndex());
        } else if (event instanceof TrafficEvent.VehicleStuck e) {
            return OptionalInt.of(e.vehicleIndex());
        }
        return OptionalInt.empty();
    }

    /** SHA-256 of the whole stream, in hexadecimal; times and positions count with every bit. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (TrafficEvent event : events) {
                digest.update(bytes(event));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(TrafficEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(event.getClass().getSimpleName());
            out.writeDouble(event.time());
            writeRest(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeRest(TrafficEvent event, DataOutputStream out) throws IOException {
        out.writeInt(vehicleOf(event).orElse(-1));
        if (event instanceof TrafficEvent.VehicleEntersTraffic e) {
            out.writeInt(e.linkIndex());
            out.writeDouble(e.relativePosition());
        } else if (event instanceof TrafficEvent.LinkEnter e) {
            out.writeInt(e.linkIndex());
        } else if (event instanceof TrafficEvent.LinkLeave e) {
            out.writeInt(e.linkIndex());
            out.writeInt(e.connectorIndex());
            out.writeInt(e.stops());
        } else if (event instanceof TrafficEvent.LaneChange e) {
            out.writeInt(e.linkIndex());
            out.writeInt(e.fromLane());
            out.writeInt(e.toLane());
        } else if (event instanceof TrafficEvent.SignalChange e) {
            out.writeInt(e.systemIndex());
            out.writeInt(e.groupIndex());
            out.writeUTF(e.aspect().name());
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
            out.writeInt(e.linkIndex());
            out.writeDouble(e.relativePosition());
            out.writeInt(e.stops());
        } else if (event instanceof TrafficEvent.VehicleStuck e) {
            out.writeInt(e.linkIndex());
        }
    }
}
