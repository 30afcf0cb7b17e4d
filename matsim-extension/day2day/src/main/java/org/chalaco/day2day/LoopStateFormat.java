package org.chalaco.day2day;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.routing.TravelTimes;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Saves a {@link LoopState} and reads it back, bit for bit: a compact binary file of our own, since
 * MATSim's files round what they hold.
 *
 * <p>Layout: {@code CHLS}, version, seed, fingerprint of the network, iteration, persons, travel
 * times, check sum (CRC 32 of all before it). The seed and the network must be those of the loop
 * that goes on. Streams are left open; writing to a temporary file and moving it is up to the
 * caller.
 */
public final class LoopStateFormat {

    private static final int MAGIC = 0x43484c53; // CHLS
    private static final int VERSION = 2;

    private LoopStateFormat() {}

    /**
     * Saves a state.
     *
     * @param seed of the loop
     * @param network of the loop
     */
    public static void write(LoopState state, long seed, RoadNetwork network, OutputStream stream)
            throws IOException {
        CheckedOutputStream checked =
                new CheckedOutputStream(new BufferedOutputStream(stream, 1 << 16), new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeLong(seed);
        out.writeLong(fingerprint(network));
        out.writeInt(state.iteration());
        out.writeInt(state.persons().size());
        PersonWriter persons = new PersonWriter(out);
        for (Person person : state.persons()) {
            persons.write(person);
        }
        out.writeDouble(state.travelTimes().binSize());
        double[] seconds = state.travelTimes().toArray();
        out.writeInt(seconds.length);
        for (double value : seconds) {
            out.writeDouble(value);
        }
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    /**
     * Reads a state.
     *
     * @param seed of the loop that goes on
     * @param network of the loop that goes on
     * @throws IOException if the file is no saved state, is damaged or cut off, or belongs to
     *     another seed or network
     */
    public static LoopState read(InputStream stream, long seed, RoadNetwork network)
            throws IOException {
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), new CRC32());
        DataInputStream in = new DataInputStream(checked);
        try {
            header(in, seed, network);
            int iteration = in.readInt();
            List<Person> persons = persons(in, network);
            TravelTimes times = travelTimes(in, network);
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new IOException(
                        "The saved state is damaged: its check sum does not fit.%nMaybe take the one before it?"
                                .formatted());
            }
            return new LoopState(iteration, persons, times);
        } catch (EOFException end) {
            throw new IOException(
                    "The saved state ends too early.%nMaybe the run was stopped while writing it?"
                            .formatted(),
                    end);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damage) {
            throw new IOException("The saved state is damaged: " + damage.getMessage(), damage);
        }
    }

    private static void header(DataInputStream in, long seed, RoadNetwork network)
            throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("This is not a saved state of the day-to-day loop.");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    "The saved state has version (%d), not (%d).%nMaybe it was written by another release?"
                            .formatted(version, VERSION));
        }
        long savedSeed = in.readLong();
        if (savedSeed != seed) {
            throw new IOException(
                    "The saved state was computed with seed (%d), not (%d).%nMaybe set the seed to that?"
                            .formatted(savedSeed, seed));
        }
        if (in.readLong() != fingerprint(network)) {
            throw new IOException(
                    "The saved state belongs to another network.%nMaybe another variant of the scenario?"
                            .formatted());
        }
    }

    private static List<Person> persons(DataInputStream in, RoadNetwork network)
            throws IOException {
        int count = in.readInt();
        PersonReader reader = new PersonReader(in, network.linkCount());
        // grows as it is read: a damaged count must not take all memory
        List<Person> persons = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            persons.add(reader.read());
        }
        return persons;
    }

    private static TravelTimes travelTimes(DataInputStream in, RoadNetwork network)
            throws IOException {
        double binSize = in.readDouble();
        int count = in.readInt();
        int bins = (int) Math.ceil(48 * 3600 / Math.max(1, binSize));
        if (count < 0 || count > (long) network.linkCount() * bins) {
            throw new IOException(
                    "The saved state is damaged: (%d) travel times.".formatted(count));
        }
        double[] seconds = new double[count];
        for (int k = 0; k < count; k++) {
            seconds[k] = in.readDouble();
        }
        return TravelTimes.of(network, binSize, seconds);
    }

    /** Tells networks apart by the ids, ends and lengths of their links. */
    static long fingerprint(RoadNetwork network) {
        long sum = network.linkCount();
        for (int link = 0; link < network.linkCount(); link++) {
            sum = 31 * sum + network.link(link).id().hashCode();
            sum = 31 * sum + network.fromJunction(link);
            sum = 31 * sum + network.toJunction(link);
            sum = 31 * sum + Double.doubleToLongBits(network.length(link));
        }
        return sum;
    }
}
